import * as Y from "yjs";
import type { Installation } from "@/attack/crash/installation";
import { padPage } from "@/attack/documents/pad-page";
import type { Figures } from "@/attack/report";
import {
  attackDocumentsBySlowConsumers,
  type Keep,
  type SlowDocumentsOptions,
} from "@/attack/slow-consumers/slow-documents";
import { PAD_BYTES_MAX } from "@/lib/documents/limits";
import { PAD_COLUMNS } from "@/lib/documents/pad";
import { addEntry, removeEntry } from "@/lib/documents/pad-changes";
import { padColumn, padContentOf } from "@/lib/documents/pad-document";
import { connect } from "@/server/db/client";
import { randomId } from "@/server/rooms/chance";
import { connectClient } from "@/server/simulated/live-client";
import { type DocumentClient, openDocument } from "@/server/testing/document-client";
import {
  put,
  SHEET_WRITERS,
  sheetOf,
  sitDown,
  withSheets,
  writeSheet,
} from "@/server/testing/sheets";
import { changePlan } from "@/server/testing/workshop";

/** Each puts so many rows on the sheet, and takes them away again, while the peers stand still. */
const ROWS_EACH = 5;
/** A sheet that was written for hours holds what is gone, too: three quarters of what it may before it is written anew. */
const SHEET_BYTES = (PAD_BYTES_MAX * 3) / 4;
/** Letters of one update of it; its guard takes no more than 200 structs. */
const LETTERS_AT_ONCE = 190;
const SHEET = sheetOf("A");

/**
 * Nobody reads the sheet of a group whose other phones write it. The peers are further tabs of the group's fourth phone, and
 * consoles, which read every sheet.
 */
export const attackSheetsBySlowConsumers = (options: SlowDocumentsOptions): Promise<Figures> =>
  attackDocumentsBySlowConsumers(options, async (installation, keep) => {
    const { id, cookie, facilitator, inGroup } = await sheetsOn(installation, keep);
    const [stalled, ...others] = inGroup;
    if (!stalled) throw new Error("Nobody is in the group");
    const sheets = await Promise.all(others.map(({ client }) => openDocument(client, SHEET)));
    await fillSheet(sheets);
    const answerBytes = (await openDocument(facilitator, SHEET)).opened.u.length;
    return {
      shakes: {
        phone: () => ({ role: "participant", session: id, device: stalled.device }),
        console: () => ({ role: "facilitator", session: id }),
      },
      ...{ cookie, document: SHEET, answerBytes },
      write: () => writeRows(sheets),
      open: (client) => padPage(client, SHEET),
      textOf: ({ shared: { doc } }) => doc && JSON.stringify(padContentOf(doc)),
      change({ phone }) {
        const row = "geschrieben, während nichts ankam";
        if (!addEntry(phone.doc(), "ask", row)) throw new Error("There is no room");
        return (page) => padContentOf(page.doc()).ask.includes(row);
      },
    };
  });

/** A session on an installation whose groups write their sheets, and who is in the first of them. */
async function sheetsOn(installation: Installation, keep: Keep) {
  const [url = ""] = installation.urls;
  const { id, cookie } = await installation.first().open(null, 0);
  const { db, close } = connect(installation.databaseUrl());
  await changePlan({ server: { db } }, id, withSheets);
  await close();
  const devices = Array.from({ length: SHEET_WRITERS }, () => randomId());
  const facilitator = keep(
    await connectClient(
      url,
      { role: "facilitator", session: id },
      { cookie: cookie ?? "", keepFrames: false },
    ),
  );
  const participants = await Promise.all(
    devices.map(async (device) =>
      keep(
        await connectClient(
          url,
          { role: "participant", session: id, device },
          { keepFrames: false },
        ),
      ),
    ),
  );
  const seated = await sitDown({ facilitator, participants, devices });
  return {
    ...{ id, cookie: cookie ?? "", facilitator },
    inGroup: seated.filter(({ letter }) => letter === "A"),
  };
}

/** Writes and takes away again and again, as in hours. */
async function fillSheet([sheet]: readonly DocumentClient[]): Promise<void> {
  if (!sheet) throw new Error("There are no others");
  await put(sheet, "guess", "()");
  while (Y.encodeStateAsUpdate(sheet.doc).byteLength < SHEET_BYTES) {
    const answer = await writeSheet(sheet, (doc) => {
      const entry = padColumn(doc, "guess").get(0);
      // Each before the last one: it stays a struct of its own when it is gone.
      for (let letters = 0; letters < LETTERS_AT_ONCE; letters += 1) entry.insert(1, "x");
      entry.delete(1, LETTERS_AT_ONCE);
    });
    if (!answer.ok) throw new Error(`Writing: ${answer.code}`);
  }
}

/** Everybody puts rows on the sheet at once, and takes one away again; what was not taken is a defect. */
async function writeRows(sheets: readonly DocumentClient[]): Promise<string[]> {
  const one = async (sheet: DocumentClient, n: number): Promise<string[]> => {
    const column = PAD_COLUMNS[n % PAD_COLUMNS.length] ?? "guess";
    const refused: string[] = [];
    for (let row = 0; row < ROWS_EACH; row += 1) {
      const answers = [
        await put(sheet, column, `Zeile ${n}.${row}`),
        await writeSheet(sheet, (doc) =>
          removeEntry(doc, column, padColumn(doc, column).get(padColumn(doc, column).length - 1)),
        ),
      ];
      for (const each of answers) if (!each.ok) refused.push(`a row was refused: ${each.code}`);
    }
    return refused;
  };
  return (await Promise.all(sheets.map(one))).flat();
}
