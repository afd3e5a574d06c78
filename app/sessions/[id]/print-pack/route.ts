import { notFound } from "next/navigation";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { printPackFile } from "@/app/sessions/print-pack/print-pack-file";
import { formatCode } from "@/lib/session/room-code";
import { running } from "@/server/running-server";

interface PrintPackRoute {
  params: Promise<{ id: string }>;
}

/** GET: the print pack of an own session, in its language, with its code while people can join. */
export async function GET(request: Request, { params }: PrintPackRoute): Promise<Response> {
  const { userId } = await requireFacilitator();
  const { id } = await params;
  const { sessions, network } = running();
  const found = await sessions.planOf(userId, id);
  if (!found) notFound();
  const { plan, code } = found;
  const { joinAddress, joinBase } = network.ways();
  const { language, address } = plan;
  const join =
    code === null
      ? null
      : { address: joinAddress, code: formatCode(code), url: `${joinBase}/${code}` };
  return await printPackFile(request, { plan, language, address, join });
}
