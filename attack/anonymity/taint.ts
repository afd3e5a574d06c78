import type { Trace } from "@/attack/anonymity/truth";
import { documentFrame } from "@/lib/documents/wire";

export interface Place {
  where: string;
  text: string;
}

/** Secrets are at least this long; anything shorter would be found by chance. */
const SHORTEST = 16;

/**
 * Looks for every secret in every place, all at once: a pattern finds whatever could be one, a set
 * says whether it is. Names each kind of secret and place once.
 */
export function findTaint(
  secrets: readonly { what: string; value: string }[],
  places: readonly Place[],
): string[] {
  const kinds = new Map<string, string>();
  for (const { what, value } of secrets) if (value.length >= SHORTEST) kinds.set(value, what);
  const found = new Set<string>();
  for (const { where, text } of places) {
    for (const [candidate] of text.matchAll(/[\w.=%-]{16,}/g)) {
      const what = kinds.get(candidate);
      if (what !== undefined) found.add(`${what} in ${where}`);
    }
  }
  return [...found].sort();
}

/** Frames and answers: whatever anybody was sent. */
export function sentPlaces(traces: readonly Trace[]): Place[] {
  return traces.flatMap(({ frames, answers, documents }) => [
    ...documents.flatMap((each) =>
      each.frames.map((text) => ({
        where: "frames of documents",
        text: Buffer.from(documentFrame.parse(JSON.parse(text)).u, "base64").toString("latin1"),
      })),
    ),
    ...[...frames].flatMap(([who, texts]) =>
      texts.map((text) => ({
        where: who === "facilitator" || who === "stage" ? `frames of ${who}` : "frames of others",
        text,
      })),
    ),
    ...answers.map((text) => ({ where: "answers", text })),
  ]);
}

/** Addresses of devices; the server's own, which it prints, is the same as the bots' here. */
const ADDRESS = /(?:\d{1,3}\.){3}\d{1,3}|::1|::ffff:/;

/** What no log line may hold: words, codes, addresses, sessions next to people. */
export function findInLogs(
  logs: { server: string; database: string },
  traces: readonly Trace[],
): string[] {
  const found = new Set<string>();
  const all = `${logs.server}\n${logs.database}`;
  if (/wort-/.test(all)) found.add("a card's words in a log");
  for (const { codes, session } of traces) {
    if (codes.some((code) => all.includes(code))) found.add("a join code in a log");
    if (all.includes(session)) found.add("a session's id in a log");
  }
  // The database prints the address that it listens on.
  if (ADDRESS.test(logs.server)) found.add("an address in the server's log");
  return [...found];
}
