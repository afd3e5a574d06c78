import { describe, expect, test } from "vitest";
import { boardRecord } from "@/lib/activities/board/record";
import { zoneOf } from "@/lib/activities/board/zones";
import type { RawCommand } from "@/lib/activities/simulation";
import { CELL_MIN } from "@/lib/activities/small-cells";
import { K_CARDS, K_SCORES, positionOf } from "@/lib/session/state";
import { summarise } from "@/lib/session/summarise";
import { createMemorySession, hashOf, type MemorySession } from "@/lib/testing/memory-session";
import { specificallySeen } from "@/lib/workshops/activities/specifically-seen";
import { planAround } from "@/lib/workshops/single-activity";

const audiences = ["participant", "stage", "facilitator"] as const;
const ROOMS = [2, 4, 5, 7, 13, 61];
const KEY = "specifically-seen";
const ZONE_ONE = { key: "one", name: { de: "Eins", en: "One" } };
const ZONES = ["listened", "asked", "said-or-did"] as const;

const hex = (n: number) => n.toString(16).padStart(32, "0");

/** A session with a board alone, open for notes. */
function held(settings: object = {}): MemorySession {
  const { id: templateId, title, purpose, minutes, activities } = planAround(specificallySeen);
  const session = createMemorySession(
    {
      ...{ templateId, title, purpose, minutes },
      ...{ address: "du", language: "de" },
      activities: activities.map((each) =>
        each.key === KEY ? { ...each, settings: { ...each.settings, ...settings } } : each,
      ),
    },
    3,
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

const tell = (session: MemorySession, command: RawCommand) =>
  session.send("facilitator", { type: "activity", activity: KEY, command });

/** A note of somebody; `note` tells theirs apart. */
function write(session: MemorySession, device: number, zone: string, note = 0) {
  const card = device * 10 + note;
  return session.send(
    { device: hex(device + 1) },
    {
      ...{ type: "activity", activity: KEY },
      command: {
        ...{ type: "submitCard", edit: hex(10_000 + card), markHash: hashOf(hex(90_000 + card)) },
        ...{ revision: 1, text: `«${device}.${note}»`, mayBeQuoted: true },
        attributes: { zone },
      },
    },
  );
}

const withdraw = (session: MemorySession, device: number, note = 0) =>
  session.send(
    { device: hex(device + 1) },
    {
      ...{ type: "activity", activity: KEY },
      command: { type: "withdrawCard", edit: hex(10_000 + device * 10 + note) },
    },
  );

const zoneAt = (n: number): string => ZONES[n % ZONES.length] ?? ZONES[0];

/** So many people, each with a note. */
function write0(session: MemorySession, people: number, from = 0, zoneOfEach = zoneAt) {
  for (let device = from; device < from + people; device += 1) {
    expect(write(session, device, zoneOfEach(device)).ok).toBe(true);
  }
}

const notesOf = (session: MemorySession) => Object.values(session.view("participant").cards);

const groupsOf = (session: MemorySession) =>
  boardRecord.parse(session.view("stage").activity?.record);

describe("P276 notes in zones", () => {
  test("belong to one of the plan's, so many to each and in all", () => {
    const session = held({ zoneLimit: 1, itemLimit: 2 });
    expect(write(session, 0, "loved")).toMatchObject({ code: "not-allowed" });
    expect(write(session, 0, "asked").ok).toBe(true);
    expect(write(session, 0, "asked", 1)).toMatchObject({ code: "over-budget" });
    expect(write(session, 0, "listened", 2).ok).toBe(true);
    expect(write(session, 0, "said-or-did", 3)).toMatchObject({ code: "over-budget" });
    expect(write(session, 1, "asked").ok).toBe(true);
  });

  test.each(ROOMS)("of one or two notes are told to nobody in a room of %i", (people) => {
    const session = held();
    session.joined = people;
    const rest = (device: number) => (device === 0 ? "said-or-did" : "asked");
    for (let device = 0; device < people; device += 1) write(session, device, rest(device));
    advanceTo(session, "review");
    const isEnough = people >= K_CARDS;
    // The positive control: whoever reads them has the zone, and would tell it.
    const review = Object.values(session.view("facilitator").review ?? {});
    expect(review.some(({ attributes }) => zoneOf(attributes) === "said-or-did")).toBe(isEnough);
    advanceTo(session, "show");
    expect(notesOf(session)).toHaveLength(isEnough ? people : 0);
    expect(JSON.stringify(session.log)).not.toContain('"zone":"said-or-did"');
    const untold = notesOf(session).filter(({ attributes }) => zoneOf(attributes) === null);
    expect(untold.length === 0 || untold.length >= CELL_MIN).toBe(true);
    for (const audience of audiences) {
      for (const note of notesOf(session)) {
        expect(session.view(audience).cards[note.id]).toEqual(note);
      }
    }
  });
});

describe("P277 further notes", () => {
  test("are shown batch by batch, each from k people on, also while the board is arranged", () => {
    const session = held();
    session.joined = 40;
    write0(session, K_CARDS);
    advanceTo(session, "show");
    expect(notesOf(session)).toHaveLength(K_CARDS);
    write0(session, K_CARDS - 1, 10);
    expect(tell(session, { type: "reviewLate" })).toMatchObject({ code: "too-few" });
    expect(session.view("facilitator").review).toEqual({});
    write0(session, 1, 20);
    expect(tell(session, { type: "reviewLate" }).ok).toBe(true);
    expect(tell(session, { type: "revealLate" }).ok).toBe(true);
    expect(notesOf(session)).toHaveLength(2 * K_CARDS);
    advanceTo(session, "group");
    write0(session, K_CARDS, 30);
    expect(tell(session, { type: "reviewLate" }).ok).toBe(true);
    // One that was taken back brings the batch below k.
    expect(withdraw(session, 30).ok).toBe(true);
    expect(tell(session, { type: "revealLate" })).toMatchObject({ code: "too-few" });
    expect(notesOf(session)).toHaveLength(2 * K_CARDS);
  });

  test("are none any more once everybody is asked for themselves", () => {
    const session = held();
    write0(session, K_CARDS);
    advanceTo(session, "ask");
    expect(write(session, 20, "asked")).toMatchObject({ code: "closed" });
    expect(session.view("facilitator").facilitator?.late).toBeNull();
  });
});

describe("P278 groups", () => {
  const [first, second] = [hex(71), hex(72)];

  test("are facilitators', lie in a zone, and hold notes that are shown", () => {
    const session = held();
    write0(session, 7);
    const add = (themeId: string, zone?: string) =>
      tell(session, {
        type: "addTheme",
        themeId,
        name: "«Nachgefragt»",
        ...(zone ? { zone } : {}),
      });
    advanceTo(session, "show");
    expect(add(first, "asked")).toMatchObject({ code: "wrong-phase" });
    advanceTo(session, "group");
    expect(add(first, "loved")).toMatchObject({ code: "not-allowed" });
    expect(add(first, "asked").ok).toBe(true);
    expect(add(second, "listened").ok).toBe(true);
    const [note] = notesOf(session);
    const sort = (cardId: string, themeId: string | null) =>
      tell(session, { type: "sortCard", cardId, themeId });
    expect(sort(hex(99), first).ok).toBe(false);
    expect(sort(note?.id ?? "", first).ok).toBe(true);
    for (const audience of audiences) {
      expect(boardRecord.parse(session.view(audience).activity?.record)).toEqual({
        enough: true,
        themes: [
          { id: first, name: "«Nachgefragt»", colour: null, zone: "asked" },
          { id: second, name: "«Nachgefragt»", colour: null, zone: "listened" },
        ],
        spotlight: null,
        spotlitTheme: null,
        sorted: { [note?.id ?? ""]: first },
        vote: null,
      });
    }
    const participant = session.send(
      { device: hex(1) },
      {
        ...{ type: "activity", activity: KEY },
        command: { type: "sortCard", cardId: note?.id, themeId: null },
      },
    );
    expect(participant.ok).toBe(false);
    // For notes of which no zone is told.
    expect(add(hex(73)).ok).toBe(true);
    expect(groupsOf(session).themes[2]).toMatchObject({ zone: null });
    expect(tell(session, { type: "removeTheme", themeId: first }).ok).toBe(true);
    expect(groupsOf(session).sorted).toEqual({});
  });

  test("are counted in the summary from three notes on, with approved notes by zone", () => {
    const session = held();
    session.joined = 9;
    for (let device = 0; device < 9; device += 1) write(session, device, "asked");
    advanceTo(session, "group");
    tell(session, { type: "addTheme", themeId: first, name: "«Groß»", zone: "asked" });
    tell(session, { type: "addTheme", themeId: second, name: "«Klein»", zone: "asked" });
    for (const [at, { id }] of notesOf(session).entries()) {
      tell(session, { type: "sortCard", cardId: id, themeId: at < 2 ? second : first });
    }
    session.send("facilitator", { type: "end" });
    const facts = { day: "2026-11-27", joined: 9, takeaway: "", contacts: [] };
    const told = JSON.stringify(summarise(session.state, { language: "de", ...facts }));
    expect(told).toContain("Gefragt");
    expect(told).toContain("«4.0»");
    expect(told).not.toContain("«5.0»");
    // Two notes beside seven others: naming the seven would tell them.
    expect(told).not.toContain("«Klein»");
    expect(told).not.toContain("«Groß»");
  });
});

describe("P280 dots on notes", () => {
  const cast = (
    session: MemorySession,
    device: number,
    dots: Record<string, number>,
    revision = 1,
  ) =>
    session.send(
      { device: hex(device + 1) },
      { ...{ type: "activity", activity: KEY }, command: { type: "castDots", revision, dots } },
    );
  /** Notes of so many people, and the vote on them is open; ids of the notes, by their texts. */
  function voting(people: number, settings: object = {}) {
    const session = held({ dots: 3, ...settings });
    session.joined = people;
    write0(session, people, 0, "zones" in settings ? () => ZONE_ONE.key : zoneAt);
    advanceTo(session, "vote");
    const ids = new Map(notesOf(session).map(({ id, text }) => [text, id]));
    return { session, id: (device: number) => ids.get(`«${device}.0»`) ?? "" };
  }
  const voteOf = (session: MemorySession, audience: (typeof audiences)[number] = "participant") =>
    boardRecord.parse(session.view(audience).activity?.record).vote;

  test("are voted on only where the plan gives some", () => {
    const phases = (session: MemorySession) =>
      session.view("facilitator").facilitator?.agenda.find(({ key }) => key === KEY)?.phases;
    const names = (session: MemorySession) => phases(session)?.map(({ name }) => name);
    expect(names(held())).not.toContain("vote");
    expect(names(held({ dots: 3 }))).toEqual([
      ...["add", "review", "show", "group"],
      ...["vote", "weighed", "ask"],
    ]);
  });

  test.each([K_SCORES - 1, K_SCORES])(
    "of %i people are told as a total, or not at all",
    (voters) => {
      const { session, id } = voting(7);
      const before = audiences.map((audience) => session.view(audience));
      for (let device = 0; device < voters; device += 1) {
        expect(cast(session, device, { [id(0)]: 2, [id(1)]: 1 }).ok).toBe(true);
      }
      // A newer ballot takes the place of one's own, and nobody sees anything of either.
      expect(cast(session, 0, { [id(2)]: 3 }, 2).ok).toBe(true);
      expect(audiences.map((audience) => session.view(audience))).toEqual(before);
      advance(session);
      for (const audience of audiences) {
        expect(voteOf(session, audience)).toEqual(
          voters < K_SCORES
            ? { enough: false, dots: {} }
            : {
                enough: true,
                dots: { [id(0)]: 2 * (voters - 1), [id(1)]: voters - 1, [id(2)]: 3 },
              },
        );
      }
      expect(cast(session, 6, { [id(1)]: 1 })).toMatchObject({ code: "closed" });
      advanceTo(session, "ask");
      session.send("facilitator", { type: "end" });
      expect(session.sealedBallots(KEY)).toEqual([]);
    },
  );

  test("are as many as the plan gives, on notes that were shown, by participants", () => {
    const { session, id } = voting(7);
    expect(cast(session, 0, { [id(0)]: 4 })).toMatchObject({ code: "over-budget" });
    expect(cast(session, 0, { [hex(99)]: 1 })).toMatchObject({ code: "not-allowed" });
    expect(tell(session, { type: "castDots", revision: 1, dots: {} })).toMatchObject({
      code: "not-allowed",
    });
    session.send("facilitator", { type: "goBack", from: positionOf(session.state) });
    expect(cast(session, 0, { [id(0)]: 1 })).toMatchObject({ code: "wrong-phase" });
  });

  test("lie in sight while facilitators go on with the groups, and the room doesn't", () => {
    const { session, id } = voting(7, { roomSorts: true });
    for (let device = 0; device < 7; device += 1) cast(session, device, { [id(0)]: 1 });
    const add = () => tell(session, { type: "addTheme", themeId: hex(71), name: "Danach" });
    const place = { type: "placeCards", cards: [{ id: id(0), to: null, before: null }] };
    const byRoom = () =>
      session.send({ device: hex(1) }, { ...{ type: "activity", activity: KEY }, command: place });
    expect(add()).toMatchObject({ code: "wrong-phase" });
    advance(session);
    expect(add().ok).toBe(true);
    expect(tell(session, { type: "sortCard", cardId: id(0), themeId: hex(71) }).ok).toBe(true);
    expect(byRoom()).toMatchObject({ code: "wrong-phase" });
    expect(groupsOf(session)).toMatchObject({
      sorted: { [id(0)]: hex(71) },
      vote: { dots: { [id(0)]: 7 } },
    });
    // What was counted is final.
    const back = session.send("facilitator", { type: "goBack", from: positionOf(session.state) });
    expect(back.ok).toBe(false);
  });

  test("are counted too where the session ends in the middle of the vote", () => {
    const { session, id } = voting(7);
    for (let device = 0; device < 7; device += 1) cast(session, device, { [id(3)]: 1 });
    session.send("facilitator", { type: "end" });
    expect(voteOf(session)).toEqual({ enough: true, dots: { [id(3)]: 7 } });
  });

  test.each(["approved", "aggregate", "none"])(
    "stand in a summary that takes %s: by group, and by note only where its words may leave the room",
    (summary) => {
      const { session, id } = voting(9, { summary, zones: [ZONE_ONE], quoteConsent: true });
      for (let device = 0; device < 9; device += 1) {
        cast(session, device, { [id(0)]: 1, [id(1)]: 1 });
      }
      advance(session);
      tell(session, {
        type: "addTheme",
        themeId: hex(71),
        name: "«Groß»",
        zone: "one",
        colour: "ochre",
      });
      for (const device of [0, 2, 3, 4]) {
        tell(session, { type: "sortCard", cardId: id(device), themeId: hex(71) });
      }
      session.send("facilitator", { type: "end" });
      const facts = { day: "2026-11-27", joined: 9, takeaway: "", contacts: [] };
      const { sections } = summarise(session.state, { language: "de", ...facts });
      const bars = sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.type === "bars" ? [block] : [])),
      );
      const told = (caption: string) =>
        bars
          .find((block) => block.caption === caption)
          ?.bars.map(({ label, reading }) => `${label}: ${reading}`);
      const isTold = summary !== "none";
      expect(told("Punkte je Gruppe")).toEqual(
        isTold ? ["«Groß» (ocker): 9 Punkte", "Anderes: 9 Punkte"] : undefined,
      );
      expect(told("Punkte je Notiz")).toEqual(
        summary === "approved" ? ["«0.0»: 9 Punkte", "«1.0»: 9 Punkte"] : undefined,
      );
    },
  );
});
