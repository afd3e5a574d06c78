import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { MARKS_ASKED } from "@/lib/session/commands";
import { connect, type DbConnection } from "@/server/db/client";
import { activityKeys } from "@/server/db/schema/sessions";
import { createLog } from "@/server/log";
import { randomId } from "@/server/rooms/chance";
import { openRoom, type Room } from "@/server/rooms/room";
import type { CommandSubmission } from "@/server/rooms/submission";
import { nodeForEachTest } from "@/server/testing/own-node";
import { advance, advanceTo, begin, handIn, openWorkshop } from "@/server/testing/workshop";

const at = nodeForEachTest();
let own: DbConnection;
let room: Room | null;

beforeEach(() => {
  own = connect(at.database.url);
});

afterEach(async () => {
  await room?.close();
  await own.close();
});

/** Five cards under review, a long reply to the first one's author. */
async function replied() {
  const opened = await openWorkshop(at.node, 5);
  const { facilitator, participants } = opened;
  at.open.push(facilitator, ...participants);
  await begin(facilitator);
  await advanceTo(facilitator, "small-no", "write");
  await Promise.all(
    participants.map((each) => each.until((view) => view.activity?.phase === "write")),
  );
  const cards = await Promise.all(participants.map((each, n) => handIn(each, `Ein Nein ${n}`)));
  await advance(facilitator);
  const review = await facilitator.until((view) => {
    const shown = Object.values(view.review ?? {});
    return shown.length === 5 && shown;
  });
  const first = review.find(({ text }) => text.endsWith("0"));
  const reply = { type: "replyBlind", card: first?.id ?? "", text: "Danke. ".repeat(40) } as const;
  expect(await facilitator.send(reply)).toEqual({ ok: true });
  return { ...opened, mark: cards[0]?.mark ?? "" };
}

test("P69 a question with one mark many times is bad input, and nobody else's command suffers", async () => {
  const { participants, mark } = await replied();
  const marks = Array.from({ length: MARKS_ASKED }, () => mark);
  const [author, other] = participants;
  const [bad, good] = await Promise.all([
    author?.send({ type: "askAboutOwnCards", marks }),
    other?.send({ type: "wantToTalk", mark: null, revision: 1 }),
  ]);
  expect(bad).toEqual({ ok: false, code: "bad-input" });
  expect(good).toEqual({ ok: true });
});

test("P69 a command over which a rule stumbles waits alone; the others of its batch have their effect", async () => {
  const { id, mark } = await replied();
  room = await openRoom({
    db: own.db,
    log: createLog({ mode: "test", logLevel: "silent" }),
    now: () => Date.now(),
    node: "this one",
    sessionId: id,
    onEnded: () => undefined,
    onUnreadable: () => undefined,
  });
  // What no schema lets through, so that the rule finds no room for its answer.
  const marks = Array.from({ length: MARKS_ASKED }, () => mark);
  const from = (command: CommandSubmission["frame"]["command"]): CommandSubmission => ({
    sender: { kind: "participant", device: randomId() },
    frame: { id: randomId(), command },
  });
  const answers = await Promise.all([
    room?.submit(from({ type: "wantToTalk", mark: null, revision: 1 })),
    room?.submit(from({ type: "askAboutOwnCards", marks })),
    room?.submit(from({ type: "wantToTalk", mark: null, revision: 1 })),
  ]);
  expect(answers).toEqual([{ ok: true }, { ok: false, code: "busy" }, { ok: true }]);
});

test("what arrives after the end leaves nothing behind, no key either", async () => {
  const { facilitator, participants, id } = await replied();
  expect(await facilitator.send({ type: "end" })).toEqual({ ok: true });
  const late = { type: "wantToTalk", mark: null, revision: 1 } as const;
  expect(await participants[1]?.send(late)).toEqual({ ok: false, code: "closed" });
  const keys = await own.db.select().from(activityKeys).where(eq(activityKeys.sessionId, id));
  expect(keys).toEqual([]);
});
