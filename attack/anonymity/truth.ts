/** One card as its author's device knows it: what the adversary is to find out. */
export interface CardTruth {
  activity: string;
  /** What the card answers: cards of one question and one batch can be exchanged for each other. */
  question: string;
  text: string;
  author: string;
  edit: string;
  mark: string;
  mayBeCase: boolean;
  mayBeQuoted: boolean;
  unfair: boolean;
  notForStage: boolean;
  /** When the author was seen handing in and correcting, ms. Never what. */
  sentAt: number;
  editedAt: number;
  /** When its author was seen asking to talk about it, ms; null for never. */
  talkedAt: number | null;
  /** Unshown: nothing that it could stand under was enough people's. */
  fate: "revealed" | "withdrawn" | "held" | "late" | "unshown";
}

/** One phone's question about its own cards, as somebody on the network sees it. */
export interface AskedNews {
  who: string;
  /** How far the room's news were. */
  news: number;
  sent: number;
  received: number;
  at: number;
}

/** Somebody's answer to "settled enough to leave?". */
export interface SettledTruth {
  who: string;
  settled: boolean;
  at: number;
}

/** What one person cast in one slot: votes, dots, a score or a ticked step. */
export interface VoteTruth {
  activity: string;
  slot: string;
  voter: string;
  content: unknown;
  votedAt: number;
}

/** What somebody answered to one question of a measure that is taken twice. */
export interface RatedTruth {
  who: string;
  item: string;
  before: number;
  /** Null: had left by the second time. */
  after: number | null;
}

/** Where somebody sat in the first round, as their own phone was told. */
export interface SeatTruth {
  activity: string;
  who: string;
  /** Letter of the group and role: one chair and no other. */
  chair: string;
  /** When they were seen sitting down, ms. */
  satAt: number;
}

/** A row that somebody put on their group's sheet. */
export interface RowTruth {
  activity: string;
  /** Letter of the group. */
  group: string;
  text: string;
  author: string;
  writtenAt: number;
  fate: "kept" | "removed";
}

/** A document that somebody had open, with its client id where they could write it, and every frame that they got. */
export interface OpenedDocument {
  who: string;
  name: string;
  client: number | null;
  frames: readonly string[];
}

/** A card that somebody laid somewhere on a board. */
export interface MoveTruth {
  activity: string;
  card: string;
  who: string;
  movedAt: number;
}

/** What a facilitator was answered who pressed something on a card under review. */
export interface Pressed {
  text: string;
  answer: string;
}

/** A stretch in which only participants acted: by rule 2 it sends nobody anything but progress. */
export interface QuietStretch {
  phase: string;
  /** Numbers of frames, of each watcher, at its beginning and end. */
  from: ReadonlyMap<string, number>;
  to: ReadonlyMap<string, number>;
  /** Somebody gets up, sits down again or takes another role in it: of chairs facilitators are told (decision 0075). */
  isOfChairs: boolean;
}

/** Everything that a session of bots leaves: what only they know, and what others received. */
export interface Trace {
  session: string;
  /** Every code that it ever had. */
  codes: string[];
  cards: CardTruth[];
  votes: VoteTruth[];
  settled: SettledTruth[];
  rated: RatedTruth[];
  seated: SeatTruth[];
  rows: RowTruth[];
  moves: MoveTruth[];
  asked: AskedNews[];
  /** Authors of cards that got a blind reply, and how far the news were then. */
  replied: { author: string; news: number }[];
  /** Every command that was sent, as `everyCommand` names them. */
  commands: Set<string>;
  /** Who said "done" when, per phase (`activity/phase`). */
  done: Map<string, { who: string; at: number }[]>;
  /** What facilitators wrote for themselves. */
  notes: string[];
  /** What stands on the paper cards that facilitators typed in. */
  typedIn: string[];
  /** In the order in which they came. */
  joined: string[];
  /** Secrets that no one but their owner may ever hold: device, edit, mark, cookie, connection. */
  secrets: { what: string; value: string }[];
  /** Received frames: `facilitator`, `stage`, and the participants by name. */
  frames: Map<string, readonly string[]>;
  /** Every document that somebody had open, with its frames. */
  documents: OpenedDocument[];
  quiet: QuietStretch[];
  /** A facilitator's presses without effect, on every card under review. */
  pressed: Pressed[];
  /** Everything that was answered to participants. */
  answers: string[];
}
