import { notFound } from "next/navigation";
import { loadSideBySide } from "@/app/sessions/side-by-side/load";
import { fileResponse, isFormat } from "@/app/summary-paper/file-response";

interface FileRoute {
  params: Promise<{ format: string }>;
}

/** GET: sessions side by side as a file, from the same blocks as the page. */
export async function GET(request: Request, { params }: FileRoute): Promise<Response> {
  const { format } = await params;
  if (!isFormat(format)) notFound();
  const asked = new URL(request.url).searchParams;
  const loaded = await loadSideBySide({
    sessions: asked.getAll("session"),
    language: asked.get("language") ?? undefined,
  });
  if (!loaded) return new Response(null, { status: 404 });
  const { document } = loaded;
  return await fileResponse(document, format, document.fileName, request);
}
