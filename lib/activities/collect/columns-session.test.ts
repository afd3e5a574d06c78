import { describe, expect, test } from "vitest";
import { columnOf } from "@/lib/activities/collect/columns";
import type { RawCommand } from "@/lib/activities/simulation";
import { CELL_MIN } from "@/lib/activities/small-cells";
import { K_CARDS, positionOf } from "@/lib/session/state";
import { summarise } from "@/lib/session/summarise";
import { createMemorySession, hashOf, type MemorySession } from "@/lib/testing/memory-session";
import { same } from "@/lib/words";
import { blamelessLookBack } from "@/lib/workshops/activities/blameless-look-back";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";
import { planAround } from "@/lib/workshops/single-activity";

const audiences = ["participant", "stage", "facilitator"] as const;
const ROOMS = [2, 3, 5, 7, 13, 61];

/** An activity as plans have it whose cards belong to columns. */
const inColumns: ReadyActivity = {
  ...blamelessLookBack,
  activity: {
    ...blamelessLookBack.activity,
    settings: {
      ...blamelessLookBack.activity.settings,
      ...{ caseFirst: null, dots: 0, itemLimit: 2, columnLimit: 2 },
      columns: [
        { key: "listened", name: same("Zugehört", "Listened") },
        { key: "asked", name: same("Gefragt", "Asked") },
        { key: "said-or-did", name: same("Gesagt oder getan", "Said or done") },
      ],
      ask: same("Wen fragen?", "Whom to ask?"),
    },
  },
};

/** A session of this activity alone, in its first phase. */
function held(ready: ReadyActivity, settings: object = {}, seed = 3): MemorySession {
  const { id: templateId, title, purpose, minutes, activities } = planAround(ready);
  const session = createMemorySession(
    {
      ...{ templateId, title, purpose, minutes },
      ...{ address: "du", language: "de" },
      activities: activities.map((each) =>
        each.key === ready.activity.key
          ? { ...each, settings: { ...each.settings, ...settings } }
          : each,
      ),
    },
    seed,
  );
  session.send("facilitator", { type: "begin", endsAt: null });
  advance(session);
  return session;
}

const advance = (session: MemorySession) =>
  session.send("facilitator", { type: "advance", from: positionOf(session.state) });

function advanceTo(session: MemorySession, phase: string) {
  while (positionOf(session.state).phase !== phase) expect(advance(session).ok).toBe(true);
}

const hex = (n: number) => n.toString(16).padStart(32, "0");

function act(session: MemorySession, device: number, command: RawCommand) {
  const activity = positionOf(session.state).activity ?? "";
  return session.send({ device: hex(device + 1) }, { type: "activity", activity, command });
}

/** One card of somebody; `card` tells theirs apart. */
function write(
  session: MemorySession,
  { device, card = 0, revision = 1, column }: Record<string, number | string> & { device: number },
) {
  const edit = hex(10_000 + device * 10 + Number(card));
  return act(session, device, {
    ...{ type: "submitCard", edit, markHash: hashOf(hex(90_000 + device * 10 + Number(card))) },
    ...{ revision, text: `«${device}.${card}»`, mayBeQuoted: true },
    attributes: column === undefined ? {} : { column },
  });
}

describe("P192 cards in columns", () => {
  test("belong to one of the plan's, and to none where it has none", () => {
    const columns = held(inColumns);
    expect(write(columns, { device: 0 })).toMatchObject({ code: "not-allowed" });
    expect(write(columns, { device: 0, column: "loved" })).toMatchObject({ code: "not-allowed" });
    expect(write(columns, { device: 0, column: "asked" }).ok).toBe(true);
    const none = held(blamelessLookBack);
    advanceTo(none, "write");
    expect(write(none, { device: 0, column: "asked" })).toMatchObject({ code: "not-allowed" });
    expect(write(none, { device: 0 }).ok).toBe(true);
  });

  test("are limited in each column and in all", () => {
    const session = held(inColumns, { itemLimit: 3, columnLimit: 2 });
    const mine = (card: number, column: string) => write(session, { device: 0, card, column });
    expect(mine(0, "asked").ok).toBe(true);
    expect(mine(1, "asked").ok).toBe(true);
    expect(mine(2, "asked")).toMatchObject({ code: "over-budget" });
    expect(mine(3, "listened").ok).toBe(true);
    expect(mine(4, "said-or-did")).toMatchObject({ code: "over-budget" });
    // Somebody else's share is their own.
    expect(write(session, { device: 1, column: "asked" }).ok).toBe(true);
  });

  test("may move to another column while nobody has read them, and their share with them", () => {
    const session = held(inColumns, { itemLimit: 4, columnLimit: 1 });
    const mine = (card: number, column: string, revision = 1) =>
      write(session, { device: 0, card, column, revision });
    expect(mine(0, "asked").ok).toBe(true);
    expect(mine(1, "listened").ok).toBe(true);
    expect(mine(0, "listened", 2)).toMatchObject({ code: "over-budget" });
    expect(mine(0, "said-or-did", 2).ok).toBe(true);
    // A repeat changes nothing, and what it left is free again.
    expect(mine(0, "said-or-did", 2).ok).toBe(true);
    expect(mine(2, "asked").ok).toBe(true);
    expect(mine(3, "said-or-did")).toMatchObject({ code: "over-budget" });
    for (let device = 1; device < K_CARDS; device += 1) write(session, { device, column: "asked" });
    advanceTo(session, "review");
    expect(mine(0, "asked", 3)).toMatchObject({ code: "wrong-phase" });
  });
});

