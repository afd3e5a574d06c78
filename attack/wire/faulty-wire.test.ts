import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chanceOf, type Random, seeded } from "@/attack/random";
import { wholeWorkshop } from "@/attack/whole-workshop";
import {
  createPhone,
  openConsolePage,
  openStagePage,
  type Page,
  recordsOn,
} from "@/attack/wire/pages";
import { createWireRoom, type WireRoom } from "@/attack/wire/room";
import { createWire } from "@/attack/wire/wire";
import { registry } from "@/lib/activities/registry";
import { testBrowser } from "@/lib/client/testing/browser";
import type { Acknowledgement } from "@/lib/protocol";
import type { Command } from "@/lib/session/commands";
import { flatten } from "@/lib/session/patches";
import type { SessionPlan } from "@/lib/session/plan";
import type { PlanTemplate } from "@/lib/session/plan-template";
import { currentRun, positionOf } from "@/lib/session/state";
import { timesTried } from "@/lib/testing/everyday";
import type { MemorySession } from "@/lib/testing/memory-session";
import { workshops } from "@/lib/workshops/registry";
import { singleActivities } from "@/lib/workshops/single-activity";
import { randomId } from "@/server/rooms/chance";
import { newPerson, playScene, sceneOf } from "@/server/simulated/person";

/** Random sessions of each kind; more of them with `npm run test:all`. */
const RUNS = timesTried({ everyday: 4, all: 60 });

/** Enough for everything to be shown; one of them has two pages. */
const PHONES = 7;
const CONSOLES = 2;

/** What happens while the wire is faulty. */
const STEPS = 600;

/** Of so many steps one is each of these; in all others something on the wire moves. */
const ACTS = 0.3;
const CUTS = 0.02;
const RELOADS = 0.005;

/** Seats were left again by a repeat that had come before anybody sat there. */
const FOUND = [-2147483647];

describe.each(registry)("over a faulty wire, the kind $name", ({ name }) => {
  test("converges, and each command has one effect (P9, P15, P17, P22, P24, P25)", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), (seed) => holdOverFaultyWire(name, seed)),
      { numRuns: RUNS, endOnFailure: true, examples: FOUND.map((seed) => [seed]) },
    );
  });
});

async function holdOverFaultyWire(kind: string, seed: number): Promise<void> {
  const random = seeded(seed);
  const room = createWireRoom(planWith(kind, seed), seed, PHONES);
  const wire = createWire(room, random);
  const answered: { ids: readonly string[]; answer: Acknowledgement }[] = [];
  const wired = {
    ...{ room, wire, random },
    onAnswer: (ids: readonly string[], answer: Acknowledgement) =>
      void answered.push({ ids, answer }),
  };
  await leadTo(kind, room, random);

  const pages: Page[] = [openStagePage(wired)];
  for (let number = 0; number < CONSOLES; number += 1) pages.push(openConsolePage(wired));
  const session = randomId();
  const phones = Array.from({ length: PHONES }, (_, number) => createPhone(wired, session, number));
  for (const [number, phone] of phones.entries()) {
    const browser = testBrowser();
    for (let opened = 0; opened < (number === 0 ? 2 : 1); opened += 1) {
      pages.push(await phone.open(browser.page().storage));
    }
  }

  for (let step = 0; step < STEPS; step += 1) {
    for (const { line } of pages) if (!line.isUp && random.chance(ACTS)) line.up();
    if (random.chance(RELOADS)) {
      for (const { line } of pages) if (line.isUp) line.cut();
      room.reload();
    }
    if (random.chance(CUTS)) random.pick(pages)?.line.cut();
    if (random.chance(ACTS)) random.pick(pages)?.act();
    else wire.step();
    await settled();
  }

  const delivered = async () => {
    for (const { line } of pages) if (!line.isUp) line.up();
    for (let isBusy = true; isBusy; ) {
      isBusy = wire.step();
      await settled();
    }
  };
  wire.mend();
  await delivered();
  // A page that missed the last frame learns of it with the next one; after the end there is none, and it
  // learns of it when it comes back.
  const next = { id: randomId(), command: { type: "showHelp" as const } };
  if (!room.receive("facilitator", next).ok) for (const { line } of pages) line.cut();
  await delivered();

  for (const { audience, live } of pages) {
    expect(live.current().get("view")?.version, audience).toEqual(room.version(audience));
    expect(recordsOn(live), audience).toEqual(flatten(room.session.view(audience)));
  }
  // What was handed in on a phone was sent until it was answered.
  expect(phones.map(({ waiting }) => waiting)).toEqual(phones.map(() => 0));
  expect(effectsOf(room.session)).toEqual(effectsOf(room.once()));
  for (const { ids, answer } of answered) {
    // Sent again under the id that it had (P9), and told what the server has said of it.
    expect(new Set(ids).size).toBeLessThanOrEqual(1);
    if (isUnheard(answer)) continue;
    expect(room.answersTo(ids[0] ?? "")).toContainEqual(answer);
  }
}

