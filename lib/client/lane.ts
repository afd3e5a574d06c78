import type { Connection } from "@/lib/client/connection";

/** What a lane tells beside the frames of the server: the connection is there, or gone. */
export type LaneNews = "up" | "down";

/**
 * What goes over the one connection beside commands and views, for parts of the product that are loaded where they are
 * used: frames as they come, which only those parts can read.
 */
export interface Lane {
  isUp(): boolean;
  /** Asks once. "silence": connected, but no answer came in time. */
  request(event: string, frame: object): Promise<unknown>;
  /** Says something that needs no answer; nothing where there is no connection. */
  say(event: string, frame: object): void;
  /** Told of every frame of this name, and of the connection's coming and going. */
  on(event: string, listener: (frame: unknown) => void): () => void;
}

/** The end of a lane that the connection holds. */
export interface LaneEnd extends Lane {
  /** From now on over this connection; null: over none. */
  use(link: Pick<Connection, "isUp" | "request" | "say"> | null): void;
  tell(event: string, frame: unknown): void;
}

/** A lane that outlives the connections it goes over. */
export function createLane(): LaneEnd {
  let link: Parameters<LaneEnd["use"]>[0] = null;
  const listeners = new Map<string, Set<(frame: unknown) => void>>();
  return {
    isUp: () => link?.isUp() ?? false,
    request: async (event, frame) => (link ? link.request(event, frame) : "offline"),
    say: (event, frame) => link?.say(event, frame),
    on(event, listener) {
      const heard = listeners.get(event) ?? new Set();
      listeners.set(event, heard.add(listener));
      return () => heard.delete(listener);
    },
    use(next) {
      link = next;
    },
    tell(event, frame) {
      for (const listener of listeners.get(event) ?? []) listener(frame);
    },
  };
}
