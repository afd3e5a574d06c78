import { eq } from "drizzle-orm";
import { io } from "socket.io-client";
import { expect, test } from "vitest";
import { PROTOCOL_VERSION } from "@/lib/protocol";
import { MARKS_ASKED } from "@/lib/session/commands";
import { ownCardsAnswer } from "@/lib/session/own-cards-answer";
import { blindReplies, sessionEvents, talkRequests } from "@/server/db/schema/sessions";
import { hashSecret, randomId } from "@/server/rooms/chance";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { nodeForEachTest } from "@/server/testing/own-node";
import {
  advance,
  advanceTo,
  begin,
  handIn,
  openStage,
  openWorkshop,
  startNode,
} from "@/server/testing/workshop";

const at = nodeForEachTest({ peopleEveryMs: 500 });

const REPLY = "Danke für diese Zeilen, das bleibt unter uns.";

/** What a phone that keeps these marks asks with: always as many, the rest random. */
const asking = (marks: readonly string[]) => ({
  type: "askAboutOwnCards" as const,
  marks: [...marks, ...Array.from({ length: MARKS_ASKED - marks.length }, () => randomId())].sort(),
});

async function ask(client: LiveClient, marks: readonly string[]) {
  const answer = await client.send(asking(marks));
  if (!answer.ok) throw new Error(answer.code);
  return ownCardsAnswer.parse(answer.reply);
}

/** Six cards, the first one held at the reveal. */
async function revealedWithHeld() {
  const opened = await openWorkshop(at.node, 6);
  const { facilitator, participants } = opened;
  at.open.push(facilitator, ...participants);
  await begin(facilitator);
  await advanceTo(facilitator, "small-no", "write");
  await Promise.all(
    participants.map((each) => each.until((view) => view.activity?.phase === "write")),
  );
  const cards = await Promise.all(
    participants.map((each, index) => handIn(each, `Ein Nein mit der Nummer ${index}`)),
  );
  await advance(facilitator);
  const review = await facilitator.until((view) => {
    const shown = Object.values(view.review ?? {});
    return shown.length === 6 && shown;
  });
  const held = review.find(({ text }) => text.endsWith("0"));
  if (!held) throw new Error("The card is not in review");
  await facilitator.act({ type: "holdCard", reviewId: held.id, held: true });
  await advanceTo(facilitator, "small-no", "reveal");
  await Promise.all(
    participants.map((each) => each.until((view) => Object.keys(view.cards).length === 5)),
  );
  return { ...opened, cards, held };
}

test("a blind reply to a held card reaches its author's phone and no other frame (P48, P52)", async () => {
  const { facilitator, participants, cards, held, id } = await revealedWithHeld();
  const marks = cards.map(({ mark }) => mark);
  const command = { type: "replyBlind", card: held.id, text: REPLY } as const;
  const commandId = randomId();
  for (let times = 0; times < 3; times += 1) {
    expect(await facilitator.send(command, commandId)).toEqual({ ok: true });
  }
  // Every phone hears alike that there is something to ask for: once, however often it was sent.
  const news = await Promise.all(
    participants.map((each) => each.until((view) => view.news === 6 && view.news)),
  );
  expect(news).toEqual([6, 6, 6, 6, 6, 6]);

  const answers = await Promise.all(
    participants.map((each, index) => ask(each, [marks[index] ?? ""])),
  );
  expect(answers.map(({ own }) => own.map(({ standing, reply }) => ({ standing, reply })))).toEqual(
    [[{ standing: "held", reply: REPLY }], [], [], [], [], []],
  );
  // What everybody can see of a card, its mark's hash, opens nothing.
  const hashes = marks.map((mark) => hashSecret(mark).slice(0, 32));
  expect((await ask(participants[1] ?? facilitator, hashes)).own).toEqual([]);

  const frames = participants.flatMap((each) => each.frames).join("\n");
  expect(frames).not.toContain(REPLY);
  expect(frames).not.toContain(held.text);
  expect(facilitator.frames.join("\n")).toContain(REPLY);
  const heldHash = hashSecret(marks[0] ?? "");
  expect(frames).not.toContain(heldHash);
  expect(facilitator.frames.join("\n")).not.toContain(heldHash);
  // Positive control: a revealed card's mark is in everybody's frames, so the scan can find one.
  expect(frames).toContain(hashSecret(marks[1] ?? ""));

  // Content is sealed and not in the log.
  const { db } = at.node.server;
  const log = await db.select().from(sessionEvents).where(eq(sessionEvents.sessionId, id));
  expect(JSON.stringify(log)).not.toContain(REPLY);
  expect(await db.select().from(blindReplies)).toEqual([
    { sessionId: id, markHash: heldHash, text: REPLY },
  ]);

  // Over another node, too, and gone at the end.
  const second = await startNode(at.database.url);
  try {
    const elsewhere = await connectClient(second.url, {
      role: "participant",
      session: id,
      device: randomId(),
    });
    at.open.push(elsewhere);
    expect((await ask(elsewhere, [marks[0] ?? ""])).own).toMatchObject([{ reply: REPLY }]);
    elsewhere.close();
  } finally {
    await second.stop();
  }
  await facilitator.send({ type: "end" });
  expect(await db.select().from(blindReplies)).toEqual([]);
  expect(await participants[0]?.send(asking(marks))).toEqual({ ok: false, code: "closed" });
});