/** What a console says itself where no answer came (P19); this server is never busy. */
const isUnheard = (answer: Acknowledgement): boolean => !answer.ok && answer.code === "busy";

/**
 * A ready-made plan in which this kind stands, with the settings that its witness wants: the shortest workshop
 * with it, or one of its activities as a session of its own.
 */
function planWith(kind: string, seed: number): SessionPlan {
  const hasIt = ({ activities }: PlanTemplate) => activities.some((each) => each.kind === kind);
  const shortest = workshops.filter(hasIt).toSorted((one, other) => one.minutes - other.minutes);
  const found = seeded(seed).pick([...shortest.slice(0, 1), ...singleActivities.filter(hasIt)]);
  if (!found) throw new Error(`No plan has ${kind}`);
  const { id: templateId, title, purpose, minutes, activities } = found;
  return {
    ...{ templateId, title, purpose, minutes, address: "du", language: "de" },
    activities: wholeWorkshop([...activities], Math.abs(seed)),
  };
}

/** To any activity of this kind, in which everything then happens; before it people did as asked. */
async function leadTo(kind: string, room: WireRoom, random: Random): Promise<void> {
  const { session } = room;
  const there = session.state.activities.filter(({ template }) => template.kind === kind);
  const aim = random.pick(there)?.template.key;
  const people = Array.from({ length: PHONES }, (_, number) => ({
    device: random.hex(32),
    person: newPerson({ number, language: "de", chance: chanceOf(random) }),
  }));
  while (currentRun(session.state)?.template.key !== aim) {
    const view = session.view("participant");
    const scene = sceneOf(view);
    for (const { device, person } of people) {
      if (!scene) break;
      await playScene(person, view.planned?.kind ?? "", scene, async (command) => {
        const sent: Command = { type: "activity", activity: scene.key, command };
        const answer = room.receive({ device }, { id: random.hex(32), command: sent });
        return answer.ok ? (answer.reply ?? null) : null;
      });
    }
    const from = positionOf(session.state);
    const command: Command =
      from.activity === null ? { type: "begin", endsAt: null } : { type: "advance", from };
    const answer = room.receive("facilitator", { id: random.hex(32), command });
    if (!answer.ok) throw new Error(`${command.type}: ${answer.code}`);
  }
}

/** Everything that commands can have left behind. */
const effectsOf = ({ log, state, sealedCards, sealedBallots, ...session }: MemorySession) => ({
  log,
  sealed: state.activities.map(({ template: { key } }) => [
    ...[key, inOrder(sealedCards(key)), inOrder(sealedBallots(key))],
  ]),
  ...{ replies: session.replies, talk: session.talkRequests, notes: session.notes },
});

const inOrder = (rows: readonly object[]): string[] =>
  rows.map((row) => JSON.stringify(row)).sort();

/** All that follows from what has just happened on the device and in the page, without any waiting. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
