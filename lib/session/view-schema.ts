import * as z from "zod/mini";
import { cardConsents, revealedCard, reviewCard } from "@/lib/activities/card-schema";
import { nextAsk, phaseDestroys, phaseTakes } from "@/lib/activities/phase";
import { activityKey, randomId } from "@/lib/ids";
import { aid, aidName } from "@/lib/session/aid-schema";
import { privateLine, script } from "@/lib/session/plan-template";
import { address, language, words } from "@/lib/words";

/** People in the room, soft and without identities: each node counts its own sockets. */
export const people = z.strictObject({
  joined: z.int(),
  /** Joined, but their phone has been silent for a minute: probably locked. */
  away: z.int(),
  /** Handed in, skipped or watching in the current phase. */
  done: z.int(),
});

/** What the stage says of how many there are, for phones to say the same, and nothing else of it (P142). */
export const room = z.strictObject({
  /** How many have joined; while something is asked how many it waits for, those who are done among them. */
  there: z.int(),
  /** Handed in, skipped or watching; 0 where nothing is asked. */
  done: z.int(),
});

const clock = z.strictObject({ endsAt: z.nullable(z.int()), remaining: z.nullable(z.int()) });

const sessionRecord = z.strictObject({
  status: z.enum(["lobby", "running", "closing", "finished"]),
  title: words,
  address,
  language,
  smallGroup: z.boolean(),
  k: z.strictObject({ cards: z.int(), scores: z.int() }),
  /** Announced beginning, ms since 1970; null where none was. */
  beginsAt: z.nullable(z.int()),
  /** Promised end of the session, ms since 1970; null in the lobby. */
  endsAt: z.nullable(z.int()),
  /**
   * Cards of the activity just left that came too late to be shown, said while the next begins; 0: none,
   * or too few people's to say that there are any.
   */
  tooLate: z.int(),
  /** The same of an activity that was left before it showed any; null where none was. */
  unshown: z.nullable(z.int()),
  /** Rises when every phone should show whom to call. */
  helpShown: z.int(),
  /** Ten invented people take part, which every screen says; left out in a real session (P200). */
  rehearsal: z.optional(z.literal(true)),
  /** Phones can keep what they answered for a later meeting of the series; left out where they can't (P216). */
  keepsForSeries: z.optional(z.literal(true)),
  /** People in the room without a phone, as the facilitator has counted them. */
  withoutPhone: z.int(),
});

/** What the plan says of the current activity, without the facilitator's script. */
export const plannedActivity = z.strictObject({
  key: activityKey,
  kind: z.string(),
  title: words,
  prompt: words,
  hint: z.nullable(words),
  /** What to know before one begins; null for nothing beside the note of the whole session. */
  contentNote: z.nullable(words),
  /** What somebody does instead, on the same screen, and a made-up case if the plan has one for it. */
  optOut: z.nullable(z.strictObject({ task: words, fictional: z.nullable(words) })),
  /** What is kept on each device alone, by the phase that asks for it. */
  privateLines: z.array(privateLine),
  /** What the room does where too few gave something to show: the same words on every screen. */
  talkInstead: words,
  /** The kind's own; its screens read them. */
  settings: z.unknown(),
});

/** The phase as data (`phase.ts`), and where it stands in its activity. */
const phaseRecord = z.strictObject({
  takes: phaseTakes,
  next: nextAsk,
  destroys: phaseDestroys,
  /** Before, in or after the phase in which people do what the activity asks for. */
  work: z.enum(["before", "now", "past"]),
  debrief: z.boolean(),
  takesLate: z.boolean(),
  isResult: z.boolean(),
  /** Fewer than k people's cards: the activity shows nothing, and the room talks instead. */
  tooFew: z.boolean(),
});

const activityRecord = z.strictObject({
  phase: z.string(),
  about: phaseRecord,
  clock: z.nullable(clock),
  /** What the plan gives this phase; left out where it gives its minutes to the activity alone. */
  minutes: z.optional(z.number()),
  /** The kind's own record; its folder has the schema. */
  record: z.unknown(),
});

/** In a plan's words, or in somebody's own. */
const wordsOrText = z.union([z.string(), words]);

/** Questions that hands were counted for; for facilitators also those for which none were yet. */
const handsRecord = z.array(
  z.strictObject({
    key: z.string(),
    prompt: z.nullable(wordsOrText),
    options: z.array(z.strictObject({ key: z.string(), label: wordsOrText, count: z.int() })),
  }),
);

