import { type Life, liveBy } from "@/attack/crash/life";
import { createSender, type Outcome, type Sender } from "@/attack/crash/sender";
import type { Sent } from "@/attack/crash/sent";
import type { Random } from "@/attack/random";
import { readingBallot } from "@/lib/activities/reframe/schema";
import { reframeRecord } from "@/lib/activities/reframe/view";
import type { Command } from "@/lib/session/commands";
import type { PlannedActivity, SessionView } from "@/lib/session/view-schema";
import { hashSecret, randomId } from "@/server/rooms/chance";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";

/** Longest pause between two actions, ms: far more than a hand does, below the limit of frames. */
const PAUSE_MS = 250;

export interface OwnCard {
  activity: string;
  edit: string;
  markHash: string;
  caseId: string | null;
  texts: Sent<string>[];
  withdrawn: "no" | "accepted" | "uncertain";
}

/** What a phone did in one slot of votes, scores or reports; the last accepted one counts. */
export interface OwnBallot {
  activity: string;
  slot: string;
  /** A reading ballot's draw: the same at every repeat. */
  shown: string[] | null;
  sent: Sent<unknown>[];
}

/** Somebody with a phone: what it truly did, to be compared with what the server says. */
export interface Phone extends Life {
  readonly device: string;
  readonly client: LiveClient;
  readonly sender: Sender;
  readonly cards: readonly OwnCard[];
  readonly ballots: readonly OwnBallot[];
  /** Answers that contradict each other. */
  readonly contradictions: readonly string[];
  /** Card ids and positions that it was ever shown. */
  readonly seen: ReadonlySet<string>;
  close(): void;
}

const fateOf = ({ accepted, uncertain }: Outcome): Sent<unknown>["fate"] =>
  accepted ? "accepted" : uncertain ? "uncertain" : "refused";

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
  const ballots: OwnBallot[] = [];
  const contradictions: string[] = [];
  const seen = new Set<string>();
  let connected: LiveClient | undefined;
  const sender = createSender(() => connected, random);
  const client = await connectClient(
    options.url,
    { role: "participant", session: options.session, device },
    { reconnects: true, keepFrames: false, onUp: () => sender.flush() },
  );
  connected = client;
  watch(client, seen);

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
    const shared = { edit: card.edit, markHash: card.markHash, revision, text, mayBeQuoted: true };
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
    if (own.length === 0 || (own.length < 2 && dice < (writing ? 0.4 : 0.1))) {
      const cases = planned.kind === "reframe" ? casesOf(view) : [];
      const fresh: OwnCard = {
        activity: planned.key,
        edit: randomId(),
        markHash: hashSecret(randomId()),
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

  const ballotOf = (activity: string, slot: string): OwnBallot => {
    const known = ballots.find((each) => each.activity === activity && each.slot === slot);
    if (known) return known;
    const fresh: OwnBallot = { activity, slot, shown: null, sent: [] };
    ballots.push(fresh);
    return fresh;
  };

  const score = async (planned: PlannedActivity & { kind: "scale" }): Promise<void> => {
    const { items, pairWith } = planned.settings;
    const scores = items.map(({ key }) => ({
      item: key,
      score: random.below(11),
      before: pairWith === null ? null : random.below(11),
    }));
    const own = items.map(({ key }) => ballotOf(planned.key, key));
    const revision = (own[0]?.sent.length ?? 0) + 1;
    const fate = fateOf(await send(planned.key, { type: "castScores", revision, scores }));
    for (const [index, { score: value, before }] of scores.entries()) {
      own[index]?.sent.push({ revision, content: { score: value, before }, fate });
    }
  };

  const vote = async (planned: PlannedActivity & { kind: "reframe" }, view: SessionView) => {
    const caseId = random.pick(casesOf(view));
    if (caseId === undefined) return;
    const ballot = ballotOf(planned.key, `vote:${caseId}`);
    if (ballot.shown === null || random.chance(0.2)) {
      const { replies } = await send(planned.key, { type: "openBallot", caseId });
      for (const reply of replies) {
        const { shown } = readingBallot.parse(reply);
        ballot.shown ??= shown;
        if (shown.join() !== ballot.shown.join()) {
          contradictions.push(`phone ${number}: a ballot of ${caseId} was drawn twice`);
        }
      }
      return;
    }
    const readings = ballot.shown.filter(() => random.chance(0.4)).slice(0, planned.settings.votes);
    const revision = ballot.sent.length + 1;
    const command = { type: "castBallot", caseId, revision, readings };
    ballot.sent.push({
      revision,
      content: readings,
      fate: fateOf(await send(planned.key, command)),
    });
  };

  const report = async (planned: PlannedActivity & { kind: "commit" }): Promise<void> => {
    const ballot = ballotOf(planned.key, "finished");
    const revision = ballot.sent.length + 1;
    const steps = planned.settings.genericSteps
      .map(({ key }) => key)
      .filter(() => random.chance(0.3));
    const command = { type: "reportFinished", revision, steps };
    ballot.sent.push({ revision, content: steps, fate: fateOf(await send(planned.key, command)) });
  };

  const act = async (): Promise<void> => {
    const { view } = client;
    const planned = view?.planned;
    if (!view || !planned) return;
    const phase = within(view);
    if (random.chance(0.1)) client.setDone(random.chance(0.5));
    if (planned.kind === "collect") return handleCards(planned, view);
    if (planned.kind === "scale" && phase === "ask") return score(planned);
    if (planned.kind === "commit") return report(planned);
    if (planned.kind !== "reframe") return;
    if (phase === "vote" && random.chance(0.8)) return vote(planned, view);
    if (phase !== "case") return handleCards(planned, view);
  };

  return {
    device,
    client,
    sender,
    cards,
    ballots,
    contradictions,
    seen,
    ...liveBy(act, PAUSE_MS, random),
    close() {
      sender.close();
      client.close();
    },
  };
}

function casesOf(view: SessionView): string[] {
  const record = reframeRecord.safeParse(view.activity?.record);
  return record.success ? record.data.cases.map(({ id }) => id) : [];
}
