/**
 * Every sentence by which page and receipt promise something, and the tests that prove it
 * (anonymity.md). `promises.test.ts` fails where a sentence has no proof or a test is not there.
 */

/** A test that proves a promise: its file, from the root of the repository, and its title there. */
export interface Proof {
  file: string;
  test: string;
}

type Proofs = readonly [Proof, ...Proof[]];

const within =
  (file: string) =>
  (test: string): Proof => ({ file, test });

const adversary = within("attack/anonymity/anonymity.pg.test.ts");
const smallGroups = within("attack/anonymity/small-groups.pg.test.ts");
const subtraction = within("attack/anonymity/subtraction.pg.test.ts");
const answers = within("attack/anonymity/answers.pg.test.ts");
const liars = within("attack/anonymity/liars.pg.test.ts");
const live = within("server/rooms/live.pg.test.ts");
const authors = within("server/rooms/author-contact.pg.test.ts");
const erasure = within("server/erasure/erasure.pg.test.ts");
const canary = within("server/erasure/canary.pg.test.ts");
const browser = within("e2e/workshop.spec.ts");

const nothingFound = adversary(
  "finds no secret, no per-card signal, no order and nothing unrevealed anywhere",
);
const secretsFound = adversary("each secret is found wherever it is put");
const noTimeNorOrder = adversary("a column that keeps a time or an order is found");
const noAuthorToldApart = adversary("tells no author by any channel, beyond doubt");
const sealedUntilReveal = live(
  "nobody sees a card before the reveal; everybody sees the same bytes after it (P47)",
);
const neverUnrevealed = within("lib/session/invariants.test.ts")(
  "never show anything unrevealed, keep budgets and phases, and replay from the log",
);
const wholeWorkshop = within("server/rooms/workshop.pg.test.ts")(
  "a whole workshop: totals equal what eight phones did, any node shows the same, nothing sealed remains",
);
const dotVote = within("server/rooms/kinds.pg.test.ts")(
  "a dot vote over real sockets: one ballot per device, totals only at the close, nothing sealed remains",
);
const closing = within("server/rooms/closing.pg.test.ts")(
  "a closing that was left again keeps its answers, takes more, and is counted at the end (P45)",
);
const erasedFromDisk = canary(
  "what was deleted is in no file after the pass, and what should remain is there at each stage",
);
const withdrawnInReview = live(
  "a card withdrawn during review stays in the facilitator's sight, and isn't revealed",
);
const fromFive = smallGroups(
  "show cards and numbers from five people on, to nobody anything below",
);
const fromThree = smallGroups(
  "in small-group mode show cards from three people on, numbers still from five",
);
const countsAgainstK = smallGroups(
  "held and withdrawn cards count against k, and are in no view and no file",
);
const scale = within("lib/activities/scale/scale.test.ts");
const noFirstAnswer = scale(
  "a first asking takes nothing, and leaves nothing in log, rows or views (P95)",
);
const scoresAlone = scale("a scale that is asked once shows its scores from five on, none below");
const firstAsking: Proofs = [
  noFirstAnswer,
  subtraction("whoever left before the second asking has changed nothing that anybody gets"),
];
const wordsNowhere = within("attack/anonymity/series.pg.test.ts")(
  "words are in no row, no line of the log and no frame, and no row leads from scores to a device (P216)",
);
const recalledPairs = within("server/rooms/series.pg.test.ts")(
  "what was kept at the first meeting is found by its words at the last, and the pairs alone are shown (P217, P219)",
);
const recalledBelowK = within("server/rooms/series.pg.test.ts")(
  "of four pairs nothing is told, not even that there are any",
);
const checksAtTheEnd: Proofs = [
  closing,
  within("lib/session/summarise.test.ts")(
    "prints the process check from five answers on, each question for itself",
  ),
];
const noAnswerTells = answers("nobody is told %s");
const noCountTells = answers("from the soft counts nobody is told %s");
const ownPhoneOnly = liars("a card is taken back by the phone that handed it in, and by no other");
const ownMarkOnly = liars(
  "is refused while that card is shown, late and in every later activity (P101)",
);
const noPlaceInCommands = within("lib/activities/stays-on-device.test.ts")(
  "no command has a place for a plan, a line of one's own, a private line or readings that were kept (P60, P196)",
);
const privateLinesStay = within("lib/client/private-lines.test.ts")(
  "is in no frame, also when something else is handed in beside it",
);
const keptOnTheDevice = browser("the 30-minute workshop, from the code to the summary");
const ownSecrets = within("lib/client/device.test.ts")("are 128 random bits, hashed as raw bytes");
const talkRequest = authors(
  "'I'd like to talk' tells facilitators which card, or only that; nobody else anything (P51, P52)",
);
const blindReply = authors(
  "a blind reply to a held card reaches its author's phone and no other frame (P48, P52)",
);
const pads = within("server/documents/pad.pg.test.ts");
const sheets: Proofs = [
  pads(
    "is written by its seats, read by facilitators, and to everybody else as if there were none",
  ),
  pads("put rows on the stage as they were when they were chosen, and nobody is told whose (P298)"),
  within("attack/anonymity/sheets.pg.test.ts")(
    "rows are told to their group and to facilitators alone, and nothing beside them leads to a device (P296)",
  ),
];
const sheetsKept = within("attack/anonymity/sheets.pg.test.ts")(
  "once the activity is over nobody can tell which rows come from the same phone (P299)",
);

