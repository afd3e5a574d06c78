import { chanceOf, type Random } from "@/attack/random";
import { witnessOf } from "@/attack/witnesses";
import { kindOf } from "@/lib/activities/kinds";
import type { RawCommand } from "@/lib/activities/simulation";
import type { Command, Position } from "@/lib/session/commands";
import type { SessionView } from "@/lib/session/view-schema";
import { randomId } from "@/server/rooms/chance";
import { sceneOf } from "@/server/simulated/person";

/** Something to press on a console. */
export interface FacilitatorAct {
  command: Command;
  /** The words of the card that it is about, by which its author is found again. */
  cardText?: string;
}

/** Where a console that goes on goes elsewhere instead: each about this often. */
const ELSEWHERE = 0.04;
/** From the closing back to what was left out. */
const REOPENS = 0.4;
const BEGINS_IN_MS = 60_000;

const placeOf = (view: SessionView): Position => ({
  activity: view.planned?.key ?? null,
  phase: view.activity?.phase ?? null,
});

/** What leads on: one command, of which each position takes only the first. */
export function leadingActs(view: SessionView, random: Random): FacilitatorAct {
  if (view.session.status === "lobby") return { command: { type: "begin", endsAt: null } };
  const from = placeOf(view);
  const agenda = view.facilitator?.agenda ?? [];
  const isLeftOut = agenda.some(({ status }) => status === "ready");
  const atTheEnd =
    agenda.at(-1)?.key === from.activity && agenda.at(-1)?.phases.at(-1)?.name === from.phase;
  if (atTheEnd) {
    if (isLeftOut && random.chance(REOPENS)) return { command: { type: "reopen", from } };
    return { command: { type: "end" } };
  }
  if (random.chance(ELSEWHERE)) return { command: { type: "skipActivity", from } };
  if (random.chance(ELSEWHERE)) return { command: { type: "startClosing", from } };
  if (view.facilitator?.canGoBack && random.chance(4 * ELSEWHERE)) {
    return { command: { type: "goBack", from } };
  }
  return { command: { type: "advance", from } };
}

/** Everything else that can be pressed now, each as likely as the other. */
export function facilitatorActs(view: SessionView, random: Random): FacilitatorAct[] {
  if (view.session.status === "lobby") return [...inTheLobby(random), ...anywhere(random)];
  const { planned } = view;
  if (!planned) return [];
  const from = placeOf(view);
  const inActivity = (command: RawCommand): FacilitatorAct => ({
    command: { type: "activity", activity: planned.key, command },
  });
  return [
    ...anywhere(random),
    { command: { type: "addMinutes", minutes: random.chance(0.5) ? 1 : -1, from } },
    { command: { type: "turnPage", page: random.below(3), from } },
    {
      command: {
        type: "showAid",
        aid: random.pick(view.facilitator?.aids.names ?? []) ?? null,
        from,
      },
    },
    { command: { type: "pauseClock", from } },
    { command: { type: "resumeClock", from } },
    { command: { type: "writeNote", activity: planned.key, text: randomId() } },
    ...toAuthors(view, random),
    ...withCards(view, random).map(inActivity),
    ...ofItsKind(view, random).map(inActivity),
  ];
}

function inTheLobby(random: Random): FacilitatorAct[] {
  return [
    { command: { type: "planBegin", at: Date.now() + BEGINS_IN_MS } },
    { command: { type: "chooseSmallGroup", on: random.chance(0.5) } },
  ];
}

function anywhere(random: Random): FacilitatorAct[] {
  const stage: FacilitatorAct[] = [
    { command: { type: "setStage", blank: random.chance(0.2) } },
    { command: { type: "setStage", bigCode: random.chance(0.2) } },
    { command: { type: "setStage", language: random.chance(0.5) ? "de" : "en" } },
  ];
  const waysIn: FacilitatorAct[] = [
    { command: { type: "lockRoom", locked: random.chance(0.5) } },
    { command: { type: "rotateCode" } },
    { command: { type: "showHelp" } },
    // Puts both stages out, so not all the time.
    ...(random.chance(0.3) ? [{ command: { type: "rotateStageLink" as const } }] : []),
  ];
  return [...stage, ...waysIn];
}

/** To people whom nobody knows: a reply to a card, and "seen" to whoever wants to talk. */
function toAuthors(view: SessionView, random: Random): FacilitatorAct[] {
  const talk = view.facilitator?.talk;
  const acts: FacilitatorAct[] = [];
  const card = random.pick([...Object.values(view.review ?? {}), ...Object.values(view.cards)]);
  if (card) {
    const text = `Antwort ${randomId()}`;
    acts.push({ command: { type: "replyBlind", card: card.id, text }, cardText: card.text });
  }
  const asking = random.pick(talk?.cards ?? []);
  if (asking) {
    const command = { type: "acknowledgeTalk", card: asking.id, count: 1 } as const;
    acts.push({ command, cardText: asking.text });
  }
  if (talk && talk.count > 0) {
    acts.push({ command: { type: "acknowledgeTalk", card: null, count: talk.count } });
  }
  return acts;
}

/** What all kinds with cards have. */
function withCards(view: SessionView, random: Random): RawCommand[] {
  const { commands } = kindOf(view.planned?.kind ?? "");
  const reviewed = random.pick(Object.values(view.review ?? {}));
  const acts: RawCommand[] = [];
  if (reviewed) {
    // Held ones are released more often, so that a batch stays enough.
    const held = reviewed.held ? false : random.chance(0.5);
    acts.push({ type: "holdCard", reviewId: reviewed.id, held });
    // Seldom, and let go of more often than held: else no batch would be enough people's.
    if (random.chance(0.2)) acts.push({ type: "holdCards", held: random.chance(0.25) });
  }
  const seen = random.pick([...Object.keys(view.review ?? {}), ...Object.keys(view.cards)]);
  if (seen && commands.tagCard) {
    acts.push({ type: "tagCard", card: seen, tagged: random.chance(0.5) });
  }
  const { late } = view.facilitator ?? {};
  // Tried without waiting for "ready", which is counted every five seconds only.
  if (late === "ready" || late === "waiting") acts.push({ type: "reviewLate" });
  if (late === "review") acts.push({ type: "revealLate" });
  return acts;
}

/** What the current kind alone has. */
function ofItsKind(view: SessionView, random: Random): RawCommand[] {
  const scene = sceneOf(view);
  const { press } = witnessOf(view.planned?.kind ?? "");
  return (scene && press?.(scene, view.facilitator?.ofKind, chanceOf(random))) ?? [];
}
