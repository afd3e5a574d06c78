import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kindOf } from "@/lib/activities/kinds";
import { seatBallot } from "@/lib/activities/roleplay/events";
import {
  roleplayConsole,
  roleplayGroup,
  roleplayRecord,
  roleplaySeat,
} from "@/lib/activities/roleplay/record";
import { GROUP_MAX } from "@/lib/activities/roleplay/role-set";
import { type RoleplayMode, roleplaySettings } from "@/lib/activities/roleplay/schema";
import { SEAT_SLOT } from "@/lib/channel";
import type { SessionPlan } from "@/lib/session/plan";
import { currentRun, goesOnAt, positionOf } from "@/lib/session/state";
import { summarise } from "@/lib/session/summarise";
import { toMarkdown } from "@/lib/summary/markdown";
import { timesTried } from "@/lib/testing/everyday";
import {
  createMemorySession,
  hashOf,
  type MemorySession,
  plannedWorkshop,
} from "@/lib/testing/memory-session";
import { hex } from "@/lib/testing/session-driver";
import { otherChairs, withGivenCases } from "@/lib/workshops/activities/other-chairs";
import { threeHeads } from "@/lib/workshops/activities/three-heads";
import { givenCases } from "@/lib/workshops/parts/cases";
import { inMinutes } from "@/lib/workshops/ready-activity";

const KEY = "other-chairs";
const activity = inMinutes(withGivenCases(otherChairs), 32);

/** Chairs are swapped between welcome and closing. */
function planWith(change: object = {}): SessionPlan {
  const settings = { ...roleplaySettings.parse(activity.settings), ...change };
  return plannedWorkshop((each) =>
    each.kind === "pause" && each.key !== "welcome"
      ? [{ ...activity, settings }, each]
      : each.kind === "pause"
        ? [each]
        : [],
  );
}

const act = (
  session: MemorySession,
  device: number,
  command: { type: string; [key: string]: unknown },
) => session.send({ device: hex(device) }, { type: "activity", activity: KEY, command });
const lead = (session: MemorySession, command: { type: string; [key: string]: unknown }) =>
  session.send("facilitator", { type: "activity", activity: KEY, command });

/** Goes on until this phase. */
function goTo(session: MemorySession, phase: string): void {
  for (let steps = 0; positionOf(session.state).phase !== phase; steps += 1) {
    if (steps > 40) throw new Error(`There is no phase ${phase}`);
    const from = positionOf(session.state);
    expect(session.send("facilitator", { type: "advance", from }).ok).toBe(true);
  }
}

/** A session with so many seated, in `assign` or in a later phase. */
function seated(people: number, phase = "assign", change: object = {}): MemorySession {
  const session = createMemorySession(planWith(change), 3);
  session.send("facilitator", { type: "begin", endsAt: null });
  goTo(session, "choose");
  for (let device = 0; device < people; device += 1) sit(session, device);
  goTo(session, phase);
  return session;
}

function sit(session: MemorySession, device: number, remote = false, revision = 1) {
  return act(session, device, { type: "takeSeat", revision, remote });
}

const record = (session: MemorySession) =>
  roleplayRecord.parse(session.view("participant").activity?.record);
const board = (session: MemorySession) =>
  roleplayConsole.parse(session.view("facilitator").facilitator?.ofKind);
const seatOf = (session: MemorySession, device: number) => {
  const { seat } = session.narrow(hex(device));
  return seat === undefined ? null : roleplaySeat.parse(seat);
};
const groupOf = (session: MemorySession, device: number) => {
  const { group } = session.narrow(hex(device));
  return group === undefined ? null : roleplayGroup.parse(group);
};
const sizes = (session: MemorySession) => board(session).groups.map(({ chairs }) => chairs.length);

/** A line of somebody's in a round; its secrets follow from both. */
const lineOf = (device: number, round: number, more: object = {}) => ({
  type: "submitCard",
  edit: hex(5_000 + device * 10 + round),
  markHash: hashOf(hex(9_000 + device * 10 + round)),
  revision: 1,
  text: `Zeile ${device} ${round}`,
  attributes: { round: String(round), role: null },
  ...more,
});

