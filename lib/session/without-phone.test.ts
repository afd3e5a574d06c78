import { describe, expect, it } from "vitest";
import { WITHOUT_PHONE_MAX } from "@/lib/session/commands";
import { seedHelpContacts } from "@/lib/session/help-contacts";
import { summarise } from "@/lib/session/summarise";
import { createMemorySession } from "@/lib/testing/memory-session";
import { plan } from "@/lib/testing/session-driver";

const count = (n: number) => ({ type: "countWithoutPhone" as const, count: n });

/** What the summary's head says of people, `joined` of whom came by a phone. */
function peopleIn(session: ReturnType<typeof createMemorySession>, joined: number) {
  const { sections } = summarise(session.state, {
    ...{ language: "de", day: "2026-11-23", joined, takeaway: "", contacts: seedHelpContacts },
  });
  const [facts] = sections.find(({ key }) => key === "head")?.blocks ?? [];
  if (facts?.type !== "facts") throw new Error("The summary has no head");
  return facts.facts.find(({ label }) => label === "Personen")?.value;
}

describe("P203 people without a phone", () => {
  it("are counted in the lobby and later, and everybody is told the same number", () => {
    const session = createMemorySession(plan, 203);
    expect(session.send("facilitator", count(2)).ok).toBe(true);
    session.send("facilitator", { type: "begin", endsAt: null });
    expect(session.send("facilitator", count(3)).ok).toBe(true);
    for (const audience of ["participant", "stage", "facilitator"] as const) {
      expect(session.view(audience).session.withoutPhone).toBe(3);
    }
    expect(session.replayed().withoutPhone).toBe(3);
  });

  it("change no threshold and no count of phones, however many they are", () => {
    const seen = [0, WITHOUT_PHONE_MAX].map((n) => {
      const session = createMemorySession(plan, 203);
      session.send("facilitator", count(n));
      session.send("facilitator", { type: "begin", endsAt: null });
      const { room } = session.view("participant");
      return { k: session.state.k, room, people: session.view("stage").people };
    });
    expect(seen[1]).toEqual(seen[0]);
  });

  it("leave one event, and none where the number is the same again", () => {
    const session = createMemorySession(plan, 203);
    for (const n of [2, 2, 3]) session.send("facilitator", count(n));
    const counted = session.log.filter(({ type }) => type === "withoutPhoneCounted");
    expect(counted.map((event) => "count" in event && event.count)).toEqual([2, 3]);
  });

  it("stand beside who joined in the summary's head, and are not added to them", () => {
    const session = createMemorySession(plan, 203);
    session.send("facilitator", { type: "begin", endsAt: null });
    expect(peopleIn(session, 12)).toBe("12");
    session.send("facilitator", count(2));
    session.send("facilitator", { type: "end" });
    expect(peopleIn(session, 12)).toBe("12, dazu 2 ohne Gerät");
    // The two make no five of three.
    expect(peopleIn(session, 3)).toBe("weniger als 5, dazu 2 ohne Gerät");
  });
});
