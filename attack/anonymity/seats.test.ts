import { describe, expect, test } from "vitest";
import { roleplayConsole, roleplaySeat } from "@/lib/activities/roleplay/record";
import { roleplaySettings } from "@/lib/activities/roleplay/schema";
import type { Audience } from "@/lib/channel";
import { hashOf, holdInMemory, type InMemory } from "@/lib/example/in-memory";
import { positionOf } from "@/lib/session/state";
import { plannedWorkshop } from "@/lib/testing/memory-session";
import { hex } from "@/lib/testing/session-driver";
import { otherChairs, withGivenCases } from "@/lib/workshops/activities/other-chairs";
import { inMinutes } from "@/lib/workshops/ready-activity";

/*
 * Who sat where, and who wrote which line: somebody who watched the order in which people came and wrote, which a room
 * sees anyway, guesses by everything that facilitators, the stage and the log show. Each check is made once with a session
 * that leaks, which it has to notice.
 */

const SESSIONS = 150;
/** Of so many every frame is read. */
const READ_WHOLE = 10;
const PEOPLE = 9;
const KEY = "other-chairs";
const ROUNDS = [1, 2, 3];
/** In so many tries chance alone stays within four standard deviations, but for one in some ten thousand. */
const DEVIATIONS = 4;

const activity = inMinutes(withGivenCases(otherChairs), 32);
const plan = plannedWorkshop((each) => {
  if (each.kind !== "pause") return [];
  if (each.key === "welcome") return [each];
  const settings = {
    ...roleplaySettings.parse(activity.settings),
    size: 3 as const,
    mode: "silent",
  };
  return [{ ...activity, settings }, each];
});

interface Watched {
  /** By device, in the order in which they came. */
  seats: { group: string; chair: string }[];
  /** The groups, as the console shows them: letters with their chairs' ids. */
  shown: { letter: string; chairs: string[] }[];
  /** Who wrote which line, in the order in which they came in. */
  written: string[];
  /** The lines in each order in which somebody is shown them. */
  orders: Record<string, string[]>;
  /** Everything that was shown or logged. */
  seen: string;
  tags: string[];
}

const textOf = (device: number, round: number) => `Zeile ${device}-${round}`;

/** One session: everybody comes in order, and writes in an order of its own in each round. */
function watched(seed: number, options: { shuffles: boolean }): Watched {
  const session = holdInMemory(plan, seed, options);
  const frames: string[] = [];
  const look = () => {
    if (seed > READ_WHOLE) return;
    for (const audience of audiences) frames.push(JSON.stringify(session.view(audience)));
  };
  const act = (device: number, command: { type: string; [key: string]: unknown }) => {
    const answer = session.send(
      { device: hex(device + 1) },
      { type: "activity", activity: KEY, command },
    );
    if (!answer.ok) throw new Error(`${command.type}: ${answer.code}`);
    look();
  };
  session.send("facilitator", { type: "begin", endsAt: null });
  goTo(session, "case");
  const devices = Array.from({ length: PEOPLE }, (_, device) => device);
  for (const device of devices) act(device, { type: "takeSeat", revision: 1, remote: false });
  goTo(session, "gather");
  look();
  const console = roleplayConsole.parse(session.view("facilitator").facilitator?.ofKind);
  const written: string[] = [];
  for (const round of ROUNDS) {
    goTo(session, `play${round}`);
    // Another one begins in each round.
    for (const at of devices) {
      const device = (at * 2 + round + seed) % PEOPLE;
      const text = textOf(device, round);
      const edit = hex(1_000 + device * 10 + round);
      const line = { type: "submitCard", edit, markHash: hashOf(hex(5_000 + device * 10 + round)) };
      act(device, { ...line, revision: 1, text, attributes: { round: String(round), role: null } });
      written.push(text);
    }
  }
  const rows = session.sealedBallots(KEY);
  const seats = devices.map((device) => {
    const seen = session.narrow(hex(device + 1));
    const { letter } = Object(seen.group);
    return { group: String(letter), chair: roleplaySeat.parse(seen.seat).role ?? "" };
  });
  goTo(session, "deRole");
  look();
  const review = Object.values(session.view("facilitator").review ?? {});
  goTo(session, "otherChair");
  look();
  const logged = session.log.flatMap((each) => {
    const event = Object(each).event;
    return Object(event).type === "cardsRevealed" ? Object(event).cards : [];
  });
  const texts = (cards: Iterable<unknown>) => [...cards].map((card) => String(Object(card).text));
  return {
    seats,
    shown: console.groups.map(({ letter, chairs }) => ({
      letter,
      chairs: chairs.map(({ id }) => id),
    })),
    written,
    orders: {
      ...{ review: texts(review), log: texts(logged) },
      stage: texts(Object.values(session.view("stage").cards)),
      rows: session.sealedCards(KEY).map(({ content }) => content?.text ?? ""),
    },
    seen: [...frames, JSON.stringify(session.log)].join("\n"),
    tags: rows.map(({ tag }) => tag),
  };
}

