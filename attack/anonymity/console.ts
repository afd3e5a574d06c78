import type { CardTruth, Trace } from "@/attack/anonymity/truth";
import { chanceOf, type Random } from "@/attack/random";
import { pressedIn, witnessOf } from "@/attack/witnesses";
import { kindOf } from "@/lib/activities/kinds";
import { roleplayConsole } from "@/lib/activities/roleplay/record";
import { padName } from "@/lib/activities/roleplay/schema";
import type { RawCommand } from "@/lib/activities/simulation";
import type { Acknowledgement } from "@/lib/protocol";
import type { FacilitatorCommand } from "@/lib/session/commands";
import { K_CARDS } from "@/lib/session/state";
import { randomId } from "@/server/rooms/chance";
import type { LiveClient } from "@/server/simulated/live-client";
import { sceneOf } from "@/server/simulated/person";
import { openDocument } from "@/server/testing/document-client";
import { advanceTo, here } from "@/server/testing/workshop";

export interface Held {
  reviewId: string;
  card: CardTruth;
}

/** Cards that get a blind reply. */
const REPLIES = 3;
/** People without a phone, of whom one comes when it has begun. */
const WITHOUT_PHONE = 2;
/** How often everything is pressed that a kind has: what is there can then be changed, too. */
const PRESSES = 2;

const isTooFew = (answer: Acknowledgement): boolean => !answer.ok && answer.code === "too-few";