describe("groups", () => {
  test("are prepared for facilitators alone, who see chairs and never who, and then sent to each seat", () => {
    const session = seated(13);
    expect(sizes(session).sort()).toEqual([3, 3, 3, 4]);
    expect(record(session).groups).toEqual([]);
    expect(seatOf(session, 0)).toMatchObject({ at: "waiting", role: null });
    expect(groupOf(session, 0)).toBeNull();
    expect(session.view("facilitator").facilitator?.nextCount).toBe(4);
    goTo(session, "gather");
    expect(record(session).groups.map(({ letter }) => letter)).toEqual(["A", "B", "C", "D"]);
    for (let device = 0; device < 13; device += 1) {
      expect(seatOf(session, device)?.at).toBe("group");
      expect(groupOf(session, device)?.chairs.length).toBeGreaterThanOrEqual(3);
    }
    goTo(session, "brief1");
    const tags = session.sealedBallots(KEY).map(({ tag }) => tag);
    expect(tags).toHaveLength(13);
    const seen = JSON.stringify([
      ...(["participant", "stage", "facilitator"] as const).map((each) => session.view(each)),
      session.log,
      ...Array.from({ length: 13 }, (_, device) => session.narrow(hex(device))),
    ]);
    for (const tag of tags) expect(seen).not.toContain(tag);
  });

  test("count people without a phone in, and keep remote people together", () => {
    const session = createMemorySession(planWith(), 3);
    session.send("facilitator", { type: "begin", endsAt: null });
    session.send("facilitator", { type: "countWithoutPhone", count: 3 });
    goTo(session, "choose");
    for (let device = 0; device < 9; device += 1) sit(session, device, device < 3);
    goTo(session, "assign");
    const { groups, remote } = board(session);
    expect(groups.flatMap(({ chairs }) => chairs)).toHaveLength(12);
    expect(groups.flatMap(({ chairs }) => chairs).filter(({ phone }) => !phone)).toHaveLength(3);
    const withRemote = groups.filter(({ chairs }) => chairs.some((each) => each.remote));
    expect(withRemote.map(({ chairs }) => chairs.every((each) => each.remote))).toEqual([true]);
    expect(remote).toBeNull();
  });

  test("ask about two remote people: a pair, or in a group of the room", () => {
    const session = createMemorySession(planWith(), 3);
    session.send("facilitator", { type: "begin", endsAt: null });
    goTo(session, "choose");
    for (let device = 0; device < 9; device += 1) sit(session, device, device < 2);
    goTo(session, "assign");
    expect(board(session).remote).toEqual({ count: 2, pair: false, canPair: true });
    expect(lead(session, { type: "regroup", size: 3, pair: true }).ok).toBe(true);
    expect(sizes(session).sort()).toEqual([2, 3, 4]);
    expect(board(session).remote?.pair).toBe(true);
  });

  test("are shuffled anew, named, moved in and merged, up to five", () => {
    const session = seated(7);
    expect(lead(session, { type: "regroup", size: 3, pair: false }).ok).toBe(true);
    expect(sizes(session).sort()).toEqual([3, 4]);
    lead(session, { type: "namePlace", group: "A", place: "Tisch am Fenster" });
    expect(board(session).groups[0]?.place).toBe("Tisch am Fenster");
    expect(lead(session, { type: "mergeGroups", from: "A", into: "B" })).toMatchObject({
      code: "over-budget",
    });
    const [first, second] = board(session).groups;
    const small = first?.chairs.length === 3 ? first : second;
    const large = small === first ? second : first;
    const moved = small?.chairs[0]?.id ?? "";
    lead(session, { type: "moveChair", chair: moved, to: large?.letter });
    expect(sizes(session).sort()).toEqual([2, 5]);
    expect(board(session).suggestedMerges).toEqual([]);
    const sixth = { type: "moveChair", chair: small?.chairs[1]?.id, to: large?.letter };
    expect(lead(session, sixth)).toMatchObject({ code: "over-budget" });
    expect(sizes(session).sort()).toEqual([2, 5]);
    lead(session, { type: "moveChair", chair: moved, to: small?.letter });
    expect(sizes(session).sort()).toEqual([3, 4]);
  });
});

