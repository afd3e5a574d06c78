import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { channels } from "@/attack/anonymity/channels";
import { bestOf } from "@/attack/anonymity/guess";
import { PLAYED } from "@/attack/anonymity/plan";
import { findInSession, findUnused, play, type Run } from "@/attack/anonymity/run";
import { isLeak } from "@/attack/anonymity/statistics";
import { findInColumns } from "@/attack/anonymity/structure";
import { findInLogs, findTaint } from "@/attack/anonymity/taint";
import { variants } from "@/attack/anonymity/variants";
import { ballots } from "@/attack/anonymity/votes";
import { createWorld, type World } from "@/attack/anonymity/world";
import { seeded } from "@/attack/random";

/** The short run: taint, structure and positive controls. The claim itself needs a full run. */
const SESSIONS = 3;
const SEED = 20261124;
/** The sessions take about a minute; a busy machine takes longer. */
const PLAYED_WITHIN_MS = 300_000;

let world: World;
let run: Run;

beforeAll(async () => {
  world = await createWorld();
  run = await play(world, SESSIONS, seeded(SEED));
}, PLAYED_WITHIN_MS);

afterAll(async () => {
  await world.stop();
});

test("finds no secret, no per-card signal, no order and nothing unrevealed anywhere", () => {
  const fates = run.evidence.flatMap(({ trace }) => trace.cards.map(({ fate }) => fate));
  // Else nothing was there to be found.
  const pressed = run.evidence.flatMap(({ trace }) => trace.pressed);
  const isGone = ({ text }: { text: string }) =>
    run.evidence.some(({ trace }) =>
      trace.cards.some((card) => card.text === text && card.fate === "withdrawn"),
    );
  expect(pressed.some(isGone)).toBe(true);
  const kinds = ["revealed", "withdrawn", "held", "late", "unshown"];
  for (const fate of kinds) expect(fates).toContain(fate);
  // Among the secrets are those of devices (P4), and nobody's being done is shown by itself (P31).
  expect(run.defects).toEqual([]);
});

test("searches the disk so that it finds: before the pass words are in tables and log", () => {
  expect(run.foundBefore.tables.size).toBeGreaterThan(0);
  expect(run.foundBefore.log.size).toBeGreaterThan(0);
  expect(run.found.log.size).toBe(0);
  // So are seats, keys and moves on boards; after it none of them is, else it is among the defects.
  const kinds = ["seat", "tag", "key", "edit hash", "a move"];
  const found = kinds.flatMap((what) => ["tables", "log"].map((place) => `${what} in ${place}`));
  expect([...run.foundBefore.traces].sort()).toEqual(found.sort());
  const lines = run.evidence.flatMap(({ trace }) => [
    ...trace.cards.filter(({ activity }) => activity === PLAYED).map(({ text }) => text),
    ...trace.rows.map(({ text }) => text),
  ]);
  expect(lines.some((text) => run.foundBefore.log.has(text))).toBe(true);
});

test("knows of each line whether it was shown: else it guesses at what isn't there", () => {
  for (const { trace, rows } of run.evidence) {
    const logged = JSON.stringify(rows);
    const lines = trace.cards.filter(({ activity }) => activity === PLAYED);
    const shown = lines.filter(({ fate }) => fate === "revealed").map(({ text }) => text);
    expect(shown.filter((text) => !logged.includes(text))).toEqual([]);
    expect(shown.length).toBeGreaterThan(0);
  }
});

test("guesses at every vote that was counted: at none it would be right by seeing nothing", () => {
  const tried = ballots(run.evidence);
  expect(tried.length).toBeGreaterThan(0);
  for (const { cards, timelines } of tried) expect(timelines.get("ids")).toHaveLength(cards.length);
  const told = new Set(
    run.evidence.flatMap(({ trace }) => trace.votes.map((each) => each.activity)),
  );
  for (const only of told)
    expect([only, ballots(run.evidence, only).length > 0]).toEqual([only, true]);
});

test("tells no author by any channel, beyond doubt", () => {
  const leaks = channels(run.evidence, run.found, seeded(1)).flatMap(({ name, attacks }) => {
    const { outcomes, names } = bestOf(attacks());
    // A channel that finds nothing to guess at would never tell.
    expect(outcomes.length, name).toBeGreaterThan(0);
    return isLeak(outcomes, seeded(2)) ? [`${name}: ${names.join(", ")}`] : [];
  });
  expect(leaks).toEqual([]);
});

describe("positive controls", () => {
  for (const { name, seen, structure, leak } of variants) {
    test(`${name} is caught`, () => {
      const leaking = run.evidence.map(leak);
      if (seen) {
        const all = channels(leaking, run.found, seeded(1));
        const attacks = all.find((each) => each.name === seen.channel)?.attacks() ?? [];
        const outcomes = attacks
          .find((each) => each.name === seen.attack)
          ?.outcomes()
          .flat();
        expect(outcomes && isLeak(outcomes, seeded(2))).toBe(true);
      }
      const said = leaking.flatMap(findInSession);
      if (structure) expect(said.join("\n")).toMatch(structure);
    });
  }

  test("each secret is found wherever it is put", () => {
    const secrets = run.evidence.flatMap(({ trace }) => trace.secrets);
    for (const what of ["device", "socket", "edit", "mark", "cookie"]) {
      const secret = secrets.find((each) => each.what === what);
      const text = `{"anything":"${secret?.value}"}`;
      expect(findTaint(secrets, [{ where: "a frame", text }])).toEqual([`${what} in a frame`]);
    }
    expect(findTaint(secrets, [{ where: "a frame", text: '{"id":"0123456789abcdef"}' }])).toEqual(
      [],
    );
  });

  test("a command that no bot sends is found", () => {
    const commands = new Set(run.evidence.flatMap(({ trace }) => [...trace.commands]));
    commands.delete("session/wantToTalk");
    expect(findUnused([{ commands }])).toEqual(["no bot sends session/wantToTalk"]);
  });

  test("a log that knows people is found", () => {
    const traces = run.evidence.map(({ trace }) => trace);
    const [first] = traces;
    const lines = [first?.cards[0]?.text, first?.codes[0], first?.session, "from 192.168.0.7"];
    for (const line of lines) {
      expect(findInLogs({ server: `{"msg":"${line}"}`, database: "" }, traces)).toHaveLength(1);
    }
  });

  test("a column that keeps a time or an order is found", () => {
    const table = "sealed_cards";
    const key = { table, column: "session_id", type: "text", filled: null };
    for (const [type, filled] of [
      ["timestamp with time zone", "now()"],
      ["integer", "nextval('cards_seq'::regclass)"],
      ["bigint", "ALWAYS"],
      ["uuid", "uuidv7()"],
    ] as const) {
      expect(findInColumns([key, { table, column: "extra", type, filled }])).toHaveLength(1);
    }
  });
});
