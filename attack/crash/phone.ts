import { setTimeout as delay } from "node:timers/promises";
import * as z from "zod/mini";
import { createBallots, type OwnBallot } from "@/attack/crash/ballots";
import { type Life, liveBy, type Seat, takeSeat } from "@/attack/crash/seat";
import type { Fate, Sent } from "@/attack/crash/sender";
import { chanceOf, type Random } from "@/attack/random";
import { markOf, type Person, type RawCommand, type Scene } from "@/lib/activities/simulation";
import { marksToAsk } from "@/lib/client/own-news";
import type { Command } from "@/lib/session/commands";
import { type OwnCardsAnswer, ownCardsAnswer } from "@/lib/session/own-cards-answer";
import type { PlannedActivity } from "@/lib/session/view-schema";
import { hashSecret, randomId } from "@/server/rooms/chance";
import { cardsSceneOf, newPerson, playScene, sceneOf, takesPart } from "@/server/simulated/person";

/** Longest pause between two actions, ms: far more than a hand does, below the limit of frames. */
const PAUSE_MS = 250;

/** How often somebody hands in cards although it is not the time for them, where there still is one. */
const COMES_LATE = 0.3;
/** How often a card of one's own is taken back instead. */
const WITHDRAWS = 0.07;
/** As many different people as one phone is, one after the other: each has a mind of their own. */
const MINDS = 20;
/** One card in so many is not for the stage. */
const NOT_FOR_STAGE_EVERY = 5;
/** How often somebody leaves who comes back at once, and how long they try. */
const LEAVES = 0.01;
const COME_BACK_EVERY_MS = 50;
/** How often a phone wants to talk, and asks about its cards. */
const TALKS = 0.04;
const ASKS = 0.04;

export interface OwnCard {
  activity: string;
  edit: string;
  /** Proves the card to the server: for replies and requests to talk. */
  mark: string;
  markHash: string;
  texts: Sent<string>[];
  withdrawn: "no" | "accepted" | "uncertain";
}

/** "I'd like to talk", as one phone said it. */
export interface OwnTalk {
  /** Hash of the card's mark; null from Help. */
  about: string | null;
  revision: number;
  fate: Fate;
  /** When its last answer was heard, as `performance.now()`. */
  settledAt: number;
}

/** Somebody with a phone: what it truly did, to be compared with what the server says. */
export interface Phone extends Life {
  readonly device: string;
  readonly seat: Seat;
  readonly cards: readonly OwnCard[];
  readonly ballots: readonly OwnBallot[];
  readonly talks: readonly OwnTalk[];
  /** Answers that contradict each other. */
  readonly contradictions: readonly string[];
  /** What the server tells of its cards now, as a phone asks for it; null once the session is over. */
  askAboutOwnCards(): Promise<OwnCardsAnswer | null>;
}

/** What this suite has to know of a card that it hands in. */
const sentCard = z.object({
  edit: z.string(),
  markHash: z.string(),
  revision: z.int(),
  text: z.string(),
});