describe("seats", () => {
  test("P232 whoever comes late is the fourth of a trio from the next round on, else on the balcony", () => {
    const session = seated(7, "play1");
    sit(session, 20);
    expect(seatOf(session, 20)).toMatchObject({ at: "group", role: null });
    sit(session, 21);
    expect(seatOf(session, 21)).toMatchObject({ at: "balcony", role: "observer" });
    goTo(session, "brief2");
    expect(seatOf(session, 20)?.role).not.toBeNull();
    expect(sizes(session)).toEqual([4, 4]);
    expect(board(session).balcony).toHaveLength(1);
  });

  test("P232 leaving frees the seat, and coming back restores it with what was played", () => {
    const session = seated(7, "play1");
    const before = seatOf(session, 0);
    const letter = groupOf(session, 0)?.letter;
    act(session, 0, { type: "leaveSeat", revision: 1 });
    expect(seatOf(session, 0)).toMatchObject({ at: "left", role: null });
    expect(groupOf(session, 0)).toBeNull();
    expect(sizes(session).reduce((sum, each) => sum + each, 0)).toBe(6);
    // Neither of both has a second effect, however late it comes again.
    act(session, 0, { type: "leaveSeat", revision: 1 });
    sit(session, 0);
    expect(seatOf(session, 0)?.at).toBe("left");
    sit(session, 0, false, 2);
    act(session, 0, { type: "leaveSeat", revision: 1 });
    expect(seatOf(session, 0)).toEqual({ ...before, changes: 1 });
    expect(groupOf(session, 0)?.letter).toBe(letter);
    // A round later they have missed one, and join with the next.
    act(session, 0, { type: "leaveSeat", revision: 2 });
    goTo(session, "play2");
    sit(session, 0, false, 3);
    expect(seatOf(session, 0)).toMatchObject({ at: "group", role: null });
    expect(seatOf(session, 0)?.played).toEqual([before?.role, null]);
    goTo(session, "brief3");
    expect(seatOf(session, 0)?.role).not.toBeNull();
    expect(seatOf(session, 0)?.role).not.toBe(before?.role);
  });

  test("P232 whoever comes back to a group that is full by now sits on the balcony", () => {
    const session = seated(5, "play1");
    act(session, 0, { type: "leaveSeat", revision: 1 });
    lead(session, { type: "addChair", to: "A" });
    sit(session, 0, false, 2);
    expect(seatOf(session, 0)?.at).toBe("balcony");
    expect(sizes(session)).toEqual([5]);
  });

  test("P232 whoever comes while the room has gone back gets a chair, and says anew where they are", () => {
    const session = seated(7);
    session.send("facilitator", { type: "goBack", from: positionOf(session.state) });
    expect(positionOf(session.state).phase).toBe("case");
    sit(session, 20);
    sit(session, 20, true, 2);
    goTo(session, "gather");
    expect(seatOf(session, 20)).toMatchObject({ at: "group", remote: true });
    expect(groupOf(session, 20)?.hasRemote).toBe(true);
  });

  test("a phone that changes its seat again and again comes to an end, and the log with it", () => {
    const session = seated(6, "play1");
    for (let revision = 2; revision < 200; revision += 1) {
      act(session, 0, { type: "leaveSeat", revision });
      sit(session, 0, revision % 2 === 0, revision);
      const changes = seatOf(session, 0)?.changes;
      act(session, 0, { type: "watchRound", changes, on: revision % 2 === 0 });
    }
    expect(session.log.length).toBeLessThan(250);
    expect(seatOf(session, 1)?.at).toBe("group");
  });

  test("a silent phone keeps its seat, and a facilitator can free a chair", () => {
    const session = seated(6, "play1");
    const [chair] = board(session).groups[0]?.chairs ?? [];
    lead(session, { type: "freeChair", chair: chair?.id });
    const lost = Array.from({ length: 6 }, (_, device) => seatOf(session, device)?.at);
    expect(lost.filter((at) => at === "none")).toHaveLength(1);
    const device = lost.indexOf("none");
    sit(session, device);
    expect(seatOf(session, device)?.at).toBe("none");
    sit(session, device, false, 2);
    expect(seatOf(session, device)?.at).toBe("group");
  });

  test("repeats change nothing, and other content under the same revision is refused", () => {
    const session = seated(6, "play1");
    const before = session.log.length;
    sit(session, 0);
    expect(session.log.length).toBe(before);
    expect(sit(session, 0, true)).toMatchObject({ ok: false, code: "conflict" });
    expect(sit(session, 0, true, 2).ok).toBe(true);
    expect(seatOf(session, 0)).toMatchObject({ at: "group", remote: true });
  });

  test("are gone with their tags once the activity closes", () => {
    const session = seated(6, "takeAlong");
    const from = positionOf(session.state);
    session.send("facilitator", { type: "advance", from });
    expect(session.sealedBallots(KEY)).toEqual([]);
    expect(session.narrow(hex(0))).toEqual({});
  });
});

