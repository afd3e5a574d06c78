import type { DocumentOrder } from "@/lib/summary/document-order";
import { running } from "@/server/running-server";

/** What comes of a file that takes a process of its own, where there is none. */
const STATUS = { unavailable: 501, failed: 500, cancelled: 503 } as const;

/** A file that a process of its own makes; it is given up once the browser is gone. */
export async function madeFile(
  order: DocumentOrder,
  about: { name: string; media: string },
  signal: AbortSignal,
): Promise<Response> {
  const content = await running().exports.make(order, signal);
  if (typeof content === "string") return new Response(null, { status: STATUS[content] });
  return fileToKeep(content, about);
}

/** A file to be kept, and in no cache. */
export function fileToKeep(
  content: BodyInit,
  { name, media }: { name: string; media: string },
): Response {
  return new Response(content, {
    headers: {
      "content-type": media,
      // The name is ASCII by making, so it needs no second spelling.
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
}
