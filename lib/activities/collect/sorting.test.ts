import { describe, expect, test } from "vitest";
import { collectRecord } from "@/lib/activities/collect/record";
import { evolve } from "@/lib/session/evolve";
import { positionOf } from "@/lib/session/state";
import { readEvent } from "@/lib/session/stored";
import { summarise } from "@/lib/session/summarise";
import {
  createMemorySession,
  hashOf,
  type MemorySession,
  plannedWorkshop,
} from "@/lib/testing/memory-session";

/** Sorting cards into themes, by the rules alone. */

const PEOPLE = 6;
const [A, B] = ["a".repeat(32), "b".repeat(32)];

const act = (command: { type: string } & Record<string, unknown>) => ({
  type: "activity" as const,
  activity: "small-no",
  command,
});

const lead = (session: MemorySession, command: { type: string } & Record<string, unknown>) =>
  session.send("facilitator", act(command));

const advance = (session: MemorySession) =>
  session.send("facilitator", { type: "advance", from: positionOf(session.state) });

/** Six cards lie in no theme, and there are two. */
function sorting({ roomSorts = false } = {}) {
  const plan = plannedWorkshop((each) =>
    each.kind === "collect" ? [{ ...each, settings: { ...each.settings, roomSorts } }] : [each],
  );
  const session = createMemorySession(plan, 1);
  session.send("facilitator", { type: "begin", endsAt: null });
  while (positionOf(session.state).phase !== "write") advance(session);
  for (let n = 0; n < PEOPLE; n += 1) {
    const secret = (100 + n).toString(16).padStart(32, "0");
    const card = { edit: secret, markHash: hashOf(secret), revision: 1, text: `Karte ${n}` };
    session.send({ device: secret }, act({ type: "submitCard", ...card }));
  }
  while (positionOf(session.state).phase !== "cluster") advance(session);
  for (const themeId of [A, B]) lead(session, { type: "addTheme", themeId, name: themeId[0] });
  return { session, cards: Object.keys(session.view("facilitator").cards).sort() };
}

const sortedIn = (session: MemorySession) =>
  collectRecord.parse(session.view("stage").activity?.record).sorted;

describe("sorting", () => {
  test("is told in the log only at the close, theme by theme and in order", () => {
    const { session, cards } = sorting();
    const [first = "", second = "", third = ""] = cards;
    for (const cardId of [second, first]) lead(session, { type: "sortCard", cardId, themeId: A });
    lead(session, { type: "sortCard", cardId: third, themeId: B });
    lead(session, { type: "sortCard", cardId: third, themeId: null });
    expect(sortedIn(session)).toEqual({ [second]: A, [first]: A });
    expect(JSON.stringify(session.log)).not.toContain("cardsArranged");
    advance(session);
    const told = session.log.flatMap((event) =>
      event.type === "activity" && JSON.stringify(event).includes("cardsArranged")
        ? [event.event]
        : [],
    );
    expect(told).toEqual([
      {
        type: "cardsArranged",
        themes: [
          { themeId: A, cards: [second, first] },
          { themeId: B, cards: [] },
        ],
      },
    ]);
    // What is told of it later comes out of the log alone.
    const facts = {
      language: "de",
      day: "2026-11-27",
      joined: 6,
      takeaway: "",
      contacts: [],
    } as const;
    expect(summarise(session.replayed(), facts)).toEqual(summarise(session.state, facts));
  });

  test("of a session from before goes on where its log left it", () => {
    const { session, cards } = sorting();
    const [first = "", second = "", third = ""] = cards;
    for (const cardId of [first, second]) {
      const stored = { type: "cardSorted", cardId, themeId: A, version: 3 };
      const event = { version: 1, type: "activity", activity: "small-no", event: stored };
      const read = readEvent(event, session.state);
      session.log.push(read);
      evolve(session.state, read);
    }
    expect(sortedIn(session)).toEqual({ [first]: A, [second]: A });
    // The first one who moves something begins the board with that.
    lead(session, { type: "sortCard", cardId: third, themeId: B });
    expect(sortedIn(session)).toEqual({ [first]: A, [second]: A, [third]: B });
    lead(session, { type: "removeTheme", themeId: A });
    expect(sortedIn(session)).toEqual({ [third]: B });
    lead(session, { type: "addTheme", themeId: A, name: "wieder", before: B });
    expect(sortedIn(session)).toEqual({ [first]: A, [second]: A, [third]: B });
  });

  test("is the room's only where the plan says so, in its phase, and with what is there", () => {
    const { session, cards } = sorting({ roomSorts: true });
    const phone = { device: "1".repeat(32) };
    const place = (id: string, to: string | null) =>
      session.send(phone, act({ type: "placeCards", cards: [{ id, to, before: null }] }));
    const [first = ""] = cards;
    expect(place(first, A)).toMatchObject({ ok: true });
    expect(sortedIn(session)).toEqual({ [first]: A });
    expect(place("f".repeat(32), A)).toMatchObject({ code: "wrong-phase" });
    expect(place(first, "f".repeat(32))).toMatchObject({ code: "wrong-phase" });
    const quiet = sorting().session;
    const refused = quiet.send(
      phone,
      act({ type: "placeCards", cards: [{ id: first, to: null, before: null }] }),
    );
    expect(refused).toMatchObject({ code: "not-allowed" });
  });
});
