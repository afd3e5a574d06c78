import { expect, test } from "vitest";
import { commitCommand } from "@/lib/activities/commit/schema";
import { reframeCommand } from "@/lib/activities/reframe/schema";

/** What phones keep to themselves, by the names under which they keep it (device-record.ts). */
const KEPT = {
  fields: { when: "Wenn es nachher still ist", by: "2027-01-15" },
  plan: "Wenn es nachher still ist",
  line: "Du hast dich wieder nicht getraut",
  ownLines: { "other-readings": "Du hast dich wieder nicht getraut" },
  kept: ["0".repeat(32)],
};

/** Each command that a phone may send there, whole. */
const id = "0".repeat(32);
const reading = {
  type: "submitReading",
  edit: id,
  markHash: "0".repeat(64),
  revision: 1,
  caseId: "own",
  lens: null,
  text: "Es war ein voller Tag.",
  mayBeQuoted: false,
};
const commands = [
  { schema: commitCommand, command: { type: "reportFinished", revision: 1, steps: ["ask"] } },
  { schema: reframeCommand, command: reading },
  { schema: reframeCommand, command: { type: "withdrawReading", edit: id } },
  { schema: reframeCommand, command: { type: "openBallot", caseId: "own" } },
  {
    schema: reframeCommand,
    command: { type: "castBallot", caseId: "own", revision: 1, readings: [id] },
  },
];

test("no command has a place for a plan, a line of one's own or readings that were kept", () => {
  for (const { schema, command } of commands) {
    expect(schema.safeParse(command).success, command.type).toBe(true);
    for (const [key, value] of Object.entries(KEPT)) {
      const more = { ...command, [key]: value };
      expect(schema.safeParse(more).success, `${command.type} with ${key}`).toBe(false);
    }
  }
});
