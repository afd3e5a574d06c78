import { createHash } from "node:crypto";
import type { Evidence, Json } from "@/attack/anonymity/evidence";
import type { CardTruth, Trace } from "@/attack/anonymity/truth";

/**
 * Positive controls: what the product would leave if it leaked in a known way. They change what the
 * adversary holds, never the product, which has no switch for them.
 */
export interface Variant {
  name: string;
  /** By what authors must be told, beyond doubt; null where nobody is told by it alone. */
  seen: Seen | null;
  /** What the checks of structure must say besides; null where only statistics can see it. */
  structure: RegExp | null;
  leak(evidence: Evidence): Evidence;
}

/**
 * A channel, and the one of its attacks that sees the leak. Not whichever does best in the other half, as in a run that
 * makes the claim: in one session another one does as well now and then by chance, and sees nothing in the other two.
 * That the best is found among many, given enough, `guess.test.ts` shows.
 */
interface Seen {
  channel: string;
  attack: string;
}

/** An object of JSON. */
export type Fields = { [key: string]: Json };

/** A piece of JSON with every object in it changed, wherever it stands. */
export const changed = (text: string, change: (fields: Fields, name: string) => Json): string =>
  JSON.stringify(
    JSON.parse(text, (name: string, value: Json) => {
      const hasFields = value !== null && typeof value === "object" && !Array.isArray(value);
      return hasFields ? change(value, name) : value;
    }),
  );

export const sorted = (fields: Fields, by: (name: string, value: Json) => number): Fields =>
  Object.fromEntries(Object.entries(fields).sort(([a, x], [b, y]) => by(a, x) - by(b, y)));

export const withTrace = (evidence: Evidence, change: Partial<Trace>): Evidence => ({
  ...evidence,
  trace: { ...evidence.trace, ...change },
});

export type ChangeText = (text: string) => string;

export const inRows = (evidence: Evidence, change: ChangeText): Evidence => ({
  ...evidence,
  rows: evidence.rows.map(({ table, text: before }) => {
    const text = change(before);
    return { table, text, row: JSON.parse(text) };
  }),
});

export const inFrames = (evidence: Evidence, change: ChangeText): Evidence =>
  withTrace(evidence, {
    frames: new Map([...evidence.trace.frames].map(([who, texts]) => [who, texts.map(change)])),
  });

/** Somebody gets frames beside their own. */
export function withMore(
  evidence: Evidence,
  who: string,
  more: readonly string[],
  change: ChangeText = (text) => text,
): Evidence {
  const { frames } = evidence.trace;
  const texts = [...(frames.get(who) ?? []).map(change), ...more];
  return withTrace(evidence, { frames: new Map([...frames, [who, texts]]) });
}

export const truthsOf = ({ trace }: Evidence) =>
  new Map(trace.cards.map((card) => [card.text, card]));

/** Changes each card by the truth about it. */
export function cards(evidence: Evidence, change: (truth: CardTruth) => Fields): ChangeText {
  const truths = truthsOf(evidence);
  return (text) =>
    changed(text, (fields) => {
      const truth = "markHash" in fields ? truths.get(String(fields.text)) : undefined;
      return truth ? { ...fields, ...change(truth) } : fields;
    });
}

/** Chance that is the same each time. */
export const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A frame as it would be sent at the moment when a participant did something. */
export const patch = (at: number, counter: number, set: object): string => {
  const version = [digest("leak").slice(0, 32), counter];
  return JSON.stringify({ kind: "patch", version, now: Math.ceil(at), set, gone: [] });
};

/** The facilitator hears of something in each quiet stretch of which `heardIn` tells frames, by its phase. */
export function withHeard(
  evidence: Evidence,
  heardIn: (phase: string) => readonly string[],
): Evidence {
  const { trace } = evidence;
  const frames = [...(trace.frames.get("facilitator") ?? [])];
  let added = 0;
  const quiet = trace.quiet.map(({ phase, from, to, isOfChairs }) => {
    const heard = heardIn(phase);
    const [begins, ends] = [from, to].map((each) => (each.get("facilitator") ?? 0) + added);
    frames.splice(ends ?? 0, 0, ...heard);
    added += heard.length;
    return {
      ...{ phase, isOfChairs },
      from: new Map([...from, ["facilitator", begins ?? 0]]),
      to: new Map([...to, ["facilitator", (ends ?? 0) + heard.length]]),
    };
  });
  return withTrace(evidence, {
    quiet,
    frames: new Map([...trace.frames, ["facilitator", frames]]),
  });
}
