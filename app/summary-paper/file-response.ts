import { fileToKeep, madeFile } from "@/app/made-file";
import type { SummaryBlocks } from "@/lib/summary/blocks";
import { toCalendar } from "@/lib/summary/calendar";
import { CALENDAR_FORMAT, isMadeFormat, madeFormats } from "@/lib/summary/formats";
import { isTextFormat, textFormats } from "@/lib/summary/text-formats";

/** Whether a summary can be had in this format. */
export const isFormat = (name: string): boolean =>
  isTextFormat(name) || isMadeFormat(name) || name === CALENDAR_FORMAT;

/**
 * A summary as a file of this name, without an extension: 501 where this machine can't make files of that format, 404
 * where there is no such format, or no day for a calendar. A file that is being made is given up once the browser is gone.
 */
export async function fileResponse(
  summary: SummaryBlocks,
  format: string,
  name: string,
  request: Pick<Request, "headers" | "signal">,
): Promise<Response> {
  if (isMadeFormat(format)) {
    const { extension, media } = madeFormats[format];
    return await madeFile({ format, summary }, { name: `${name}.${extension}`, media }, request);
  }
  const calendar = format === CALENDAR_FORMAT ? toCalendar(summary) : null;
  if (calendar !== null) {
    return fileToKeep(calendar, { name: `${name}.ics`, media: "text/calendar; charset=utf-8" });
  }
  if (!isTextFormat(format)) return new Response(null, { status: 404 });
  const { extension, media, render } = textFormats[format];
  return fileToKeep(render(summary), { name: `${name}.${extension}`, media });
}
