import { expect, test } from "vitest";
import { diff, flatten } from "@/lib/session/patches";
import { K_CARDS } from "@/lib/session/state";
import { createMemorySession, type MemorySession } from "@/lib/testing/memory-session";
import { advanceTo, perform, plan } from "@/lib/testing/session-driver";

/** What is under review held back or let through: all of it in one command (P140), or one by one. */

const PEOPLE = K_CARDS + 1;
const QUESTION = "small-no";

function written(activity: string): MemorySession {
  const session = createMemorySession(plan, 7);
  session.send("facilitator", { type: "begin", endsAt: null });
  advanceTo(session, activity, "write");
  for (let device = 0; device < PEOPLE; device += 1) perform(session, write(device, 0));
  advanceTo(session, activity, "review");
  return session;
}

const write = (device: number, card: number) => ({ do: "write", device, card, revision: 1 });

const holdAll = (session: MemorySession, activity: string, held: boolean) =>
  session.send("facilitator", {
    type: "activity",
    activity,
    command: { type: "holdCards", held },
  });

const heldOf = (session: MemorySession): boolean[] =>
  Object.values(session.view("facilitator").review ?? {}).map(({ held }) => held);

test.each([
  [QUESTION, "reveal"],
  ["other-readings", "vote"],
])(
  "A10: all of %s are held at once, and none is shown; releasing all undoes it",
  (activity, shows) => {
    const session = written(activity);
    // One that somebody takes back meanwhile looks as the others do (P100).
    perform(session, { do: "withdraw", device: 0, card: 0 });
    expect(holdAll(session, activity, true)).toMatchObject({ ok: true });
    expect(heldOf(session)).toEqual(Array(PEOPLE).fill(true));
    // Twice is once.
    expect(holdAll(session, activity, true)).toMatchObject({ ok: true, sealed: [] });
    expect(holdAll(session, activity, false)).toMatchObject({ ok: true });
    expect(heldOf(session)).toEqual(Array(PEOPLE).fill(false));
    advanceTo(session, activity, shows);
    expect(Object.keys(session.view("stage").cards)).toHaveLength(PEOPLE - 1);
  },
);

test("A10: what all is held of is shown to nobody, and can't be let go of all at once after the reveal", () => {
  const session = written(QUESTION);
  holdAll(session, QUESTION, true);
  advanceTo(session, QUESTION, "reveal");
  expect(Object.keys(session.view("participant").cards)).toEqual([]);
  expect(holdAll(session, QUESTION, false)).toMatchObject({ ok: false, code: "wrong-phase" });
});

test("A10: in a round of late cards only these are held, and a card that was held before stays", () => {
  const session = written(QUESTION);
  perform(session, { do: "hold", pick: 0, held: true });
  advanceTo(session, QUESTION, "reveal");
  for (let device = 0; device < PEOPLE; device += 1) perform(session, write(device, 2));
  expect(holdAll(session, QUESTION, true)).toMatchObject({ ok: false, code: "wrong-phase" });
  perform(session, { do: "reviewLate" });
  expect(heldOf(session).filter((held) => held)).toHaveLength(1);
  holdAll(session, QUESTION, true);
  expect(heldOf(session)).toEqual(Array(PEOPLE + 1).fill(true));
  holdAll(session, QUESTION, false);
  expect(heldOf(session).filter((held) => held)).toHaveLength(1);
});

test("P215 letting one card through sends that card and the number of news, and to facilitators what is theirs of it", () => {
  const session = written(QUESTION);
  perform(session, { do: "hold", pick: 0, held: true });
  advanceTo(session, QUESTION, "reveal");
  const [held = ""] = Object.keys(session.view("facilitator").review ?? {});
  const audiences = ["participant", "stage", "facilitator"] as const;
  const shown = () => audiences.map((audience) => flatten(session.view(audience)));
  const before = shown();
  const cards = Object.keys(session.view("stage").cards);
  perform(session, { do: "hold", pick: 0, held: false });
  const [through = ""] = Object.keys(session.view("stage").cards).filter(
    (each) => !cards.includes(each),
  );
  const after = shown();
  const sent = audiences.map((_, at) => diff(before[at] ?? new Map(), after[at] ?? new Map()));
  const paths = sent.map((patch) => ({ set: [...(patch?.set.keys() ?? [])], gone: patch?.gone }));
  const toAll = { set: ["news", `cards/${through}`], gone: [] };
  const theirs = ["news", `cards/${through}`, `consents/${through}`];
  expect(paths).toEqual([toAll, toAll, { set: theirs, gone: [`review/${held}`] }]);
});
