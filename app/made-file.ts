import type { DocumentOrder } from "@/lib/summary/document-order";
import { asLine, MAKING_MEDIA, type MakingLine } from "@/lib/summary/document-steps";
import { running } from "@/server/running-server";

/** What comes of a file that takes a process of its own, where there is none. */
const STATUS = { unavailable: 501, failed: 500, cancelled: 503 } as const;

interface AboutFile {
  name: string;
  media: string;
}

/**
 * A file that a process of its own makes; it is given up once the browser is gone. Whoever asks for `MAKING_MEDIA` is told
 * meanwhile how far it is.
 */
export async function madeFile(
  order: DocumentOrder,
  about: AboutFile,
  request: Pick<Request, "headers" | "signal">,
): Promise<Response> {
  if (request.headers.get("accept") === MAKING_MEDIA) {
    return toldWhileMade(order, about, request.signal);
  }
  const content = await running().exports.make(order, request.signal);
  if (typeof content === "string") return new Response(null, { status: STATUS[content] });
  return fileToKeep(content, about);
}

/** What is done for it line by line, then the file. */
function toldWhileMade(order: DocumentOrder, about: AboutFile, signal: AbortSignal): Response {
  const left = new AbortController();
  const ended = AbortSignal.any([signal, left.signal]);
  const asBytes = new TextEncoder();
  const answer = new ReadableStream<Uint8Array>({
    async start(controller) {
      const tell = (line: MakingLine) => {
        if (!ended.aborted) controller.enqueue(asBytes.encode(asLine(line)));
      };
      const made = await running().exports.make(order, ended, tell);
      if (ended.aborted) return;
      // Given up by the server, which is stopping: whoever still reads is told no more, and waits no more.
      if (made === "cancelled") return controller.close();
      if (typeof made === "string") tell({ failed: made });
      else {
        tell({ made: { ...about, bytes: made.length } });
        controller.enqueue(made);
      }
      controller.close();
    },
    cancel: () => left.abort(),
  });
  return new Response(answer, {
    // Between the two nobody may hold lines back until there are more of them.
    headers: {
      "content-type": MAKING_MEDIA,
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    },
  });
}

/** A file to be kept, and in no cache. */
export function fileToKeep(content: BodyInit, { name, media }: AboutFile): Response {
  return new Response(content, {
    headers: {
      "content-type": media,
      // The name is ASCII by making, so it needs no second spelling.
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
}
