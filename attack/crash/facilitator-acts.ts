import type { Random } from "@/attack/random";
import { collectRecord } from "@/lib/activities/collect/view";
import { givenCasesOf } from "@/lib/activities/reframe/schema";
import type { Command, Position } from "@/lib/session/commands";
import type { PlannedActivity, SessionView } from "@/lib/session/view-schema";
import { randomId } from "@/server/rooms/chance";

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
    agenda.at(-1)?.key === from.activity && agenda.at(-1)?.phases.at(-1) === from.phase;
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
  const inActivity = (command: { type: string } & Record<string, unknown>): FacilitatorAct => ({
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
    ...withCards(view, random, inActivity),
    ...withThemes(planned, view, random, inActivity),
    ...withCases(planned, view, random, inActivity),
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
  const door: FacilitatorAct[] = [
    { command: { type: "lockRoom", locked: random.chance(0.5) } },
    { command: { type: "rotateCode" } },
    { command: { type: "showHelp" } },
    // Puts both stages out, so not all the time.
    ...(random.chance(0.3) ? [{ command: { type: "rotateStageLink" as const } }] : []),
  ];
  return [...stage, ...door];
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

type InActivity = (command: { type: string } & Record<string, unknown>) => FacilitatorAct;

function withCards(view: SessionView, random: Random, inActivity: InActivity): FacilitatorAct[] {
  const reviewed = random.pick(Object.values(view.review ?? {}));
  const acts: FacilitatorAct[] = [];
  if (reviewed) {
    // Held ones are released more often, so that a batch stays enough.
    const held = reviewed.held ? false : random.chance(0.5);
    acts.push(inActivity({ type: "holdCard", reviewId: reviewed.id, held }));
    // Seldom, and let go of more often than held: else no batch would be enough people's.
    if (random.chance(0.2)) {
      acts.push(inActivity({ type: "holdCards", held: random.chance(0.25) }));
    }
  }
  const seen = random.pick([...Object.keys(view.review ?? {}), ...Object.keys(view.cards)]);
  if (seen && view.planned?.kind === "collect") {
    acts.push(inActivity({ type: "tagCard", card: seen, tagged: random.chance(0.5) }));
  }
  const { late } = view.facilitator ?? {};
  // Tried without waiting for "ready", which is counted every five seconds only.
  if (late === "ready" || late === "waiting") acts.push(inActivity({ type: "reviewLate" }));
  if (late === "review") acts.push(inActivity({ type: "revealLate" }));
  return acts;
}

function withThemes(
  planned: PlannedActivity,
  view: SessionView,
  random: Random,
  inActivity: InActivity,
): FacilitatorAct[] {
  if (planned.kind !== "collect" || view.activity?.phase !== "cluster") return [];
  const record = collectRecord.safeParse(view.activity.record);
  const theme = random.pick(record.success ? record.data.themes : []);
  const card = random.pick(Object.values(view.cards));
  const add = () => inActivity({ type: "addTheme", themeId: randomId(), name: `T ${randomId()}` });
  const acts = [add(), add(), add()];
  if (theme) {
    acts.push(inActivity({ type: "renameTheme", themeId: theme.id, name: `U ${randomId()}` }));
    acts.push(inActivity({ type: "removeTheme", themeId: theme.id }));
  }
  if (card) {
    const themeId = theme && random.chance(0.8) ? theme.id : null;
    acts.push(inActivity({ type: "sortCard", cardId: card.id, themeId }));
  }
  return acts;
}

function withCases(
  planned: PlannedActivity,
  view: SessionView,
  random: Random,
  inActivity: InActivity,
): FacilitatorAct[] {
  if (planned.kind !== "reframe" || view.activity?.phase !== "choose") return [];
  const { source } = planned.settings;
  if (source.from === "own") return [];
  const known = [
    ...(view.facilitator?.offeredCases ?? []).map(({ id }) => id),
    ...givenCasesOf(source).map(({ key }) => key),
  ];
  const cases = known.filter(() => random.chance(0.4)).slice(0, source.caseLimit);
  return cases.length > 0 ? [inActivity({ type: "chooseCases", cases })] : [];
}
