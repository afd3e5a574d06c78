import type { Narrow } from "@/lib/channel";
import type { ViewFrame, ViewVersion } from "@/lib/protocol";
import { unflatten } from "@/lib/session/patches";
import { type SessionView, sessionView } from "@/lib/session/view-schema";

/** Longest wait for a view; reached only where something is broken, also on a starved machine. */
const WAIT_MS = 30_000;

/** What has come of one channel. */
interface Received {
  version: ViewVersion;
  records: ReadonlyMap<string, unknown>;
}

export type ReceivedView = ReturnType<typeof createReceivedView>;

/** The view that frames make, as a client puts it together, and those who wait for it to change. */
export function createReceivedView() {
  const channels = new Map<"view" | Narrow, Received>();
  const waiting = new Set<() => void>();
  const listeners = new Set<() => void>();
  let view: SessionView | undefined;
  const records = () =>
    new Map([...channels.values()].flatMap((received) => [...received.records]));

  return {
    get view() {
      return view;
    },
    channels,
    /** The view's records as JSON text, by their path. */
    get records(): ReadonlyMap<string, string> {
      return new Map([...records()].map(([path, value]) => [path, JSON.stringify(value)]));
    },

    /** Takes a frame in. Throws where one before it went missing, or for a view that does not read. */
    take(frame: ViewFrame): void {
      const of = frame.channel ?? "view";
      const received = receivedAfter(channels.get(of), frame);
      if (!received) return;
      channels.set(of, received);
      // A seat's or a group's without any records is over (P158).
      if (of !== "view" && received.records.size === 0) channels.delete(of);
      // Those come first, and show with the view.
      if (!channels.has("view")) return;
      view = sessionView.parse(unflatten(records()));
      for (const look of [...waiting, ...listeners]) look();
    },

    /** Resolves once the view fits; rejects with what it was instead. */
    until<T>(of: (view: SessionView) => T | undefined | null | false): Promise<T> {
      return new Promise((resolve, reject) => {
        const look = () => {
          const found = view && of(view);
          if (found === undefined || found === null || found === false) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(found);
        };
        const timer = setTimeout(() => {
          waiting.delete(look);
          reject(new Error(`The view never came to fit: ${JSON.stringify(view)?.slice(0, 2000)}`));
        }, WAIT_MS);
        waiting.add(look);
        look();
      });
    },

    /** Calls back after every change, until the returned function is called. */
    onChange(listener: () => void): () => void {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** A channel after one more frame; null where the frame changes nothing. Throws where one is missing. */
function receivedAfter(before: Received | undefined, frame: ViewFrame): Received | null {
  const { version } = frame;
  if (frame.kind === "full") return { version, records: new Map(Object.entries(frame.records)) };
  const [incarnation, counter = -1] = before?.version ?? [];
  // Written before the full view that was sent meanwhile, and arrived after it.
  if (version[0] === incarnation && version[1] <= counter) return null;
  if (version[0] !== incarnation || version[1] !== counter + 1) {
    throw new Error("A patch went missing");
  }
  const records = new Map([...(before?.records ?? []), ...Object.entries(frame.set)]);
  for (const path of frame.gone) records.delete(path);
  return { version, records };
}