/** By the key of the sentence in `lib/i18n/messages`. */
export const promises = {
  "pages.anonNoAuthor": [nothingFound, secretsFound],
  "pages.anonNoTime": [noTimeNorOrder, nothingFound],
  "pages.anonCard": [nothingFound, ownSecrets],
  "pages.anonCount": [
    live("nobody hands in more cards than their share, in half an hour one"),
    wholeWorkshop,
  ],
  "pages.anonDevice": [noPlaceInCommands, privateLinesStay, keptOnTheDevice],

  "pages.anonSealed": [sealedUntilReveal, neverUnrevealed, nothingFound],
  "pages.anonDone": [
    nothingFound,
    within("server/rooms/phone-counts.pg.test.ts")(
      "phones are told how many are done as the stage is, all the same and one by one none of them (P142)",
    ),
    within("server/rooms/few-people.pg.test.ts")(
      "of fewer than eight people nobody sees progress after five seconds, but after fifteen (P143)",
    ),
    within("e2e/waiting.spec.ts")(
      "sent, skipped and watching look the same in each phase in which phones wait (P142)",
    ),
  ],
  "pages.anonReview": [noAuthorToldApart, sealedUntilReveal],
  "pages.anonChange": [
    withdrawnInReview,
    noAnswerTells,
    ownPhoneOnly,
    within("lib/session/late-cards.test.ts")(
      "can be withdrawn, as can held ones, and then leave no contributor behind",
    ),
    within("lib/activities/cards.test.ts")(
      "P66 a change that comes after the reveal is refused, a late repeat of what is shown is not",
    ),
  ],
  "pages.anonReveal": [sealedUntilReveal, noAuthorToldApart],
  "pages.anonHeld": [
    within("lib/session/author-contact.test.ts")(
      "only the author's device is told that a card is held, and only after the reveal",
    ),
  ],
  "pages.anonStage": [authors("what is not for the stage never gets there, in any frame")],
  "pages.anonReply": [
    blindReply,
    ownMarkOnly,
    authors("all phones ask and are answered in frames of the same size"),
  ],
  "pages.anonTalk": [talkRequest, noCountTells, ownMarkOnly],
  "pages.anonSheets": [...sheets, sheetsKept],
  "pages.anonOthers": [live("another facilitator can't enter, and unknown sessions look the same")],
  "pages.anonQuotes": [
    within("lib/session/summarise.test.ts")("quotes only what was allowed, five at most"),
    within("lib/activities/roleplay/roleplay.test.ts")(
      "P234 held ones bring what they stand under below k",
    ),
    within("attack/anonymity/exports.pg.test.ts")(
      "two sessions that differ only in who wrote what export the same bytes",
    ),
  ],

  "pages.anonVotes": [wholeWorkshop, dotVote, erasedFromDisk],
  "pages.anonNoTally": [wholeWorkshop, dotVote],
  "pages.anonThreshold": [
    fromFive,
    countsAgainstK,
    noAnswerTells,
    within("lib/activities/reframe/reframe.test.ts")(
      "has no numbers anywhere, in rooms of five to thirteen, whoever doesn't vote (P99)",
    ),
  ],
  "pages.anonSmallGroup": [
    fromThree,
    smallGroups(
      "k is locked when the lobby closes: it can't be lowered any more, nor raised by mistake",
    ),
  ],
  "pages.anonSubtract": [
    subtraction("whoever left before the second asking has changed nothing that anybody gets"),
    subtraction("whoever came after the first asking has changed nothing that anybody gets"),
    subtraction("no two numbers can be subtracted to how somebody answered who left, or came late"),
  ],
  "pages.anonNotYet": [closing, talkRequest],

  "pages.anonRowsGone": [sealedUntilReveal, wholeWorkshop, blindReply, talkRequest, erasedFromDisk],
  "pages.anonKept": [
    erasure(
      "deletes raw data when they are due: the fewer of the promised and the installation's days",
    ),
    erasure(
      "P64 raw data: the summary stays as it was, everybody is put out, and nobody comes back",
    ),
    erasure("P64 a session: other nodes put everybody out within a second"),
  ],
  "pages.anonSeries": [
    wordsNowhere,
    recalledPairs,
    within("attack/anonymity/series.pg.test.ts")(
      "after a pass neither place nor transaction tells who kept something first: the order is that of tags (P216)",
    ),
    within("server/erasure/series.pg.test.ts")(
      "a last meeting that was held ends its series, and no earlier one does",
    ),
    within("server/erasure/series.pg.test.ts")(
      "whoever deletes all meetings of a series deletes what it keeps",
    ),
  ],
  "pages.anonDisk": [erasedFromDisk, erasure("waits while a session is live, except in the night")],
  "pages.anonDiskGiven": [
    erasure(
      "on a given Postgres, whose user may do no more, tables are rewritten and the log says so",
    ),
  ],
  "pages.anonLogs": [
    nothingFound,
    adversary("a log that knows people is found"),
    canary("errors of Postgres tell its log neither rows nor statements"),
  ],

  "receipt.text": [nothingFound, noTimeNorOrder, sealedUntilReveal],
  "receipt.shortJoining": [nothingFound, noTimeNorOrder, sealedUntilReveal],
  "receipt.shortText": [nothingFound, noTimeNorOrder, sealedUntilReveal],
  "receipt.smallGroup": [nothingFound, secretsFound],
  "receipt.shortSmallGroup": [nothingFound, secretsFound],
  "receipt.stored": [nothingFound, noTimeNorOrder],
  "receipt.seen": [sealedUntilReveal, neverUnrevealed],
  "receipt.destroyed": [ownSecrets, wholeWorkshop, erasedFromDisk],
  "receipt.threshold": [fromFive, countsAgainstK],
  "receipt.thresholdSmall": [fromThree],
  "receipt.thresholdEither": [fromFive, fromThree],
  "receipt.scores": [scoresAlone],
  "receipt.shortScores": [scoresAlone],
  "receipt.scoresFirst": firstAsking,
  "receipt.shortScoresFirst": firstAsking,
  "receipt.scoresPairs": [wholeWorkshop, fromFive, noFirstAnswer],
  "receipt.shortScoresPairs": [wholeWorkshop, fromFive, noFirstAnswer],
  "receipt.scoresRecalled": [wordsNowhere, recalledPairs, recalledBelowK],
  "receipt.shortScoresRecalled": [wordsNowhere, recalledPairs, recalledBelowK],
  "receipt.checks": checksAtTheEnd,
  "receipt.shortChecks": checksAtTheEnd,
  "receipt.votes": [wholeWorkshop, dotVote],
  "receipt.shortVotes": [wholeWorkshop, dotVote],
  "receipt.plan": [noPlaceInCommands, keptOnTheDevice],
  "receipt.shortPlan": [noPlaceInCommands, keptOnTheDevice],
  "receipt.pad": sheets,
  "receipt.shortPad": sheets,
  "receipt.local": [noPlaceInCommands],
  "receipt.shortLocal": [noPlaceInCommands],

  "phone.withdrawSure": [withdrawnInReview],
} satisfies Record<string, Proofs>;

