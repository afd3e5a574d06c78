import { notFound } from "next/navigation";
import { loadSummary } from "@/app/sessions/[id]/summary/load";
import { isTextFormat, textFormats } from "@/lib/summary/text-formats";

interface FileRoute {
  params: Promise<{ id: string; format: string }>;
}

/** GET: the summary as a file, from the same blocks as the page. */
export async function GET(request: Request, { params }: FileRoute): Promise<Response> {
  const { id, format } = await params;
  if (!isTextFormat(format)) notFound();
  const wanted = new URL(request.url).searchParams.get("language") ?? undefined;
  const { summary } = await loadSummary(id, wanted);
  if (typeof summary === "string") return new Response(null, { status: 404 });
  const { extension, media, render } = textFormats[format];
  return new Response(render(summary), {
    headers: {
      "content-type": media,
      // The name is ASCII by making, so it needs no second spelling.
      "content-disposition": `attachment; filename="${summary.fileName}.${extension}"`,
      "cache-control": "no-store",
    },
  });
}
