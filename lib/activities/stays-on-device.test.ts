import { expect, test } from "vitest";
import { kindOf } from "@/lib/activities/kinds";

/** What phones keep to themselves, by the names under which they keep it (`kept.ts`, `device-record.ts`). */
const KEPT = {
  fields: { when: "Wenn es nachher still ist", by: "2027-01-15" },
  plan: "Wenn es nachher still ist",
  line: "Du hast dich wieder nicht getraut",
  kept: { "other-readings/line": { content: { text: "Du hast dich wieder nicht getraut" } } },
  "if-then/private:mine": { content: { text: "Früher fragen" } },
  "private:mine": "Früher fragen",
  privateLines: [{ key: "mine", text: "Früher fragen" }],
  keptCards: [{ id: "0".repeat(32), text: "Es war ein voller Tag." }],
};

/** Each command that a phone may send there, whole. */
const id = "0".repeat(32);
const reading = {
  type: "submitCard",
  edit: id,
  markHash: "0".repeat(64),
  revision: 1,
  attributes: { caseId: "own", lens: null },
  text: "Es war ein voller Tag.",
  mayBeQuoted: false,
};
const commands = [
  { kind: "board", command: { ...reading, attributes: { zone: "asked" } } },
  {
    kind: "board",
    command: { type: "placeCards", cards: [{ id, to: null, before: null }] },
  },
  { kind: "collect", command: { ...reading, attributes: { column: "asked" } } },
  { kind: "collect", command: { ...reading, attributes: {} } },
  { kind: "collect", command: { type: "castDots", revision: 1, dots: { [id]: 1 } } },
  { kind: "commit", command: { type: "reportFinished", revision: 1, steps: ["ask"] } },
  { kind: "reframe", command: reading },
  { kind: "reframe", command: { type: "withdrawCard", edit: id } },
  { kind: "reframe", command: { type: "openBallot", caseId: "own" } },
  {
    kind: "reframe",
    command: { type: "castBallot", caseId: "own", revision: 1, readings: [id] },
  },
];

test("no command has a place for a plan, a line of one's own, a private line or readings that were kept (P60, P196)", () => {
  for (const { kind, command } of commands) {
    const schema = kindOf(kind).commands[command.type]?.schema;
    if (!schema) throw new Error(`${kind} knows no ${command.type}`);
    expect(schema.safeParse(command).success, command.type).toBe(true);
    for (const [key, value] of Object.entries(KEPT)) {
      const more = { ...command, [key]: value };
      expect(schema.safeParse(more).success, `${command.type} with ${key}`).toBe(false);
    }
  }
});
