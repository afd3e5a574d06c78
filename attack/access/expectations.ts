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
  sample(ids: SampleIds & { activity: string }, scene: Scene<unknown> | null): object;
}

/** Where a facilitator once was: commands that lead somewhere are refused from there (P12). */
const stale = { activity: "nowhere", phase: "write" };

const facilitator = (accepted: readonly string[], sample: Expectation["sample"]): Expectation => ({
  from: "facilitator",
  accepted,
  sample,
});
const participant = (accepted: readonly string[], sample: Expectation["sample"]): Expectation => ({
  from: "participant",
  accepted,
  sample,
});

/** The same for commands that name something that must exist. */
const referring = {
  facilitator: (...of: Parameters<typeof facilitator>) => ({ ...facilitator(...of), refers: true }),
  participant: (...of: Parameters<typeof participant>) => ({ ...participant(...of), refers: true }),
};

const ofSession: Readonly<Record<string, Expectation>> = {
  "session/chooseSmallGroup": facilitator(["lobby"], () => ({ on: false })),
  "session/lockRoom": facilitator(["lobby", "open"], () => ({ locked: false })),
  "session/rotateCode": facilitator(["lobby", "open"], () => ({})),
  "session/rotateStageLink": facilitator(["lobby", "open"], () => ({})),
  // Sent where it would lead somewhere only by the walk itself.
  "session/planBegin": facilitator(["lobby"], () => ({ at: null })),
  "session/begin": facilitator(["lobby"], () => ({ endsAt: null })),
  "session/advance": facilitator([], () => ({ from: stale })),
  "session/goBack": facilitator([], () => ({ from: stale })),
  "session/skipActivity": facilitator([], () => ({ from: stale })),
  "session/startClosing": facilitator([], () => ({ from: stale })),
  "session/reopen": facilitator([], () => ({ from: stale })),
  "session/pauseClock": facilitator([], () => ({ from: stale })),
  "session/resumeClock": facilitator([], () => ({ from: stale })),
  "session/addMinutes": facilitator([], () => ({ minutes: 1, from: stale })),
  "session/setStage": facilitator(["lobby", "open"], () => ({ blank: false })),
  "session/turnPage": facilitator([], () => ({ page: 0, from: stale })),
  "session/showAid": facilitator([], () => ({ aid: null, from: stale })),
  "session/writeNote": {
    ...referring.facilitator(["lobby", "open"], ({ activity }) => ({ activity, text: "Notiz" })),
    missing: "not-allowed",
  },
  "session/replyBlind": {
    ...referring.facilitator(["lobby", "open"], (ids) => ({ card: ids.card, text: "Danke" })),
    missing: "closed",
  },
  // What is not there is answered like what is: nobody learns whether a card exists.
  "session/acknowledgeTalk": {
    ...referring.facilitator(["lobby", "open"], (ids) => ({ card: ids.card, count: 1 })),
    missing: "ok",
  },
  "session/wantToTalk": {
    ...referring.participant(["lobby", "open"], ({ edit }) => ({ mark: edit, revision: 1 })),
    missing: "ok",
  },
  "session/askAboutOwnCards": {
    ...referring.participant(["lobby", "open"], ({ edit }) => ({
      marks: Array.from({ length: MARKS_ASKED }, (_, at) => (at === 0 ? edit : randomId())),
    })),
    missing: "ok",
  },
  "session/showHelp": facilitator(["lobby", "open"], () => ({})),
  "session/end": facilitator(["lobby", "open"], () => ({})),
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
