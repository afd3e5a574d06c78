import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { patient } from "@/attack/anonymity/patient";
import { chances, momentOf, type Persona } from "@/attack/anonymity/personas";
import { CASES_QUESTION } from "@/attack/anonymity/plan";
import { type GettingUp, sitterOf } from "@/attack/anonymity/sitter";
import type { CardTruth, Trace } from "@/attack/anonymity/truth";
import { chanceOf, type Random } from "@/attack/random";
import { witnessOf } from "@/attack/witnesses";
import type { Signal } from "@/lib/activities/contract";
import { kindOf } from "@/lib/activities/kinds";
import type { Person, RawCommand } from "@/lib/activities/simulation";
import { placeCards } from "@/lib/activities/theme-commands";
import type { Cast } from "@/lib/activities/witness";
import { marksToAsk } from "@/lib/client/own-news";
import type { Acknowledgement } from "@/lib/protocol";
import type { ParticipantCommand } from "@/lib/session/commands";
import { hashSecret, randomId } from "@/server/rooms/chance";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { cardsAsked, newPerson, playScene, sceneOf } from "@/server/simulated/person";

/** Cards carry nothing but such a word, by which the suite recognises them anywhere. */
export const WORD = /wort-[0-9a-f]{16}/g;

/** Different people whom a bot answers as. */
const MINDS = 20;

/** Both answers to what is asked twice. */
const scorePair = z.object({ before: z.number(), score: z.number() });

/** When somebody was seen tapping, ms since 1970; finer than the clock, as minutes are squeezed here. */
const tapped = (): number => performance.timeOrigin + performance.now();

export type Bot = Awaited<ReturnType<typeof bot>>;