/** What the facilitator of a session of bots does. It sees what the console shows, and no truth. */
export function consoleOf(facilitator: LiveClient, trace: Trace) {
  const noted = (of: string, type: string, answer: Acknowledgement): void => {
    trace.commands.add(`${of}/${type}`);
    if (!answer.ok) throw new Error(`${type}: ${answer.code}`);
  };
  const tell = async (command: FacilitatorCommand): Promise<void> =>
    noted("session", command.type, await facilitator.send(command));
  const kindNow = () => facilitator.view?.planned?.kind ?? "";
  const act = async (command: RawCommand): Promise<void> =>
    noted(kindNow(), command.type, await facilitator.act(command));
  /** Marks as shown what is among the revealed cards now. */
  const shownIn = async (texts: ReadonlySet<string>): Promise<void> => {
    await facilitator.until((view) => {
      const shown = new Set(Object.values(view.cards).map(({ text }) => text));
      return [...texts].every((text) => shown.has(text));
    });
    for (const card of trace.cards) if (texts.has(card.text)) card.fate = "revealed";
  };

  let isBig = true;

  return {
    tell,
    async prepareLobby() {
      await tell({ type: "planBegin", at: Date.now() });
      await tell({ type: "countWithoutPhone", count: WITHOUT_PHONE - 1 });
      await tell({ type: "chooseSmallGroup", on: true });
      await tell({ type: "chooseSmallGroup", on: false });
      await tell({ type: "lockRoom", locked: true });
      await tell({ type: "lockRoom", locked: false });
    },
    /** Begins, passes over the rules, and uses every control that has nothing to do with cards. */
    async begin() {
      await tell({ type: "begin", endsAt: null });
      await facilitator.until((view) => view.planned);
      const first = here(facilitator);
      const note = `notiz-${randomId()}`;
      trace.notes.push(note);
      await tell({ type: "pauseClock", from: first });
      await tell({ type: "resumeClock", from: first });
      await tell({ type: "addMinutes", minutes: 1, from: first });
      await tell({ type: "setStage", bigCode: true, language: "en" });
      await tell({ type: "turnPage", page: 0, from: first });
      await tell({ type: "writeNote", activity: first.activity ?? "", text: note });
      await tell({ type: "showHelp" });
      await tell({ type: "countWithoutPhone", count: WITHOUT_PHONE });
      await tell({ type: "skipActivity", from: first });
      await facilitator.until((view) => view.planned?.key !== first.activity);
    },
    async to(activity: string, phase: string) {
      trace.commands.add("session/advance");
      await advanceTo(facilitator, activity, phase);
    },
    async back() {
      const from = here(facilitator);
      await tell({ type: "goBack", from });
      await facilitator.until((view) => view.activity?.phase !== from.phase);
    },
    /** Waits until facilitator and stage have everything that was pressed so far. */
    async calm(stage: LiveClient) {
      isBig = !isBig;
      await tell({ type: "setStage", bigCode: isBig });
      await Promise.all(
        [facilitator, stage].map((each) => each.until((view) => view.stage?.bigCode === isBig)),
      );
    },
    /**
     * Marks the cards of an activity, all of one batch, that facilitators see nothing of: under review, and once some
     * are shown, among those. What is held can leave others of its role below k, which stay under review for good.
     */
    noteUnshown(activity: string) {
      const { review = {}, cards = {} } = facilitator.view ?? {};
      const own = trace.cards.filter((card) => card.activity === activity);
      const shown = new Set(Object.values(cards).map(({ text }) => text));
      const seen = own.some(({ text }) => shown.has(text))
        ? shown
        : new Set(Object.values(review).map(({ text }) => text));
      for (const card of own) {
        if (card.fate === "revealed" && !seen.has(card.text)) card.fate = "unshown";
      }
    },
    /** Has a document open until its activity is over. */
    async listen(name: string) {
      const { frames, opened } = await openDocument(facilitator, name);
      const client = opened.writer?.client ?? null;
      trace.documents.push({ who: "facilitator", name, client, frames });
    },
    /** The groups' sheets, as documents are called. */
    sheets(): string[] {
      const { planned, facilitator: own } = facilitator.view ?? {};
      const { groups } = roleplayConsole.parse(own?.ofKind);
      return groups.map(({ letter }) => `${planned?.key}/${padName(letter)}`);
    },
    /** Waits until as many with a phone sit in groups, or on the balcony. */
    async awaitSeated(count: number) {
      await facilitator.until(({ facilitator: own }) => {
        const shown = roleplayConsole.safeParse(own?.ofKind).data;
        const all = [...(shown?.groups.flatMap(({ chairs }) => chairs) ?? [])];
        return [...all, ...(shown?.balcony ?? [])].filter(({ phone }) => phone).length === count;
      });
    },
    /** Presses what changes nothing, on every card in sight: what is answered is all it is for. */
    async pressAll() {
      for (const { id, text, held } of Object.values(facilitator.view?.review ?? {})) {
        const answer = await facilitator.act({ type: "holdCard", reviewId: id, held });
        trace.pressed.push({ text, answer: JSON.stringify(answer) });
      }
      // Nobody is held yet where this is pressed; what it says may not depend on who withdrew.
      if (Object.values(facilitator.view?.review ?? {}).every(({ held }) => !held)) {
        for (const held of [true, false]) await act({ type: "holdCards", held });
      }
    },
    /** Whether a card of this kind was held in this session. */
    hasHeld: (kind: string): boolean => trace.commands.has(`${kind}/holdCard`),
    /** Holds a card that will be shown without it. */
    async holdOne(random: Random): Promise<Held> {
      for (const shown of random.shuffle(Object.values(facilitator.view?.review ?? {}))) {
        const card = trace.cards.find((each) => each.text === shown.text);
        if (card?.fate !== "revealed") continue;
        await act({ type: "holdCard", reviewId: shown.id, held: true });
        card.fate = "held";
        return { reviewId: shown.id, card };
      }
      throw new Error("There is no card to hold");
    },
    /** Types in a paper card, of whoever has no phone: it is no card of the bots, and has none of their words. */
    async typeIn(random: Random) {
      const { typeInCard } = witnessOf(kindNow()).commands;
      if (!typeInCard) throw new Error(`There are no cards in ${kindNow()}`);
      const text = `papier-${random.hex(16)}`;
      trace.typedIn.push(text);
      const ids = { edit: randomId(), markHash: "", card: "", review: "", seen: "" };
      const sample = typeInCard.sample(ids, sceneOf(facilitator.view));
      await act({ ...sample, type: "typeInCard", text });
    },
    /** Counts hands for every question that hands can answer here. */
    async countHands(random: Random) {
      const activity = here(facilitator).activity ?? "";
      for (const { key: question, options } of facilitator.view?.hands ?? []) {
        const counts = Object.fromEntries(
          options.map(({ key }) => [key, random.below(WITHOUT_PHONE + 1)]),
        );
        await tell({ type: "countHands", activity, question, counts });
        // Else it would be heard of while only participants act.
        await facilitator.until(({ hands = [] }) =>
          hands
            .find(({ key }) => key === question)
            ?.options.every(({ key, count }) => count === counts[key]),
        );
      }
    },
    /** Shows the room what helps to write, and takes it away. */
    async aid() {
      for (const aid of ["pairs", null] as const) {
        await tell({ type: "showAid", aid, from: here(facilitator) });
        await facilitator.until((view) => (view.aid?.name ?? null) === aid);
      }
    },
    /** Tags a card under review, or one that is shown, and takes the tag off another one again. */
    async tag(random: Random) {
      const { review, cards } = facilitator.view ?? {};
      const [one, other] = random.shuffle(Object.keys({ ...review, ...cards }));
      if (!one || !other) return;
      for (const [card, tagged] of [
        [one, true],
        [other, true],
        [other, false],
      ] as const) {
        await act({ type: "tagCard", card, tagged });
      }
    },
    async release({ reviewId, card }: Held) {
      await act({ type: "holdCard", reviewId, held: false });
      await shownIn(new Set([card.text]));
    },
    /** Waits until every signal that was given stands on the console, and says "seen". */
    async awaitSignals(activity: string) {
      const late = trace.cards.filter((card) => card.activity === activity && card.fate === "late");
      const isReady = new Set(late.map(({ author }) => author)).size >= K_CARDS;
      const about = trace.cards.filter((card) => card.talkedAt !== null).map(({ text }) => text);
      const talk = await facilitator.until(({ facilitator: own }) => {
        if (!own || (isReady && own.late !== "ready")) return null;
        const shown = new Set(own.talk.cards.map(({ text }) => text));
        return about.every((text) => shown.has(text)) && own.talk;
      });
      for (const { id } of talk.cards) await tell({ type: "acknowledgeTalk", card: id, count: 1 });
      const count = facilitator.view?.facilitator?.talk.count ?? 0;
      if (count > 0) await tell({ type: "acknowledgeTalk", card: null, count });
    },
    /** Replies to some cards. The words count as never revealed: nobody else may get them. */
    async reply(random: Random) {
      const authorOf = (text: string) =>
        trace.cards.find((each) => each.text === text)?.author ?? "";
      // Nothing reaches the author of a paper card.
      const all = random
        .shuffle(Object.values(facilitator.view?.cards ?? {}))
        .filter(({ text }) => authorOf(text) !== "");
      // To different people: that a guess hits all of them by chance has to be rare.
      const byAuthor = new Map(all.map((card) => [authorOf(card.text), card]));
      const cards = [...byAuthor.values()].slice(0, REPLIES);
      const before = facilitator.view?.news ?? 0;
      for (const { id } of cards) {
        await tell({ type: "replyBlind", card: id, text: `wort-${random.hex(16)}` });
      }
      const news = before + cards.length;
      await facilitator.until((view) => view.news === news);
      for (const { text } of cards) {
        trace.replied.push({ author: authorOf(text), news });
      }
    },
    /** Takes the late cards into review and shows them, where they are enough people's. */
    async lateRound(activity: string, random: Random): Promise<boolean> {
      const late = trace.cards.filter((card) => card.activity === activity && card.fate === "late");
      const isEnough = new Set(late.map(({ author }) => author)).size >= K_CARDS;
      if (!isEnough) {
        const answer = await facilitator.act({ type: "reviewLate" });
        if (answer.ok) throw new Error("A late batch below k was taken into review");
        return false;
      }
      // Before the next count it is refused, however many there are (P104).
      await facilitator.until((view) => view.facilitator?.late === "ready");
      await act({ type: "reviewLate" });
      await facilitator.until((view) => {
        const shown = new Set(Object.values(view.review ?? {}).map(({ text }) => text));
        return late.every(({ text }) => shown.has(text));
      });
      const texts = new Set(late.map(({ text }) => text));
      if (!kindOf(kindNow()).commands.revealLate) {
        // Shown with all that was reviewed.
        for (const card of late) card.fate = "revealed";
        return true;
      }
      trace.commands.add(`${kindNow()}/revealLate`);
      const held = random.chance(0.3) && new Set(late.map(({ author }) => author)).size > K_CARDS;
      const review = Object.values(facilitator.view?.review ?? {});
      const one = held ? review.find(({ text }) => texts.has(text)) : undefined;
      if (one) {
        await act({ type: "holdCard", reviewId: one.id, held: true });
        texts.delete(one.text);
        for (const card of late) if (card.text === one.text) card.fate = "held";
      }
      await act({ type: "revealLate" });
      await shownIn(texts);
      return true;
    },
    /** Presses what only the current kind has to press. */
    async press(random: Random) {
      for (let times = 0; times < PRESSES; times += 1) {
        for (const command of pressedIn(facilitator.view, chanceOf(random))) {
          const answer = await facilitator.act(command);
          // How cards lie by then decides whether a theme is large enough to be shown alone.
          noted(kindNow(), command.type, isTooFew(answer) ? { ok: true } : answer);
        }
      }
    },
  };
}
