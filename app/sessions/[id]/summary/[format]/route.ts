import { notFound } from "next/navigation";
import { loadSummary } from "@/app/sessions/[id]/summary/load";
import { fileResponse, madeFile } from "@/app/sessions/made-file";
import { isMadeFormat, madeFormats } from "@/lib/summary/formats";
import { isTextFormat, textFormats } from "@/lib/summary/text-formats";

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
  const wanted = new URL(request.url).searchParams.get("language") ?? undefined;
  const { summary } = await loadSummary(id, wanted);
  if (typeof summary === "string") return new Response(null, { status: 404 });
  if (isMadeFormat(format)) {
    const { extension, media } = madeFormats[format];
    const name = `${summary.fileName}.${extension}`;
    return await madeFile({ format, summary }, { name, media }, request.signal);
  }
  const { extension, media, render } = textFormats[format];
  return fileResponse(render(summary), { name: `${summary.fileName}.${extension}`, media });
}
