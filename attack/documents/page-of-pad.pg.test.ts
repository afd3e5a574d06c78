import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { unsentIn } from "@/attack/documents/kept-unsent";
import { createLane } from "@/lib/client/lane";
import { PAD_UPDATE_BYTES, padModel } from "@/lib/client/pad-model";
import { openSharedDocument } from "@/lib/client/shared-document";
import {
  PAD_ENTRIES_MAX,
  PAD_ENTRY_CHARACTERS_MAX,
  UPDATES_EVERY_MS,
} from "@/lib/documents/limits";
import { addEntry, type PadChange, rewriteEntry } from "@/lib/documents/pad-changes";
import { padColumn, padContentOf } from "@/lib/documents/pad-document";
import type { LiveClient } from "@/server/simulated/live-client";
import { openDocument } from "@/server/testing/document-client";
import { nodeForEachTest } from "@/server/testing/own-node";
import { openSheets, put, reads, sheetOf, writeSheet } from "@/server/testing/sheets";

/** What a page does with a sheet, against the server that it is written on. */

const at = nodeForEachTest();

interface Kept {
  unsent: readonly PadChange[] | null;
  noRoom: PadChange[];
}

/** A page that has a sheet open over this connection; with `kept` it is the page after a reload. */
function openPage(client: LiveClient, name: string, kept: Kept = { unsent: null, noRoom: [] }) {
  const lane = createLane();
  let isUp = true;
  let updates = 0;
  const link = {
    isUp: () => isUp,
    request(event: string, frame: object): Promise<unknown> {
      if (event === "doc:update") updates += 1;
      return isUp ? client.ask(event, frame) : Promise.resolve("offline");
    },
    say: () => undefined,
  };
  lane.use(link);
  for (const event of ["doc", "doc:reset"]) {
    client.hear(event, (frame) => {
      if (isUp) lane.tell(event, frame);
    });
  }
  const shared = openSharedDocument({
    ...{ yjs: Y, lane, name, gatherMs: UPDATES_EVERY_MS, bytesAtOnce: PAD_UPDATE_BYTES },
    model: padModel((changes) => kept.noRoom.push(...changes)),
    unsent: unsentIn(kept),
    onChange: () => undefined,
  });
  return {
    ...{ shared, kept },
    get updates() {
      return updates;
    },
    doc(): Y.Doc {
      if (!shared.doc) throw new Error("It is not open");
      return shared.doc;
    },
    opened: () => expect.poll(() => shared.doc).not.toBeNull(),
    saved: () => expect.poll(() => shared.state, { timeout: 20_000 }).toBe("saved"),
    online(on: boolean) {
      isUp = on;
      lane.tell(on ? "up" : "down", null);
    },
  };
}

async function twoOfOneGroup() {
  const { inGroup } = await openSheets(at);
  const [one, two] = inGroup("A");
  if (!one || !two) throw new Error("unreachable");
  return { one: one.client, two: two.client, name: sheetOf("A") };
}

describe("a page that writes a sheet", () => {
  test("P246 sends what it wrote in an hour offline in as many updates as the guard takes", async () => {
    const { one, two, name } = await twoOfOneGroup();
    const page = openPage(one, name);
    await page.opened();
    page.online(false);
    const long = "ß".repeat(PAD_ENTRY_CHARACTERS_MAX);
    for (let n = 0; n < PAD_ENTRIES_MAX; n += 1) addEntry(page.doc(), "guess", long);
    // Letter by letter, as people type.
    addEntry(page.doc(), "know", "");
    for (let n = 1; n <= PAD_ENTRY_CHARACTERS_MAX; n += 1) {
      rewriteEntry(page.doc(), "know", padColumn(page.doc(), "know").get(0), long.slice(0, n));
    }
    expect(page.shared.state).toBe("saving");
    page.online(true);
    await page.saved();
    expect(page.updates).toBeGreaterThan(2);
    const other = await openDocument(two, name);
    expect(padContentOf(other.doc)).toEqual(padContentOf(page.doc()));
    expect(reads(other, "guess")).toHaveLength(PAD_ENTRIES_MAX);
    expect(page.kept.unsent).toBeNull();
  });

  test("P244 enters again after a reload what had not arrived, into the entry that it was written in", async () => {
    const { one, two, name } = await twoOfOneGroup();
    const before = openPage(one, name);
    await before.opened();
    addEntry(before.doc(), "ask", "Wann");
    await before.saved();
    before.online(false);
    rewriteEntry(before.doc(), "ask", padColumn(before.doc(), "ask").get(0), "Wann passt es?");
    addEntry(before.doc(), "ask", "Ist ein Nein in Ordnung?");
    before.shared.close();
    const other = await openDocument(two, name);
    await put(other, "ask", "Wen sonst?");
    const after = openPage(one, name, before.kept);
    await after.saved();
    const all = ["Wann passt es?", "Wen sonst?", "Ist ein Nein in Ordnung?"];
    expect(padContentOf(after.doc()).ask).toEqual(all);
    await expect.poll(() => reads(other, "ask")).toEqual(all);
    expect(after.kept.unsent).toBeNull();
  });

  test("P244 has as a draft again what found no room", async () => {
    const { one, two, name } = await twoOfOneGroup();
    const page = openPage(one, name);
    await page.opened();
    page.online(false);
    addEntry(page.doc(), "ask", "zu spät");
    page.shared.close();
    const other = await openDocument(two, name);
    const answer = await writeSheet(other, (doc) => {
      for (let n = 0; n < PAD_ENTRIES_MAX; n += 1) addEntry(doc, "ask", `Frage ${n}`);
    });
    expect(answer).toMatchObject({ ok: true });
    const after = openPage(one, name, page.kept);
    await after.opened();
    expect(after.kept.noRoom).toEqual([{ column: "ask", before: null, after: "zu spät" }]);
    expect(after.kept.unsent).toBeNull();
  });
});
