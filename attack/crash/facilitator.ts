import { type Life, liveBy, type Seat, takeSeat } from "@/attack/crash/seat";
import type { Fate } from "@/attack/crash/sender";
import { chanceOf, type Random } from "@/attack/random";
import { pressedIn } from "@/attack/witnesses";
import { kindOf } from "@/lib/activities/kinds";
import type { RawCommand } from "@/lib/activities/simulation";
import type { Command } from "@/lib/session/commands";
import type { SessionView } from "@/lib/session/view-schema";
import { randomId } from "@/server/rooms/chance";
import { here } from "@/server/testing/workshop";

/** Longest pause between two presses, ms. */
const PAUSE_MS = 300;
/** Where a console that goes on goes elsewhere instead: each about this often. */
const ELSEWHERE = 0.04;
/** From the closing back to what was left out. */
const REOPENS = 0.4;
const BEGINS_IN_MS = 60_000;

/** A facilitator's command with what came of it. */
export interface Pressed {
  command: Command;
  fate: Fate;
  /** When it was pressed, as `performance.now()`. */
  at: number;
  /** The words of the card that it was about, by which its author is found again. */
  cardText: string | null;
}

/**
 * Somebody at a console. Unlike the product's console this one sends again until it is answered, so
 * that repeats of facilitators' commands are tried too.
 */
export interface FacilitatorBot extends Life {
  readonly seat: Seat;
  readonly pressed: readonly Pressed[];
  /** Goes on: mostly *Next* (*Begin* in the lobby, *End* at the very end), now and then elsewhere. */
  next(): Promise<void>;
}

export async function openConsole(options: {
  url: string;
  session: string;
  cookie: string;
  random: Random;
}): Promise<FacilitatorBot> {
  const { random, session, ...rest } = options;
  const seat = await takeSeat({ ...rest, random, shake: { role: "facilitator", session } });
  const pressed: Pressed[] = [];
  const press = async (choose: (view: SessionView) => Command | undefined): Promise<void> => {
    const { view } = seat.client;
    const command = view && choose(view);
    if (!command) return;
    const [at, cardText] = [performance.now(), cardTextIn(view, command)];
    const { fate } = await seat.sender.send(command);
    pressed.push({ command, fate, at, cardText });
  };
  const act = () => press((view) => random.pick(allActs(view, random)));
  return {
    ...{ seat, pressed },
    ...liveBy(act, PAUSE_MS, random),
    next: () => press((view) => leadingAct(view, random)),
  };
}

function cardTextIn(view: SessionView, command: Command): string | null {
  if (!("card" in command)) return null;
  const { review = {}, cards, facilitator } = view;
  const asking = facilitator?.talk.cards ?? [];
  const seen = [...Object.values(review), ...Object.values(cards), ...asking];
  return seen.find(({ id }) => id === command.card)?.text ?? null;
}

/** What leads on: one command, of which each position takes only the first. */
export function leadingAct(view: SessionView, random: Random): Command {
  if (view.session.status === "lobby") return { type: "begin", endsAt: null };
  const from = here({ view });
  const agenda = view.facilitator?.agenda ?? [];
  const isLeftOut = agenda.some(({ status }) => status === "ready");
  const atTheEnd =
    agenda.at(-1)?.key === from.activity && agenda.at(-1)?.phases.at(-1)?.name === from.phase;
  if (atTheEnd) {
    return isLeftOut && random.chance(REOPENS) ? { type: "reopen", from } : { type: "end" };
  }
  if (random.chance(ELSEWHERE)) return { type: "skipActivity", from };
  if (random.chance(ELSEWHERE)) return { type: "startClosing", from };
  if (view.facilitator?.canGoBack && random.chance(4 * ELSEWHERE)) return { type: "goBack", from };
  return { type: "advance", from };
}

/** Everything else that can be pressed now, each as likely as the other. */
export function allActs(view: SessionView, random: Random): Command[] {
  const anywhere: Command[] = [
    { type: "setStage", blank: random.chance(0.2) },
    { type: "setStage", bigCode: random.chance(0.2) },
    { type: "setStage", language: random.chance(0.5) ? "de" : "en" },
    { type: "lockRoom", locked: random.chance(0.5) },
    { type: "rotateCode" },
    { type: "showHelp" },
    // Puts both stages out, so not all the time.
    ...(random.chance(0.3) ? [{ type: "rotateStageLink" as const }] : []),
  ];
  if (view.session.status === "lobby") {
    return [
      ...anywhere,
      { type: "planBegin", at: Date.now() + BEGINS_IN_MS },
      { type: "chooseSmallGroup", on: random.chance(0.5) },
    ];
  }
  const { planned } = view;
  if (!planned) return [];
  const from = here({ view });
  return [
    ...anywhere,
    { type: "addMinutes", minutes: random.chance(0.5) ? 1 : -1, from },
    { type: "turnPage", page: random.below(3), from },
    { type: "showAid", aid: random.pick(view.facilitator?.aids.names ?? []) ?? null, from },
    { type: "pauseClock", from },
    { type: "resumeClock", from },
    { type: "writeNote", activity: planned.key, text: randomId() },
    ...toAuthors(view, random),
    ...[...withCards(view, random), ...pressedIn(view, chanceOf(random))].map(
      (command): Command => ({ type: "activity", activity: planned.key, command }),
    ),
  ];
}

/** To people whom nobody knows: a reply to a card, and "seen" to whoever wants to talk. */
function toAuthors(view: SessionView, random: Random): Command[] {
  const talk = view.facilitator?.talk;
  const card = random.pick([...Object.values(view.review ?? {}), ...Object.values(view.cards)]);
  const asking = random.pick(talk?.cards ?? []);
  const acts: Command[] = [];
  if (card) acts.push({ type: "replyBlind", card: card.id, text: `Antwort ${randomId()}` });
  if (asking) acts.push({ type: "acknowledgeTalk", card: asking.id, count: 1 });
  if (talk && talk.count > 0) acts.push({ type: "acknowledgeTalk", card: null, count: talk.count });
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
