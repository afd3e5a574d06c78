import { printedSession } from "@/app/sessions/[id]/print-pack/load";
import { printPackFile } from "@/app/sessions/print-pack/print-pack-file";

interface PrintPackRoute {
  params: Promise<{ id: string }>;
}

/** GET: the print pack of an own session, in its language, with its code while people can join. */
export async function GET(request: Request, { params }: PrintPackRoute): Promise<Response> {
  const { id } = await params;
  return await printPackFile(request, await printedSession(id));
}