/** Bytes of each frame that a phone sends and receives for one question, on the wire. */
async function bytesOnTheWire(session: string, marks: readonly string[]) {
  const socket = io(at.node.url, {
    path: "/socket.io/",
    transports: ["websocket"],
    auth: { protocol: PROTOCOL_VERSION, role: "participant", session, device: randomId() },
    extraHeaders: { origin: at.node.url },
    forceNew: true,
  });
  at.open.push(socket);
  await new Promise((done) => socket.once("view", done));
  const bytes = { sent: 0, received: 0 };
  // Engine.IO's own packets, as text on their way to and from the socket.
  socket.io.engine.on("packetCreate", ({ data }) => {
    if (typeof data === "string") bytes.sent = Buffer.byteLength(data);
  });
  socket.io.engine.on("packet", ({ data }) => {
    if (typeof data === "string" && data.startsWith("3")) {
      bytes.received = Buffer.byteLength(data);
    }
  });
  const frame = { id: randomId(), command: asking(marks) };
  await socket.timeout(8_000).emitWithAck("command", frame);
  return bytes;
}

test("all phones ask and are answered in frames of the same size", async () => {
  const { facilitator, cards, held, id } = await revealedWithHeld();
  const sizes = async () => {
    const all = await Promise.all([
      ...cards.map(({ mark }) => bytesOnTheWire(id, [mark])),
      bytesOnTheWire(id, []),
      bytesOnTheWire(
        id,
        cards.map(({ mark }) => mark),
      ),
    ]);
    return new Set(all.map(({ sent, received }) => `${sent}/${received}`));
  };
  const before = await sizes();
  expect(before.size).toBe(1);
  await facilitator.send({ type: "replyBlind", card: held.id, text: `${REPLY} „Ümlaut\n“ 🙂` });
  const after = await sizes();
  expect(after.size).toBe(1);
  expect([...before][0]).toMatch(/^[1-9]\d{2,}\/[1-9]\d{2,}$/);
  expect(after).not.toEqual(before);
});

test("'I'd like to talk' tells facilitators which card, or only that; nobody else anything (P51, P52)", async () => {
  const { facilitator, participants, devices, cards, held, id } = await revealedWithHeld();
  const [author, other] = participants;
  if (!author || !other) throw new Error("unreachable");
  const fromCard = { type: "wantToTalk", mark: cards[0]?.mark ?? "", revision: 1 } as const;
  const fromHelp = { type: "wantToTalk", mark: null, revision: 1 } as const;
  // Counted to the last: from here on nobody comes or goes (P142).
  for (const each of participants) {
    await each.until(({ room }) => room?.there === participants.length);
  }
  const before = participants.map((each) => each.frames.length);
  for (let times = 0; times < 3; times += 1) {
    expect(await author.send(fromCard)).toEqual({ ok: true });
    expect(await other.send(fromHelp)).toEqual({ ok: true });
  }
  const talk = await facilitator.until(({ facilitator: own }) => {
    const { count = 0, cards: about = [] } = own?.talk ?? {};
    return count === 1 && about.length === 1 && own?.talk;
  });
  expect(talk).toEqual({ count: 1, cards: [{ id: held.id, text: held.text }] });
  expect(participants.map((each) => each.frames.length)).toEqual(before);

  // What is stored knows neither device nor seat, nor what the two have to do with each other.
  const { db } = at.node.server;
  const rows = await db.select().from(talkRequests).where(eq(talkRequests.sessionId, id));
  expect(rows).toHaveLength(2);
  for (const secret of [...devices, ...devices.map(hashSecret), fromCard.mark]) {
    expect(JSON.stringify(rows)).not.toContain(secret);
  }

  expect(await facilitator.send({ type: "acknowledgeTalk", card: held.id, count: 1 })).toEqual({
    ok: true,
  });
  expect(await facilitator.send({ type: "acknowledgeTalk", card: null, count: 1 })).toEqual({
    ok: true,
  });
  await facilitator.until(
    ({ facilitator: own }) => own?.talk.count === 0 && own.talk.cards.length === 0,
  );
  // A retry from the outbox brings nothing back.
  await author.send(fromCard);
  await other.send(fromHelp);
  await other.send({ ...fromHelp, revision: 2 });
  const again = await facilitator.until(
    ({ facilitator: own }) => own?.talk.count === 1 && own.talk,
  );
  expect(again).toEqual({ count: 1, cards: [] });

  await facilitator.send({ type: "end" });
  expect(await db.select().from(talkRequests)).toEqual([]);
});

