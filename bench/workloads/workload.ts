import type { Figures } from "@/bench/figures";
import type { Fleet } from "@/bench/load/fleet";
import type { Rounds } from "@/bench/measured";
import { LARGE_CARDS, LARGE_PEOPLE } from "@/lib/testing/large-summary";

/** Changes at several rates, one after the other, each seen by everybody. */
export interface ChangeWork {
  /** Who make them and see them. */
  clients: number;
  /** Rises; what a server doesn't carry it is not offered more of. */
  perSecond: readonly number[];
  seconds: number;
  /** Of what is changed. */
  characters: number;
  /** What is done before anything is counted, so that everybody's code is compiled. */
  warm: { perSecond: number; seconds: number };
}

/** How large a run is. */
export interface Size {
  /** Phones that come in within two seconds. */
  wayIn: readonly number[];
  /** Sockets of one room. */
  sockets: number;
  /** Rooms' sizes for what people do and see. */
  people: readonly number[];
  /** How often one person acts per second in steady work. */
  actsPerSecond: readonly number[];
  /** How long steady work goes on. */
  steadySeconds: number;
  rooms: { count: number; people: number };
  /** Cards that are sorted. */
  sorted: number;
  /** People who move cards on a board, for a while before anything is counted, so that code is compiled. */
  boards: {
    cards: number;
    people: number;
    warm: { perSecond: number; seconds: number };
    perSecond: number;
    seconds: number;
    rounds: number;
  };
  /** People who write their groups' sheets, four to a group; each sends what they have typed so often. */
  sheets: {
    people: number;
    warm: { perSecond: number; seconds: number };
    perSecond: number;
    seconds: number;
  };
  clockPresses: number;
  restart: number;
  /** Phones that open their ballot at the same time. */
  ballots: number;
  /** Phones that are there while files are made, and who had held the session that these tell of. */
  files: { phones: number; people: number; quotes: number };
  peers: Omit<ChangeWork, "characters"> & { rounds: number };
  /** How often the page is opened in a browser. */
  browser: number;
}

/** As the numbers in RESULTS.md are made. */
export const FULL: Size = {
  wayIn: [30, 100, 300],
  sockets: 1_000,
  people: [25, 100, 300, 1_000],
  actsPerSecond: [1, 5, 9],
  steadySeconds: 5,
  rooms: { count: 40, people: 25 },
  sorted: 300,
  boards: {
    ...{ cards: 300, people: 60, perSecond: 60, seconds: 20, rounds: 3 },
    warm: { perSecond: 100, seconds: 20 },
  },
  // A page sends four times a second at most (P263).
  sheets: { people: 60, perSecond: 3, seconds: 20, warm: { perSecond: 3, seconds: 10 } },
  clockPresses: 20,
  restart: 300,
  ballots: 1_000,
  files: { phones: 100, people: LARGE_PEOPLE, quotes: LARGE_CARDS },
  peers: {
    ...{ clients: 300, seconds: 3, rounds: 2 },
    perSecond: [50, 200, 500, 2_000, 3_000, 4_000, 6_000, 8_000],
    warm: { perSecond: 100, seconds: 20 },
  },
  browser: 5,
};

/** A minute or two: shows that each workload runs and loses nothing, and measures nothing. */
export const SHORT: Size = {
  wayIn: [6],
  sockets: 40,
  people: [12],
  actsPerSecond: [2],
  steadySeconds: 1,
  rooms: { count: 3, people: 5 },
  sorted: 12,
  boards: {
    ...{ cards: 12, people: 6, perSecond: 6, seconds: 1, rounds: 1 },
    warm: { perSecond: 6, seconds: 1 },
  },
  sheets: { people: 8, perSecond: 2, seconds: 1, warm: { perSecond: 2, seconds: 1 } },
  clockPresses: 4,
  restart: 10,
  ballots: 12,
  files: { phones: 6, people: 20, quotes: 20 },
  peers: {
    ...{ clients: 10, perSecond: [4], seconds: 1, rounds: 1 },
    warm: { perSecond: 4, seconds: 1 },
  },
  browser: 1,
};

/** What workloads are run with. */
export interface Bench {
  size: Size;
  fleet: Fleet;
  /** Says what is going on. */
  say(line: string): void;
}

/** What a workload gave: cases, and for what was done in several rounds how far those lay apart. */
export interface Outcome {
  rows: Figures[];
  rounds?: readonly Rounds[];
}

/** One thing that a workshop asks of the server. */
export interface Workload {
  name: string;
  /** What happens in it, for whoever reads its table. */
  what: string;
  run(bench: Bench): Promise<Outcome>;
}
