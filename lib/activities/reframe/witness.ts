import { cardTestimony } from "@/lib/activities/card-witness";
import { reframeOffer, reframeRecord } from "@/lib/activities/reframe/record";
import {
  castBallot,
  givenCasesOf,
  openBallot,
  readingBallot,
  reframeEvent,
  reframeSettings,
} from "@/lib/activities/reframe/schema";
import type { Chance, Scene } from "@/lib/activities/simulation";
import type { Counted, Witness } from "@/lib/activities/witness";
import { same } from "@/lib/words";

/** Cases that a suite's room works on at once. */
const CASES = 3;

export const witness: Witness = {
  commands: {
    chooseCases: {
      from: "facilitator",
      accepted: ["choose"],
      refers: true,
      sample: (_, scene) => ({ cases: [caseIn(scene)] }),
    },
    // From the vote on there is none to withdraw, since none could be handed in.
    ...cardTestimony(
      { written: ["write", "review"], held: ["review"], late: ["review"] },
      (scene) => ({ caseId: caseIn(scene), lens: null }),
    ),
    openBallot: {
      from: "participant",
      accepted: ["vote"],
      refers: true,
      replies: true,
      sample: (_, scene) => ({ caseId: caseIn(scene) }),
    },
    castBallot: {
      from: "participant",
      accepted: ["vote"],
      refers: true,
      sample: (_, scene) => ({ caseId: caseIn(scene), revision: 1, readings: [] }),
    },
  },
  peopleBehind: (record) =>
    Object.values(reframeRecord.parse(record).results ?? {}).flatMap((top) =>
      (top ?? []).map(({ shown }) => shown),
    ),
  ballots: {
    cast(command, replies) {
      if (command.type === "openBallot") {
        const slot = `vote:${openBallot.parse(command).caseId}`;
        return replies.map((reply) => ({ slot, drawn: readingBallot.parse(reply).shown }));
      }
      if (command.type !== "castBallot") return [];
      const { caseId, readings } = castBallot.parse(command);
      return [{ slot: `vote:${caseId}`, content: [...readings].sort() }];
    },
    chosen: (stored) => readingBallot.parse(stored).chosen,
    counted: (events) =>
      events.flatMap((each): Counted[] => {
        const event = reframeEvent.parse(each);
        if (event.type !== "votesCounted") return [];
        return Object.entries(event.cases).map(([id, { ballots, readings }]) => ({
          slot: `vote:${id}`,
          isTold: readings !== null,
          ballots,
          cells: Object.entries(readings ?? {}).map(([choice, { votes }]) => ({
            choice,
            count: votes,
            worth: (content) => (Array.isArray(content) && content.includes(choice) ? 1 : 0),
          })),
        }));
      }),
  },
  press({ phase, settings }, ofKind, chance) {
    const { source } = reframeSettings.parse(settings);
    if (phase !== "choose" || source.from === "own") return [];
    const offered = reframeOffer.safeParse(ofKind);
    // As many as there may be, what people wrote before what the plan brings along.
    const known = [
      ...inAnyOrder(
        (offered.success ? offered.data.cases : []).map(({ id }) => id),
        chance,
      ),
      ...inAnyOrder(
        givenCasesOf(source).map(({ key }) => key),
        chance,
      ),
    ];
    return [{ type: "chooseCases", cases: known.slice(0, source.caseLimit) }];
  },
  // In every other session one's own line instead of shared cases.
  whole(raw, session) {
    const settings = reframeSettings.parse(raw);
    const { source } = settings;
    if (source.from === "own") return settings;
    return session % 2 === 0
      ? { ...settings, source: { ...source, caseLimit: CASES } }
      : {
          ...settings,
          source: { from: "own", task: same("Eigener Satz", "Own line"), answer: null, keep: null },
        };
  },
};

const inAnyOrder = (ids: readonly string[], chance: Chance): string[] =>
  ids
    .map((id) => ({ id, at: chance.int(0, 2 ** 31) }))
    .sort((one, other) => one.at - other.at)
    .map(({ id }) => id);

/** A case that the room works on; else one that there isn't. */
function caseIn(scene: Scene<unknown> | null): string {
  const record = reframeRecord.safeParse(scene?.record);
  return (record.success ? record.data.cases[0]?.id : undefined) ?? "no-such-case";
}