test("a request to talk is shown with the next count, not as it is sent (P51)", async () => {
  const { facilitator, participants, cards, held } = await revealedWithHeld();
  const [author, other] = participants;
  if (!author || !other) throw new Error("unreachable");
  // Right after a count the next one is five seconds away.
  other.setDone(true);
  await facilitator.until(({ people }) => people?.done === 1);
  const none = { count: 0, cards: [] };
  const { mark = "" } = cards[0] ?? {};
  expect(await author.send({ type: "wantToTalk", mark, revision: 1 })).toEqual({ ok: true });
  expect(await other.send({ type: "wantToTalk", mark: null, revision: 1 })).toEqual({ ok: true });
  await facilitator.send({ type: "writeNote", activity: "small-no", text: "Notiz" });
  await facilitator.until((view) => view.facilitator?.note === "Notiz");
  expect(facilitator.view?.facilitator?.talk).toEqual(none);

  await facilitator.until((view) => view.facilitator?.talk.cards.length === 1);
  const shown = { count: 1, cards: [{ id: held.id, text: held.text }] };
  expect(facilitator.view?.facilitator?.talk).toEqual(shown);
  // One more who asks: nothing of it in what is shown, nor in the answer to "seen".
  const seen = facilitator.frames.length;
  await author.send({ type: "wantToTalk", mark: null, revision: 1 });
  await other.send({ type: "wantToTalk", mark: null, revision: 2 });
  expect(await facilitator.send({ type: "acknowledgeTalk", card: null, count: 1 })).toEqual({
    ok: true,
  });
  await facilitator.until((view) => view.facilitator?.talk.count === 0);
  expect(facilitator.frames.slice(seen)).toHaveLength(1);
  await facilitator.until((view) => view.facilitator?.talk.count === 1);
});

test("late cards: no number and no arrival on the console, then a round of their own", async () => {
  const { facilitator, participants } = await revealedWithHeld();
  const seen = facilitator.frames.length;
  for (const [index, each] of participants.slice(0, 4).entries()) {
    const late = await handIn(each, `Nachzügler ${index}`);
    expect(late.acknowledged).toEqual({ ok: true });
  }
  expect(await facilitator.act({ type: "reviewLate" })).toEqual({ ok: false, code: "too-few" });
  expect(facilitator.frames.slice(seen).join("\n")).not.toContain("Nachzügler");
  expect(facilitator.view?.facilitator?.late).toBe("waiting");
  const fifth = await handIn(participants[4] ?? facilitator, "Nachzügler 4");
  expect(fifth.acknowledged).toEqual({ ok: true });
  await facilitator.until((view) => view.facilitator?.late === "ready");
  expect(await facilitator.act({ type: "reviewLate" })).toEqual({ ok: true });
  await facilitator.until((view) => Object.keys(view.review ?? {}).length === 6);
  for (const each of participants) expect(each.frames.join("\n")).not.toContain("Nachzügler");
  expect(await facilitator.act({ type: "revealLate" })).toEqual({ ok: true });
  await Promise.all(
    participants.map((each) => each.until((view) => Object.keys(view.cards).length === 10)),
  );
});

test("what is not for the stage never gets there, in any frame", async () => {
  const workshop = await openWorkshop(at.node, 5);
  const { facilitator, participants } = workshop;
  const stage = await openStage(at.node, workshop);
  at.open.push(facilitator, stage, ...participants);
  await begin(facilitator);
  await advanceTo(facilitator, "small-no", "write");
  await Promise.all(
    participants.map((each) => each.until((view) => view.activity?.phase === "write")),
  );
  for (const [index, each] of participants.entries()) {
    const answer = await each.act({
      type: "submitCard",
      edit: randomId(),
      markHash: hashSecret(randomId()),
      revision: 1,
      text: `Ein Nein mit der Nummer ${index}`,
      mayBeCase: true,
      mayBeQuoted: true,
      notForStage: index === 0,
    });
    expect(answer).toEqual({ ok: true });
  }
  await advanceTo(facilitator, "small-no", "reveal");
  await stage.until((view) => Object.keys(view.cards).length === 4);
  await participants[1]?.until((view) => Object.keys(view.cards).length === 5);
  // Neither as a case, which everybody would work on in front of the screen.
  await advanceTo(facilitator, "other-readings", "write");
  await stage.until((view) => view.planned?.key === "other-readings");
  const frames = stage.frames.join("\n");
  expect(frames).not.toContain("Nummer 0");
  expect(frames).toContain("Nummer 1");
});
