import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { takeUpdate } from "@/lib/documents/guard";
import { PAD_ENTRIES_MAX, PAD_ENTRY_CHARACTERS_MAX } from "@/lib/documents/limits";
import {
  addEntry,
  asFew,
  enterAgain,
  type PadChange,
  removeEntry,
  rewriteEntry,
} from "@/lib/documents/pad-changes";
import { padColumn, padContentOf } from "@/lib/documents/pad-document";

/** A document that notes what was changed of it. */
function noting(): { doc: Y.Doc; noted: PadChange[]; updates: Uint8Array[] } {
  const doc = new Y.Doc();
  const noted: PadChange[] = [];
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array, origin: PadChange) => {
    updates.push(update);
    noted.push(origin);
  });
  return { doc, noted, updates };
}

function entry(doc: Y.Doc, at: number): Y.Text {
  const found = padColumn(doc, "guess").get(at);
  if (!found) throw new Error(`No entry ${at}`);
  return found;
}

const guesses = (doc: Y.Doc) => padContentOf(doc).guess;

describe("changes of a pad", () => {
  it("are updates that the guard takes, each with what it did in plain text", () => {
    const { doc, noted, updates } = noting();
    addEntry(doc, "guess", "Sie war müde 😀");
    rewriteEntry(doc, "guess", entry(doc, 0), "Sie war sehr müde 😁");
    rewriteEntry(doc, "guess", entry(doc, 0), "Sie war sehr müde 😁");
    addEntry(doc, "guess", "");
    removeEntry(doc, "guess", entry(doc, 1));
    expect(guesses(doc)).toEqual(["Sie war sehr müde 😁"]);
    expect(noted).toEqual([
      { column: "guess", before: null, after: "Sie war müde 😀" },
      { column: "guess", before: "Sie war müde 😀", after: "Sie war sehr müde 😁" },
      { column: "guess", before: null, after: "" },
      { column: "guess", before: "", after: null },
    ]);
    const server = new Y.Doc();
    for (const update of updates) {
      expect(takeUpdate(server, update, { client: doc.clientID, model: "pad" })).toBeNull();
    }
    expect(padContentOf(server)).toEqual(padContentOf(doc));
  });

  it("stop at the limits", () => {
    const { doc } = noting();
    for (let n = 0; n < PAD_ENTRIES_MAX; n += 1) expect(addEntry(doc, "guess", `${n}`)).toBe(true);
    expect(addEntry(doc, "guess", "one more")).toBe(false);
    rewriteEntry(doc, "guess", entry(doc, 0), "x".repeat(PAD_ENTRY_CHARACTERS_MAX + 1));
    expect(guesses(doc)[0]).toHaveLength(PAD_ENTRY_CHARACTERS_MAX);
  });

  it("change nothing of an entry that somebody has taken away", () => {
    const { doc, noted } = noting();
    addEntry(doc, "guess", "one");
    const gone = entry(doc, 0);
    removeEntry(doc, "guess", gone);
    rewriteEntry(doc, "guess", gone, "two");
    removeEntry(doc, "guess", gone);
    expect(noted).toHaveLength(2);
  });

  it("letter by letter are one change, and what came and went is none", () => {
    const column = "ask" as const;
    expect(
      asFew([
        { column, before: null, after: "W" },
        { column: "know", before: "W", after: "Wo" },
        { column, before: "W", after: "Wa" },
        { column, before: "Wa", after: "Wann?" },
        { column, before: null, after: "Wo?" },
        { column, before: "Wo?", after: null },
      ]),
    ).toEqual([
      { column, before: null, after: "Wann?" },
      { column: "know", before: "W", after: "Wo" },
    ]);
  });
});

describe("P244 what was not saved is entered again", () => {
  const column = "guess" as const;

  it("into the entry that it was written in, else as a new one, and never twice", () => {
    const { doc } = noting();
    for (const text of ["kept", "taken away", "known"]) addEntry(doc, column, text);
    const left = enterAgain(doc, [
      { column, before: "kept", after: "kept and changed" },
      { column, before: "taken away", after: null },
      { column, before: "nowhere", after: "comes as a new one" },
      { column, before: "nowhere", after: null },
      { column, before: null, after: "known" },
      { column, before: null, after: "  " },
    ]);
    expect(guesses(doc)).toEqual(["kept and changed", "known", "comes as a new one"]);
    expect(left).toEqual([]);
  });

  it("and what finds no room is handed back", () => {
    const { doc } = noting();
    for (let n = 0; n < PAD_ENTRIES_MAX; n += 1) addEntry(doc, column, `${n}`);
    const late = { column, before: null, after: "late" };
    expect(enterAgain(doc, [late, { column, before: "3", after: "3 and more" }])).toEqual([late]);
    expect(guesses(doc)).toContain("3 and more");
  });
});
