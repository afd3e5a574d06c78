import * as z from "zod";

/** What a load generator is asked to do, and what it answers: both ends parse. */
export interface Order<Ask extends z.ZodType, Answer extends z.ZodType> {
  name: string;
  ask: Ask;
  answer: Answer;
}

const order = <Ask extends z.ZodType, Answer extends z.ZodType>(
  name: string,
  ask: Ask,
  answer: Answer,
): Order<Ask, Answer> => ({ name, ask, answer });

/** Numbers of a run by the thousand: parsed as one thing. */
const numbers = z.custom<number[]>((value) => Array.isArray(value) && !value.some(Number.isNaN));

const refusals = z.record(z.string(), z.int());

/** A room as its generator calls it: several may be of one session. */
const room = z.string();

/** Phones come into a session, spread evenly over `withinMs`. */
export const enter = order(
  "enter",
  z.object({
    room,
    url: z.string(),
    session: z.string(),
    phones: z.array(
      z.object({ number: z.int(), device: z.string(), pass: z.nullable(z.string()) }),
    ),
    withinMs: z.number(),
    /** The way through page, its files and the code; null: they are in the page already. */
    code: z.nullable(z.string()),
    /** They come back by themselves once they lose their connection. */
    comesBack: z.boolean(),
    /** How long everything is that they write, with a mark of its own in front (`~0.12~`); null: as their kind has it. */
    characters: z.nullable(z.int()),
  }),
  z.object({
    /** From beginning to come in to the first view, ms, of those who are in. */
    tookMs: numbers,
    /** When the last one was in, monotonic ms. */
    lastAt: z.number(),
    failed: refusals,
    bytes: z.number(),
  }),
);

/** Consoles of one facilitator, who have nobody at them. */
export const openConsoles = order(
  "openConsoles",
  z.object({
    room,
    url: z.string(),
    session: z.string(),
    cookie: z.string(),
    count: z.int(),
  }),
  z.null(),
);

const played = z.object({
  offered: z.int(),
  done: z.int(),
  again: z.int(),
  /** Final refusals, and commands that were never answered, by what was said. */
  refused: refusals,
  answersMs: numbers,
  /** From the first to the last answer. */
  tookMs: z.number(),
});
export type Played = z.infer<typeof played>;

/**
 * Everybody does at once what their kind's `simulate` has people do now. `only`: of that nothing but commands of this type;
 * null: all of it.
 */
export const playAtOnce = order(
  "playAtOnce",
  z.object({ room, only: z.nullable(z.string()) }),
  played,
);

/** The same for a while, one person after the other and round again, each time changing what they said. */
export const playSteadily = order(
  "playSteadily",
  z.object({ rooms: z.array(room), peoplePerSecond: z.number(), seconds: z.number() }),
  played,
);

/** Sends commands from the consoles of a room, by turns, at a steady rate. */
export const command = order(
  "command",
  z.object({ room, commands: z.array(z.unknown()), perSecond: z.number() }),
  z.object({ ...played.shape, sentAt: numbers }),
);

/** From now on notes when each phone gets something that this matches, by its first group. */
export const watch = order("watch", z.object({ room, pattern: z.string() }), z.null());

/** What was noted since. Resolves once each phone has had `marks` of them, or after `withinMs`. */
export const seen = order(
  "seen",
  z.object({ room, marks: z.int(), withinMs: z.number() }),
  z.object({
    /** When each phone got it, monotonic ms. */
    marks: z.array(z.object({ mark: z.string(), at: numbers })),
    /** What all phones received since `watch`. */
    bytes: z.number(),
    phones: z.int(),
    /** When each phone was connected again, after its connection was lost since. */
    backAt: numbers,
  }),
);

/**
 * Everybody opens the sheet of their group, whichever of these it is, and consoles open all of them. Answers how many phones
 * write each.
 */
export const openSheets = order(
  "openSheets",
  z.object({ room, names: z.array(z.string()) }),
  z.object({ writers: z.record(z.string(), z.int()) }),
);

/** They all write at once, on slips of their own, each so many times a second what one types between two updates. */
export const writeSheets = order(
  "writeSheets",
  z.object({ room, perSecond: z.number(), seconds: z.number() }),
  z.object({
    ...played.shape,
    /** When each update was sent, monotonic ms, and the row of its sheet after which it was written. */
    updates: z.array(z.object({ doc: z.string(), sentAt: z.number(), after: z.int() })),
  }),
);

/** When rows of a sheet came to each screen that has it open. Resolves once all have these rows, or after `withinMs`. */
export const seenOnSheets = order(
  "seenOnSheets",
  z.object({ room, rows: z.record(z.string(), z.int()), withinMs: z.number() }),
  z.object({
    screens: z.array(z.object({ doc: z.string(), rows: numbers, at: numbers })),
    /** What all phones received while they wrote. */
    bytes: z.number(),
  }),
);

/** Everybody opens this board, whose places are then sent to them as they change. */
export const openBoard = order("openBoard", z.object({ room, document: z.string() }), z.null());

/** When changes were made, monotonic ms, by their marks. */
const madeAt = z.object({ mark: z.string(), at: z.number() });

/**
 * The phones of a room move cards by turns, at a steady rate, each card to the next theme; all generators at once, each its
 * own cards. Resolves when all is answered and had time to arrive.
 */
export const moveCards = order(
  "moveCards",
  z.object({
    room,
    generator: z.int(),
    activity: z.string(),
    cards: z.array(z.string()),
    themes: z.array(z.string()),
    perSecond: z.number(),
    seconds: z.number(),
    /** How many cards one command moves. */
    together: z.int(),
    settleMs: z.number(),
  }),
  z.object({
    ...played.shape,
    /** What views show of it is `inViews`. */
    moves: z.array(z.object({ ...madeAt.shape, inViews: z.string() })),
  }),
);

/** When each phone that has the board open saw the moves that were made since `watch`. */
export const seenOnBoard = order(
  "seenOnBoard",
  z.object({ room }),
  z.object({
    marks: z.array(z.object({ mark: z.string(), at: numbers })),
    /** What all phones received since `watch`. */
    bytes: z.number(),
    phones: z.int(),
  }),
);

/** Everybody hangs up. */
export const leave = order("leave", z.object({ room }), z.null());

export const protocolName = z.enum(["hocuspocus", "y-websocket", "y-socket.io", "socket.io", "ws"]);
export type ProtocolName = z.infer<typeof protocolName>;

/** Clients connect to a peer; changes of this one's are marked, and seen by all generators. */
export const enterPeer = order(
  "enterPeer",
  z.object({ protocol: protocolName, port: z.int(), clients: z.int(), seed: z.int() }),
  z.null(),
);

/** Puts up and changes so many cards at a steady rate, by turns. Resolves when all was sent and had time to arrive. */
export const changeInPeer = order(
  "changeInPeer",
  z.object({
    cards: z.int(),
    perSecond: z.number(),
    seconds: z.number(),
    characters: z.int(),
    settleMs: z.number(),
  }),
  z.object({ sentAt: z.array(madeAt) }),
);

/** What this generator's clients have seen of everybody's changes since it was asked last. */
export const seenInPeer = order(
  "seenInPeer",
  z.object({}),
  z.object({
    marks: z.array(z.object({ mark: z.string(), at: numbers })),
    bytes: z.number(),
    clients: z.int(),
  }),
);

export const leavePeer = order("leavePeer", z.object({}), z.null());
