import { everyCommand, type KnownCommand } from "@/attack/commands";
import { MARKS_ASKED } from "@/lib/session/commands";
import type { Role } from "@/lib/session/decide";
import { hashSecret, randomId } from "@/server/rooms/chance";

/**
 * Who may do what, and when: written down a second time, by hand, from what the product promises, so
 * that a hole in `authorise.ts` or in a kind's rules differs from it.
 */
export interface Expectation {
  role: Role;
  /**
   * Phases of its own kind in which the command is accepted; for the session's own commands where
   * the session is: `lobby` or `open`. An empty list: always refused as the sample stands.
   */
  accepted: readonly string[];
  /** The only activity of its kind that takes it. */
  only?: string;
  /** Whether it names something that must exist; a new card or theme brings ids of its own. */
  refers?: boolean;
  /** Of the session's own commands: the answer where that does not exist. */
  missing?: "not-allowed" | "closed" | "ok";
  /** A well-formed command, with ids that exist (own), of another session, or of nothing. */
  sample(ids: SampleIds): Record<string, unknown>;
}

export interface SampleIds {
  activity: string;
  /** Secret of a card: fresh for one that is handed in, the same when it is withdrawn. */
  edit: string;
  card: string;
  review: string;
  /** A card that facilitators see: revealed, else under review. */
  seen: string;
  theme: string;
  caseId: string;
  item: string;
  reading: string;
}

/** Where a facilitator once was: commands that lead somewhere are refused from there (P12). */
const stale = { activity: "nowhere", phase: "write" };

const facilitator = (accepted: readonly string[], sample: Expectation["sample"]): Expectation => ({
  role: "facilitator",
  accepted,
  sample,
});
const participant = (accepted: readonly string[], sample: Expectation["sample"]): Expectation => ({
  role: "participant",
  accepted,
  sample,
});

/** The same for commands that name something that must exist. */
const referring = {
  facilitator: (...of: Parameters<typeof facilitator>) => ({ ...facilitator(...of), refers: true }),
  participant: (...of: Parameters<typeof participant>) => ({ ...participant(...of), refers: true }),
};

const card = ({ edit }: SampleIds) => ({
  edit,
  markHash: hashSecret(edit),
  revision: 1,
  text: "Ein Nein",
});

/** Cards that come late wait for the next batch; nothing but the close ends that. */
const ALL_OF_COLLECT = ["write", "review", "reveal", "cluster", "vote", "show"];

/** From the reveal on a round of late cards can be reviewed and shown. */
export const LATE_IN_COLLECT: readonly string[] = ["reveal", "cluster", "vote", "show"];

/** By `kind/command`; a command that is missing here fails the suite. */
export const expectations: Readonly<Record<string, Expectation>> = {
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

  "collect/submitCard": participant(ALL_OF_COLLECT, (ids) => ({
    ...card(ids),
    mayBeCase: false,
    mayBeQuoted: false,
  })),
  "collect/withdrawCard": referring.participant(ALL_OF_COLLECT, ({ edit }) => ({
    edit,
  })),
  "collect/holdCard": referring.facilitator(["review"], ({ review }) => ({
    reviewId: review,
    held: true,
  })),
  // Late rounds hold and show in between; here there is none under review.
  "collect/holdCards": facilitator(["review"], () => ({ held: false })),
  "collect/tagCard": referring.facilitator(["review", ...LATE_IN_COLLECT], ({ seen }) => ({
    card: seen,
    tagged: true,
  })),
  // The walk lets enough people come late, in each of these phases again.
  "collect/reviewLate": facilitator(LATE_IN_COLLECT, () => ({})),
  "collect/revealLate": facilitator(LATE_IN_COLLECT, () => ({})),
  "collect/addTheme": facilitator(["cluster"], ({ theme }) => ({ themeId: theme, name: "Thema" })),
  "collect/renameTheme": referring.facilitator(["cluster"], ({ theme }) => ({
    themeId: theme,
    name: "Neu",
  })),
  "collect/removeTheme": facilitator(["cluster"], ({ theme }) => ({ themeId: theme })),
  "collect/sortCard": referring.facilitator(["cluster"], (ids) => ({
    cardId: ids.card,
    themeId: null,
  })),

  "collect/castDots": participant(["vote"], () => ({ revision: 1, dots: {} })),

  // Of what is asked twice the first answers are nobody's but the phone's.
  "scale/castScores": {
    ...referring.participant(["ask"], ({ item }) => ({
      revision: 1,
      scores: [{ item, score: 5, before: 4 }],
    })),
    only: "after",
  },

  "reframe/chooseCases": referring.facilitator(["choose"], ({ caseId }) => ({ cases: [caseId] })),
  "reframe/submitReading": referring.participant(["write", "review"], (ids) => ({
    ...card(ids),
    caseId: ids.caseId,
    lens: null,
    mayBeQuoted: false,
  })),
  // From the vote on there is none to withdraw, since none could be handed in.
  "reframe/withdrawReading": referring.participant(["write", "review"], ({ edit }) => ({ edit })),
  "reframe/holdCard": referring.facilitator(["review"], ({ review }) => ({
    reviewId: review,
    held: true,
  })),
  "reframe/holdCards": facilitator(["review"], () => ({ held: false })),
  "reframe/reviewLate": facilitator(["review"], () => ({})),
  "reframe/openBallot": referring.participant(["vote"], ({ caseId }) => ({ caseId })),
  "reframe/castBallot": referring.participant(["vote"], ({ caseId }) => ({
    caseId,
    revision: 1,
    readings: [],
  })),

  "pause/answerChecks": {
    ...participant(["show"], () => ({ revision: 1, safe: 5, useful: null, settled: true })),
    only: "close",
  },

  "commit/reportFinished": participant(["fill", "check", "keep"], () => ({
    revision: 1,
    steps: [],
  })),
};

export const nameOf = ({ of, name }: Pick<KnownCommand, "of" | "name">): string => `${of}/${name}`;

/** Where a table of who may attempt what differs from what is expected. */
export function holesIn(
  mayAttempt: (role: Role, command: KnownCommand) => boolean,
  roles: readonly Role[],
): string[] {
  return everyCommand.flatMap((command) => {
    const expected = expectations[nameOf(command)];
    if (!expected) return [`${nameOf(command)} is not in the access matrix`];
    return roles.flatMap((role) => {
      const may = mayAttempt(role, command);
      if (may === (role === expected.role)) return [];
      return [`${role} ${may ? "may" : "may not"} ${nameOf(command)}`];
    });
  });
}