describe("roles", () => {
  test("are seen by the group where it speaks, and by nobody else where it writes", () => {
    const spoken = seated(6, "play1");
    expect(groupOf(spoken, 0)?.chairs.map(({ role }) => role)).toContain(seatOf(spoken, 0)?.role);
    const silent = seated(6, "play1", { mode: "silent" });
    expect(groupOf(silent, 0)?.chairs.every(({ role }) => role === null)).toBe(true);
    expect(seatOf(silent, 0)?.role).not.toBeNull();
  });

  test("P237 are swapped in the group without a reason, once for one press", () => {
    const session = seated(6, "play1");
    const role = seatOf(session, 0)?.role;
    const before = groupOf(session, 0)
      ?.chairs.map((each) => each.role)
      .sort();
    const command = { type: "otherRole", changes: 0, round: 1, role };
    act(session, 0, command);
    const other = seatOf(session, 0)?.role;
    expect(other).not.toBe(role);
    act(session, 0, command);
    expect(seatOf(session, 0)?.role).toBe(other);
    // Also where the role that was meant has come back by then.
    act(session, 0, { ...command, changes: 1, role: other });
    const third = seatOf(session, 0)?.role;
    act(session, 0, { ...command, role: third });
    expect(seatOf(session, 0)?.role).toBe(third);
    expect(
      groupOf(session, 0)
        ?.chairs.map((each) => each.role)
        .sort(),
    ).toEqual(before);
    expect(JSON.stringify(session.log.slice(-1))).not.toContain("reason");
  });

  test("whoever skips watches, in each round until they join again, and the others have theirs", () => {
    const session = seated(6, "play1");
    act(session, 0, { type: "watchRound", changes: 0, on: true });
    expect(seatOf(session, 0)).toMatchObject({ role: "observer", watches: true });
    goTo(session, "play2");
    expect(seatOf(session, 0)?.role).toBe("observer");
    act(session, 0, { type: "watchRound", changes: 1, on: false });
    goTo(session, "play3");
    expect(seatOf(session, 0)?.role).not.toBe("observer");
  });

  test("P236 are put down before the rest can be skipped, or the closing started", () => {
    for (const type of ["skipActivity", "startClosing"] as const) {
      const session = seated(6, "play2");
      session.send("facilitator", { type, from: positionOf(session.state) });
      expect(positionOf(session.state)).toEqual({ activity: KEY, phase: "deRole" });
      session.send("facilitator", { type, from: positionOf(session.state) });
      expect(positionOf(session.state).activity).not.toBe(KEY);
    }
    // Before anybody has had one there is none to put down.
    const early = seated(6, "gather");
    early.send("facilitator", { type: "skipActivity", from: positionOf(early.state) });
    expect(positionOf(early.state).activity).not.toBe(KEY);
  });
});

