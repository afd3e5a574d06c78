import { pickHelp, takeSeat } from "@/lib/activities/roleplay/commands";
import { roleplayEvent, seatBallot } from "@/lib/activities/roleplay/events";
import { roleplayConsole, roleplayRecord } from "@/lib/activities/roleplay/record";
import { givenCasesOf, roleplaySettings } from "@/lib/activities/roleplay/schema";
import type { Chance, RawCommand, Scene } from "@/lib/activities/simulation";
import type { Counted, Witness } from "@/lib/activities/witness";

/** Steps of a round as plans with a case have them, and how many rounds they can have. */
const rounds = ["1", "2", "3", "4"].flatMap((round) =>
  ["brief", "play", "swap"].map((step) => `${step}${round}`),
);
const prepared = ["assign", "gather"];
const seated = [...prepared, ...rounds];
const early = ["choose", "case"];
const debrief = ["otherChair", "surprises", "guessKnowAsk", "takeAlong"];
const everywhere = [...early, ...seated, "deRole", ...debrief];

/** A group and a chair that no room has. */
const nowhere = { group: "ZZ", chair: "9999" };

export const witness: Witness = {
  commands: {
    takeSeat: {
      from: "participant",
      accepted: everywhere,
      sample: () => ({ revision: 2, remote: false }),
    },
    // Of a seat from before the one that its sender has: what comes late changes nothing.
    leaveSeat: { from: "participant", accepted: everywhere, sample: () => ({ revision: 1 }) },
    // Of a role that its sender may have or not: what is not there any more is a repeat.
    otherRole: {
      from: "participant",
      accepted: rounds,
      sample: (_, scene) => ({ changes: 0, round: roundIn(scene), role: "gatekeeper" }),
    },
    watchRound: {
      from: "participant",
      accepted: seated,
      sample: () => ({ changes: 0, on: false }),
    },
    // Nobody brings a matter of their own in what is walked through.
    pickHelp: {
      from: "participant",
      accepted: [],
      isTaken: () => false,
      sample: () => ({ revision: 1, help: "listen" }),
    },
    submitCard: {
      from: "participant",
      accepted: rounds,
      sample: ({ edit, markHash }, scene) => ({
        ...{ edit, markHash, revision: 1, text: "An dem Tag war viel los" },
        attributes: { round: String(roundIn(scene)), role: null },
      }),
    },
    withdrawCard: {
      from: "participant",
      accepted: rounds,
      refers: true,
      sample: ({ edit }) => ({ edit }),
    },
    typeInCard: {
      from: "facilitator",
      accepted: [...rounds, "deRole"],
      sample: ({ edit }) => ({
        ...{ card: edit, text: "Vom Papier" },
        attributes: { round: null, role: "standin" },
      }),
    },
    holdCard: {
      from: "facilitator",
      accepted: ["deRole"],
      refers: true,
      sample: ({ review }) => ({ reviewId: review, held: true }),
    },
    holdCards: { from: "facilitator", accepted: ["deRole"], sample: () => ({ held: false }) },
    chooseCase: {
      from: "facilitator",
      accepted: ["choose"],
      refers: true,
      sample: (_, scene) => ({ case: caseIn(scene) }),
    },
    regroup: {
      from: "facilitator",
      accepted: ["assign"],
      sample: () => ({ size: 4, pair: false }),
    },
    moveChair: {
      from: "facilitator",
      accepted: [...seated, "guessKnowAsk"],
      sample: () => ({ chair: "1", to: null }),
    },
    // Taken as they stand these would bring the groups out of shape that others are tried in.
    mergeGroups: {
      from: "facilitator",
      accepted: [],
      isTaken: () => false,
      sample: () => ({ from: nowhere.group, into: "A" }),
    },
    freeChair: {
      from: "facilitator",
      accepted: [],
      isTaken: () => false,
      sample: () => ({ chair: nowhere.chair }),
    },
    addChair: {
      from: "facilitator",
      accepted: [],
      isTaken: () => false,
      sample: () => ({ to: nowhere.group }),
    },
    namePlace: {
      from: "facilitator",
      accepted: seated,
      sample: () => ({ group: "A", place: "Tisch am Fenster" }),
    },
    setMode: {
      from: "facilitator",
      accepted: [...early, ...seated],
      sample: (_, scene) => ({
        mode: scene ? roleplaySettings.parse(scene.settings).mode : "spoken",
      }),
    },
    runRounds: { from: "facilitator", accepted: seated, sample: () => ({ on: false }) },
    showRows: {
      from: "facilitator",
      accepted: ["guessKnowAsk", "takeAlong"],
      sample: () => ({ rows: { guess: ["Müde"], know: [], ask: ["Was hätte geholfen?"] } }),
    },
    restoreRows: {
      from: "facilitator",
      accepted: ["guessKnowAsk"],
      sample: () => ({ group: "A", rows: { guess: ["Müde"], know: [], ask: [] } }),
    },
    openPad: {
      from: "facilitator",
      accepted: ["guessKnowAsk"],
      sample: () => ({ group: "A", on: true }),
    },
  },
  peopleBehind(record) {
    const { help } = roleplayRecord.parse(record);
    return help === null ? [] : [Object.values(help).reduce((sum, count) => sum + count, 0)];
  },
  ballots: {
    cast(command) {
      if (command.type === "takeSeat") {
        const { remote } = takeSeat.parse(command);
        return [{ slot: "seat", content: { remote } }];
      }
      if (command.type !== "pickHelp") return [];
      return [{ slot: "help", content: { help: pickHelp.parse(command).help } }];
    },
    // Of a seat, where somebody says they are: the chair is the server's.
    chosen(stored) {
      const seat = seatBallot.safeParse(stored);
      return seat.success ? { remote: seat.data.remote } : stored;
    },
    counted: (events) =>
      events.flatMap((each): Counted[] => {
        const event = roleplayEvent.parse(each);
        if (event.type !== "helpCounted") return [];
        const { counts } = event;
        if (counts === null) return [{ slot: "help", isTold: false, cells: [] }];
        return [
          {
            ...{ slot: "help", isTold: true },
            ballots: Object.values(counts).reduce((sum, count) => sum + count, 0),
            cells: Object.entries(counts).map(([choice, count]) => ({
              ...{ choice, count },
              worth: (content) =>
                JSON.stringify(content) === JSON.stringify({ help: choice }) ? 1 : 0,
            })),
          },
        ];
      }),
  },
  press(scene, ofKind, chance) {
    const shown = roleplayConsole.safeParse(ofKind);
    if (!shown.success) return [];
    if (scene.phase === "choose") return [{ type: "chooseCase", case: caseIn(scene) }];
    if (scene.phase === "assign") {
      return [{ type: "regroup", size: chance.int(3, 5), pair: false }];
    }
    if (scene.phase === "guessKnowAsk") return pressedBesideSheets(shown.data.groups);
    if (!rounds.includes(scene.phase)) return [];
    const { mode } = roleplaySettings.parse(scene.settings);
    return [
      { type: "setMode", mode },
      { type: "runRounds", on: false },
      ...pressedInRounds(shown.data.groups, chance),
    ];
  },
  // Lines are written in most sessions; now and then the room talks, or each sits before an empty chair.
  whole(raw, session) {
    const settings = roleplaySettings.parse(raw);
    if (settings.source.from === "own") return settings;
    const mode = session % 4 === 3 ? "spoken" : session % 4 === 2 ? "emptyChair" : "silent";
    return { ...settings, mode };
  },
};

