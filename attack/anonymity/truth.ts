/** One card as its author's device knows it: what the adversary is to find out. */
export interface CardTruth {
  activity: string;
  /** What the card answers: cards of one question can be exchanged for each other. */
  question: string;
  text: string;
  author: string;
  edit: string;
  mark: string;
  mayBeCase: boolean;
  mayBeQuoted: boolean;
  /** When the author was seen handing in and correcting, ms. Never what. */
  sentAt: number;
  editedAt: number;
  fate: "revealed" | "withdrawn" | "held" | "late";
}

export interface VoteTruth {
  question: string;
  voter: string;
  /** Text of the reading. */
  choice: string;
  votedAt: number;
}

/** A stretch in which only participants acted: by rule 2 it sends nobody anything but progress. */
export interface QuietStretch {
  phase: string;
  /** Numbers of frames, of each watcher, at its beginning and end. */
  from: ReadonlyMap<string, number>;
  to: ReadonlyMap<string, number>;
}

/** Everything that a session of bots leaves: what only they know, and what others received. */
export interface Trace {
  session: string;
  code: string;
  cards: CardTruth[];
  votes: VoteTruth[];
  /** Who said "done" when, per phase (`activity/phase`). */
  done: Map<string, { who: string; at: number }[]>;
  /** In the order in which they came. */
  joined: string[];
  /** Secrets that no one but their owner may ever hold: device, edit, mark, cookie, connection. */
  secrets: { what: string; value: string }[];
  /** Received frames: `facilitator`, `stage`, and the participants by name. */
  frames: Map<string, readonly string[]>;
  quiet: QuietStretch[];
  /** Everything that was answered to participants. */
  answers: string[];
}