const audiences: readonly Audience[] = ["participant", "stage", "facilitator"];

function goTo(session: InMemory, phase: string): void {
  while (positionOf(session.state).phase !== phase) {
    const from = positionOf(session.state);
    if (!session.send("facilitator", { type: "advance", from }).ok) throw new Error(phase);
  }
}

const all = (options: { shuffles: boolean }): Watched[] =>
  Array.from({ length: SESSIONS }, (_, seed) => watched(seed + 1, options));

/** Whether so many hits are more than chance makes. */
function isMore(hits: number, tries: number, chance: number): boolean {
  const deviation = Math.sqrt(tries * chance * (1 - chance));
  return hits > tries * chance + DEVIATIONS * deviation;
}

/** In which group each of those who came in order is guessed to sit. */
const seatGuesses: Record<string, (shown: Watched["shown"], came: number) => string | undefined> = {
  "groups as they are listed, filled in order": (shown, came) => {
    const chairs = shown.flatMap(({ letter, chairs }) => chairs.map(() => letter));
    return chairs[came];
  },
  "groups, one after the other": (shown, came) => shown[came % shown.length]?.letter,
  "numbers of chairs": (shown, came) => groupWith(shown, String(came + 1)),
  "numbers of chairs, from the last": (shown, came) => groupWith(shown, String(PEOPLE - came)),
};

const groupWith = (shown: Watched["shown"], id: string) =>
  shown.find(({ chairs }) => chairs.includes(id))?.letter;

function seatsFound(sessions: readonly Watched[]): string[] {
  return Object.entries(seatGuesses).flatMap(([name, guess]) => {
    const hits = sessions.reduce(
      (sum, { seats, shown }) =>
        sum + seats.filter(({ group }, came) => guess(shown, came) === group).length,
      0,
    );
    return isMore(hits, sessions.length * PEOPLE, 1 / (PEOPLE / 3)) ? [name] : [];
  });
}

/** The orders in which lines are shown that say in which they came. */
function linesFound(sessions: readonly Watched[]): string[] {
  const names = Object.keys(sessions[0]?.orders ?? {});
  return names.filter((name) => {
    let hits = 0;
    let tries = 0;
    let expected = 0;
    for (const { orders, written } of sessions) {
      const order = orders[name] ?? [];
      const came = written.filter((text) => order.includes(text));
      order.forEach((text, at) => {
        if (text === "") return;
        tries += 1;
        expected += 1 / order.length;
        if (came[at] === text) hits += 1;
      });
    }
    return tries > 0 && isMore(hits, tries, expected / tries);
  });
}

describe("who sat where", () => {
  const honest = all({ shuffles: true });
  const leaking = all({ shuffles: false });

  test("P231 can't be told from groups and chairs, and is where they are not shuffled", () => {
    expect(seatsFound(honest)).toEqual([]);
    expect(seatsFound(leaking)).not.toEqual([]);
  });

  test("P234 who wrote which line can't be told from any order, and is where lines are not shuffled", () => {
    expect(linesFound(honest)).toEqual([]);
    expect(linesFound(leaking)).toContain("log");
  });

  test("is in no frame and no event: no tag, no device, and no role or round beside a line", () => {
    for (const { seen, tags } of honest.slice(0, READ_WHOLE))
      expect(tainted(seen, tags)).toEqual([]);
    const [first] = honest;
    if (!first) throw new Error("Nothing was watched");
    // As it would be with the sealed attributes in a frame, or with a seat beside its chair.
    const line = `{"text":"${textOf(0, 1)}","attributes":{"round":"1","role":"decliner"}}`;
    expect(tainted(`${first.seen}\n${line}`, first.tags)).toEqual(["a line with its round"]);
    expect(tainted(`${first.seen}\n${first.tags[0]}`, first.tags)).toEqual(["a tag"]);
    expect(tainted(`${first.seen}\n${hex(1)}`, first.tags)).toEqual(["a device"]);
  });
});

/** What of somebody stands in what was shown. */
function tainted(seen: string, tags: readonly string[]): string[] {
  const devices = Array.from({ length: PEOPLE }, (_, device) => hex(device + 1));
  return [
    ...(tags.some((tag) => seen.includes(tag)) ? ["a tag"] : []),
    ...(devices.some((device) => seen.includes(device)) ? ["a device"] : []),
    ...(/"text":"Zeile[^{}]*"attributes":\{[^{}]*"(round|role)"/.test(seen)
      ? ["a line with its round"]
      : []),
  ];
}
