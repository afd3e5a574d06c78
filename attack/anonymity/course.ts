import type { Bot } from "@/attack/anonymity/bot";
import type { consoleOf, Held } from "@/attack/anonymity/console";
import { attackPlan, CASES_QUESTION, LEFT_QUESTION, VOTED_QUESTION } from "@/attack/anonymity/plan";
import type { GettingUp } from "@/attack/anonymity/sitter";
import type { Random } from "@/attack/random";
import { witnessOf } from "@/attack/witnesses";
import { kindOf } from "@/lib/activities/kinds";
import type { Phase } from "@/lib/activities/phase";
import { GUESS_KNOW_ASK } from "@/lib/activities/roleplay/schema";
import { THEMES_BOARD } from "@/lib/activities/theme-schema";
import type { LiveClient } from "@/server/simulated/live-client";
import { here } from "@/server/testing/workshop";

/** What takes minutes in a workshop takes this long here, ms: order and distances stay. */
const WRITING_MS = 600;
const REVIEW_MS = 200;
const VOTING_MS = 500;

/** How often a facilitator holds a card, beside the first of each kind, and lets it go again after the reveal. */
const HOLDS = 0.4;
const RELEASES = 0.5;

/**
 * How many say that they are not settled yet, each as likely as the others. Always as many: in a
 * session without one, or with nobody else, there is nothing to be told apart.
 */
const NOT_SETTLED = 3;

/** In this phase roles are dealt for the first time, and in that one some people get up. */
const FIRST_ROLES = "brief1";
const GET_UP = "brief2";

/** Who is who among them chance says; nobody else leaves, so that no group is left empty, which everybody would see. */
const gettingUp: readonly GettingUp[] = [
  "leaves",
  "gives its seat up",
  "takes another role",
  "watches",
];

export interface Moments {
  /** Called while everything of a phase is sealed and everybody is done with it. */
  sealed?(session: string, activity: string): Promise<void>;
}

/** Everybody in a session, and how they get along. */
interface Company {
  session: string;
  facilitator: LiveClient;
  desk: ReturnType<typeof consoleOf>;
  bots: readonly Bot[];
  random: Random;
  moments: Moments;
  /** Lets all bots act, and nobody else. */
  quietly(
    phase: string,
    act: (each: Bot) => Promise<void>,
    options?: { isOfChairs: boolean },
  ): Promise<void>;
  /** Resolves once all screens are there. */
  everybody(activity: string, phase: string): Promise<unknown>;
  /** Goes there, with everybody. */
  to(activity: string, phase: string): Promise<void>;
}