/** A participant with habits, who keeps book of what it did; `ms`: within which it does it, in its own time. */
export async function bot(input: {
  url: string;
  session: string;
  persona: Persona;
  random: Random;
  trace: Trace;
}) {
  const { url, session, persona, random, trace } = input;
  const { name } = persona;
  const device = randomId();
  trace.secrets.push({ what: "device", value: device });
  const received: string[] = [];
  let client: LiveClient;
  let isAway = false;

  const connect = async (): Promise<void> => {
    client = patient(await connectClient(url, { role: "participant", session, device }));
    for (const value of client.socketIds) trace.secrets.push({ what: "socket", value });
  };
  const reconnect = async (): Promise<void> => {
    received.push(...client.frames);
    client.close();
    await connect();
  };
  const leave = async (): Promise<void> => {
    isAway = true;
    received.push(...client.frames);
    await client.leave();
  };
  const accepted = (type: string, of: string, answer: Acknowledgement) => {
    trace.commands.add(`${of}/${type}`);
    trace.answers.push(JSON.stringify(answer));
    if (!answer.ok) throw new Error(`${type}: ${answer.code}`);
    return answer.reply;
  };
  const act = async (command: RawCommand) =>
    accepted(command.type, client.view?.planned?.kind ?? "", await client.act(command));
  const tell = async (command: ParticipantCommand) =>
    accepted(command.type, "session", await client.send(command));
  const done = (activity: string, phase: string): void => {
    client.setDone(true);
    const place = `${activity}/${phase}`;
    trace.done.set(place, [...(trace.done.get(place) ?? []), { who: name, at: Date.now() }]);
  };

  const kindNow = () => client.view?.planned?.kind ?? "";
  const sitter = sitterOf({ ...{ persona, random, trace, act }, client: () => client });
  /** What the phone keeps from one activity to the next. */
  const kept = new Map<string, unknown>();
  /** Anybody: who says what is no habit here, so that only channels count. */
  const anyone = (number = random.below(MINDS)): Person =>
    newPerson({
      ...{ number, language: "de", chance: chanceOf(random), kept, wording: () => name },
      revision: (slot) => (slot.endsWith("/seat") ? sitter.sitting() : 1),
    });

  const handIn = (
    { text, edit, mark, mayBeCase, mayBeQuoted, unfair, notForStage }: CardTruth,
    asked: RawCommand,
    revision: number,
  ) =>
    act({
      ...{ ...asked, edit, markHash: hashSecret(mark), revision, text },
      ...{ mayBeCase, mayBeQuoted, unfair, notForStage },
    });
  const withdraw = async (card: CardTruth) => {
    await act({ type: "withdrawCard", edit: card.edit });
    card.fate = "withdrawn";
  };

  const writeOne = async (
    { activity, question }: Pick<CardTruth, "activity" | "question">,
    asked: RawCommand,
    fate: CardTruth["fate"],
  ): Promise<void> => {
    const card: CardTruth = {
      activity,
      question: fate === "late" ? `${activity}/late` : question,
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
    await handIn(card, asked, 1);
    if (random.chance(persona.edits)) {
      card.text = `wort-${random.hex(16)}`;
      card.editedAt = Date.now();
      await handIn(card, asked, 2);
    }
  };

  /** Every card that this activity has room for. */
  const writeAll = async (activity: string, fate: CardTruth["fate"]): Promise<void> => {
    const asked = await cardsAsked(client.view, anyone());
    // Late ones of several questions come together and could not be exchanged for each other; of a board's zones, which
    // chance has chosen, they can.
    const isOnBoard = Object.hasOwn(kindOf(kindNow()).commands, "placeCards");
    if (fate === "late" && asked.length > 1 && !isOnBoard) return;
    const all = fate === "late" ? asked.slice(0, 1) : asked;
    // In roles everybody writes one line a round: which rounds somebody wrote in would follow from what lines stand under.
    const each = all.length > 1 || kindOf(kindNow()).hasSeats ? 1 : persona.cards;
    for (const [number, one] of all.entries()) {
      const question = all.length > 1 ? `${activity}/${number}` : activity;
      for (let card = 0; card < each; card += 1) await writeOne({ activity, question }, one, fate);
    }
  };

  /** What somebody would cast who does what there is to do, without doing it. */
  const wouldCast = async (person: Person): Promise<Cast[]> => {
    const scene = sceneOf(client.view);
    const casts: Cast[] = [];
    if (!scene) return casts;
    await playScene(person, kindNow(), scene, async (command) => {
      casts.push(...(witnessOf(kindNow()).ballots?.cast(command, []) ?? []));
      return null;
    });
    return casts;
  };
  const isSignal = (cast: Cast, { slot, content }: Signal) =>
    cast.slot === slot && "content" in cast && isDeepStrictEqual(cast.content, content);
  /** Somebody who gives that signal, or doesn't. */
  const whoSignals = async (signal: Signal, gives: boolean): Promise<Person> => {
    for (const number of random.shuffle([...Array(MINDS).keys()])) {
      const casts = await wouldCast(anyone(number));
      if (casts.some((cast) => isSignal(cast, signal)) === gives) return anyone(number);
    }
    throw new Error("There is nobody who answers so");
  };
  const noteCast = (activity: string, cast: Cast, signal: Signal | undefined, at: number): void => {
    if (!("content" in cast)) return;
    const { slot, content } = cast;
    trace.votes.push({ activity, slot, content, voter: name, votedAt: Date.now() });
    if (slot === signal?.slot) {
      trace.settled.push({ who: name, settled: !isSignal(cast, signal), at });
    }
    const rated = trace.rated.find(({ who, item }) => who === name && item === slot);
    const pair = scorePair.safeParse(content);
    if (rated && pair.success) rated.after = pair.data.score;
  };
  /** Scores that stay on the phone, until both askings are handed in together. */
  const noteKept = (): void => {
    for (const [path, before] of kept) {
      const item = path.split("/").at(-1) ?? "";
      const isNew = !trace.rated.some((each) => each.who === name && each.item === item);
      if (typeof before === "number" && isNew) {
        trace.rated.push({ who: name, item, before, after: null });
      }
    }
  };

  const ownShown = (activity: string) =>
    trace.cards.filter(
      (card) => card.activity === activity && card.author === name && card.fate === "revealed",
    );

  await connect();
  return {
    name,
    frames: (): readonly string[] => [...received, ...client.frames],
    arrive: async (activity: string, phase: string) =>
      isAway ||
      client.until((view) => view.planned?.key === activity && view.activity?.phase === phase),
    /** Writes, corrects, takes back and says done. */
    async write(activity: string, ms: number) {
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
    /** Perhaps takes a card back while the facilitator reads. */
    async reconsider(activity: string, ms: number) {
      await sleep(momentOf(persona, random) * ms);
      if (!random.chance(persona.withdraws / 2)) return;
      const [card] = ownShown(activity);
      if (card && persona.cards > 1) await withdraw(card);
    },
    /** Perhaps hands in cards after writing has closed. */
    async writeLate(activity: string, ms: number) {
      await sleep(momentOf(persona, random) * ms);
      if (random.chance(chances.late)) await writeAll(activity, "late");
    },
    /** One more card, when the late round is over: it must never be shown. */
    async writeTooLate(activity: string) {
      const [asked] = await cardsAsked(client.view, anyone());
      if (persona.pace === 1 && asked) {
        await writeOne({ activity, question: activity }, asked, "late");
      }
    },
    /** Perhaps asks to talk, about a card of one's own or without saying about what. */
    async askToTalk(activity: string, ms: number) {
      await sleep(random.next() * ms);
      if (random.chance(chances.talkFromHelp)) {
        await tell({ type: "wantToTalk", mark: null, revision: 1 });
      }
      const [card] = random.shuffle(ownShown(activity));
      if (!card || !random.chance(chances.talkFromCard)) return;
      card.talkedAt = tapped();
      await tell({ type: "wantToTalk", mark: card.mark, revision: 1 });
    },
    /** Asks what there is to know about one's own cards, as soon as the room's news are that far. */
    async askNews(news: number) {
      await client.until((view) => view.news >= news);
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
    /** Perhaps leaves the session, until `comeBack`. */
    async leaveForAWhile(ms: number) {
      await sleep(momentOf(persona, random) * ms);
      if (random.chance(chances.leaves)) await leave();
    },
    async comeBack() {
      if (isAway) await connect();
      isAway = false;
    },
    /**
     * Answers, scores or votes, and says done. `about`: gives the answer that facilitators are told of at
     * once, or gives another one.
     */
    async answer(activity: string, ms: number, about?: { signal: Signal; gives: boolean }) {
      // By chance where the answer is one that shows at once: no habit is to be recognised by it.
      await sleep((about ? random.next() : momentOf(persona, random)) * ms);
      const scene = sceneOf(client.view);
      const person = about ? await whoSignals(about.signal, about.gives) : anyone();
      if (!scene) return;
      const at = tapped();
      await playScene(person, kindNow(), scene, async (command) => {
        const reply = await act(command);
        for (const cast of witnessOf(kindNow()).ballots?.cast(command, []) ?? []) {
          noteCast(activity, cast, about?.signal, at);
        }
        return reply ?? null;
      });
      noteKept();
      done(activity, scene.phase);
    },
    /** Does what one may do where nothing is handed in, such as moving cards that everybody sees. */
    async takePart(ms: number) {
      await sleep(momentOf(persona, random) * ms);
      const scene = sceneOf(client.view);
      if (!scene || isAway) return;
      await playScene(anyone(), kindNow(), scene, async (command) => {
        if (command.type === "takeSeat") sitter.sitsDown(scene.key, tapped());
        for (const { id: card } of placeCards.safeParse(command).data?.cards ?? []) {
          trace.moves.push({ activity: scene.key, card, who: name, movedAt: tapped() });
        }
        return (await act(command)) ?? null;
      });
    },
    noteSeat: sitter.noteSeat,
    writeSheet: sitter.writeSheet,
    /** Gets up, or changes something about the own chair. */
    async getUp(how: GettingUp, ms: number) {
      if (how !== "leaves") return sitter.getUp(how, ms);
      await sleep(momentOf(persona, random) * ms);
      await leave();
      sitter.gotUp();
    },
    ended: () => client.until((view) => view.session.status === "finished"),
    leave: () => client.close(),
  };
}
