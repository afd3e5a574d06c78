import { expect, it } from "vitest";
import { heldPhones, REHEARSAL_PEOPLE } from "@/lib/session/rehearsal";
import { readHeading, readPlan, storedPlan } from "@/lib/session/stored";
import { summarise } from "@/lib/session/summarise";
import { toMarkdown } from "@/lib/summary/markdown";
import { createMemorySession, plannedWorkshop } from "@/lib/testing/memory-session";

const audiences = ["participant", "stage", "facilitator"] as const;

const plan = plannedWorkshop();
const real = createMemorySession(plan, 1);
const rehearsal = createMemorySession({ ...plan, rehearsal: true }, 1);

it("P200: every audience is told that it is one, and of a real session there is no such word", () => {
  for (const audience of audiences) {
    expect(rehearsal.view(audience).session.rehearsal).toBe(true);
    expect(real.view(audience).session).not.toHaveProperty("rehearsal");
  }
});

it("P200: it is one after it was stored, and whatever else its plan is not", () => {
  const stored: unknown = JSON.parse(JSON.stringify(storedPlan({ ...plan, rehearsal: true })));
  expect(readPlan(stored).rehearsal).toBe(true);
  expect(readHeading(stored)?.rehearsal).toBe(true);
  expect(readPlan(JSON.parse(JSON.stringify(storedPlan(plan))))).not.toHaveProperty("rehearsal");
});

it("P200: its file says so before any figure, in both languages", () => {
  const facts = { day: "2026-11-27", joined: 10, takeaway: "", contacts: [] };
  for (const [language, says] of [
    ["de", "Zehn erfundene Personen"],
    ["en", "ten invented people"],
  ] as const) {
    const file = toMarkdown(summarise(rehearsal.state, { ...facts, language }));
    expect(file.indexOf(says)).toBeGreaterThan(0);
    expect(file.indexOf(says)).toBeLessThan(file.indexOf("10"));
    expect(toMarkdown(summarise(real.state, { ...facts, language }))).not.toContain(says);
  }
});

it("an invented person is no phone that works", () => {
  const seen = (session: typeof real, joined: number) =>
    heldPhones({ ...session.view("facilitator"), people: { joined, away: 0, done: 0 } });
  expect(seen(rehearsal, 3)).toBe(0);
  expect(seen(rehearsal, REHEARSAL_PEOPLE)).toBe(0);
  expect(seen(rehearsal, REHEARSAL_PEOPLE + 1)).toBe(1);
  expect(seen(real, 3)).toBe(3);
});
