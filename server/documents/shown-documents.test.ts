import { expect, test } from "vitest";
import { liveDocument } from "@/server/documents/live-document";
import type { DocumentReader } from "@/server/documents/reader";
import { createShownDocuments } from "@/server/documents/shown-documents";

test("nothing is made for whoever was cut off while they asked (P208)", () => {
  const shown = createShownDocuments();
  const stored = { sessionId: "s", activity: "a", name: "n", key: "00" };
  const live = liveDocument({ ...stored, model: "board", epoch: 1, seq: 0 }, []);
  let made = 0;
  const counted = {
    ...live,
    row: live.row,
    state() {
      made += 1;
      return live.state();
    },
  };
  let isGone = false;
  const reader: DocumentReader = {
    ...{ role: "participant", mayRun: false, seat: null, who: "somebody" },
    ...{ send: () => undefined, isGone: () => isGone },
  };
  const open = () =>
    shown.opened(reader, { live: counted, writer: null, stateVector: null }, { doc: "a/n" });
  expect(open()).toMatchObject({ ok: true });
  isGone = true;
  for (let asked = 0; asked < 100; asked += 1) expect(open()).toEqual({ ok: false, code: "busy" });
  expect(made).toBe(1);
});
