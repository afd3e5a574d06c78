import * as z from "zod";
import type { Evidence } from "@/attack/anonymity/evidence";
import { halfOf, type Round } from "@/attack/anonymity/guess";

const counted = z.object({
  now: z.number(),
  set: z.object({ facilitator: z.object({ notSettled: z.number() }) }),
});

/**
 * Answers to "settled enough to leave?" as rounds: the "cards" are people in the order in which they
 * answered, and "authors" what they said. Whenever the number rises, those who answered last before
 * it, and aren't counted already, are taken for the ones that it counts.
 */
export function signalsOf(all: readonly Evidence[]): Round[] {
  return all.map(({ trace }, number) => {
    const seen = [...trace.settled].sort((a, b) => a.at - b.at);
    const guesses = seen.map(() => "settled");
    let before = 0;
    for (const text of trace.frames.get("facilitator") ?? []) {
      const frame = counted.safeParse(JSON.parse(text));
      if (!frame.success) continue;
      const { now, set } = frame.data;
      const n = set.facilitator.notSettled;
      const open = seen.flatMap(({ at }, place) =>
        at <= now && guesses[place] === "settled" ? [place] : [],
      );
      for (const place of n > before ? open.slice(before - n) : []) guesses[place] = "not yet";
      before = n;
    }
    return {
      session: trace.session,
      half: halfOf(number),
      cards: seen.map(({ who, settled, at }) => ({
        text: who,
        author: settled ? "settled" : "not yet",
        facts: new Map([["answered", at]]),
      })),
      timelines: new Map([["the number", guesses]]),
    };
  });
}

/** Phones' questions after a reply as rounds: the "author" is whether the phone's owner got one. */
export function asksFor(all: readonly Evidence[]): Round[] {
  return all.map(({ trace }, number) => {
    const [news = 0] = trace.replied.map((each) => each.news);
    const got = new Set(trace.replied.map(({ author }) => author));
    const cards = trace.asked
      .filter((each) => each.news === news)
      .map(({ who, sent, received, at }) => ({
        text: who,
        author: got.has(who) ? "reply" : "none",
        facts: new Map([
          ["sent", sent],
          ["received", received],
          ["asked", at],
        ]),
      }));
    const line = [...cards].map(({ author }) => author).sort();
    return {
      session: trace.session,
      half: halfOf(number),
      cards,
      timelines: new Map([["those with a reply last", line]]),
    };
  });
}
