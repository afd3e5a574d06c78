import { setTimeout as delay } from "node:timers/promises";
import * as Y from "yjs";
import type * as z from "zod";
import type { openSheets, seenOnSheets, writeSheets } from "@/bench/load/orders";
import type { LeanPhone } from "@/bench/load/phone";
import { createTally, type Tally } from "@/bench/load/tally";
import { now } from "@/bench/processes";
import { PAD_ENTRY_CHARACTERS_MAX } from "@/lib/documents/limits";
import { PAD_COLUMNS, type PadColumn } from "@/lib/documents/pad";
import { addEntry, rewriteEntry } from "@/lib/documents/pad-changes";
import { padColumn } from "@/lib/documents/pad-document";
import { type DocumentFrame, openAnswer, updateAnswer } from "@/lib/documents/wire";

/** What a thumb types in a quarter of a second. */
const TYPED = "ja ";

/** What one wants to see is looked for this often. */
const LOOK_EVERY_MS = 20;

type Written = z.infer<typeof writeSheets.answer>["updates"];

/** The sheets that the phones of a room write, as far as this process holds those. */
export interface Sheets {
  open(ask: z.infer<typeof openSheets.ask>): Promise<z.infer<typeof openSheets.answer>>;
  write(ask: z.infer<typeof writeSheets.ask>): Promise<z.infer<typeof writeSheets.answer>>;
  seen(ask: z.infer<typeof seenOnSheets.ask>): Promise<z.infer<typeof seenOnSheets.answer>>;
  /** Something came to a phone or a console. */
  hear(phone: LeanPhone, frame: DocumentFrame, at: number): void;
}

/** When rows came to one screen that has a sheet open. */
interface Screen {
  phone: LeanPhone;
  doc: string;
  rows: number[];
  at: number[];
}

export function createSheets({
  phones,
  consoles,
  bytes,
}: {
  phones(): readonly LeanPhone[];
  consoles(): readonly LeanPhone[];
  /** What the phones have received. */
  bytes(): number;
}): Sheets {
  const typists: Typist[] = [];
  const screens: Screen[] = [];
  let bytesBefore = 0;

  const openOne = async (phone: LeanPhone, doc: string) => {
    const answer = openAnswer.safeParse(await phone.ask("doc:open", { doc }));
    if (!answer.success || !answer.data.ok) return null;
    screens.push({ phone, doc, rows: [], at: [] });
    return answer.data;
  };

  return {
    async open({ names }) {
      const writers: Record<string, number> = {};
      for (const phone of phones()) {
        for (const doc of names) {
          const opened = await openOne(phone, doc);
          if (!opened?.writer) continue;
          const { epoch, writer, u } = opened;
          typists.push(typist(phone, { doc, epoch, client: writer.client, u }, typists.length));
          writers[doc] = (writers[doc] ?? 0) + 1;
          break;
        }
      }
      for (const console_ of consoles()) for (const doc of names) await openOne(console_, doc);
      return { writers };
    },

    async write({ perSecond, seconds }) {
      const tally = createTally();
      const updates: Written = [];
      for (const screen of screens) Object.assign(screen, { rows: [], at: [] });
      bytesBefore = bytes();
      const began = now();
      await Promise.all(
        typists.map(async (each, n) => {
          let sending: Promise<void> | null = null;
          // Spread over the second, as people are.
          const first = n / typists.length;
          for (let times = 0; times < perSecond * seconds; times += 1) {
            const at = began + ((first + times) * 1_000) / perSecond;
            await delay(Math.max(0, at - now()));
            each.type();
            // What is typed before the answer goes with the next one, as a page sends it.
            sending ??= each.send(tally, updates).finally(() => {
              sending = null;
            });
          }
          await sending;
          await each.send(tally, updates);
        }),
      );
      return { ...tally.played(), updates };
    },

    async seen({ rows, withinMs }) {
      const until = now() + withinMs;
      const isBehind = ({ doc, rows: seen }: Screen) => (seen.at(-1) ?? 0) < (rows[doc] ?? 0);
      while (now() < until && screens.some(isBehind)) await delay(LOOK_EVERY_MS);
      return {
        screens: screens.map(({ doc, rows: seen, at }) => ({ doc, rows: seen, at })),
        bytes: bytes() - bytesBefore,
      };
    },

    hear(phone, { doc, seq }, at) {
      const screen = screens.find((each) => each.phone === phone && each.doc === doc);
      screen?.rows.push(seq);
      screen?.at.push(at);
    },
  };
}

/** Somebody who types on slips of their own, and need not know what others write meanwhile. */
interface Typist {
  type(): void;
  /** Sends what was typed until nothing waits. */
  send(tally: Tally, updates: Written): Promise<void>;
}

function typist(
  phone: LeanPhone,
  { doc: name, epoch, client, u }: { doc: string; epoch: number; client: number; u: string },
  number: number,
): Typist {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Buffer.from(u, "base64"));
  doc.clientID = client;
  let waiting: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => waiting.push(update));
  const slips = new Map<PadColumn, Y.Text>();
  let at = number;
  let sent = 0;

  return {
    type() {
      const column = PAD_COLUMNS[at % PAD_COLUMNS.length] ?? "guess";
      const slip = slips.get(column);
      if (!slip) {
        addEntry(doc, column, TYPED);
        const entries = padColumn(doc, column).toArray();
        const own = entries.at(-1);
        if (own) slips.set(column, own);
      } else if (slip.length + TYPED.length <= PAD_ENTRY_CHARACTERS_MAX) {
        rewriteEntry(doc, column, slip, slip.toString() + TYPED);
      } else {
        // Full: another one, which is begun anew once it was full before.
        at += 1;
        const next = PAD_COLUMNS[at % PAD_COLUMNS.length] ?? "guess";
        const known = slips.get(next);
        if (known && known.length >= PAD_ENTRY_CHARACTERS_MAX - TYPED.length) {
          rewriteEntry(doc, next, known, TYPED);
        }
      }
    },
    async send(tally, updates) {
      while (waiting.length > 0) {
        const update = Y.mergeUpdates(waiting);
        waiting = [];
        sent += 1;
        const sentAt = now();
        const frame = {
          ...{ doc: name, epoch, n: sent },
          u: Buffer.from(update).toString("base64"),
        };
        const taken = await tally.ask(async () => {
          const answer = updateAnswer.safeParse(await phone.ask("doc:update", frame));
          return answer.success ? answer.data : "lost";
        });
        if (taken) updates.push({ doc: name, sentAt, after: taken.seq });
      }
    },
  };
}
