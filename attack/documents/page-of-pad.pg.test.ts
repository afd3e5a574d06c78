import { describe, expect, test } from "vitest";
import { type KeptOfPad, padPage } from "@/attack/documents/pad-page";
import { PAD_ENTRIES_MAX, PAD_ENTRY_CHARACTERS_MAX } from "@/lib/documents/limits";
import { addEntry, rewriteEntry } from "@/lib/documents/pad-changes";
import { padColumn, padContentOf } from "@/lib/documents/pad-document";
import type { LiveClient } from "@/server/simulated/live-client";
import { openDocument } from "@/server/testing/document-client";
import { nodeForEachTest } from "@/server/testing/own-node";
import { openSheets, put, reads, sheetOf, writeSheet } from "@/server/testing/sheets";

/** What a page does with a sheet, against the server that it is written on. */

const at = nodeForEachTest();

function openPage(client: LiveClient, name: string, kept?: KeptOfPad) {
  const page = padPage(client, name, kept);
  return {
    ...page,
    opened: () => expect.poll(() => page.shared.doc).not.toBeNull(),
    saved: () => expect.poll(() => page.shared.state, { timeout: 20_000 }).toBe("saved"),
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
    page.offline();
    const long = "ß".repeat(PAD_ENTRY_CHARACTERS_MAX);
    for (let n = 0; n < PAD_ENTRIES_MAX; n += 1) addEntry(page.doc(), "guess", long);
    // Letter by letter, as people type.
    addEntry(page.doc(), "know", "");
    for (let n = 1; n <= PAD_ENTRY_CHARACTERS_MAX; n += 1) {
      rewriteEntry(page.doc(), "know", padColumn(page.doc(), "know").get(0), long.slice(0, n));
    }
    expect(page.shared.state).toBe("saving");
    page.online();
    await page.saved();
    expect(page.updates()).toBeGreaterThan(2);
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
    before.offline();
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
    page.offline();
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
