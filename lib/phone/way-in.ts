import { codeKeyOf } from "@/lib/client/code-key";
import { type DeviceStorage, openDeviceStorage } from "@/lib/client/storage";
import { findCode } from "@/lib/session/room-code";

/**
 * What a phone finds out while most of its page is still on the way: whether it has been in with the code in its address,
 * and, where it hasn't, what the code opens (P220). A file of its own that comes first, so it takes along neither React nor
 * zod: who shows an answer reads it.
 */
export interface WayIn {
  /** What stands behind `/j/` in the address. */
  typed: string;
  /** The code in it; null where there is none. */
  code: string | null;
  storage: Promise<DeviceStorage>;
  /** What was answered before anybody asked; null where nothing was, or not yet. Whoever has it asks anew from then on. */
  known(): unknown;
  /** What the server says of a code, unread: the first time what was asked early. Rejects where nobody answers. */
  ask(code: string): Promise<unknown>;
  /** Whoever goes in without it asks anew from then on, however much later: what was asked early may be of hours ago. */
  forget(): void;
}

/** @param pathname the page's own */
export function beginWayIn(pathname: string): WayIn {
  const typed = decoded(pathname.slice("/j/".length));
  const code = findCode(typed);
  const storage = openDeviceStorage();

  /** Null where it isn't known yet. */
  async function askedEarly(): Promise<unknown> {
    if (code === null) return null;
    const known = await (await storage).get(codeKeyOf(code));
    // A device that has been in goes straight back in, and its code may be closed by now: to ask would count as a wrong one.
    return known === undefined ? askAboutCode(code) : null;
  }

  let known: unknown = null;
  let early: Promise<unknown> | null = askedEarly().catch(() => null);
  void early.then((answer) => {
    known = answer;
  });
  return {
    ...{ typed, code, storage },
    known() {
      if (known !== null) early = null;
      return known;
    },
    async ask(asked) {
      const first = asked === code ? early : null;
      // It holds for the first time alone: a room may be locked meanwhile.
      early = null;
      return (await first) ?? askAboutCode(asked);
    },
    forget() {
      early = null;
    },
  };
}

async function askAboutCode(code: string): Promise<unknown> {
  const response = await fetch("/api/join", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ code }),
  });
  return response.json();
}

/** As it stands in the address where that can't be decoded. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
