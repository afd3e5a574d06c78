import { expect, it } from "vitest";
import { sessionPlan } from "@/lib/session/plan";
import { planProblems } from "@/lib/session/plan-check";
import { summarise } from "@/lib/session/summarise";
import { toMarkdown } from "@/lib/summary/markdown";
import { createMemorySession, plannedWorkshop } from "@/lib/testing/memory-session";

/** The same plan as somebody would have written it who runs it in German only. */
function inGermanOnly(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inGermanOnly);
  if (typeof value !== "object" || value === null) return value;
  if ("de" in value && "en" in value) return { de: value.de };
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, inGermanOnly(child)]),
  );
}

it("P165 a plan in German only is one, and its English summary says where it is not English", () => {
  const plan = sessionPlan.parse(inGermanOnly(plannedWorkshop()));
  expect(planProblems(plan)).toEqual([]);
  const session = createMemorySession(plan, 1);
  session.joined = 8;
  session.send("facilitator", { type: "begin", endsAt: null });
  session.send("facilitator", { type: "end" });
  const facts = { day: "2026-11-26", joined: 8, takeaway: "", contacts: [] };
  const title = "Erste Hilfe nach einem Nein";

  const english = summarise(session.state, { ...facts, language: "en" });
  expect(english.title).toBe(`${title} (in German)`);
  expect(english.fileName).toBe("aufwind-erste-hilfe-nach-einem-nein-2026-11-26");
  expect(toMarkdown(english)).toContain("Ein kleines Nein (in German)");

  const german = summarise(session.state, { ...facts, language: "de" });
  expect(german.title).toBe(title);
  expect(toMarkdown(german)).not.toContain("(auf Englisch)");
});
