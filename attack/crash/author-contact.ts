import { eq } from "drizzle-orm";
import type { Pressed } from "@/attack/crash/facilitator";
import type { OwnCard, Phone } from "@/attack/crash/phone";
import { acceptable } from "@/attack/crash/sender";
import type { Db } from "@/server/db/client";
import { activityKeys, blindReplies, sealedCards, talkRequests } from "@/server/db/schema/sessions";
import { tagOf } from "@/server/rooms/chance";

/** The slot of a phone's tag for requests from Help. */
const HELP_SLOT = "talk";

interface Contacts {
  phones: readonly Phone[];
  consoles: readonly { pressed: readonly Pressed[] }[];
  equalAt: readonly number[];
}

/** Each of these must be so while a session runs; at its end all of it is gone. */
export async function checkAuthorContact(
  db: Db,
  id: string,
  truth: Contacts,
  log: { cards: ReadonlyMap<string, { id: string; text: string }> },
): Promise<string[]> {
  return [...(await checkReplies(db, id, truth)), ...(await checkTalk(db, id, truth, log))];
}

/** Whose card a text stood on: every text of the suite is written once. */
function authorsOf(phones: readonly Phone[]): Map<string, { phone: Phone; card: OwnCard }> {
  const authors = new Map<string, { phone: Phone; card: OwnCard }>();
  for (const phone of phones) {
    for (const card of phone.cards) {
      for (const { content } of card.texts) authors.set(content, { phone, card });
    }
  }
  return authors;
}

/** An accepted reply is stored once, and its card's author gets it; nobody else gets anything. */
async function checkReplies(db: Db, id: string, { phones, consoles }: Contacts): Promise<string[]> {
  const defects: string[] = [];
  const authors = authorsOf(phones);
  const rows = await db.select().from(blindReplies).where(eq(blindReplies.sessionId, id));
  /** Texts that may stand under a mark: two consoles write independently of each other. */
  const written = new Map<string, { certain: boolean; texts: string[] }>();
  for (const { pressed } of consoles) {
    const sent = new Map<string, { revision: number; content: string; fate: Pressed["fate"] }[]>();
    for (const { command, fate, cardText } of pressed) {
      if (command.type !== "replyBlind") continue;
      const mark = authors.get(cardText ?? "")?.card.markHash;
      if (mark === undefined) {
        defects.push(`a console showed a card that nobody wrote: ${cardText}`);
        continue;
      }
      const own = sent.get(mark) ?? [];
      own.push({ revision: own.length + 1, content: command.text, fate });
      sent.set(mark, own);
    }
    for (const [mark, own] of sent) {
      const { certain, all } = acceptable(own);
      const known = written.get(mark) ?? { certain: false, texts: [] };
      known.certain ||= certain !== undefined;
      known.texts.push(...all.map(({ content }) => content));
      written.set(mark, known);
    }
  }
  const stored = new Map(rows.map(({ markHash, text }) => [markHash, text]));
  for (const [mark, text] of stored) {
    if (!written.get(mark)?.texts.includes(text))
      defects.push(`a reply that nobody wrote: ${text}`);
  }
  for (const [mark, { certain }] of written) {
    if (certain && !stored.has(mark)) defects.push("lost: a blind reply is not stored");
  }
  const answers = await Promise.all(phones.map((phone) => phone.askAboutOwnCards()));
  for (const [index, phone] of phones.entries()) {
    const told = new Set(answers[index]?.own.flatMap(({ reply }) => reply ?? []));
    // As many as one question holds, the latest.
    const due = phone.cards.flatMap(({ markHash }) => stored.get(markHash) ?? []);
    for (const text of due) {
      if (!told.has(text)) defects.push(`lost: the author does not get "${text}"`);
    }
    if (told.size > due.length) defects.push("a phone gets a reply to another's card");
  }
  return defects;
}

