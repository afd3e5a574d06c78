import { notFound } from "next/navigation";
import { loadSummary } from "@/app/sessions/[id]/summary/load";
import type { SummaryBlocks } from "@/lib/summary/blocks";
import { inFileName } from "@/lib/summary/file-names";
import { isMadeFormat, type MadeFormatName, madeFormats } from "@/lib/summary/formats";
import { isTextFormat, textFormats } from "@/lib/summary/text-formats";
import { running } from "@/server/running-server";

interface FileRoute {
  params: Promise<{ id: string; format: string }>;
}

/**
 * GET: the summary as a file, from the same blocks as the page. 501 where this machine can't make files of that
 * format; a file that is being made is given up once the browser is gone.
 */
export async function GET(request: Request, { params }: FileRoute): Promise<Response> {
  const { id, format } = await params;
  if (!isTextFormat(format) && !isMadeFormat(format)) notFound();
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const { summary, version } = await loadSummary(id, asked);
  if (typeof summary === "string") return new Response(null, { status: 404 });
  // Several versions of one summary lie in one folder of downloads: what each is called tells them apart.
  const of = inFileName(version.name);
  const named = of === "" ? summary.fileName : `${summary.fileName}-${of}`;
  if (isMadeFormat(format)) return await made(format, summary, named, request.signal);
  const { extension, media, render } = textFormats[format];
  return file(render(summary), { name: `${named}.${extension}`, media });
}

/** What comes of a format that takes a process of its own, where no file does. */
const STATUS = { unavailable: 501, failed: 500, cancelled: 503 } as const;

async function made(
  format: MadeFormatName,
  summary: SummaryBlocks,
  named: string,
  signal: AbortSignal,
): Promise<Response> {
  const content = await running().exports.make({ format, summary }, signal);
  if (typeof content === "string") return new Response(null, { status: STATUS[content] });
  const { extension, media } = madeFormats[format];
  return file(content, { name: `${named}.${extension}`, media });
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
