import type { SummaryBlocks } from "@/lib/summary/blocks";
import { toCalendar } from "@/lib/summary/calendar";
import {
  CALENDAR_FORMAT,
  isMadeFormat,
  type MadeFormatName,
  madeFormats,
} from "@/lib/summary/formats";
import { isTextFormat, textFormats } from "@/lib/summary/text-formats";
import { running } from "@/server/running-server";

/** Whether a summary can be had in this format. */
export const isFormat = (name: string): boolean =>
  isTextFormat(name) || isMadeFormat(name) || name === CALENDAR_FORMAT;

/** What comes of a format that takes a process of its own, where no file does. */
const STATUS = { unavailable: 501, failed: 500, cancelled: 503 } as const;

/**
 * A summary as a file of this name, without an extension: 501 where this machine can't make files of that format, 404
 * where there is no such format, or no day for a calendar. A file that is being made is given up once the browser is gone.
 */
export async function fileResponse(
  summary: SummaryBlocks,
  format: string,
  name: string,
  signal: AbortSignal,
): Promise<Response> {
  if (isMadeFormat(format)) return await made(format, summary, name, signal);
  const calendar = format === CALENDAR_FORMAT ? toCalendar(summary) : null;
  if (calendar !== null) {
    return file(calendar, { name: `${name}.ics`, media: "text/calendar; charset=utf-8" });
  }
  if (!isTextFormat(format)) return new Response(null, { status: 404 });
  const { extension, media, render } = textFormats[format];
  return file(render(summary), { name: `${name}.${extension}`, media });
}

async function made(
  format: MadeFormatName,
  summary: SummaryBlocks,
  name: string,
  signal: AbortSignal,
): Promise<Response> {
  const content = await running().exports.make({ format, summary }, signal);
  if (typeof content === "string") return new Response(null, { status: STATUS[content] });
  const { extension, media } = madeFormats[format];
  return file(content, { name: `${name}.${extension}`, media });
}

function file(content: BodyInit, { name, media }: { name: string; media: string }): Response {
  return new Response(content, {
    headers: {
      "content-type": media,
      // The name is ASCII by making, so it needs no second spelling.
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
}