describe("modes", () => {
  const setMode = (session: MemorySession, mode: RoleplayMode) =>
    lead(session, { type: "setMode", mode });

  test("writing begins at once, and speaking with the next round", () => {
    const session = seated(6, "play1");
    setMode(session, "silent");
    expect(record(session)).toMatchObject({ mode: "silent", roundMode: "silent" });
    expect(act(session, 0, lineOf(0, 1)).ok).toBe(true);
    goTo(session, "play2");
    setMode(session, "spoken");
    expect(record(session)).toMatchObject({ mode: "spoken", roundMode: "silent" });
    goTo(session, "brief3");
    expect(record(session).roundMode).toBe("spoken");
    expect(act(session, 0, lineOf(0, 3))).toMatchObject({ ok: false });
    // What was not sent in its round still arrives.
    expect(act(session, 0, lineOf(0, 2)).ok).toBe(true);
  });

  test("whoever is alone sits before an empty chair, and may share one line", () => {
    const session = seated(1, "play1");
    expect(seatOf(session, 0)).toMatchObject({ mode: "emptyChair", role: "standin" });
    const all = seated(6, "play1", { mode: "emptyChair" });
    expect(act(all, 0, lineOf(0, 1)).ok).toBe(true);
    goTo(all, "play2");
    expect(act(all, 0, lineOf(0, 2))).toMatchObject({ code: "over-budget" });
    expect(seatOf(all, 0)?.role).toBe("decliner");
  });

  test("P230 as long as the room only talks there is nothing to hand in and nothing to reveal", () => {
    const spoken = seated(6, "play1");
    expect(spoken.view("facilitator").activity?.about.takes).toBeNull();
    expect(act(spoken, 0, lineOf(0, 1))).toMatchObject({ code: "wrong-phase" });
    goTo(spoken, "deRole");
    expect(spoken.view("facilitator").activity?.about).toMatchObject({
      ...{ next: "goOn", destroys: "nothing" },
    });
    const silent = seated(6, "play1", { mode: "silent" });
    expect(silent.view("facilitator").activity?.about.takes).toBe("cards");
    goTo(silent, "deRole");
    expect(silent.view("facilitator").activity?.about).toMatchObject({
      ...{ next: "reveal", destroys: "seal" },
    });
  });

  test("steps follow the clock while they are run and not paused", () => {
    const session = seated(6, "gather");
    lead(session, { type: "runRounds", on: true });
    expect(goesOnAt(session.state)).toBeNull();
    goTo(session, "brief1");
    expect(goesOnAt(session.state)).toBe(session.now + 60_000);
    session.send("facilitator", { type: "pauseClock", from: positionOf(session.state) });
    expect(goesOnAt(session.state)).toBeNull();
    session.send("facilitator", { type: "resumeClock", from: positionOf(session.state) });
    expect(goesOnAt(session.state)).not.toBeNull();
    lead(session, { type: "runRounds", on: false });
    expect(goesOnAt(session.state)).toBeNull();
    lead(session, { type: "runRounds", on: true });
    goTo(session, "deRole");
    expect(goesOnAt(session.state)).toBeNull();
  });
});

