import { expect, test } from "vitest";
import { positionOf } from "@/lib/session/state";
import { createMemorySession, hashOf, type MemorySession } from "@/lib/testing/memory-session";
import { firstAidAfterANo } from "@/lib/workshops/first-aid-after-a-no";

const { id: templateId, title, purpose, minutes, activities } = firstAidAfterANo;
const plan = {
  ...{ templateId, title, purpose, minutes, activities },
  address: "du" as const,
  language: "de" as const,
};
const secret = (number: number) => number.toString(16).padStart(32, "0");

function submit(session: MemorySession, person: number, revision: number, text: string) {
  return session.send(
    { device: secret(person) },
    {
      type: "activity",
      activity: "small-no",
      command: {
        type: "submitCard",
        edit: secret(100 + person),
        markHash: hashOf(secret(200 + person)),
        revision,
        text,
        mayBeCase: false,
        mayBeQuoted: false,
      },
    },
  );
}

test("P66 a change that comes after the reveal is refused, a late repeat of what is shown is not", () => {
  const session = createMemorySession(plan, 1);
  session.send("facilitator", { type: "begin", endsAt: null });
  const advanceTo = (phase: string) => {
    while (positionOf(session.state).phase !== phase) {
      session.send("facilitator", { type: "advance", from: positionOf(session.state) });
    }
  };
  advanceTo("write");
  for (let person = 0; person < 5; person += 1) {
    expect(submit(session, person, 1, `Nein ${person}`).ok).toBe(true);
  }
  advanceTo("reveal");
  expect(submit(session, 0, 1, "Nein 0")).toMatchObject({ ok: true });
  expect(submit(session, 0, 2, "Nein 0, genauer")).toEqual({ ok: false, code: "wrong-phase" });
  const texts = Object.values(session.view("participant").cards).map(({ text }) => text);
  expect(texts.sort()).toEqual([0, 1, 2, 3, 4].map((person) => `Nein ${person}`));
});
