import { expect, test } from "vitest";
import { collectSettings } from "@/lib/activities/collect/schema";
import { createMemorySession, hashOf } from "@/lib/session/memory-session";
import { advanceTo, deviceOf, hex, plan } from "@/lib/session/session-driver";
import { countCharacters } from "@/lib/session/text";

test("the server counts a card's characters as the editor does, a family emoji as one (20)", () => {
  const session = createMemorySession(plan, 3);
  session.send("facilitator", { type: "begin", endsAt: null });
  advanceTo(session, "small-no", "write");
  const collect = plan.activities.find(({ key }) => key === "small-no");
  const { characterLimit: limit } = collectSettings.parse(collect?.settings);
  const handIn = (text: string, n: number) =>
    session.send(deviceOf(n), {
      type: "activity",
      activity: "small-no",
      command: {
        type: "submitCard",
        edit: hex(700 + n),
        markHash: hashOf(hex(800 + n)),
        revision: 1,
        text,
        mayBeCase: false,
        mayBeQuoted: false,
      },
    });
  const full = "👨‍👩‍👧‍👦".repeat(limit);
  expect(countCharacters(full)).toBe(limit);
  expect(handIn(full, 1)).toMatchObject({ ok: true });
  expect(countCharacters(`${full}x`)).toBeGreaterThan(limit);
  expect(handIn(`${full}x`, 2)).toEqual({ ok: false, code: "too-long" });
});
