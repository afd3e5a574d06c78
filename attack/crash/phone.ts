import { setTimeout as delay } from "node:timers/promises";
import { casesOf, createBallots, type OwnBallot } from "@/attack/crash/ballots";
import { type Life, liveBy } from "@/attack/crash/life";
import { createSender, type Sender } from "@/attack/crash/sender";
import { fateOf, type Sent } from "@/attack/crash/sent";
import type { Random } from "@/attack/random";
import { type OwnCardsAnswer, ownCardsAnswer } from "@/lib/session/author-contact";
import { type Command, MARKS_ASKED } from "@/lib/session/commands";
import type { PlannedActivity, SessionView } from "@/lib/session/view-schema";
import { hashSecret, randomId } from "@/server/rooms/chance";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";

/** Longest pause between two actions, ms: far more than a hand does, below the limit of frames. */
const PAUSE_MS = 250;

/** Cards that a phone writes in one activity: in time, and with those that come late. */
const CARDS_IN_TIME = 2;
const CARDS_WITH_LATE = 4;
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
  caseId: string | null;
  texts: Sent<string>[];
  withdrawn: "no" | "accepted" | "uncertain";
}

/** "I'd like to talk", as one phone said it. */
export interface OwnTalk {
  /** Hash of the card's mark; null from Help. */
  about: string | null;
  revision: number;
  fate: Sent<unknown>["fate"];
  /** When its last answer was heard, as `performance.now()`. */
  settledAt: number;
}

/** Somebody with a phone: what it truly did, to be compared with what the server says. */
export interface Phone extends Life {
  readonly device: string;
  readonly client: LiveClient;
  readonly sender: Sender;
  readonly cards: readonly OwnCard[];
  readonly ballots: readonly OwnBallot[];
  readonly talks: readonly OwnTalk[];
  /** Answers that contradict each other. */
  readonly contradictions: readonly string[];
  /** Card ids and positions that it was ever shown. */
  readonly seen: ReadonlySet<string>;
  /** What the server tells of its cards now, as a phone asks for it; null once the session is over. */
  askAboutOwnCards(): Promise<OwnCardsAnswer | null>;
  close(): void;
}

const within = (view: SessionView | undefined) => view?.activity?.phase ?? "";

/** Remembers all that a client is ever shown, in `seen`. */
export function watch(client: LiveClient, seen: Set<string>): void {
  const look = () => {
    const { view } = client;
    if (view?.planned && view.activity) seen.add(`${view.planned.key}/${view.activity.phase}`);
    for (const id of Object.keys(view?.cards ?? {})) seen.add(`card ${id}`);
  };
  client.onView(look);
  look();
}

