import { describe, expect, test } from "vitest";
import { openLobby, type Room } from "@/attack/anonymity/room";
import { listenTo } from "@/attack/anonymity/twins";
import { collectRecord } from "@/lib/activities/collect/record";
import { reframeRecord } from "@/lib/activities/reframe/record";
import { type ReadingBallot, readingBallot } from "@/lib/activities/reframe/schema";
import { randomId } from "@/server/rooms/chance";
import type { LiveClient } from "@/server/simulated/live-client";
import { nodeForFile } from "@/server/testing/own-node";
import { here, type openSession } from "@/server/testing/workshop";

/**
 * Before against after, while dots and votes are cast: whoever holds every frame of phones, stage and
 * console learns nothing from them but the result, once.
 */
const QUESTION = "small-no";
const READINGS = "other-readings";
const DOTS = 3;
/** An odd number beyond one ballot's length, so that ballots differ. */
const PEOPLE = 13;

const at = nodeForFile({ peopleEveryMs: 500 });

/** A room that has begun, and one of its phones, of which nobody may learn how it voted. */
async function openVote(change?: Parameters<typeof openSession>[2]) {
  const room = await openLobby(at, change);
  for (let number = 0; number < PEOPLE; number += 1) await room.join();
  await room.begin();
  const [victim, ...others] = room.phones;
  if (!victim) throw new Error("unreachable");
  return { room, victim, others };
}

/** A change that everybody gets, so that whatever was on its way before it has come. */
async function flush({ facilitator, everybody }: Room): Promise<void> {
  const times = (facilitator.view?.session.helpShown ?? 0) + 1;
  expect(await facilitator.send({ type: "showHelp" })).toEqual({ ok: true });
  for (const each of everybody()) await each.until((view) => view.session.helpShown === times);
}

/** What everybody but one phone is told of it that somebody does something; counts of people apart (P31). */
async function toldOf(room: Room, one: LiveClient, doing: () => Promise<void>): Promise<string[]> {
  const others = room.everybody().filter((each) => each !== one);
  const listened = listenTo(others);
  await doing();
  await flush(room);
  const told = listened();
  // The flush at least: two accounts in which nobody is heard would be the same.
  expect(told.length).toBeGreaterThanOrEqual(others.length);
  return told.map((each) => JSON.stringify(each).replaceAll(/helpShown[^,}]*/g, "helpShown"));
}

const nothing = async () => {};

const OK = { ok: true };
const CLOSED = { ok: false, code: "closed" };

describe("dots, before against after", () => {
  const dots = (phone: LiveClient, revision: number, on: Record<string, number>) =>
    phone.act({ type: "castDots", revision, dots: on });
  const voteIn = ({ view }: LiveClient) => collectRecord.parse(view?.activity?.record).vote;

  test("no frame tells a vote, a second thought or a late comer, and a result stays as it was told (P57)", async () => {
    const { room, victim, others } = await openVote((activities) =>
      activities.map((each) =>
        each.key === QUESTION ? { ...each, settings: { ...each.settings, dots: DOTS } } : each,
      ),
    );
    const { facilitator } = room;
    await room.to(QUESTION, "write");
    await room.write(room.phones);
    await room.to(QUESTION, "cluster");
    const [liked, other] = [randomId(), randomId()];
    for (const [index, themeId] of [liked, other].entries()) {
      const theme = { type: "addTheme", themeId, name: `Thema ${index}` };
      expect(await facilitator.act(theme)).toEqual(OK);
    }
    await room.to(QUESTION, "vote");
    for (const phone of others) expect(await dots(phone, 1, { [liked]: 1 })).toEqual(OK);
    await flush(room);

    const quiet = await toldOf(room, victim, nothing);
    const voting = await toldOf(room, victim, async () => {
      expect(await dots(victim, 1, { [liked]: DOTS })).toEqual(OK);
      expect(await dots(victim, 2, { [other]: DOTS })).toEqual(OK);
      expect(await dots(victim, 3, {})).toEqual(OK);
      expect(await dots(victim, 4, { [other]: 1 })).toEqual(OK);
      const late = await room.anotherPhone();
      expect(await dots(late, 1, { [other]: DOTS })).toEqual(OK);
    });
    expect(voting).toEqual(quiet);

    // Back and forth, as a facilitator may here: nothing is counted on the way.
    expect(await facilitator.send({ type: "goBack", from: here(facilitator) })).toEqual(OK);
    await facilitator.until((view) => view.activity?.phase === "cluster");
    await room.to(QUESTION, "vote");
    expect(voteIn(facilitator)).toBeNull();

    await room.to(QUESTION, "show");
    expect(voteIn(facilitator)).toMatchObject({
      themes: [
        { id: liked, dots: PEOPLE - 1 },
        { id: other, dots: DOTS + 1 },
      ],
    });
    const before = await toldOf(room, victim, nothing);
    const after = await toldOf(room, victim, async () => {
      expect(await dots(victim, 5, { [liked]: DOTS })).toEqual(CLOSED);
      const back = await facilitator.send({ type: "goBack", from: here(facilitator) });
      expect(back.ok).toBe(false);
    });
    expect(after).toEqual(before);
    expect(await dots(await room.anotherPhone(), 1, { [liked]: 1 })).toEqual(CLOSED);
  });
});

