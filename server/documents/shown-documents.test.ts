import { expect, test } from "vitest";
import { positionOf } from "@/lib/session/state";
import { createMemorySession, plannedWorkshop } from "@/lib/testing/memory-session";
import { liveDocument } from "@/server/documents/live-document";
import type { DocumentReader } from "@/server/documents/reader";
import { createShownDocuments } from "@/server/documents/shown-documents";

const DOC = "small-no/themes";

/** A session in which a board is written that nobody has laid anything on, and how often all of it was made for somebody. */
function withBoard() {
  const session = createMemorySession(plannedWorkshop(), 1);
  session.send("facilitator", { type: "begin", endsAt: null });
  while (positionOf(session.state).phase !== "cluster") {
    session.send("facilitator", { type: "advance", from: positionOf(session.state) });
  }
  const row = { sessionId: "s", activity: "small-no", name: "themes", key: "00", seq: 0 };
  const live = liveDocument({ ...row, model: "board", epoch: 2 }, []);
  let made = 0;
  const counted = {
    ...live,
    row: live.row,
    state() {
      made += 1;
      return live.state();
    },
  };
  const replica = { state: session.state, seats: null, documents: new Map([[DOC, counted]]) };
  return { replica, made: () => made };
}

const readerWho = (isGone: () => boolean): DocumentReader => ({
  ...{ role: "participant", mayRun: false, seat: null, who: "somebody" },
  ...{ send: () => undefined, isGone },
});

const BUSY = { ok: false, code: "busy" };

test("nothing is made for whoever was cut off while they asked (P208)", () => {
  const shown = createShownDocuments();
  const { replica, made } = withBoard();
  let isGone = false;
  const reader = readerWho(() => isGone);
  const outcome = { epoch: 2, writer: { client: 7, lease: "" }, stateVector: null };
  const open = () => shown.opened(reader, outcome, { doc: DOC }, replica);
  expect(open()).toMatchObject({ ok: true });
  isGone = true;
  for (let asked = 0; asked < 100; asked += 1) expect(open()).toEqual(BUSY);
  expect(made()).toBe(1);
});

test("what its batch has written anew or closed is asked for again, and nobody is given a part of another (P282)", () => {
  const shown = createShownDocuments();
  const { replica, made } = withBoard();
  const reader = readerWho(() => false);
  const before = { epoch: 1, writer: { client: 7, lease: "" }, stateVector: null };
  expect(shown.opened(reader, before, { doc: DOC }, replica)).toEqual(BUSY);
  const none = { ...replica, documents: new Map() };
  expect(shown.opened(reader, { ...before, epoch: 2 }, { doc: DOC }, none)).toEqual(BUSY);
  expect(made()).toBe(0);
  // Whoever only reads is given no client id, whatever was so when it was asked.
  const answer = shown.opened(reader, { ...before, epoch: 2 }, { doc: DOC }, replica);
  expect(answer).toMatchObject({ ok: true, epoch: 2, writer: null });
});