describe("P193 columns of few cards", () => {
  /** Most cards in one column, a few in the second, one in the third. */
  const columnIn = (device: number, card: number) =>
    device === 0 && card === 0 ? "said-or-did" : (device + card) % 3 === 0 ? "listened" : "asked";

  /** What everybody and the log say of columns, card by card, once they are shown. */
  const told = (session: MemorySession) => {
    const cards = Object.values(session.view("participant").cards);
    for (const audience of audiences) {
      for (const card of cards) expect(session.view(audience).cards[card.id]).toEqual(card);
    }
    return cards.map((card) => ({ text: card.text, column: columnOf(card.attributes) }));
  };

  test.each(ROOMS)("are told to nobody in a room of %i, by no view, event or number", (people) => {
    const session = held(inColumns);
    session.joined = people;
    for (let device = 0; device < people; device += 1) {
      for (const card of [0, 1]) {
        expect(write(session, { device, card, column: columnIn(device, card) }).ok).toBe(true);
      }
    }
    advanceTo(session, "review");
    // The positive control: whoever reads them has the column, and would tell it.
    const review = Object.values(session.view("facilitator").review ?? {});
    const isEnough = people >= K_CARDS;
    expect(review.some(({ attributes }) => columnOf(attributes) === "said-or-did")).toBe(isEnough);
    advanceTo(session, "reveal");
    const cards = told(session);
    expect(cards).toHaveLength(isEnough ? 2 * people : 0);
    expect(JSON.stringify(session.log)).not.toContain('"column":"said-or-did"');
    for (const column of ["listened", "asked"]) {
      const n = cards.filter((card) => card.column === column).length;
      expect(n === 0 || n >= CELL_MIN).toBe(true);
    }
    const untold = cards.filter(({ column }) => column === null).length;
    expect(untold === 0 || untold >= CELL_MIN).toBe(true);
    session.send("facilitator", { type: "end" });
    const facts = { day: "2026-11-27", joined: people, takeaway: "", contacts: [] };
    const summary = JSON.stringify(summarise(session.state, { language: "de", ...facts }));
    expect(summary).not.toContain("Gesagt oder getan");
    expect(summary.includes("Gefragt")).toBe(cards.some(({ column }) => column === "asked"));
  });

  test("held back and shown later, a card tells no column, whatever the others tell", () => {
    const session = held(inColumns);
    for (let device = 0; device < 13; device += 1) write(session, { device, column: "asked" });
    advanceTo(session, "review");
    const [held0] = Object.values(session.view("facilitator").review ?? {});
    const hold = (isHeld: boolean) =>
      session.send("facilitator", {
        ...{ type: "activity", activity: "blameless-look-back" },
        command: { type: "holdCard", reviewId: held0?.id, held: isHeld },
      });
    expect(hold(true).ok).toBe(true);
    advanceTo(session, "reveal");
    expect(told(session).filter(({ column }) => column === "asked")).toHaveLength(12);
    expect(hold(false).ok).toBe(true);
    expect(told(session).filter(({ column }) => column === null)).toEqual([
      { text: held0?.text, column: null },
    ]);
    // A repeat of it is still known as one.
    const device = Number(held0?.text.match(/\d+/)?.[0]);
    expect(write(session, { device, column: "asked" }).ok).toBe(true);
    expect(write(session, { device, column: "asked", revision: 2 }).ok).toBe(false);
  });
});

describe("P194 the case that comes first", () => {
  const talked = (session: MemorySession) =>
    audiences
      .map((audience) => session.view(audience).activity?.record)
      .map((record) => JSON.parse(JSON.stringify(record)).case);
  const choose = (session: MemorySession, key: string) =>
    session.send("facilitator", {
      ...{ type: "activity", activity: "blameless-look-back" },
      command: { type: "chooseCase", case: key },
    });

  test("is the plan's first one until the facilitator chooses another, and takes no cards", () => {
    const session = held(blamelessLookBack);
    expect(talked(session)).toEqual(audiences.map(() => "linkedin-silence"));
    expect(choose(session, "no-such-case")).toMatchObject({ code: "not-allowed" });
    expect(choose(session, "trial-day").ok).toBe(true);
    expect(talked(session)).toEqual(audiences.map(() => "trial-day"));
    expect(write(session, { device: 0 })).toMatchObject({ code: "wrong-phase" });
    advanceTo(session, "write");
    expect(choose(session, "trade-fair")).toMatchObject({ code: "wrong-phase" });
    // Whoever would rather write of it has it on the same screen.
    const { optOut } = session.view("participant").planned ?? {};
    expect(optOut?.fictional?.de).toContain("Probearbeiten");
  });
});

describe("P195 the last question", () => {
  test("takes no cards, late ones neither, and asks also where too few gave some", () => {
    const session = held(inColumns);
    for (let device = 0; device < K_CARDS; device += 1) write(session, { device, column: "asked" });
    advanceTo(session, "cluster");
    expect(write(session, { device: 7, column: "asked" }).ok).toBe(true);
    advanceTo(session, "ask");
    expect(write(session, { device: 8, column: "asked" })).toMatchObject({ code: "closed" });
    expect(session.view("facilitator").facilitator?.late).toBeNull();
    const few = held(inColumns);
    advanceTo(few, "ask");
    expect(few.view("participant").activity?.phase).toBe("ask");
  });
});
