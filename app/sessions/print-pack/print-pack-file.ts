import { madeFile } from "@/app/made-file";
import { askedPack } from "@/app/sessions/print-pack/asked-pack";
import type { PrintAsk } from "@/lib/session/print-pack";

/** The print pack as an answer to a request, whose address says what for (`askedPack`). 501 where this machine can't make a PDF. */
export async function printPackFile(
  request: Request,
  ask: Omit<PrintAsk, "start" | "people">,
): Promise<Response> {
  const pack = askedPack(ask, (name) => new URL(request.url).searchParams.get(name));
  return await madeFile(
    { format: "printPack", pack },
    { name: `${pack.fileName}.pdf`, media: "application/pdf" },
    request,
  );
}