describe("lines", () => {
  /** Everybody writes in each round. */
  function written(people: number): MemorySession {
    const session = seated(people, "play1", { mode: "silent" });
    for (const round of [1, 2, 3]) {
      goTo(session, `play${round}`);
      for (let device = 0; device < people; device += 1) {
        expect(act(session, device, lineOf(device, round)).ok).toBe(true);
      }
    }
    return session;
  }

  test("P234 are pooled and shuffled, and nobody learns of which group, round or seat one is", () => {
    const session = written(13);
    goTo(session, "deRole");
    const { review } = session.view("facilitator");
    const texts = Object.values(review ?? {}).map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(0);
    for (const { attributes } of Object.values(review ?? {})) {
      expect(Object.keys(attributes)).toEqual(["under"]);
    }
    expect(Object.keys(session.view("participant").cards)).toEqual([]);
    goTo(session, "otherChair");
    const cards = Object.values(session.view("stage").cards);
    expect(cards.map(({ text }) => text).sort()).toEqual(texts.sort());
    for (const { attributes } of cards) expect(Object.keys(attributes)).toEqual(["under"]);
    expect(record(session).enough).toBe(true);
    // What is revealed is in no row any more.
    expect(session.sealedCards(KEY).every(({ content }) => content === null)).toBe(true);
  });

  test("P234 of fewer than k people are shown to nobody, facilitators either, and are destroyed at once", () => {
    const session = written(4);
    goTo(session, "deRole");
    expect(session.view("facilitator").review).toEqual({});
    expect(session.sealedCards(KEY).every(({ content }) => content === null)).toBe(true);
    // A repeat is answered as ever, and a change as that of a line that is read.
    expect(act(session, 0, lineOf(0, 1)).ok).toBe(true);
    expect(act(session, 0, lineOf(0, 1, { revision: 2 }))).toMatchObject({ code: "closed" });
    goTo(session, "otherChair");
    expect(record(session).enough).toBe(false);
    expect(session.view("facilitator").activity?.about.tooFew).toBe(false);
  });

  test("P234 held ones bring what they stand under below k", () => {
    const session = written(6);
    goTo(session, "deRole");
    const review = Object.entries(session.view("facilitator").review ?? {});
    expect(review.length).toBeGreaterThan(0);
    for (const [id] of review.slice(1))
      lead(session, { type: "holdCard", reviewId: id, held: true });
    goTo(session, "otherChair");
    expect(session.view("stage").cards).toEqual({});
    expect(record(session).enough).toBe(false);
  });

  test("are in the role that their writer has, whatever their phone says", () => {
    const session = seated(6, "play1", { mode: "silent" });
    const role = seatOf(session, 0)?.role;
    act(session, 0, lineOf(0, 1, { attributes: { round: "1", role: "mentor" } }));
    expect(session.sealedCards(KEY)[0]?.content?.attributes).toEqual({ round: "1", role });
    expect(act(session, 0, lineOf(0, 2))).toMatchObject({ code: "not-allowed" });
    expect(act(session, 30, lineOf(30, 1))).toMatchObject({ code: "not-allowed" });
    act(session, 0, { type: "otherRole", changes: 0, round: 1, role });
    act(session, 0, lineOf(0, 1, { revision: 2, text: "Anders" }));
    expect(session.sealedCards(KEY)[0]?.content?.attributes).toEqual({ round: "1", role });
  });

  test("stand in the summary by role, with the rows that a facilitator chose from the sheets", () => {
    const session = written(13);
    goTo(session, "guessKnowAsk");
    const rows = { guess: ["Müde?"], know: [], ask: ["Was hätte geholfen?"] };
    lead(session, { type: "showRows", rows });
    expect(record(session).rows).toEqual(rows);
    session.send("facilitator", { type: "advance", from: positionOf(session.state) });
    session.send("facilitator", { type: "advance", from: positionOf(session.state) });
    session.send("facilitator", { type: "end" });
    const facts = {
      language: "de",
      day: "2026-11-26",
      joined: 13,
      takeaway: "",
      contacts: [],
    } as const;
    const text = toMarkdown(summarise(session.state, facts));
    expect(text).toMatch(/Vermuten\n\n- Müde\\?\?/);
    expect(text).toMatch(/Fragen\n\n- Was hätte geholfen/);
    expect(text).not.toContain("Wissen");
    expect(text).toContain("Zeile 0 1");
    expect(text).toContain("Mögliche Gründe, nicht die Wahrheit");
  });
});

describe("what is talked about", () => {
  /** Five cards: two may become a case, and a facilitator has tagged one of these. */
  function collected(): MemorySession {
    const settings = { ...roleplaySettings.parse(activity.settings) };
    const source = { from: "earlier", activity: "small-no", givenCases };
    const session = createMemorySession(
      plannedWorkshop((each) =>
        each.kind === "collect"
          ? [each, { ...activity, settings: { ...settings, source } }]
          : each.kind === "pause"
            ? [each]
            : [],
      ),
      2,
    );
    session.send("facilitator", { type: "begin", endsAt: null });
    goTo(session, "write");
    for (let n = 0; n < 5; n += 1) {
      const card = { edit: hex(500 + n), markHash: hashOf(hex(600 + n)), text: `Karte ${n}` };
      const consents = { mayBeCase: n < 3, unfair: n === 2, mayBeQuoted: false };
      const command = { type: "submitCard", revision: 1, attributes: {}, ...card, ...consents };
      session.send({ device: hex(n) }, { type: "activity", activity: "small-no", command });
    }
    goTo(session, "review");
    const review = Object.values(session.view("facilitator").review ?? {});
    const tagged = review.find(({ text }) => text === "Karte 1")?.id;
    const command = { type: "tagCard", card: tagged, tagged: true };
    session.send("facilitator", { type: "activity", activity: "small-no", command });
    goTo(session, "choose");
    return session;
  }

  test("P238 is a consented card that nobody has tagged, or a made-up case; no card is taken by itself", () => {
    const session = collected();
    expect(board(session).cases.map(({ text }) => text)).toEqual(["Karte 0"]);
    const of = (audience: "participant" | "stage") => session.view(audience).activity?.record;
    expect(of("participant")).toMatchObject({ case: null });
    const facts = session.state.activities.find(({ template }) => template.key === "small-no");
    const cards = [...(facts?.instance.batches()?.cards.values() ?? [])];
    for (const { id, text } of cards) {
      const answer = lead(session, { type: "chooseCase", case: id });
      expect([text, answer.ok]).toEqual([text, text === "Karte 0"]);
    }
    expect(of("stage")).toMatchObject({ case: null });
    goTo(session, "case");
    expect(of("stage")).toMatchObject({ case: { text: "Karte 0" } });
    expect(lead(session, { type: "chooseCase", case: givenCases[0]?.key })).toMatchObject({
      code: "wrong-phase",
    });
  });

  test("P238 is a made-up case where nobody has chosen", () => {
    const session = collected();
    goTo(session, "case");
    expect(record(session).case).toEqual({ id: givenCases[0]?.key, text: null, markHash: null });
  });
});