describe("views, before against after", () => {
  const open = async (phone: LiveClient, caseId: string): Promise<ReadingBallot> => {
    const answer = await phone.act({ type: "openBallot", caseId });
    if (!answer.ok) throw new Error(answer.code);
    return readingBallot.parse(answer.reply);
  };
  const cast = (phone: LiveClient, caseId: string, revision: number, readings: readonly string[]) =>
    phone.act({ type: "castBallot", caseId, revision, readings });

  test("no frame tells a ballot or a vote, and a result stays as it was told (P57, P58)", async () => {
    const { room, victim, others } = await openVote();
    const { facilitator } = room;
    const recordOf = ({ view }: LiveClient) => reframeRecord.parse(view?.activity?.record);
    await room.to(READINGS, "write");
    await room.write(room.phones, "Sichtweise");
    await room.to(READINGS, "vote");
    const caseId = recordOf(facilitator).cases[0]?.id ?? "";
    const seen = new Map<string, number>();
    for (const phone of others) {
      const { shown } = await open(phone, caseId);
      for (const id of shown) seen.set(id, (seen.get(id) ?? 0) + 1);
      expect(await cast(phone, caseId, 1, shown.slice(0, 1))).toEqual(OK);
    }
    // Ballots of rooms of any number are balanced.
    const times = [...seen.values()];
    expect(seen.size).toBe(PEOPLE);
    expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1);
    await flush(room);

    const quiet = await toldOf(room, victim, nothing);
    const voting = await toldOf(room, victim, async () => {
      const { shown } = await open(victim, caseId);
      expect(await open(victim, caseId)).toMatchObject({ shown });
      expect(await cast(victim, caseId, 1, shown.slice(0, 2))).toEqual(OK);
      expect(await cast(victim, caseId, 2, [])).toEqual(OK);
      expect(await cast(victim, caseId, 3, shown.slice(-1))).toEqual(OK);
      const late = await room.anotherPhone();
      const ballot = await open(late, caseId);
      expect(await cast(late, caseId, 1, ballot.shown.slice(0, 1))).toEqual(OK);
    });
    expect(voting).toEqual(quiet);
    const back = await facilitator.send({ type: "goBack", from: here(facilitator) });
    expect(back.ok).toBe(false);

    await room.to(READINGS, "show");
    const told = recordOf(facilitator).results;
    expect(told?.[caseId]?.length).toBeGreaterThan(0);
    const before = await toldOf(room, victim, nothing);
    const after = await toldOf(room, victim, async () => {
      expect(await cast(victim, caseId, 4, [])).toEqual(CLOSED);
      expect((await facilitator.send({ type: "goBack", from: here(facilitator) })).ok).toBe(false);
    });
    expect(after).toEqual(before);
    expect(recordOf(facilitator).results).toEqual(told);
  });
});
