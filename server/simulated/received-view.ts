import { inflateRawSync } from "node:zlib";
import { type ViewFrame, viewFrame } from "@/lib/protocol";
import { applyToChannel, type LiveChannels, recordsOf } from "@/lib/session/live-records";
import { unflatten } from "@/lib/session/patches";
import { type SessionView, sessionView } from "@/lib/session/view-schema";

/** Longest wait for a view; reached only where something is broken, also on a starved machine. */
const WAIT_MS = 30_000;

/** The frame in what the event `view` carries: the time, and a body that may be deflated (P150, P198). */
export function frameOf(now: unknown, body: unknown): ViewFrame {
  const deflated = typeof body === "string" ? Buffer.from(body, "base64") : body;
  const text =
    deflated instanceof Uint8Array
      ? inflateRawSync(deflated).toString("utf8")
      : JSON.stringify(body);
  return viewFrame.parse({ ...JSON.parse(text), now });
}

export type ReceivedView = ReturnType<typeof createReceivedView>;

/** The view that frames make, as a client puts it together, and those who wait for it to change. */
export function createReceivedView() {
  let channels: LiveChannels = new Map();
  const waiting = new Set<() => void>();
  const listeners = new Set<() => void>();
  let view: SessionView | undefined;

  return {
    get view() {
      return view;
    },
    get channels() {
      return channels;
    },
    /** The view's records as JSON text, by their path. */
    get records(): ReadonlyMap<string, string> {
      const records = recordsOf(channels) ?? new Map();
      return new Map([...records].map(([path, value]) => [path, JSON.stringify(value)]));
    },

    /** Takes a frame in. Throws where one before it went missing, or for a view that does not read. */
    take(frame: ViewFrame): void {
      const next = applyToChannel(channels, frame);
      if (!next) throw new Error("A patch went missing");
      channels = next;
      const records = recordsOf(channels);
      // What a seat or a group sees comes first, and shows with the view.
      if (!records) return;
      view = sessionView.parse(unflatten(records));
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
