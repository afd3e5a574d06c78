import { expect, test } from "vitest";
import { collectSettings } from "@/lib/activities/collect/schema";
import { kindOf } from "@/lib/activities/kinds";
import { createMemorySession, hashOf } from "@/lib/testing/memory-session";
import { advanceTo, deviceOf, hex, plan } from "@/lib/testing/session-driver";
import { countCharacters } from "@/lib/text";

test("the server counts a card's characters as the editor does, a family emoji as one (20, P39)", () => {
  const session = createMemorySession(plan, 3);
  session.send("facilitator", { type: "begin", endsAt: null });
  advanceTo(session, "small-no", "write");
  const collect = plan.activities.find(({ key }) => key === "small-no");
  const { characterLimit: limit } = collectSettings.parse(collect?.settings);
  const handIn = (text: string, n: number) =>
    session.send(deviceOf(n), {
      type: "activity",
      activity: "small-no",
      command: cardOf(text, n),
    });
  const full = "👨‍👩‍👧‍👦".repeat(limit);
  expect(countCharacters(full)).toBe(limit);
  expect(handIn(full, 1)).toMatchObject({ ok: true });
  expect(countCharacters(`${full}x`)).toBeGreaterThan(limit);
  expect(handIn(`${full}x`, 2)).toEqual({ ok: false, code: "too-long" });
  // What no plan could allow does not even parse.
  const isCard = (text: string) =>
    kindOf("collect").commands.submitCard?.schema.safeParse(cardOf(text, 3)).success;
  expect(isCard("x".repeat(1_000))).toBe(true);
  expect(isCard("x".repeat(1_001))).toBe(false);
  expect(handIn("x".repeat(1_001), 3)).toEqual({ ok: false, code: "bad-input" });
  // Few characters to a reader, and too many units to be kept.
  const heavy = `a${"\u0301".repeat(40)}`;
  expect(countCharacters(heavy.repeat(200))).toBe(200);
  expect(isCard(heavy.repeat(195))).toBe(true);
  expect(isCard(heavy.repeat(196))).toBe(false);
});

const cardOf = (text: string, n: number) => ({
  type: "submitCard",
  edit: hex(700 + n),
  markHash: hashOf(hex(800 + n)),
  revision: 1,
  text,
  mayBeCase: false,
  mayBeQuoted: false,
});
