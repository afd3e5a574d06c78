import { setTimeout as sleep } from "node:timers/promises";
import { chances, momentOf, type Persona } from "@/attack/anonymity/personas";
import { CASES_QUESTION, DOTS } from "@/attack/anonymity/plan";
import type { CardTruth, Trace } from "@/attack/anonymity/truth";
import type { Random } from "@/attack/random";
import { collectRecord } from "@/lib/activities/collect/view";
import { lensKeys, readingBallot } from "@/lib/activities/reframe/schema";
import { reframeRecord } from "@/lib/activities/reframe/view";
import { scaleRecord } from "@/lib/activities/scale/view";
import { SCORE_MAX } from "@/lib/activities/score-schema";
import { marksToAsk } from "@/lib/client/own-news";
import type { Acknowledgement } from "@/lib/protocol";
import type { ParticipantCommand } from "@/lib/session/commands";
import { hashSecret, randomId } from "@/server/rooms/chance";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";

/** Cards carry nothing but such a word, by which the suite recognises them anywhere. */
export const WORD = /wort-[0-9a-f]{16}/g;

/** When somebody was seen tapping, ms since 1970; finer than the clock, as minutes are squeezed here. */
const tapped = (): number => performance.timeOrigin + performance.now();

/** A participant with habits, who keeps book of what it did. */
export interface Bot {
  readonly name: string;
  frames(): readonly string[];
  arrive(activity: string, phase: string): Promise<unknown>;
  /** Writes, corrects, takes back and says done, in its own time within `ms`. */
  write(activity: string, ms: number): Promise<void>;
  /** Perhaps takes a card back while the facilitator reads. */
  reconsider(activity: string, ms: number): Promise<void>;
  /** Perhaps hands in cards after writing has closed. */
  writeLate(activity: string, ms: number): Promise<void>;
  /** One more card, when the late round is over: it must never be shown. */
  writeTooLate(activity: string): Promise<void>;
  /** Perhaps asks to talk, about a card of one's own or without saying about what. */
  askToTalk(activity: string, ms: number): Promise<void>;
  /** Asks what there is to know about one's own cards, as soon as the room's news are that far. */
  askNews(news: number): Promise<void>;
  /** Perhaps leaves the session, until `comeBack`. */
  leaveForAWhile(ms: number): Promise<void>;
  comeBack(): Promise<void>;
  castDots(activity: string, ms: number): Promise<void>;
  score(activity: string, ms: number): Promise<void>;
  finish(activity: string, ms: number): Promise<void>;
  answerChecks(activity: string, ms: number, settled: boolean): Promise<void>;
  vote(activity: string, ms: number): Promise<void>;
  ended(): Promise<unknown>;
  leave(): void;
}

