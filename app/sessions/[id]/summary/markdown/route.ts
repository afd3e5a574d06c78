import { loadSummary } from "@/app/sessions/[id]/summary/load";
import { toMarkdown } from "@/lib/summary/markdown";

interface MarkdownRoute {
  params: Promise<{ id: string }>;
}

/** GET: the summary as a Markdown file, the same blocks as the page. */
export async function GET(request: Request, { params }: MarkdownRoute): Promise<Response> {
  const { id } = await params;
  const wanted = new URL(request.url).searchParams.get("language") ?? undefined;
  const { summary } = await loadSummary(id, wanted);
  if (typeof summary === "string") return new Response(null, { status: 404 });
  return new Response(toMarkdown(summary), {
    headers: {
      "content-type": "text/markdown; charset=utf-8",
      // The name is ASCII by making, so it needs no second spelling.
      "content-disposition": `attachment; filename="${summary.fileName}.md"`,
      "cache-control": "no-store",
    },
  });
}