describe("what would help", () => {
  test("is counted once from k on, and shown to everybody", () => {
    const trio = inMinutes(threeHeads, 24);
    const plan = plannedWorkshop((each) =>
      each.kind === "pause" && each.key !== "welcome"
        ? [trio, each]
        : each.kind === "pause"
          ? [each]
          : [],
    );
    for (const people of [4, 6]) {
      const session = createMemorySession(plan, 5);
      session.send("facilitator", { type: "begin", endsAt: null });
      goTo(session, "intro");
      const say = (device: number, command: { type: string; [key: string]: unknown }) =>
        session.send({ device: hex(device) }, { type: "activity", activity: trio.key, command });
      for (let device = 0; device < people; device += 1) {
        say(device, { type: "takeSeat", revision: 1, remote: false });
        say(device, { type: "pickHelp", revision: 1, help: device % 2 === 0 ? "listen" : "ideas" });
      }
      goTo(session, "assign");
      expect(record(session).help).toEqual(people < 5 ? null : { listen: 3, ask: 0, ideas: 3 });
      expect(say(0, { type: "pickHelp", revision: 2, help: "ask" })).toMatchObject({
        code: "closed",
      });
      goTo(session, "help1");
      const roles = Array.from({ length: people }, (_, device) => seatOf(session, device)?.role);
      expect(roles).toContain("asker");
      session.send("facilitator", { type: "skipActivity", from: positionOf(session.state) });
      expect(positionOf(session.state).activity).not.toBe(trio.key);
    }
  });
});

/** Anything that phones and the console may do, in any order. */
const doing = fc.oneof(
  fc.record({
    what: fc.constant("sit" as const),
    device: fc.nat({ max: 17 }),
    remote: fc.boolean(),
  }),
  fc.record({ what: fc.constant("leave" as const), device: fc.nat({ max: 17 }) }),
  fc.record({ what: fc.constant("watch" as const), device: fc.nat({ max: 17 }), on: fc.boolean() }),
  fc.record({ what: fc.constant("other" as const), device: fc.nat({ max: 17 }) }),
  fc.record({
    what: fc.constant("move" as const),
    chair: fc.nat({ max: 25 }),
    to: fc.nat({ max: 5 }),
  }),
  fc.record({
    what: fc.constant("merge" as const),
    from: fc.nat({ max: 5 }),
    to: fc.nat({ max: 5 }),
  }),
  fc.record({ what: fc.constant("free" as const), chair: fc.nat({ max: 25 }) }),
  fc.record({ what: fc.constant("add" as const), to: fc.nat({ max: 5 }) }),
  fc.record({ what: fc.constant("mode" as const), to: fc.nat({ max: 2 }) }),
  fc.record({ what: fc.constant("write" as const), device: fc.nat({ max: 17 }) }),
  fc.record({ what: fc.constant("regroup" as const), size: fc.constantFrom(3, 4) }),
  fc.record({ what: fc.constant("on" as const) }),
);

