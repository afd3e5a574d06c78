import { madeFile } from "@/app/made-file";
import { minutesOfDay } from "@/lib/clock-times";
import { PRINTED_PEOPLE_MAX, type PrintAsk, printPackOf } from "@/lib/session/print-pack";

/** For how many where nothing else is said: a usual room. */
const PEOPLE = 12;

/**
 * The print pack as an answer to a request, whose address says from when (`start`, as in "15:00") and for how many
 * (`people`). 501 where this machine can't make a PDF.
 */
export async function printPackFile(
  request: Request,
  ask: Omit<PrintAsk, "start" | "people">,
): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const asked = Number(query.get("people") ?? PEOPLE);
  const people = Number.isFinite(asked)
    ? Math.min(PRINTED_PEOPLE_MAX, Math.max(1, Math.round(asked)))
    : PEOPLE;
  const pack = printPackOf({ ...ask, people, start: minutesOfDay(query.get("start") ?? "") });
  return await madeFile(
    { format: "printPack", pack },
    { name: `${pack.fileName}.pdf`, media: "application/pdf" },
    request,
  );
}
