import { describe, expect, it } from "vitest";
import type { RawCommand } from "@/lib/activities/simulation";
import type { ActivityTemplate } from "@/lib/session/plan-template";
import { positionOf } from "@/lib/session/state";
import { summarise } from "@/lib/session/summarise";
import type { SummaryBlocks } from "@/lib/summary/blocks";
import { measuresOf } from "@/lib/summary/measures";
import { createMemorySession, hashOf, type MemorySession } from "@/lib/testing/memory-session";
import { same } from "@/lib/words";
import { blamelessLookBack } from "@/lib/workshops/activities/blameless-look-back";
import { ifThen } from "@/lib/workshops/activities/if-then";
import { smallNo } from "@/lib/workshops/activities/small-no";
import { threeHeads } from "@/lib/workshops/activities/three-heads";
import { after, before, shiftItems } from "@/lib/workshops/parts/measure";
import { planAround } from "@/lib/workshops/single-activity";

/**
 * P320: no hidden value can be worked out from shown ones. What every format gets of a session are its blocks, so it is
 * tried on these: all rooms are held in which so many people can have answered, and those that hand on the same are laid
 * beside each other. What is the same in all of them can be worked out, and has to stand there.
 */

/** What one person can answer: how it counts, and what is sent for it in a phase. */
interface Question {
  /** Held one after the other, with what opens and closes a session around them. */
  activities: readonly ActivityTemplate[];
  /** What is counted, by the words in which it is told. */
  cells: readonly string[];
  /** What is sent by somebody who chose the cell of this number, or none where there is no such; null for nothing. */
  answer(cell: number, device: number, at: { key: string; phase: string }): RawCommand | null;
  /** What the facilitator does in a phase, with what each card belongs to. */
  facilitate?(session: MemorySession, cellOf: (text: string) => number): void;
  /** Whether one may answer nothing of it. */
  hasNone: boolean;
  /** How often each room is held: which of two equal cells is told may be chance, and all ways have to come up. */
  draws: number;
}

const hex = (n: number) => n.toString(16).padStart(32, "0");
const edge = planAround(smallNo).activities;
const [welcome, closing] = [edge[0], edge.at(-1)];

/** All rooms of so many people, by how many chose each cell. */
function roomsOf(people: number, cells: number): number[][] {
  if (cells === 1) return [[people]];
  return Array.from({ length: people + 1 }, (_, first) =>
    roomsOf(people - first, cells - 1).map((rest) => [first, ...rest]),
  ).flat();
}

/** What is handed on of a room. */
function handedOn(question: Question, room: readonly number[], seed: number): SummaryBlocks {
  const chosen = room.flatMap((count, cell) => Array.from({ length: count }, () => cell));
  const { id: templateId, title, purpose, minutes } = planAround(smallNo);
  const session = createMemorySession(
    {
      ...{ templateId, title, purpose, minutes, address: "du", language: "de" },
      activities: [welcome, ...question.activities, closing].flatMap((each) => each ?? []),
    },
    seed,
  );
  session.joined = chosen.length;
  session.send("facilitator", { type: "begin", endsAt: null });
  do {
    const { activity, phase } = positionOf(session.state);
    if (activity === null || phase === null) continue;
    for (const [device, cell] of chosen.entries()) {
      const command = question.answer(cell, device, { key: activity, phase });
      if (command) {
        session.send({ device: hex(device + 1) }, { type: "activity", activity, command });
      }
    }
    question.facilitate?.(session, (text) => chosen[Number(text.slice(1))] ?? 0);
  } while (session.send("facilitator", { type: "advance", from: positionOf(session.state) }).ok);
  session.send("facilitator", { type: "end" });
  return summarise(session.state, {
    ...{ language: "de", day: "2026-11-26", joined: chosen.length, takeaway: "", contacts: [] },
  });
}

type HandOn = (question: Question, room: readonly number[], seed: number) => SummaryBlocks;

/** What can be worked out of what is handed on and does not stand there. */
function workedOut(question: Question, people: readonly number[], handOn: HandOn): string[] {
  const worlds = new Map<string, { summary: SummaryBlocks; rooms: number[][] }>();
  for (const n of people) {
    for (const room of roomsOf(n, question.cells.length + (question.hasNone ? 1 : 0))) {
      for (let seed = 1; seed <= question.draws; seed += 1) {
        const summary = handOn(question, room, seed);
        const told = JSON.stringify(summary.sections);
        const world = worlds.get(told) ?? { summary, rooms: [] };
        worlds.set(told, { summary, rooms: [...world.rooms, room] });
      }
    }
  }
  return [...worlds.values()].flatMap(({ summary, rooms }) =>
    question.cells.flatMap((cell, at) => {
      const values = new Set(rooms.map((room) => room[at]));
      const [value] = values;
      const stands = measuresOf(summary).some(
        (measure) => measure.label === cell && measure.value === value,
      );
      // That nobody chose it, the room has seen.
      return values.size > 1 || value === 0 || stands
        ? []
        : [`${cell} is ${value} in ${JSON.stringify(rooms)}`];
    }),
  );
}

const settingsOf = (activity: ActivityTemplate, settings: object): ActivityTemplate => ({
  ...activity,
  settings: { ...activity.settings, ...settings },
});