/** How activities are held, whatever their kind: by what their phases take and destroy. */
export function courseOf(company: Company) {
  const { session, facilitator, desk, bots, random, moments } = company;
  const { quietly, everybody, to } = company;

  const write = async (key: string, phase: string): Promise<void> => {
    await quietly(`${key}/${phase}`, (each) => each.write(key, WRITING_MS));
    await desk.aid();
    await desk.typeIn(random);
    await moments.sealed?.(session, key);
  };
  const review = async (key: string, kind: string, phase: string): Promise<Held | null> => {
    await facilitator.until((view) => Object.keys(view.review ?? {}).length > 0);
    // Of lines those are read that stand under enough people's, and those are shown that still do.
    if (kindOf(kind).hasSeats) desk.noteUnshown(key);
    await quietly(`${key}/${phase}`, (each) => each.reconsider(key, REVIEW_MS));
    await desk.pressAll();
    // Where cards become cases none is tagged: that would rule it out.
    if (kindOf(kind).commands.tagCard && key !== CASES_QUESTION) await desk.tag(random);
    // Each kind's command is tried in each session, whatever chance says.
    return random.chance(HOLDS) || !desk.hasHeld(kind) ? desk.holdOne(random) : null;
  };
  const ask = async () => {
    const { planned, news = 0 } = facilitator.view ?? {};
    await quietly(`${planned?.key}/asks`, (each) => each.askNews(news));
  };
  /** Where cards can come late, and perhaps are shown: whoever wrote and whoever reads get in touch. */
  const comeLate = async (key: string, kind: string, phase: Phase, held: Held | null) => {
    const isVoted = key === VOTED_QUESTION;
    const isShown = Object.hasOwn(kindOf(kind).commands, "revealLate");
    if (isVoted) await desk.tag(random);
    await quietly(`${key}/${phase.name}`, async (each) => {
      await Promise.all([
        each.writeLate(key, REVIEW_MS),
        ...(isVoted ? [each.askToTalk(key, REVIEW_MS)] : []),
      ]);
    });
    if (isVoted) {
      await ask();
      await desk.awaitSignals(key);
      await desk.reply(random);
      await ask();
    }
    const isOver = await desk.lateRound(key, random);
    if (!isShown) return;
    if (isOver) await Promise.all(bots.map((each) => each.writeTooLate(key)));
    if (held && random.chance(RELEASES)) await desk.release(held);
  };
  /** Some leave, the room goes on and back, and they are there again. */
  const goAndComeBack = async (key: string, phase: string, next: string) => {
    await quietly(`${key}/${phase}`, (each) => each.leaveForAWhile(REVIEW_MS));
    await desk.to(key, next);
    await desk.back();
    await Promise.all(bots.map((each) => each.comeBack()));
  };
  /** Some get up or change their role; those who left are back afterwards. */
  const getUp = async (key: string, phase: string) => {
    const who = new Map(random.shuffle(bots).map((each, at) => [each, gettingUp[at]]));
    const gone = gettingUp.filter((how) => how === "leaves" || how === "gives its seat up").length;
    const options = { isOfChairs: true };
    const act = async (each: Bot) => {
      const how = who.get(each);
      if (how !== undefined) await each.getUp(how, REVIEW_MS);
    };
    await quietly(`${key}/${phase}`, act, options);
    // A phone that comes back while the room still hears of its leaving would lose its seat again.
    await desk.awaitSeated(bots.length - gone);
    await Promise.all(bots.map((each) => each.comeBack()));
    await quietly(`${key}/${phase}`, (each) => each.takePart(0), options);
    await desk.awaitSeated(bots.length);
  };
  /** What there is to do where nothing is handed in. */
  const takePart = async ({ key, kind, settings }: (typeof attackPlan)[number], phase: string) => {
    const { placeCards } = witnessOf(kind).commands;
    if (placeCards?.accepted.includes(phase)) {
      // Everybody sees cards move: that is no quiet stretch.
      if (Object(settings).roomSorts === true) await desk.listen(`${key}/${THEMES_BOARD}`);
      await Promise.all(bots.map((each) => each.takePart(REVIEW_MS)));
      return;
    }
    if (!kindOf(kind).hasSeats) return;
    await quietly(`${key}/${phase}`, (each) => each.takePart(REVIEW_MS));
    if (phase === FIRST_ROLES) await Promise.all(bots.map((each) => each.noteSeat(key)));
    if (phase === GET_UP) await getUp(key, phase);
    if (phase !== GUESS_KNOW_ASK) return;
    for (const sheet of desk.sheets()) await desk.listen(sheet);
    await quietly(`${key}/${phase}`, (each) => each.writeSheet(key, REVIEW_MS));
  };
  /** Somebody has left before what builds on an earlier activity is answered. */
  const answer = async (key: string, phase: Phase, isSecond: boolean) => {
    const gone = isSecond && phase.takes === "answers" ? random.pick(bots) : undefined;
    await quietly(`${key}/${phase.name}`, (each) =>
      each === gone
        ? Promise.resolve()
        : each.answer(key, phase.takes === "votes" ? VOTING_MS : REVIEW_MS),
    );
    await desk.countHands(random);
  };

  const hold = async (activity: (typeof attackPlan)[number]) => {
    const { key, kind, settings } = activity;
    const { phases } = instanceOf(key);
    const isSecond = kindOf(kind).refersTo(settings).length > 0;
    const late = witnessOf(kind).commands.reviewLate?.accepted ?? [];
    let held: Held | null = null;
    for (const [at, phase] of phases.entries()) {
      await to(key, phase.name);
      await desk.press(random);
      if (phase.takes === "cards") await write(key, phase.name);
      else if (phase.takes !== null) await answer(key, phase, isSecond);
      else await takePart(activity, phase.name);
      if (kindOf(kind).hasSeats && phase.debrief) desk.noteUnshown(key);
      if (phase.destroys === "seal") held = await review(key, kind, phase.name);
      if (phase.name !== late[0]) continue;
      await comeLate(key, kind, phase, held);
      const next = phases[at + 1];
      if (key === LEFT_QUESTION && next) await goAndComeBack(key, phase.name, next.name);
    }
  };

  /** Begins the closing early and opens it again: what was passed over is held after all. */
  const closeEarly = async (key: string) => {
    const { phases, signal } = instanceOf(key);
    const [{ name }] = phases;
    if (!signal) throw new Error("A closing asks something that shows at once");
    await desk.tell({ type: "startClosing", from: here(facilitator) });
    await everybody(key, name);
    const giving = new Set(random.shuffle(bots).slice(0, NOT_SETTLED));
    await quietly(`${key}/${name}`, (each) =>
      each.answer(key, REVIEW_MS, { signal, gives: giving.has(each) }),
    );
    await facilitator.until((view) => view.facilitator?.notSettled === NOT_SETTLED);
    await moments.sealed?.(session, key);
    await desk.tell({ type: "reopen", from: here(facilitator) });
    await facilitator.until((view) => view.planned?.key !== key);
  };

  return { hold, closeEarly };
}

/** An activity of the plan as rules see it before it begins. */
export function instanceOf(key: string) {
  const planned = attackPlan.find((each) => each.key === key);
  if (!planned) throw new Error(`The plan has no ${key}`);
  const { kind, settings } = planned;
  const ofItsKind = attackPlan.filter((each) => each.kind === kind);
  return kindOf(kind).instantiate(settings, { key, ofItsKind });
}