export async function joinPhone(options: {
  url: string;
  session: string;
  number: number;
  random: Random;
}): Promise<Phone> {
  const { random, number } = options;
  const device = randomId();
  const cards: OwnCard[] = [];
  const talks: OwnTalk[] = [];
  const contradictions: string[] = [];
  const seen = new Set<string>();
  let connected: LiveClient | undefined;
  const sender = createSender(() => connected, random);
  const connect = async (): Promise<LiveClient> => {
    const client = await connectClient(
      options.url,
      { role: "participant", session: options.session, device, pass: connected?.pass },
      { reconnects: true, keepFrames: false, onUp: () => sender.flush() },
    );
    connected = client;
    watch(client, seen);
    return client;
  };
  let client = await connect();

  let written = 0;

  const send = async (activity: string, command: { type: string } & Record<string, unknown>) => {
    const frame: Command = { type: "activity", activity, command };
    const outcome = await sender.send(frame);
    if (outcome.accepted && !outcome.answer.ok && outcome.answer.code === "bad-input") {
      contradictions.push(`phone ${number}: accepted, then bad-input`);
    }
    return outcome;
  };

  const write = async (card: OwnCard, planned: PlannedActivity): Promise<void> => {
    written += 1;
    const revision = card.texts.length + 1;
    const text = `Nein ${number}-${written}`;
    const { edit, markHash } = card;
    const notForStage = written % NOT_FOR_STAGE_EVERY === 0;
    const shared = { edit, markHash, revision, text, mayBeQuoted: true, notForStage };
    const outcome = await send(
      planned.key,
      planned.kind === "reframe"
        ? { type: "submitReading", ...shared, caseId: card.caseId, lens: "time" }
        : { type: "submitCard", ...shared, mayBeCase: number === 0 },
    );
    card.texts.push({ revision, content: text, fate: fateOf(outcome) });
  };

  const handleCards = async (planned: PlannedActivity, view: SessionView): Promise<void> => {
    const own = cards.filter(({ activity }) => activity === planned.key);
    const writing = within(view) === "write";
    const dice = random.next();
    const card = random.pick(own);
    // Late ones too: a batch of them has a limit of its own.
    const most = writing ? CARDS_IN_TIME : CARDS_WITH_LATE;
    if (own.length === 0 || (own.length < most && dice < (writing ? 0.4 : 0.15))) {
      const cases = planned.kind === "reframe" ? casesOf(view) : [];
      const mark = randomId();
      const fresh: OwnCard = {
        activity: planned.key,
        edit: randomId(),
        mark,
        markHash: hashSecret(mark),
        caseId: random.pick(cases) ?? null,
        texts: [],
        withdrawn: "no",
      };
      cards.push(fresh);
      return write(fresh, planned);
    }
    if (card?.withdrawn !== "no") return;
    if (dice > 0.93) {
      const type = planned.kind === "reframe" ? "withdrawReading" : "withdrawCard";
      const outcome = await send(planned.key, { type, edit: card.edit });
      const fate = fateOf(outcome);
      if (fate !== "refused") card.withdrawn = fate;
    } else await write(card, planned);
  };

  const { ballots, ...cast } = createBallots(
    async (activity, command) => {
      const outcome = await send(activity, command);
      return { fate: fateOf(outcome), replies: outcome.replies };
    },
    random,
    (what) => contradictions.push(`phone ${number}: ${what}`),
  );

  /** Revisions rise over all that it asks for: a card that is gone is taken for Help. */
  const wantToTalk = async (): Promise<void> => {
    const card = random.chance(0.7) ? random.pick(cards) : undefined;
    const revision = talks.length + 1;
    const mark = card?.mark ?? null;
    const fate = fateOf(await sender.send({ type: "wantToTalk", mark, revision }));
    talks.push({ about: card?.markHash ?? null, revision, fate, settledAt: performance.now() });
  };

  const question = (): Extract<Command, { type: "askAboutOwnCards" }> => {
    const own = cards.map(({ mark }) => mark).slice(-MARKS_ASKED);
    const filling = Array.from({ length: MARKS_ASKED - own.length }, () => randomId());
    return { type: "askAboutOwnCards", marks: [...own, ...filling] };
  };

  /**
   * Leaves and comes back. Who is here lives in memory only (P71) and is not compared: what must
   * outlive it are the cards and ballots, which are.
   */
  const leaveAndComeBack = async (): Promise<void> => {
    await client.leave().catch(() => client.close());
    for (;;) {
      try {
        client = await connect();
        return;
      } catch {
        // Killed meanwhile.
        await delay(COME_BACK_EVERY_MS);
      }
    }
  };

  const act = async (): Promise<void> => {
    if (random.chance(LEAVES)) return leaveAndComeBack();
    if (random.chance(TALKS)) return wantToTalk();
    if (random.chance(ASKS)) {
      await sender.send(question());
      return;
    }
    const { view } = client;
    const planned = view?.planned;
    if (!view || !planned) return;
    const phase = within(view);
    if (random.chance(0.1)) client.setDone(random.chance(0.5));
    if (planned.kind === "scale" && phase === "ask") return cast.score(planned, view);
    if (planned.kind === "commit") return cast.report(planned);
    if (planned.kind === "pause" && planned.settings.role === "closing") {
      return cast.answerChecks(planned);
    }
    if (planned.kind === "collect") {
      const votes = phase === "vote" && random.chance(0.7);
      return votes ? cast.layDots(planned, view) : handleCards(planned, view);
    }
    if (planned.kind !== "reframe") return;
    if (phase === "vote" && random.chance(0.8)) return cast.vote(planned, view);
    if (phase !== "choose" && phase !== "case") return handleCards(planned, view);
  };

  return {
    device,
    get client() {
      return client;
    },
    sender,
    cards,
    ballots,
    talks,
    contradictions,
    seen,
    ...liveBy(act, PAUSE_MS, random),
    async askAboutOwnCards() {
      const answer = await client.send(question());
      if (answer.ok) return ownCardsAnswer.parse(answer.reply);
      if (answer.code === "closed") return null;
      throw new Error(`Asking about own cards was refused: ${answer.code}`);
    },
    close() {
      sender.close();
      client.close();
    },
  };
}
