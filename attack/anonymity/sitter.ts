import { setTimeout as sleep } from "node:timers/promises";
import { momentOf, type Persona } from "@/attack/anonymity/personas";
import type { Trace } from "@/attack/anonymity/truth";
import type { Random } from "@/attack/random";
import { roleplayGroup, roleplaySeat } from "@/lib/activities/roleplay/record";
import { padName } from "@/lib/activities/roleplay/schema";
import type { RawCommand } from "@/lib/activities/simulation";
import { PAD_COLUMNS } from "@/lib/documents/pad";
import { removeEntry } from "@/lib/documents/pad-changes";
import { padColumn } from "@/lib/documents/pad-document";
import { REVISION_MAX } from "@/lib/ids";
import type { LiveClient } from "@/server/simulated/live-client";
import { openDocument } from "@/server/testing/document-client";
import { put, writeSheet } from "@/server/testing/sheets";

/** How somebody gets up from their chair, or changes something about it. */
export type GettingUp = "leaves" | "gives its seat up" | "takes another role" | "watches";

/** Rows that everybody puts on their group's sheet: how many is no habit. */
const ROWS_EACH = 2;

/** What a bot does where people sit in groups. */
export function sitterOf(input: {
  persona: Persona;
  random: Random;
  trace: Trace;
  client(): LiveClient;
  act(command: RawCommand): Promise<unknown>;
}) {
  const { persona, random, trace, client, act } = input;
  const { name } = persona;
  const seat = () => roleplaySeat.parse(client().view?.seat);
  const letter = () => roleplayGroup.parse(client().view?.group).letter;
  const satAt = new Map<string, number>();
  /** Rises when a seat was given up, so that sitting down again is no repeat. */
  let sitting = 1;

  return {
    sitting: () => sitting,
    gotUp(): void {
      sitting += 1;
    },
    sitsDown: (activity: string, at: number): void => {
      if (!satAt.has(activity)) satAt.set(activity, at);
    },
    /** Notes which chair it is, once roles are dealt. */
    async noteSeat(activity: string): Promise<void> {
      await client().until(({ seat: own }) => roleplaySeat.safeParse(own).data?.role);
      const chair = `${letter()}/${seat().role}`;
      trace.seated.push({ activity, who: name, chair, satAt: satAt.get(activity) ?? 0 });
    },
    async getUp(how: Exclude<GettingUp, "leaves">, ms: number): Promise<void> {
      await sleep(momentOf(persona, random) * ms);
      const { changes, role, played } = seat();
      if (how === "gives its seat up") {
        await act({ type: "leaveSeat", revision: REVISION_MAX });
        sitting += 1;
      } else if (how === "watches") {
        await act({ type: "watchRound", changes, on: true });
        await client().until(({ seat: own }) => roleplaySeat.safeParse(own).data?.watches);
        await act({ type: "watchRound", changes: changes + 1, on: false });
      } else {
        await act({ type: "otherRole", changes, round: played.length, role });
      }
    },
    /** Puts rows on the group's sheet, perhaps takes one away again. */
    async writeSheet(activity: string, ms: number): Promise<void> {
      await sleep(momentOf(persona, random) * ms);
      await client().until(({ group }) => roleplayGroup.safeParse(group).data?.pad?.isOpen);
      const group = letter();
      const sheet = await openDocument(client(), `${activity}/${padName(group)}`);
      const own = sheet.opened.writer?.client ?? null;
      trace.documents.push({
        ...{ who: name, name: `${activity}/${padName(group)}`, client: own },
        frames: sheet.frames,
      });
      for (let row = 0; row < ROWS_EACH; row += 1) {
        const text = `wort-${random.hex(16)}`;
        const column = random.pick(PAD_COLUMNS) ?? "guess";
        const written = { activity, group, text, author: name, writtenAt: Date.now() };
        if (!(await put(sheet, column, text)).ok) throw new Error("A row was not taken");
        const takesAway = row > 0 && random.chance(persona.withdraws);
        trace.rows.push({ ...written, fate: takesAway ? "removed" : "kept" });
        if (!takesAway) continue;
        const entry = padColumn(sheet.doc, column)
          .toArray()
          .find((each) => each.toString() === text);
        const taken = entry && (await writeSheet(sheet, (doc) => removeEntry(doc, column, entry)));
        if (!taken?.ok) throw new Error("A row could not be taken away");
      }
    },
  };
}