type Doing = typeof doing extends fc.Arbitrary<infer Each> ? Each : never;

const letters = ["A", "B", "C", "D", "E", "F"];

function carryOut(session: MemorySession, each: Doing, revision: number): void {
  switch (each.what) {
    case "sit":
      sit(session, each.device, each.remote, revision);
      return;
    case "leave":
      act(session, each.device, { type: "leaveSeat", revision });
      return;
    case "watch":
      act(session, each.device, {
        type: "watchRound",
        changes: seatOf(session, each.device)?.changes ?? 0,
        on: each.on,
      });
      return;
    case "other": {
      const role = seatOf(session, each.device)?.role ?? "observer";
      const { round } = record(session);
      const changes = seatOf(session, each.device)?.changes ?? 0;
      if (round > 0) act(session, each.device, { type: "otherRole", changes, round, role });
      return;
    }
    case "move":
      lead(session, {
        type: "moveChair",
        chair: String(each.chair),
        to: letters[each.to] === "F" ? null : letters[each.to],
      });
      return;
    case "merge":
      lead(session, { type: "mergeGroups", from: letters[each.from], into: letters[each.to] });
      return;
    case "free":
      lead(session, { type: "freeChair", chair: String(each.chair) });
      return;
    case "add":
      lead(session, { type: "addChair", to: letters[each.to] });
      return;
    case "mode":
      lead(session, { type: "setMode", mode: ["spoken", "silent", "emptyChair"][each.to] });
      return;
    case "write": {
      const { round } = record(session);
      if (round > 0) act(session, each.device, lineOf(each.device, round));
      return;
    }
    case "regroup":
      lead(session, { type: "regroup", size: each.size, pair: false });
      return;
    case "on":
      if (positionOf(session.state).phase !== "takeAlong") {
        session.send("facilitator", { type: "advance", from: positionOf(session.state) });
      }
  }
}

test("P232 whatever happens, nobody has two chairs, no chair two people, no group more than five", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 16 }),
      fc.array(doing, { minLength: 5, maxLength: 60 }),
      (people, all) => {
        const session = seated(people);
        for (const [at, each] of all.entries()) {
          carryOut(session, each, at + 2);
          const { groups, balcony } = board(session);
          const chairs = [...groups.flatMap((group) => group.chairs), ...balcony];
          const ids = chairs.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          for (const group of groups) expect(group.chairs.length).toBeLessThanOrEqual(GROUP_MAX);
          const sitting = session
            .sealedBallots(KEY)
            .filter(({ slot }) => slot === SEAT_SLOT)
            .map(({ content }) => seatBallot.parse(content))
            .filter(({ left, chair }) => !left && chair !== null && ids.includes(chair));
          expect(new Set(sitting.map(({ chair }) => chair)).size).toBe(sitting.length);
          // What is sealed is in no view but the review, and in no event.
          const { review, ...ofFacilitators } = session.view("facilitator");
          const shown = JSON.stringify([
            ...[session.view("participant"), session.view("stage"), ofFacilitators, session.log],
          ]);
          for (const { content } of session.sealedCards(KEY)) {
            if (content) expect(shown).not.toContain(`"${content.text}"`);
          }
          const phase = positionOf(session.state).phase ?? "";
          const isSeated = phase === "assign" || phase === "gather" || /\d$/.test(phase);
          if (isSeated) expect(sitting.length).toBe(chairs.filter(({ phone }) => phone).length);
        }
        const again = currentRun(session.replayed());
        const run = currentRun(session.state);
        const view = { phase: run?.phase ?? "", audience: "facilitator" as const };
        const about = {
          ...view,
          review: [],
          earlier: { facts: () => ({}), shownUnder: () => undefined },
        };
        expect(again?.instance.view(about)).toEqual(run?.instance.view(about));
      },
    ),
    { numRuns: timesTried({ everyday: 60, all: 150 }) },
  );
});

test("the kind is held alone with made-up cases", () => {
  const alone = roleplaySettings.parse(kindOf("roleplay").alone(otherChairs.activity.settings));
  expect(alone.source.from).toBe("given");
});
