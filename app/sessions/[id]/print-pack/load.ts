import { notFound } from "next/navigation";
import { requireFacilitator } from "@/app/sessions/facilitator";
import type { PrintAsk } from "@/lib/session/print-pack";
import { formatCode } from "@/lib/session/room-code";
import { running } from "@/server/running-server";

/** What the print pack of an own session is made of, in its language, with its code while people can join. */
export async function printedSession(id: string): Promise<Omit<PrintAsk, "start" | "people">> {
  const { userId } = await requireFacilitator();
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
  return { plan, language, address, join };
}
