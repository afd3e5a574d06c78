import * as Y from "yjs";
import * as z from "zod";
import { WORD } from "@/attack/anonymity/bot";
import type { Found } from "@/attack/anonymity/disk";
import type { Evidence, Facts } from "@/attack/anonymity/evidence";
import { halfOf, type Round } from "@/attack/anonymity/guess";
import { plainPad } from "@/lib/activities/roleplay/events";
import { padName } from "@/lib/activities/roleplay/schema";
import { documentFrame } from "@/lib/documents/wire";

const kept = z.object({
  row: z.object({
    event: z.object({
      event: z.object({ type: z.literal("padsKept"), pads: z.record(z.string(), plainPad) }),
    }),
  }),
});

/** Rows with all that the log says of them: their column, and their place in it. */
function factsInLog({ rows }: Evidence): Map<string, Facts> {
  const facts = new Map<string, Facts>();
  for (const { row } of rows) {
    const pads = kept.safeParse(row).data?.row.event.event.pads ?? {};
    for (const [column, entries] of Object.values(pads).flatMap((pad) => Object.entries(pad))) {
      for (const [place, text] of entries.entries()) {
        facts.set(
          text,
          new Map<string, string | number>([
            ["column", column],
            ["place", place],
          ]),
        );
      }
    }
  }
  return facts;
}

/** Rows with the client id that wrote them, as everybody in the group gets them and facilitators do. */
function factsInFrames({ trace }: Evidence): Map<string, Facts> {
  const facts = new Map<string, Facts>();
  for (const { who, frames } of trace.documents) {
    if (who !== "facilitator") continue;
    for (const text of frames) {
      const update = Buffer.from(documentFrame.parse(JSON.parse(text)).u, "base64");
      for (const struct of Y.decodeUpdate(update).structs) {
        if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
        facts.set(struct.content.str, new Map([["client id", struct.id.client]]));
      }
    }
  }
  return facts;
}

/**
 * Who wrote which row of a group's sheet, as rounds, a group each. `from` what is left of them when the session is over: the
 * log and the disk; or from the frames while they were written, of which the group is told that they are not anonymous.
 */
export function rowsOf(
  all: readonly Evidence[],
  from: { found: Pick<Found, "tables" | "log"> } | "frames",
): Round[] {
  return all.flatMap((evidence, number) => {
    const { rows, joined, session } = evidence.trace;
    const told = from === "frames" ? factsInFrames(evidence) : factsInLog(evidence);
    const factsOf = (text: string): Facts => {
      const facts = new Map(told.get(text));
      if (from === "frames") return facts;
      for (const place of ["tables", "log"] as const) {
        const offset = from.found[place].get(text);
        if (offset !== undefined) facts.set(place, offset);
      }
      return facts;
    };
    const left = rows.filter(({ fate }) => fate === "kept");
    return [...new Set(left.map(({ group }) => group))].map((group): Round => {
      const inGroup = left.filter((row) => row.group === group);
      const line = (by: (row: (typeof inGroup)[number]) => number) =>
        [...inGroup].sort((a, b) => by(a) - by(b)).map(({ author }) => author);
      return {
        session,
        half: halfOf(number),
        cards: inGroup.map(({ text, author }) => ({ text, author, facts: factsOf(text) })),
        timelines: new Map([
          ["written", line(({ writtenAt }) => writtenAt)],
          ["joined", line(({ author }) => joined.indexOf(author))],
        ]),
      };
    });
  });
}

/** Rows of a sheet reach their group and facilitators, and what was taken away stays nowhere. */
export function findInSheets({ trace }: Evidence): string[] {
  const found = new Set<string>();
  const rowOf = new Map(trace.rows.map((row) => [row.text, row]));
  const mayRead = (who: string, { group, activity }: (typeof trace.rows)[number]) =>
    who === "facilitator" ||
    trace.documents.some(
      (each) => each.who === who && each.name === `${activity}/${padName(group)}`,
    );
  for (const [who, frames] of trace.frames) {
    for (const [word] of frames.join("\n").matchAll(WORD)) {
      const row = rowOf.get(word);
      if (!row) continue;
      if (!mayRead(who, row)) found.add("a row of another group's sheet");
      if (row.fate === "removed") found.add("a row that was taken away, beside the sheet itself");
    }
  }
  return [...found];
}