export type PromiseKey = keyof typeof promises;

/** What the page shows, in order. Which of the two about the disk holds depends on the database. */
export const sections = [
  {
    title: "pages.anonStoredTitle",
    promises: [
      "pages.anonNoAuthor",
      "pages.anonNoTime",
      "pages.anonCard",
      "pages.anonCount",
      "pages.anonDevice",
    ],
  },
  {
    title: "pages.anonSeenTitle",
    promises: [
      "pages.anonSealed",
      "pages.anonDone",
      "pages.anonReview",
      "pages.anonChange",
      "pages.anonReveal",
      "pages.anonHeld",
      "pages.anonStage",
      "pages.anonReply",
      "pages.anonTalk",
      "pages.anonSheets",
      "pages.anonOthers",
      "pages.anonQuotes",
    ],
  },
  {
    title: "pages.anonNumbersTitle",
    promises: [
      "pages.anonVotes",
      "pages.anonNoTally",
      "pages.anonThreshold",
      "pages.anonSmallGroup",
      "pages.anonSubtract",
      "pages.anonNotYet",
    ],
  },
  {
    title: "pages.anonGoneTitle",
    promises: [
      "pages.anonRowsGone",
      "pages.anonKept",
      "pages.anonSeries",
      "pages.anonDisk",
      "pages.anonDiskGiven",
      "pages.anonLogs",
    ],
  },
] as const satisfies readonly { title: string; promises: readonly PromiseKey[] }[];

/** What can't be promised, in the order of the page. */
export const limits = [
  "pages.anonLimitOperator",
  "pages.anonLimitDisk",
  "pages.anonLimitBackups",
  "pages.anonLimitStyle",
  "pages.anonLimitFew",
  "pages.anonLimitPlanted",
  "pages.anonLimitTicks",
  "pages.anonLimitRoom",
  "pages.anonLimitPhone",
  "pages.anonLimitHttp",
] as const;
