import { notFound } from "next/navigation";
import { loadSummary } from "@/app/sessions/[id]/summary/load";
import { fileResponse, isFormat } from "@/app/summary-paper/file-response";
import { inFileName } from "@/lib/file-name";

interface FileRoute {
  params: Promise<{ id: string; format: string }>;
}

/** GET: a version of the summary as a file, from the same blocks as the page. */
export async function GET(request: Request, { params }: FileRoute): Promise<Response> {
  const { id, format } = await params;
  if (!isFormat(format)) notFound();
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const { summary, version, isOver } = await loadSummary(id, asked);
  // What is handed on before the end could be taken off what is handed on after it.
  if (typeof summary === "string" || !isOver) return new Response(null, { status: 404 });
  // Several versions of one summary lie in one folder of downloads: what each is called tells them apart.
  const of = inFileName(version.name);
  const name = of === "" ? summary.fileName : `${summary.fileName}-${of}`;
  return await fileResponse(summary, format, name, request);
}