const agendaEntry = z.strictObject({
  key: activityKey,
  title: words,
  kind: z.string(),
  minutes: z.number(),
  /** Minutes of work together that should lie before it, where the plan has less; else null. */
  after: z.nullable(z.number()),
  status: z.enum(["ready", "open", "closed", "skipped"]),
  phase: z.nullable(z.string()),
  /** In order, with the minutes that the plan gives them; null where it gives them to the activity alone. */
  phases: z.array(z.strictObject({ name: z.string(), minutes: z.nullable(z.number()) })),
  startedAt: z.nullable(z.int()),
  closedAt: z.nullable(z.int()),
  addedMinutes: z.int(),
});

const stageRecord = z.strictObject({
  blank: z.boolean(),
  bigCode: z.boolean(),
  page: z.int(),
  language,
});

/** "I'd like to talk" that nobody has acknowledged yet. */
const talkRecord = z.strictObject({
  /** From Help, or from a card that is gone: nothing but how many. */
  count: z.int(),
  /** From one's own card. */
  cards: z.array(z.strictObject({ id: randomId, text: z.string() })),
});

const facilitatorRecord = z.strictObject({
  script: z.nullable(script),
  /** What the current activity rests on, and where that ends. */
  evidence: z.nullable(words),
  agenda: z.array(agendaEntry),
  /** Minutes that no activity of the agenda takes. */
  buffer: z.number(),
  locked: z.boolean(),
  /** Opens the stage; another one than the page knows means that the link was exchanged. */
  stageKey: randomId,
  begunAt: z.nullable(z.int()),
  /** Whether going back a phase would undo nothing that was destroyed. */
  canGoBack: z.boolean(),
  note: z.string(),
  aids: z.strictObject({
    /** What could be shown in this phase where nobody writes. */
    names: z.array(aidName),
    /** Half of the phase's planned time, ms: with so much left few should still have to begin. */
    half: z.int(),
  }),
  /**
   * Late cards: `waiting` for enough people (also where there are none), `ready` for review, or
   * under `review`; null where none can come. Never a number (anonymity.md, rule 2).
   */
  late: z.nullable(z.enum(["waiting", "ready", "review"])),
  talk: talkRecord,
  /** The current kind's second record, for facilitators alone; null where it has none. */
  ofKind: z.unknown(),
  /** How many things *Next* would show, where its words say so. */
  nextCount: z.nullable(z.int()),
  /** People not settled enough to leave yet, from the first on: a number, no sender. */
  notSettled: z.int(),
});

/**
 * What participants see, as records. Collections (`cards`) are patched entry by entry, everything else as a whole. A phone
 * reads this and no more: what others are shown isn't for it.
 */
export const participantView = z.strictObject({
  session: sessionRecord,
  /**
   * Rises when every phone should ask what there is to know about its own cards; 0: nothing yet. A record of its own,
   * since it changes with each card that is let through (P215).
   */
  news: z.int(),
  /** Null in the lobby. */
  planned: z.nullable(plannedActivity),
  activity: z.nullable(activityRecord),
  cards: z.record(randomId, revealedCard),
  /** What this participant's own seat sees, and its seat's group; each its kind's own. */
  seat: z.optional(z.unknown()),
  group: z.optional(z.unknown()),
  /** What helps where nobody writes, while it is shown. */
  aid: z.optional(aid),
  /** Hands that were counted beside the phones; left out where there are none. */
  hands: z.optional(handsRecord),
  /** Participants only, until the end. */
  room: z.optional(room),
});

/** What any audience sees; `review` and `consents` are collections, too. */
export const sessionView = z.extend(participantView, {
  /** Stage and facilitators only. */
  people: z.optional(people),
  /** The join code; null once the session has ended. */
  code: z.optional(z.nullable(z.string())),
  stage: z.optional(stageRecord),
  /** Facilitators only. */
  facilitator: z.optional(facilitatorRecord),
  review: z.optional(z.record(randomId, reviewCard)),
  consents: z.optional(z.record(randomId, cardConsents)),
  /** Blind replies by their card's id. */
  replies: z.optional(z.record(randomId, z.string())),
});

/** The collections of a view; everything else is one record each. */
export const viewCollections = ["cards", "review", "consents", "replies"] as const;

export type People = z.infer<typeof people>;
export type RoomRecord = z.infer<typeof room>;
export type HandsRecord = z.infer<typeof handsRecord>;
export type PhaseRecord = z.infer<typeof phaseRecord>;
export type PlannedActivity = z.infer<typeof plannedActivity>;
export type AgendaEntry = z.infer<typeof agendaEntry>;
export type FacilitatorRecord = z.infer<typeof facilitatorRecord>;
export type StageRecord = z.infer<typeof stageRecord>;
export type SessionView = z.infer<typeof sessionView>;
export type ReviewRecord = z.infer<typeof reviewCard>;