export async function joinPhone(options: {
  url: string;
  session: string;
  number: number;
  random: Random;
}): Promise<Phone> {
  const { random, number, url, session } = options;
  const device = randomId();
  const shake = { role: "participant", session, device } as const;
  const seat = await takeSeat({ url, random, shake });
  const cards: OwnCard[] = [];
  const talks: OwnTalk[] = [];
  const contradictions: string[] = [];

  let written = 0;
  const { ballots, note } = createBallots((what) =>
    contradictions.push(`phone ${number}: ${what}`),
  );

  const send = async (activity: string, command: RawCommand) => {
    const frame: Command = { type: "activity", activity, command };
    const outcome = await seat.sender.send(frame);
    const { fate, answer } = outcome;
    if (fate === "accepted" && !answer.ok && answer.code === "bad-input") {
      contradictions.push(`phone ${number}: accepted, then bad-input`);
    }
    return outcome;
  };

  /** What the phone keeps for what comes in time, and once more for what comes late: other cards. */
  const kept = { inTime: new Map<string, unknown>(), late: new Map<string, unknown>() };
  /** How often something was answered so far: minds change. */
  const revisions = new Map<string, number>();

  const personNow = (when: keyof typeof kept): Person =>
    newPerson({
      number: random.below(MINDS),
      language: "de",
      chance: chanceOf(random),
      kept: kept[when],
      revision(slot) {
        const name = `${when}/${slot}`;
        revisions.set(name, (revisions.get(name) ?? 0) + 1);
        return revisions.get(name) ?? 1;
      },
      wording() {
        written += 1;
        return `Nein ${number}-${written}`;
      },
    });

  /** Hands in a card as this phone's owner allows it, and keeps book of it. */
  const handIn = async (activity: string, command: RawCommand): Promise<void> => {
    const notForStage = written % NOT_FOR_STAGE_EVERY === 0;
    const allowed = { mayBeCase: number === 0, mayBeQuoted: true, notForStage };
    const { edit, markHash, revision, text } = sentCard.parse(command);
    const known = cards.find((card) => card.edit === edit);
    const mark = markOf({ hash: hashSecret }, edit);
    const card: OwnCard = known ?? { activity, edit, mark, markHash, texts: [], withdrawn: "no" };
    if (!known) cards.push(card);
    // What was taken back stays it.
    if (card.withdrawn !== "no") return;
    const { fate } = await send(activity, { ...command, ...allowed });
    card.texts.push({ revision, content: text, fate });
  };

  const play = async (
    { key, kind }: PlannedActivity,
    scene: Scene<unknown>,
    when: keyof typeof kept,
  ): Promise<void> =>
    playScene(personNow(when), kind, scene, async (command) => {
      if (command.type === "submitCard") return handIn(key, command);
      const outcome = await send(key, command);
      note({ key, kind }, command, outcome);
      return outcome.replies.at(-1) ?? null;
    });

  const withdrawOne = async ({ key }: PlannedActivity): Promise<void> => {
    const card = random.pick(cards.filter(({ activity }) => activity === key));
    if (card?.withdrawn !== "no") return;
    const { fate } = await send(key, { type: "withdrawCard", edit: card.edit });
    if (fate !== "refused") card.withdrawn = fate;
  };

  /** Revisions rise over all that it asks for: a card that is gone is taken for Help. */
  const wantToTalk = async (): Promise<void> => {
    const card = random.chance(0.7) ? random.pick(cards) : undefined;
    const revision = talks.length + 1;
    const mark = card?.mark ?? null;
    const { fate } = await seat.sender.send({ type: "wantToTalk", mark, revision });
    talks.push({ about: card?.markHash ?? null, revision, fate, settledAt: performance.now() });
  };

  /** The product's own: which marks a phone asks about is its part of the promise. */
  const question = () => {
    const own = cards.map(({ mark }) => ({ mark, sent: "", withdrawn: false }));
    return { type: "askAboutOwnCards" as const, marks: marksToAsk({ cards: own }) };
  };

  /**
   * Leaves and comes back. Who is here lives in memory only (P71) and is not compared: what must
   * outlive it are the cards and ballots, which are.
   */
  const leaveAndComeBack = async (): Promise<void> => {
    const { pass } = seat.client;
    await seat.client.leave().catch(() => seat.client.close());
    for (let isBack = false; !isBack; ) {
      isBack = await seat.enter({ ...shake, pass }).then(
        () => true,
        // Killed meanwhile.
        () => delay(COME_BACK_EVERY_MS, false),
      );
    }
  };

  const act = async (): Promise<void> => {
    if (random.chance(LEAVES)) return leaveAndComeBack();
    if (random.chance(TALKS)) return wantToTalk();
    if (random.chance(ASKS)) {
      await seat.sender.send(question());
      return;
    }
    const { view } = seat.client;
    const planned = view?.planned;
    const scene = sceneOf(view);
    if (!planned || !scene) return;
    if (random.chance(0.1)) seat.client.setDone(random.chance(0.5));
    const writing = cardsSceneOf(view);
    if (writing && random.chance(WITHDRAWS)) return withdrawOne(planned);
    if (writing && writing.phase !== scene.phase && random.chance(COMES_LATE)) {
      return play(planned, writing, random.chance(0.5) ? "late" : "inTime");
    }
    if (takesPart(view)) await play(planned, scene, "inTime");
  };

  return {
    ...{ device, seat, cards, ballots, talks, contradictions },
    ...liveBy(act, PAUSE_MS, random),
    async askAboutOwnCards() {
      const answer = await seat.client.send(question());
      if (answer.ok) return ownCardsAnswer.parse(answer.reply);
      if (answer.code === "closed") return null;
      throw new Error(`Asking about own cards was refused: ${answer.code}`);
    },
  };
}
