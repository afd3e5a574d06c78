import { setTimeout as sleep } from "node:timers/promises";
import { momentOf, type Persona } from "@/attack/anonymity/personas";
import type { CardTruth, Trace } from "@/attack/anonymity/truth";
import type { Random } from "@/attack/random";
import { lensKeys, readingBallot } from "@/lib/activities/reframe/schema";
import { reframeRecord } from "@/lib/activities/reframe/view";
import { hashSecret, randomId } from "@/server/rooms/chance";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";

/** Cards carry nothing but such a word, by which the suite recognises them anywhere. */
export const WORD = /wort-[0-9a-f]{16}/g;

/** A participant with habits, who keeps book of what it did. */
export interface Bot {
  readonly name: string;
  frames(): readonly string[];
  arrive(activity: string, phase: string): Promise<unknown>;
  /** Writes, corrects, takes back and says done, in its own time within `ms`. */
  write(activity: string, ms: number): Promise<void>;
  /** Perhaps takes a card back while the facilitator reads. */
  reconsider(activity: string, ms: number): Promise<void>;
  /** Perhaps hands in a card after writing has closed; alone, it must never be shown. */
  writeLate(activity: string, ms: number): Promise<void>;
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

  const connect = async (): Promise<void> => {
    client = await connectClient(url, { role: "participant", session, device });
    for (const value of client.socketIds) trace.secrets.push({ what: "socket", value });
  };
  const reconnect = async (): Promise<void> => {
    received.push(...client.frames);
    client.close();
    await connect();
  };
  const act = async (command: { type: string } & Record<string, unknown>) => {
    const answer = await client.act(command);
    trace.answers.push(JSON.stringify(answer));
    if (!answer.ok) throw new Error(`${command.type}: ${answer.code}`);
    return answer.reply;
  };
  const done = (activity: string, phase: string): void => {
    client.setDone(true);
    const place = `${activity}/${phase}`;
    trace.done.set(place, [...(trace.done.get(place) ?? []), { who: name, at: Date.now() }]);
  };

  const kindNow = () => client.view?.planned?.kind;
  const handIn = async (card: CardTruth, caseId: string | null, revision: number) => {
    const { text, edit, mark, mayBeCase, mayBeQuoted } = card;
    const shared = { edit, markHash: hashSecret(mark), revision, text, mayBeQuoted };
    if (caseId === null) await act({ type: "submitCard", ...shared, mayBeCase });
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
      question: caseId === null ? activity : `${activity}/${caseId}`,
      text: `wort-${random.hex(16)}`,
      author: name,
      edit: randomId(),
      mark: randomId(),
      mayBeCase: random.chance(persona.allowsCase),
      mayBeQuoted: random.chance(persona.allowsQuote),
      sentAt: Date.now(),
      editedAt: Date.now(),
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

  await connect();
  return {
    name,
    frames: () => [...received, ...client.frames],
    arrive: (activity, phase) =>
      client.until((view) => view.planned?.key === activity && view.activity?.phase === phase),
    async write(activity, ms) {
      const pause = momentOf(persona, random) * ms * (1 - persona.lingers);
      await sleep(pause);
      const questions = kindNow() === "reframe" ? casesNow().map(({ id }) => id) : [];
      if (questions.length > 0) for (const id of questions) await writeOne(activity, id);
      else for (let card = 0; card < persona.cards; card += 1) await writeOne(activity, null);
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
      const card = trace.cards.find(
        (each) => each.activity === activity && each.author === name && each.fate === "revealed",
      );
      if (card && persona.cards > 1) await withdraw(card);
    },
    async writeLate(activity, ms) {
      await sleep(momentOf(persona, random) * ms);
      if (persona.pace === 1) await writeOne(activity, null, "late");
    },
    async vote(activity, ms) {
      await sleep(momentOf(persona, random) * ms);
      for (const { id } of casesNow()) {
        const reply = await act({ type: "openBallot", caseId: id });
        const { shown } = readingBallot.parse(reply);
        const reading = shown[random.below(shown.length)];
        if (reading === undefined) continue;
        await act({ type: "castBallot", caseId: id, revision: 1, readings: [reading] });
        trace.votes.push({
          question: `${activity}/${id}`,
          voter: name,
          choice: client.view?.cards[reading]?.text ?? "",
          votedAt: Date.now(),
        });
      }
      done(activity, "vote");
    },
    ended: () => client.until((view) => view.session.status === "finished"),
    leave: () => client.close(),
  };
}
