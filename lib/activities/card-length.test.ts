import { expect, test } from "vitest";
import { createMemorySession, hashOf } from "@/lib/session/memory-session";
import { advanceTo, deviceOf, hex, plan } from "@/lib/session/session-driver";
import { countCharacters } from "@/lib/ui/text-area";

test("the server counts a card's characters as the editor does, emoji too", () => {
  const session = createMemorySession(plan, 3);
  session.send("facilitator", { type: "begin", endsAt: null });
  advanceTo(session, "small-no", "write");
  const collect = plan.activities.find(({ key }) => key === "small-no");
  const limit = collect?.kind === "collect" ? collect.settings.characterLimit : 0;
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
  const full = "🙂".repeat(limit / 2);
  expect(countCharacters(full)).toBe(limit);
  expect(handIn(full, 1)).toMatchObject({ ok: true });
  expect(countCharacters(`${full}🙂`)).toBeGreaterThan(limit);
  expect(handIn(`${full}🙂`, 2)).toEqual({ ok: false, code: "too-long" });
});
