import type { CardStanding } from "@/lib/activities/card-schema";
import { standingOf } from "@/lib/activities/cards";
import { type RuleContext, refuse } from "@/lib/activities/contract";
import {
  type FacilitatorCommand,
  MARKS_ASKED,
  type ParticipantCommand,
  REPLY_CHARACTERS_MAX,
} from "@/lib/session/commands";
import type { SessionDecision, SessionSealed, TalkRequest } from "@/lib/session/decision";
import type { OwnCardNews } from "@/lib/session/own-cards-answer";
import { currentRun, earlierOf, revealedCards, type SessionState } from "@/lib/session/state";

/**
 * What passes between facilitators and the author of a card whom nobody knows: blind replies,
 * "I'd like to talk", and "your card stays with the facilitator" (anonymity.md, rules 1 and 8). A
 * phone proves a card with its mark's secret, never with a seat.
 */

/** Replies in one session: every phone's answer is as long as all of them could be. */
export const REPLIES_MAX = 20;

const utf8 = new TextEncoder();
const bytesOf = (value: unknown): number => utf8.encode(JSON.stringify(value)).length;

/** JSON needs three bytes for each UTF-16 unit at most: control characters are out (P68). */
const BYTES_PER_UNIT = 3;
const EMPTY_ANSWER_BYTES = bytesOf({
  own: Array.from({ length: MARKS_ASKED }, () => ({
    at: MARKS_ASKED,
    standing: "waiting" satisfies CardStanding,
    reply: null,
  })),
  padding: "",
});

/** Bytes of every phone's answer while there are so many replies: no reply's own length shows. */
export const answerBytes = (replies: number): number =>
  EMPTY_ANSWER_BYTES + replies * (REPLY_CHARACTERS_MAX * BYTES_PER_UNIT + 2);

/** Decides a participant's question or request to the session. `tag` is the sender's, for Help. */
export function decideParticipant(
  state: SessionState,
  command: Exclude<ParticipantCommand, { type: "keepInSeries" }>,
  context: RuleContext,
  { sealed, tag }: { sealed: SessionSealed; tag(): string },
): SessionDecision {
  if (command.type === "askAboutOwnCards") {
    const own = command.marks.flatMap((mark, at) => {
      const news = newsOf(state, context, sealed, context.hash(mark));
      return news ? [{ at, ...news }] : [];
    });
    const missing = answerBytes(sealed.replies.size) - bytesOf({ own, padding: "" });
    return { ok: true, events: [], sealed: [], reply: { own, padding: " ".repeat(missing) } };
  }
  const markHash = command.mark === null ? null : context.hash(command.mark);
  // A card that is gone, or never was, tells nothing more than Help does.
  const fromCard = markHash !== null && isCard(state, context, markHash);
  const about = fromCard ? markHash : tag();
  const { revision } = command;
  if ((sealed.talkRequests.get(about)?.revision ?? 0) >= revision) return nothing;
  const request: TalkRequest = { about, fromCard, revision, acknowledged: false };
  return { ...nothing, session: [{ op: "putTalkRequest", request }] };
}

const nothing: Extract<SessionDecision, { ok: true }> = { ok: true, events: [], sealed: [] };

function newsOf(
  state: SessionState,
  { sealed: rows }: RuleContext,
  { replies }: SessionSealed,
  markHash: string,
): Omit<OwnCardNews, "at"> | null {
  const batches = currentRun(state)?.instance.batches();
  const card = rows.cardOfMark(markHash);
  const standing = batches && card ? standingOf(batches, card) : null;
  const reply = replies.get(markHash) ?? null;
  return standing === null && reply === null ? null : { standing, reply };
}

const isCard = (state: SessionState, { sealed }: RuleContext, markHash: string): boolean =>
  (sealed.cardOfMark(markHash)?.content ?? null) !== null ||
  earlierOf(state).shownUnder(markHash) !== undefined;

/** Marks of the sealed cards that facilitators see, by the ids under which they see them. */
export type InSight = ReadonlyMap<string, string>;

/**
 * Writes the reply to a card's author, or changes the one there is. It is decided by what facilitators
 * see, as all that names a card: a refusal would tell which of them was withdrawn (P100).
 */
export function replyBlind(
  state: SessionState,
  command: Extract<FacilitatorCommand, { type: "replyBlind" }>,
  inSight: InSight,
  { replies }: SessionSealed,
): SessionDecision {
  const markHash = marksById(state, inSight).get(command.card);
  if (markHash === undefined) return refuse("closed");
  if (!replies.has(markHash) && replies.size >= REPLIES_MAX) return refuse("over-budget");
  return {
    ok: true,
    events: [{ type: "blindReplyWritten" }],
    sealed: [],
    session: [{ op: "putReply", markHash, text: command.text }],
  };
}

/** Mark hashes by the ids under which facilitators see cards; revealed ones of every activity. */
export function marksById(state: SessionState, inSight: InSight): InSight {
  const marks = new Map(inSight);
  for (const { card } of revealedCards(state)) marks.set(card.id, card.markHash);
  return marks;
}

/** Signals that nobody acknowledged: those from a card that facilitators see, and the others. */
export function openTalkRequests(
  marks: ReadonlyMap<string, string>,
  { talkRequests }: SessionSealed,
): { fromCards: Map<string, TalkRequest>; others: TalkRequest[] } {
  const open = [...talkRequests.values()].filter(({ acknowledged }) => !acknowledged);
  const ids = new Map([...marks].map(([id, markHash]) => [markHash, id]));
  const fromCards = new Map<string, TalkRequest>();
  const others: TalkRequest[] = [];
  for (const request of open) {
    const id = request.fromCard ? ids.get(request.about) : undefined;
    if (id === undefined) others.push(request);
    else fromCards.set(id, request);
  }
  return { fromCards, others };
}

/** Whom the signals are about that were open when they were last counted. */
export type CountedTalk = ReadonlySet<string>;

/** Counts the open signals. */
export function countTalk({ talkRequests }: SessionSealed): CountedTalk {
  const open = [...talkRequests.values()].filter(({ acknowledged }) => !acknowledged);
  return new Set(open.map(({ about }) => about));
}

/**
 * What facilitators get of the signals: those that were counted. One that lit up as it came would
 * point at whoever is tapping just then, and beside a card at its author (anonymity.md, rule 2;
 * docs/decisions/0021-requests-to-talk-are-counted.md).
 */
export function asCounted(sealed: SessionSealed, counted: CountedTalk): SessionSealed {
  const { replies, notes, talkRequests } = sealed;
  return {
    ...{ replies, notes },
    talkRequests: new Map([...talkRequests].filter(([about]) => counted.has(about))),
  };
}

/**
 * Takes a help signal off the console. Requests without a card can't be told apart; where more are
 * shown by now than the sender saw, nothing is taken off.
 */
export function acknowledgeTalk(
  state: SessionState,
  command: Extract<FacilitatorCommand, { type: "acknowledgeTalk" }>,
  inSight: InSight,
  sealed: SessionSealed,
): SessionDecision {
  const open = openTalkRequests(marksById(state, inSight), sealed);
  if (command.card !== null) {
    const request = open.fromCards.get(command.card);
    return acknowledged(request ? [request] : []);
  }
  return open.others.length === command.count ? acknowledged(open.others) : refuse("wrong-phase");
}

function acknowledged(seen: readonly TalkRequest[]): SessionDecision {
  return {
    ...nothing,
    session: seen.map((request) => ({
      op: "putTalkRequest",
      request: { ...request, acknowledged: true },
    })),
  };
}
