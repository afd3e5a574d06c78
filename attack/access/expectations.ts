import { everyCommand, type KnownCommand, nameOf } from "@/attack/commands";
import { witnessOf } from "@/attack/witnesses";
import { registry } from "@/lib/activities/registry";
import type { Scene } from "@/lib/activities/simulation";
import type { SampleIds, Testimony } from "@/lib/activities/witness";
import { type Actor, everyScope } from "@/lib/session/actor";
import { MARKS_ASKED } from "@/lib/session/commands";
import { randomId } from "@/server/rooms/chance";

/**
 * Who may do what, and when: written down a second time, by hand, from what the product promises, so
 * that a hole in `authorise.ts` or in a kind's rules differs from it. What is promised of a kind stands
 * in its own folder.
 */
interface Expectation extends Omit<Testimony, "sample"> {
  /**
   * Phases of its own kind in which the command is accepted; for the session's own commands where
   * the session is: `lobby` or `open`. An empty list: always refused as the sample stands.
   */
  accepted: readonly string[];
  /** Of the session's own commands: the answer where what it names does not exist. */
  missing?: "not-allowed" | "closed" | "ok";
  /** Of those as well: the answer where they are not accepted; `wrong-phase` where it is left out. */
  refused?: "not-allowed";
  sample(ids: SampleIds & { activity: string }, scene: Scene<unknown> | null): object;
}

/** Where a facilitator once was: commands that lead somewhere are refused from there (P12). */
const stale = { activity: "nowhere", phase: "write" };

/** Wherever the session is, until its end. */
const ALWAYS = ["lobby", "open"];

/** What one of them may send, to something that must exist where it says what is answered to what does not. */
const from =
  (role: Expectation["from"]) =>
  (
    accepted: readonly string[],
    sample: Expectation["sample"],
    missing?: Expectation["missing"],
  ): Expectation => ({
    ...{ from: role, accepted, sample },
    ...(missing && { missing, refers: true }),
  });
const facilitator = from("facilitator");
const participant = from("participant");
/** Sent where it would lead somewhere only by the walk itself. */
const leading = (more: object = {}) => facilitator([], () => ({ from: stale, ...more }));

const ofSession: Readonly<Record<string, Expectation>> = {
  "session/chooseSmallGroup": facilitator(["lobby"], () => ({ on: false })),
  "session/countWithoutPhone": facilitator(ALWAYS, () => ({ count: 2 })),
  // The sample names no question of any kind.
  "session/countHands": facilitator([], ({ activity }) => ({
    activity,
    question: "none",
    counts: {},
  })),
  "session/lockRoom": facilitator(ALWAYS, () => ({ locked: false })),
  "session/rotateCode": facilitator(ALWAYS, () => ({})),
  "session/rotateStageLink": facilitator(ALWAYS, () => ({})),
  "session/planBegin": facilitator(["lobby"], () => ({ at: null })),
  "session/begin": facilitator(["lobby"], () => ({ endsAt: null })),
  "session/advance": leading(),
  "session/goBack": leading(),
  "session/skipActivity": leading(),
  "session/startClosing": leading(),
  "session/reopen": leading(),
  "session/pauseClock": leading(),
  "session/resumeClock": leading(),
  "session/addMinutes": leading({ minutes: 1 }),
  "session/setStage": facilitator(ALWAYS, () => ({ blank: false })),
  "session/turnPage": leading({ page: 0 }),
  "session/showAid": leading({ aid: null }),
  "session/writeNote": facilitator(
    ALWAYS,
    ({ activity }) => ({ activity, text: "Notiz" }),
    "not-allowed",
  ),
  "session/replyBlind": facilitator(ALWAYS, ({ card }) => ({ card, text: "Danke" }), "closed"),
  // What is not there is answered like what is: nobody learns whether a card exists.
  "session/acknowledgeTalk": facilitator(ALWAYS, ({ card }) => ({ card, count: 1 }), "ok"),
  "session/wantToTalk": participant(ALWAYS, ({ edit }) => ({ mark: edit, revision: 1 }), "ok"),
  "session/askAboutOwnCards": {
    ...participant(
      ALWAYS,
      ({ edit }) => ({
        marks: Array.from({ length: MARKS_ASKED }, (_, at) => (at === 0 ? edit : randomId())),
      }),
      "ok",
    ),
    replies: true,
  },
  // Their plan is none of a series; attack/anonymity/series.pg.test.ts keeps and asks in one.
  "session/keepInSeries": {
    ...participant([], () => ({
      words: { language: "de", words: [1, 2, 3, 4] },
      scores: { distance: 3 },
    })),
    refused: "not-allowed",
  },
  "session/showHelp": facilitator(ALWAYS, () => ({})),
  "session/end": facilitator(ALWAYS, () => ({})),
};

/** By `kind/command`; a command that is missing here fails the suite. */
export const expectations: Readonly<Record<string, Expectation>> = {
  ...ofSession,
  ...Object.fromEntries(
    registry.flatMap(({ name: of }) =>
      Object.entries(witnessOf(of).commands).map(([name, testimony]) => [
        nameOf({ of, name }),
        testimony,
      ]),
    ),
  ),
};

/** Everybody who could send something. A facilitator who may only look leads nothing. */
export const actors = {
  participant: { kind: "participant" },
  facilitator: { kind: "facilitator", account: "owner", scopes: everyScope },
  onlooker: { kind: "facilitator", account: "onlooker", scopes: new Set(["read"]) },
  stage: { kind: "stage" },
} as const satisfies Record<string, Actor>;

/** Where a table of who may attempt what differs from what is expected. */
export function holesIn(mayAttempt: (actor: Actor, command: KnownCommand) => boolean): string[] {
  return everyCommand.flatMap((command) => {
    const expected = expectations[nameOf(command)];
    if (!expected) return [`${nameOf(command)} is not in the access matrix`];
    return Object.entries(actors).flatMap(([name, actor]) => {
      const may = mayAttempt(actor, command);
      if (may === (name === expected.from)) return [];
      return [`${name} ${may ? "may" : "may not"} ${nameOf(command)}`];
    });
  });
}
