import { expect, test } from "vitest";
import { randomId } from "@/server/rooms/chance";
import { nodeForEachTest } from "@/server/testing/own-node";
import { advanceTo, begin, handIn, openStage, openWorkshop } from "@/server/testing/workshop";

const at = nodeForEachTest();

/** The fewest phones whose cards are shown. */
const K = 5;

const paperCard = (text: string, attributes = {}) => ({
  ...{ type: "typeInCard", card: randomId(), text },
  attributes,
});

const textsOf = (cards: Readonly<Record<string, { text: string }>> = {}) =>
  Object.values(cards)
    .map(({ text }) => text)
    .sort();

test("P203 everybody is told how many have no phone, and the counts of phones stay as they are", async () => {
  const room = await openWorkshop(at.node, K);
  const stage = await openStage(at.node, room);
  const everybody = [room.facilitator, stage, ...room.participants];
  at.open.push(...everybody);
  await room.facilitator.until((view) => view.people?.joined === K);
  expect(await room.facilitator.send({ type: "countWithoutPhone", count: 2 })).toEqual({
    ok: true,
  });
  for (const each of everybody) await each.until((view) => view.session.withoutPhone === 2);
  await begin(room.facilitator);
  expect(await room.facilitator.send({ type: "countWithoutPhone", count: 3 })).toEqual({
    ok: true,
  });
  for (const each of everybody) await each.until((view) => view.session.withoutPhone === 3);
  expect(stage.view?.people?.joined).toBe(K);
  expect(stage.view?.session.k).toEqual({ cards: K, scores: K });
  const [phone] = room.participants;
  const refused = await phone?.send({ type: "countWithoutPhone", count: 9 });
  expect(refused).toMatchObject({ ok: false });
});

test("P204 paper cards make no five of four phones, and with five they are shown among the rest", async () => {
  for (const phones of [K - 1, K]) {
    const room = await openWorkshop(at.node, phones, { account: await at.account() });
    const stage = await openStage(at.node, room);
    at.open.push(room.facilitator, stage, ...room.participants);
    await begin(room.facilitator);
    await advanceTo(room.facilitator, "small-no", "write");
    for (const [n, each] of room.participants.entries()) {
      await each.until((view) => view.activity?.phase === "write");
      await handIn(each, `Handy ${n}`);
    }
    const sent = [paperCard("Papier 0"), paperCard("Papier 1"), paperCard("Papier 2")];
    for (const card of sent) expect(await room.facilitator.act(card)).toEqual({ ok: true });
    // Under another frame the same card is the same card.
    for (const card of sent) expect(await room.facilitator.act(card)).toEqual({ ok: true });
    await advanceTo(room.facilitator, "small-no", "reveal");
    await stage.until((view) => view.activity?.phase === "reveal");
    const shown = textsOf(stage.view?.cards);
    if (phones < K) {
      expect(shown).toEqual([]);
      continue;
    }
    expect(shown).toHaveLength(K + sent.length);
    expect(shown.filter((text) => text.startsWith("Papier"))).toHaveLength(sent.length);
    const { cards = {}, consents = {} } = room.facilitator.view ?? {};
    const seen = Object.keys(consents).filter((id) => consents[id]?.typedIn);
    expect(textsOf(Object.fromEntries(seen.map((id) => [id, cards[id] ?? { text: "" }])))).toEqual([
      ...["Papier 0", "Papier 1", "Papier 2"],
    ]);
    // Stage and phones get the same bytes, and nothing that says which they are.
    expect(JSON.stringify(stage.view?.cards)).not.toContain("typedIn");
  }
});

test("P205 hands stand beside a vote: facilitators count them while it runs, the room sees them with its result", async () => {
  const room = await openWorkshop(at.node, K);
  const stage = await openStage(at.node, room);
  at.open.push(room.facilitator, stage, ...room.participants);
  await begin(room.facilitator);
  const reframe = room.facilitator.view?.facilitator?.agenda.find(({ kind }) => kind === "reframe");
  const key = reframe?.key ?? "";
  await advanceTo(room.facilitator, key, "write");
  for (const [n, each] of room.participants.entries()) {
    await each.until((view) => view.planned?.key === key && view.activity?.phase === "write");
    await handIn(each, `Sichtweise ${n}`);
  }
  await advanceTo(room.facilitator, key, "vote");
  const asked = (await room.facilitator.until((view) => view.hands))?.at(0);
  const option = asked?.options.at(0)?.key ?? "";
  const hands = { type: "countHands", activity: key, question: asked?.key ?? "" } as const;
  expect(await room.facilitator.send({ ...hands, counts: { [option]: 3 } })).toEqual({ ok: true });
  await stage.until((view) => view.activity?.phase === "vote");
  expect(stage.view?.hands).toBeUndefined();
  await advanceTo(room.facilitator, key, "show");
  const seen = await stage.until((view) => view.hands);
  expect(seen?.[0]?.options).toMatchObject([{ key: option, count: 3 }]);
  // Nobody has voted by phone: hands make no result of it.
  expect(JSON.stringify(stage.view?.activity?.record)).not.toContain('"votes":3');
});
