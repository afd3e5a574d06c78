import * as Y from "yjs";
import { unsentIn } from "@/attack/documents/kept-unsent";
import { createLane } from "@/lib/client/lane";
import { openSharedDocument, type SharedDocument } from "@/lib/client/shared-document";
import type { LiveClient } from "@/server/simulated/live-client";

type Options<Plain> = Parameters<typeof openSharedDocument<Plain>>[0];

/** A document as one page holds it: the page's own code over a real connection. */
export interface DocumentPage {
  readonly shared: SharedDocument;
  /** Throws where it is not open. */
  doc(): Y.Doc;
  offline(): void;
  /** The connection is there again. */
  online(): void;
  /** How many updates it has sent. */
  updates(): number;
}

/** `kept`: what the page keeps of what was not acknowledged; handed to another page it is that one after a reload. */
export function documentPage<Plain>(
  client: LiveClient,
  {
    kept,
    ...options
  }: { kept: { unsent: Plain | null } } & Pick<
    Options<Plain>,
    "name" | "model" | "gatherMs" | "bytesAtOnce"
  >,
): DocumentPage {
  const lane = createLane();
  let isUp = true;
  let updates = 0;
  const link = {
    isUp: () => client.isConnected,
    async request(event: string, frame: object): Promise<unknown> {
      if (!client.isConnected) return "offline";
      if (event === "doc:update") updates += 1;
      return client
        .ask(event, frame)
        .catch(() => (client.isConnected ? "silence" : ("offline" as const)));
    },
    say: (event: string, frame: object) => void client.ask(event, frame).catch(() => undefined),
  };
  for (const event of ["doc", "doc:reset"]) {
    client.hear(event, (frame) => {
      if (isUp) lane.tell(event, frame);
    });
  }
  lane.use(link);
  const shared = openSharedDocument<Plain>({
    ...{ yjs: Y, lane, unsent: unsentIn(kept), onChange: () => undefined },
    ...options,
  });
  return {
    shared,
    doc() {
      if (!shared.doc) throw new Error("It is not open");
      return shared.doc;
    },
    offline() {
      isUp = false;
      lane.use(null);
      lane.tell("down", null);
    },
    online() {
      isUp = true;
      lane.use(link);
      lane.tell("up", null);
    },
    updates: () => updates,
  };
}
