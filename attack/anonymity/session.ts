import { setTimeout as sleep } from "node:timers/promises";
import { type Bot, bot } from "@/attack/anonymity/bot";
import { momentOf, personas } from "@/attack/anonymity/personas";
import { attackPlan, caseKeys } from "@/attack/anonymity/plan";
import type { CardTruth, QuietStretch, Trace } from "@/attack/anonymity/truth";
import { type Random, seeded } from "@/attack/random";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { advanceTo, type Node, openSession } from "@/server/testing/workshop";

/** What takes minutes in a workshop takes this long here, ms: order and distances stay. */
const WRITING_MS = 600;
const REVIEW_MS = 200;
const VOTING_MS = 500;
const JOINING_MS = 200;

/** How often a facilitator holds a card, and lets it go again after the reveal. */
const HOLDS = 0.4;
const RELEASES = 0.5;

export interface Moments {
  /** Called while everything of a phase is sealed and everybody is done with it. */
  sealed?(session: string, activity: string, cards: readonly CardTruth[]): Promise<void>;
}

/** One session from the lobby to its end, with eight bots, a facilitator and a stage. */
export async function playSession(
  node: Node,
  account: { id: string; cookie: string },
  random: Random,
  moments: Moments = {},
): Promise<Trace> {
  const { server, url } = node;
  const { id: session, facilitator } = await openSession(node, account, () => attackPlan);
  const links = await server.sessions.forFacilitator(account.id, session);
  if (!links?.code) throw new Error("A new session has a code");
  const stage = await connectClient(url, { role: "stage", key: links.stageKey });
  const trace: Trace = {
    session,
    code: links.code,
    cards: [],
    votes: [],
    done: new Map(),
    joined: [],
    secrets: [{ what: "cookie", value: account.cookie.split("=")[1] ?? "" }],
    frames: new Map(),
    quiet: [],
    answers: [],
  };

  const bots = await Promise.all(
    personas.map(async (persona) => {
      // Chance of its own: what a bot does must not depend on how fast the others are.
      const own = seeded(random.below(2 ** 31));
      await sleep(momentOf(persona, own) * JOINING_MS);
      const joined = await bot({ url, session, persona, random: own, trace });
      trace.joined.push(persona.name);
      return joined;
    }),
  );
  const watchers: [string, () => readonly string[]][] = [
    ["facilitator", () => facilitator.frames],
    ["stage", () => stage.frames],
    ...bots.map((each): [string, () => readonly string[]] => [each.name, () => each.frames()]),
  ];
  const counts = () => new Map(watchers.map(([name, frames]) => [name, frames().length]));
  const everybody = (activity: string, phase: string) =>
    Promise.all([
      stage.until((view) => view.planned?.key === activity && view.activity?.phase === phase),
      ...bots.map((each) => each.arrive(activity, phase)),
    ]);
  const to = async (activity: string, phase: string) => {
    await advanceTo(facilitator, activity, phase);
    await everybody(activity, phase);
  };
  /** Only participants act in it. */
  const quietly = async (phase: string, act: (each: Bot) => Promise<void>) => {
    const from = counts();
    await Promise.all(bots.map(act));
    const stretch: QuietStretch = { phase, from, to: counts() };
    trace.quiet.push(stretch);
  };

  await facilitator.send({ type: "begin", endsAt: null });
  await facilitator.until((view) => view.planned);
  for (const { key, kind } of attackPlan) {
    if (kind !== "collect" && kind !== "reframe") continue;
    if (kind === "reframe") {
      await to(key, "case");
      await facilitator.act({ type: "chooseCases", cases: caseKeys });
    }
    await to(key, "write");
    await quietly(`${key}/write`, (each) => each.write(key, WRITING_MS));
    await moments.sealed?.(session, key, trace.cards);
    await to(key, "review");
    await facilitator.until((view) => Object.keys(view.review ?? {}).length > 0);
    await quietly(`${key}/review`, (each) => each.reconsider(key, REVIEW_MS));
    const held = random.chance(HOLDS) ? await holdOne(facilitator, random, trace) : null;
    await to(key, kind === "collect" ? "reveal" : "vote");
    if (kind === "collect") {
      await quietly(`${key}/reveal`, (each) => each.writeLate(key, REVIEW_MS));
    }
    if (held && kind === "collect" && random.chance(RELEASES)) {
      await facilitator.act({ type: "holdCard", reviewId: held.reviewId, held: false });
      await facilitator.until((view) =>
        Object.values(view.cards).some(({ text }) => text === held.card.text),
      );
      held.card.fate = "revealed";
    }
    if (kind === "reframe") {
      await quietly(`${key}/vote`, (each) => each.vote(key, VOTING_MS));
      await to(key, "show");
    }
  }
  await advanceTo(facilitator, "close", "show");
  await facilitator.send({ type: "end" });
  await Promise.all([
    facilitator.until((view) => view.session.status === "finished"),
    ...bots.map((each) => each.ended()),
  ]);
  for (const [name, frames] of watchers) trace.frames.set(name, [...frames()]);
  for (const client of [facilitator, stage]) {
    for (const value of client.socketIds) trace.secrets.push({ what: "socket", value });
    client.close();
  }
  for (const each of bots) each.leave();
  return trace;
}

async function holdOne(facilitator: LiveClient, random: Random, trace: Trace) {
  const review = Object.values(facilitator.view?.review ?? {});
  const shown = review[random.below(review.length)];
  const card = trace.cards.find((each) => each.text === shown?.text);
  if (!shown || card?.fate !== "revealed") return null;
  await facilitator.act({ type: "holdCard", reviewId: shown.id, held: true });
  card.fate = "held";
  return { reviewId: shown.id, card };
}