export async function bot(input: {
  url: string;
  session: string;
  persona: Persona;
  random: Random;
  trace: Trace;
}): Promise<Bot> {
  const { url, session, persona, random, trace } = input;
  const { name } = persona;
  const device = randomId();
  trace.secrets.push({ what: "device", value: device });
  const received: string[] = [];
  let client: LiveClient;
  let isAway = false;

  const connect = async (): Promise<void> => {
    client = await connectClient(url, { role: "participant", session, device });
    for (const value of client.socketIds) trace.secrets.push({ what: "socket", value });
  };
  const reconnect = async (): Promise<void> => {
    received.push(...client.frames);
    client.close();
    await connect();
  };
  const accepted = (type: string, of: string, answer: Acknowledgement) => {
    trace.commands.add(`${of}/${type}`);
    trace.answers.push(JSON.stringify(answer));
    if (!answer.ok) throw new Error(`${type}: ${answer.code}`);
    return answer.reply;
  };
  const act = async (command: { type: string } & Record<string, unknown>) =>
    accepted(command.type, client.view?.planned?.kind ?? "", await client.act(command));
  const tell = async (command: ParticipantCommand) =>
    accepted(command.type, "session", await client.send(command));
  const voted = (question: string, choice: string): void => {
    trace.votes.push({ question, voter: name, choice, votedAt: Date.now() });
  };
  const done = (activity: string, phase: string): void => {
    client.setDone(true);
    const place = `${activity}/${phase}`;
    trace.done.set(place, [...(trace.done.get(place) ?? []), { who: name, at: Date.now() }]);
  };

  const kindNow = () => client.view?.planned?.kind;
  const handIn = async (card: CardTruth, caseId: string | null, revision: number) => {
    const { text, edit, mark, mayBeCase, mayBeQuoted, unfair, notForStage } = card;
    const shared = { edit, markHash: hashSecret(mark), revision, text, mayBeQuoted, notForStage };
    if (caseId === null) await act({ type: "submitCard", ...shared, mayBeCase, unfair });
    else {
      const lens = lensKeys[random.below(lensKeys.length)] ?? null;
      await act({ type: "submitReading", ...shared, caseId, lens });
    }
  };
  const withdraw = async (card: CardTruth) => {
    const type = kindNow() === "reframe" ? "withdrawReading" : "withdrawCard";
    await act({ type, edit: card.edit });
    card.fate = "withdrawn";
  };
  const casesNow = () => reframeRecord.parse(client.view?.activity?.record).cases;

  const writeOne = async (
    activity: string,
    caseId: string | null,
    fate: CardTruth["fate"] = "revealed",
  ): Promise<void> => {
    const card: CardTruth = {
      activity,
      question: fate === "late" ? `${activity}/late` : [activity, caseId ?? []].flat().join("/"),
      text: `wort-${random.hex(16)}`,
      author: name,
      edit: randomId(),
      mark: randomId(),
      mayBeCase: random.chance(activity === CASES_QUESTION ? chances.case : persona.allowsCase),
      mayBeQuoted: random.chance(persona.allowsQuote),
      unfair: random.chance(activity === CASES_QUESTION ? 0 : persona.findsUnfair),
      notForStage: random.chance(chances.notForStage),
      sentAt: Date.now(),
      editedAt: Date.now(),
      talkedAt: null,
      fate,
    };
    trace.secrets.push({ what: "edit", value: card.edit }, { what: "mark", value: card.mark });
    trace.cards.push(card);
    await handIn(card, caseId, 1);
    if (random.chance(persona.edits)) {
      card.text = `wort-${random.hex(16)}`;
      card.editedAt = Date.now();
      await handIn(card, caseId, 2);
    }
  };

  /** Every card that this question or these cases have room for. */
  const writeAll = async (activity: string, fate: CardTruth["fate"]): Promise<void> => {
    const cases = kindNow() === "reframe" ? casesNow().map(({ id }) => id) : [null];
    const each = cases.length > 1 ? 1 : persona.cards;
    for (const id of cases) {
      for (let card = 0; card < each; card += 1) await writeOne(activity, id, fate);
    }
  };
  const ownShown = (activity: string) =>
    trace.cards.filter(
      (card) => card.activity === activity && card.author === name && card.fate === "revealed",
    );

  await connect();
  return {
    name,
    frames: () => [...received, ...client.frames],
    arrive: async (activity, phase) =>
      isAway ||
      client.until((view) => view.planned?.key === activity && view.activity?.phase === phase),
    async write(activity, ms) {
      const pause = momentOf(persona, random) * ms * (1 - persona.lingers);
      await sleep(pause);
      await writeAll(activity, "revealed");
      if (persona.cards > 1 && random.chance(persona.withdraws)) {
        const own = trace.cards.filter(
          (each) => each.activity === activity && each.author === name,
        );
        const card = own[random.below(own.length)];
        if (card) await withdraw(card);
      }
      if (random.chance(persona.reconnects)) await reconnect();
      await sleep(persona.lingers * ms);
      done(activity, "write");
    },
    async reconsider(activity, ms) {
      await sleep(momentOf(persona, random) * ms);
      if (!random.chance(persona.withdraws / 2)) return;
      const [card] = ownShown(activity);
      if (card && persona.cards > 1) await withdraw(card);
    },
    async writeLate(activity, ms) {
      await sleep(momentOf(persona, random) * ms);
      if (random.chance(chances.late)) await writeAll(activity, "late");
    },
    async writeTooLate(activity) {
      if (persona.pace === 1) await writeOne(activity, null, "late");
    },
    async askToTalk(activity, ms) {
      await sleep(random.next() * ms);
      if (random.chance(chances.talkFromHelp)) {
        await tell({ type: "wantToTalk", mark: null, revision: 1 });
      }
      const [card] = random.shuffle(ownShown(activity));
      if (!card || !random.chance(chances.talkFromCard)) return;
      card.talkedAt = tapped();
      await tell({ type: "wantToTalk", mark: card.mark, revision: 1 });
    },
    async askNews(news) {
      await client.until((view) => view.session.news >= news);
      const own = trace.cards.filter(({ author }) => author === name);
      // The product's own: which marks a phone asks about is its part of the promise.
      const marks = marksToAsk({
        cards: own.map(({ mark, fate, sentAt }) => ({
          mark,
          sent: String(sentAt),
          withdrawn: fate === "withdrawn",
        })),
      });
      const command = { type: "askAboutOwnCards" as const, marks };
      const at = Date.now();
      const reply = JSON.stringify(await tell(command));
      const sent = JSON.stringify(command).length;
      trace.asked.push({ who: name, news, sent, received: Buffer.byteLength(reply), at });
    },
    async leaveForAWhile(ms) {
      await sleep(momentOf(persona, random) * ms);
      if (!random.chance(chances.leaves)) return;
      isAway = true;
      received.push(...client.frames);
      await client.leave();
    },
    async comeBack() {
      if (isAway) await connect();
      isAway = false;
    },
    async castDots(activity, ms) {
      await sleep(momentOf(persona, random) * ms);
      const { themes } = collectRecord.parse(client.view?.activity?.record);
      const dots: Record<string, number> = {};
      for (let dot = 0; dot < DOTS; dot += 1) {
        const theme = random.pick(themes);
        if (!theme) continue;
        dots[theme.id] = (dots[theme.id] ?? 0) + 1;
        voted(`${activity}/dots`, theme.id);
      }
      await act({ type: "castDots", revision: 1, dots });
      done(activity, "vote");
    },
    async score(activity, ms) {
      await sleep(momentOf(persona, random) * ms);
      const planned = client.view?.planned;
      const items = planned?.kind === "scale" ? planned.settings.items : [];
      const { asking } = scaleRecord.parse(client.view?.activity?.record);
      const own = trace.rated.filter(({ who }) => who === name);
      if (asking === "first") {
        for (const { key: item } of items) {
          trace.rated.push({ who: name, item, before: random.below(SCORE_MAX + 1), after: null });
        }
        return done(activity, "ask");
      }
      for (const each of own) each.after = random.below(SCORE_MAX + 1);
      const scores = own.map(({ item, before, after }) => ({ item, score: after, before }));
      await act({ type: "castScores", revision: 1, scores });
      for (const { item, before, after } of own) {
        voted(`${activity}/${item}`, String(Math.sign((after ?? before) - before) + 1));
      }
      done(activity, "ask");
    },
    async finish(activity, ms) {
      await sleep(momentOf(persona, random) * ms);
      const planned = client.view?.planned;
      const step = random.pick(planned?.kind === "commit" ? planned.settings.genericSteps : []);
      await act({ type: "reportFinished", revision: 1, steps: step ? [step.key] : [] });
      if (step) voted(`${activity}/steps`, step.key);
      done(activity, "fill");
    },
    async answerChecks(activity, ms, settled) {
      await sleep(random.next() * ms);
      const [safe, useful] = [random.below(SCORE_MAX + 1), random.below(SCORE_MAX + 1)];
      trace.settled.push({ who: name, settled, at: tapped() });
      await act({ type: "answerChecks", revision: 1, safe, useful, settled });
      voted(`${activity}/safe`, String(safe));
      voted(`${activity}/useful`, String(useful));
      done(activity, "show");
    },
    async vote(activity, ms) {
      await sleep(momentOf(persona, random) * ms);
      for (const { id } of casesNow()) {
        const reply = await act({ type: "openBallot", caseId: id });
        const { shown } = readingBallot.parse(reply);
        const reading = shown[random.below(shown.length)];
        if (reading === undefined) continue;
        await act({ type: "castBallot", caseId: id, revision: 1, readings: [reading] });
        voted(`${activity}/${id}`, client.view?.cards[reading]?.text ?? "");
      }
      done(activity, "vote");
    },
    ended: () => client.until((view) => view.session.status === "finished"),
    leave: () => client.close(),
  };
}
