import { expect, test } from "vitest";
import * as Y from "yjs";
import type { PadWriting } from "@/lib/activities/simulation";
import { takeUpdate } from "@/lib/documents/guard";
import { padContentOf } from "@/lib/documents/pad-document";
import { type DocumentLine, writePad } from "@/server/simulated/pad-writing";

/** A line on which one pad is open, under a new number each time, behind the guard of real ones. */
function lineTo(name: string): DocumentLine & { doc: Y.Doc; asked: string[] } {
  const doc = new Y.Doc();
  const asked: string[] = [];
  let client = 1;
  return {
    ...{ doc, asked },
    async open(frame) {
      asked.push(frame.doc);
      if (frame.doc !== name) return { ok: false, code: "not-allowed" };
      client += 1;
      const u = Buffer.from(Y.encodeStateAsUpdate(doc)).toString("base64");
      return { ok: true, epoch: 1, seq: 0, writer: { client, lease: "0".repeat(64) }, u };
    },
    async update({ n, u }) {
      const refused = takeUpdate(doc, Buffer.from(u, "base64"), { client, model: "pad" });
      return refused === null ? { ok: true, n, seq: 1 } : { ok: false, code: "refused", n };
    },
  };
}

const writing: PadWriting = {
  anyOf: ["group-a", "group-b", "group-c"],
  entries: [
    { column: "guess", text: "Eins" },
    { column: "ask", text: "Zwei?" },
  ],
};
const written = { guess: ["Eins"], know: [], ask: ["Zwei?"] };

test("what somebody writes is on the pad that takes it, once, however often they write it", async () => {
  const line = lineTo("chairs/group-b");
  await writePad(line, "chairs", writing);
  expect(padContentOf(line.doc)).toEqual(written);
  expect(line.asked).toEqual(["chairs/group-a", "chairs/group-b"]);
  await writePad(line, "chairs", writing);
  expect(padContentOf(line.doc)).toEqual(written);
  // Somebody else's stands beside it.
  await writePad(line, "chairs", { ...writing, entries: [{ column: "guess", text: "Drei" }] });
  expect(padContentOf(line.doc)).toEqual({ ...written, guess: ["Eins", "Drei"] });
});

test("and nowhere where none takes it", async () => {
  const line = lineTo("chairs/group-z");
  await writePad(line, "chairs", writing);
  expect(padContentOf(line.doc)).toEqual({ guess: [], know: [], ask: [] });
  expect(line.asked).toHaveLength(3);
});