const cardOf = (device: number, rest: object): RawCommand => ({
  ...{ type: "submitCard", edit: hex(10_000 + device), markHash: hashOf(hex(90_000 + device)) },
  ...{ revision: 1, text: `«${device}`, attributes: {}, ...rest },
});

const COLUMNS = ["Zugehört", "Gefragt", "Gesagt"];
const THEMES = ["Schweigen", "Absage", "Irrtum"];
const STEPS = ["Nachfassen", "Auffrischen", "Danken"];
const HELP = ["Zuhören", "Fragen", "Ideen"];
/** What somebody answers afterwards who answered 5 before. */
const MOVED = { niedriger: 3, gleich: 5, höher: 8 };
/** From k on, as many as can be tried one by one. */
const PEOPLE = [5, 7];

const questions: Record<string, Question> = {
  "columns of cards": {
    activities: [
      settingsOf(blamelessLookBack.activity, {
        ...{ caseFirst: null, dots: 0, summary: "aggregate", ask: null },
        columns: COLUMNS.map((name, at) => ({ key: `column-${at}`, name: same(name, name) })),
      }),
    ],
    cells: COLUMNS,
    hasNone: false,
    draws: 8,
    answer: (cell, device, { phase }) =>
      phase === "write" ? cardOf(device, { attributes: { column: `column-${cell}` } }) : null,
  },
  "themes of cards": {
    activities: [settingsOf(smallNo.activity, { dots: 0, summary: "aggregate" })],
    cells: THEMES,
    hasNone: true,
    draws: 1,
    answer: (_, device, { phase }) => (phase === "write" ? cardOf(device, {}) : null),
    facilitate(session, cellOf) {
      const { activity, phase } = positionOf(session.state);
      if (phase !== "cluster" || activity === null) return;
      const tell = (command: RawCommand) =>
        session.send("facilitator", { type: "activity", activity, command });
      for (const [at, name] of THEMES.entries()) {
        tell({ type: "addTheme", themeId: hex(at + 1), name });
      }
      for (const { id, text } of Object.values(session.view("facilitator").cards)) {
        const theme = cellOf(text);
        if (theme < THEMES.length) {
          tell({ type: "sortCard", cardId: id, themeId: hex(theme + 1) });
        }
      }
    },
  },
  "steps that were ticked": {
    activities: [
      settingsOf(ifThen.activity, {
        ticksMax: 1,
        genericSteps: STEPS.map((name, at) => ({ key: `step-${at}`, label: same(name, name) })),
      }),
    ],
    cells: STEPS,
    hasNone: true,
    draws: 1,
    answer: (cell, _, { phase }) =>
      phase === "fill"
        ? {
            ...{ type: "reportFinished", revision: 1 },
            steps: cell < STEPS.length ? [`step-${cell}`] : [],
          }
        : null,
  },
  "help that was wished for": {
    activities: [
      settingsOf(threeHeads.activity, {
        source: {
          from: "own",
          help: HELP.map((name, at) => ({ key: `help-${at}`, label: same(name, name) })),
        },
      }),
    ],
    cells: HELP,
    hasNone: false,
    draws: 1,
    answer: (cell, _, { phase }) =>
      phase === "intro" ? { type: "pickHelp", revision: 1, help: `help-${cell}` } : null,
  },
  "how people moved": {
    activities: [
      settingsOf(before, { items: shiftItems.slice(0, 1) }),
      settingsOf(after, { items: shiftItems.slice(0, 1) }),
    ],
    cells: Object.keys(MOVED),
    hasNone: false,
    draws: 1,
    answer: (cell, _, { key, phase }) =>
      key === after.key && phase === "ask"
        ? {
            ...{ type: "castScores", revision: 1 },
            scores: [
              {
                ...{ item: shiftItems[0]?.key, before: 5 },
                score: Object.values(MOVED)[cell] ?? null,
              },
            ],
          }
        : null,
  },
};

it.each([
  ["themes of cards", [4, 3, 5, 0], "Schweigen", 4],
  ["columns of cards", [4, 3, 5], "Gefragt", 3],
  ["steps that were ticked", [4, 3, 3, 0], "Danken", 3],
  ["help that was wished for", [3, 4, 5], "Fragen", 4],
  ["how people moved", [3, 4, 5], "höher", 5],
])("holds what it asks about: %s", (name, room, label, value) => {
  const question = questions[name];
  const measures = question ? measuresOf(handedOn(question, room, 1)) : [];
  expect(measures).toContainEqual(expect.objectContaining({ label, value }));
});

describe.each(Object.entries(questions))("P320 %s", (_, question) => {
  it("tells nothing that does not stand there", () => {
    expect(workedOut(question, PEOPLE, handedOn)).toEqual([]);
  });

  it("would be told by a sum where small ones alone are hidden (positive control)", () => {
    const withSum: HandOn = (asked, room, seed) => {
      const summary = handedOn(asked, room, seed);
      const shown = room.flatMap((value, at) =>
        value > 0 && value < 3
          ? []
          : [{ label: asked.cells[at] ?? "none", value, of: value, reading: "" }],
      );
      const sum = room.reduce((all, each) => all + each, 0);
      const naive = { type: "bars" as const, caption: String(sum), bars: shown };
      return { ...summary, sections: [{ key: "themes", title: "", blocks: [naive] }] };
    };
    expect(workedOut(question, PEOPLE.slice(-1), withSum)).not.toEqual([]);
  });
});