/** What happens to groups while they sit together. */
function pressedInRounds(
  groups: readonly { letter: string; chairs: readonly { id: string }[] }[],
  chance: Chance,
): RawCommand[] {
  const [one, other] = groups;
  const chair = one?.chairs[0];
  if (!one || !other || !chair || chance.int(0, 3) > 0) return [];
  const isLarger = one.chairs.length > other.chairs.length;
  return [
    ...(isLarger ? [{ type: "moveChair", chair: chair.id, to: other.letter }] : []),
    { type: "namePlace", group: one.letter, place: "Flur" },
  ];
}

/** A row is shown, one is put back, and a sheet is closed for a moment. */
function pressedBesideSheets(groups: readonly { letter: string }[]): RawCommand[] {
  const [one] = groups;
  if (!one) return [];
  const rows = { guess: ["Müde"], know: [], ask: [] };
  return [
    { type: "showRows", rows },
    { type: "restoreRows", group: one.letter, rows },
    { type: "openPad", group: one.letter, on: false },
    { type: "openPad", group: one.letter, on: true },
  ];
}

function roundIn(scene: Scene<unknown> | null): number {
  const record = roleplayRecord.safeParse(scene?.record);
  return record.success ? Math.max(1, record.data.round) : 1;
}

/** A case of the plan; without a scene one that there isn't. */
function caseIn(scene: Scene<unknown> | null): string {
  const settings = roleplaySettings.safeParse(scene?.settings);
  const [given] = settings.success ? givenCasesOf(settings.data.source) : [];
  return given?.key ?? "no-such-case";
}