/** Accepted requests stand in their table once each, and "seen" stays seen. */
async function checkTalk(
  db: Db,
  id: string,
  { phones, consoles, equalAt }: Contacts,
  log: { cards: ReadonlyMap<string, { id: string; text: string }> },
): Promise<string[]> {
  const defects: string[] = [];
  const authors = authorsOf(phones);
  const rows = await db.select().from(talkRequests).where(eq(talkRequests.sessionId, id));
  const sealed = await db.select().from(sealedCards).where(eq(sealedCards.sessionId, id));
  const keys = await db.select().from(activityKeys).where(eq(activityKeys.sessionId, id));
  const key = keys.find(({ activity }) => activity === "")?.key;
  const unexplained = new Map(rows.map((row) => [row.about, row]));
  const acknowledgements = consoles
    .flatMap(({ pressed }) => pressed)
    .flatMap(({ command, ...rest }) =>
      command.type === "acknowledgeTalk" && rest.fate !== "refused" ? [{ command, ...rest }] : [],
    );
  // "Seen" covers what a console showed, not what came since (decision 0021).
  const wasShown = (settledAt: number, pressedAt: number) =>
    equalAt.some((moment) => settledAt < moment && moment < pressedAt);
  for (const phone of phones) {
    const tag = key === undefined ? "" : tagOf(key, phone.device, HELP_SLOT);
    const help = unexplained.get(tag);
    unexplained.delete(tag);
    const fromHelp = phone.talks.filter(({ about }) => about === null);
    if (help) {
      const sent = phone.talks.find(({ revision }) => revision === help.revision);
      if (help.fromCard || !sent || sent.fate === "refused") {
        defects.push("a request from Help that nobody made");
      }
      const settledAt = Math.max(...phone.talks.map((talk) => talk.settledAt));
      const isSeen = acknowledgements.some(
        ({ command, fate, at }) =>
          command.card === null && fate === "accepted" && wasShown(settledAt, at),
      );
      if (isSeen && !help.acknowledged) defects.push("lost: a request from Help was seen");
    }
    const lastFromHelp = fromHelp.findLast(({ fate }) => fate === "accepted");
    if (lastFromHelp && (help?.revision ?? 0) < lastFromHelp.revision) {
      defects.push("lost: a request to talk from Help");
    }
    for (const card of phone.cards) {
      const talks = phone.talks.filter(({ about }) => about === card.markHash);
      const row = unexplained.get(card.markHash);
      unexplained.delete(card.markHash);
      const { certain, all } = acceptable(talks.map((talk) => ({ ...talk, content: null })));
      // A card that was gone by then is taken for Help.
      const inHelp = certain && (help?.revision ?? 0) >= certain.revision;
      if (certain && !inHelp && (row?.revision ?? 0) < certain.revision) {
        defects.push("lost: a request to talk from a card");
      }
      if (!row) continue;
      const isOwn = talks.some(
        ({ revision, fate }) => revision === row.revision && fate !== "refused",
      );
      if (
        !row.fromCard ||
        !isOwn ||
        (!inHelp && !all.some((each) => each.revision === row.revision))
      ) {
        defects.push("a request from a card that nobody made");
      }
      const settledAt = Math.max(...talks.map((talk) => talk.settledAt));
      // The id under which facilitators see it, all the while: once sealed, once shown.
      const under = sealed.find(
        ({ markHash, content }) => markHash === card.markHash && content !== null,
      );
      const visible = [under?.reviewId, log.cards.get(card.markHash)?.id];
      const isSeen = acknowledgements.some(
        ({ command, fate, at, cardText }) =>
          fate === "accepted" &&
          wasShown(settledAt, at) &&
          command.card !== null &&
          visible.includes(command.card) &&
          authors.get(cardText ?? "")?.card === card,
      );
      if (isSeen && !row.acknowledged) defects.push("lost: a request from a card was seen");
    }
  }
  if (unexplained.size > 0) defects.push(`${unexplained.size} requests to talk that nobody made`);
  const newest = rows.filter(({ acknowledged }) => acknowledged).length;
  if (newest > 0 && acknowledgements.length === 0) defects.push("requests were seen by nobody");
  return defects;
}
