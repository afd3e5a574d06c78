import { describe, expect, it } from "vitest";
import { canShow } from "@/lib/activities/screens";
import { heldWhole } from "@/lib/session/recorded/sessions";
import { stagePictures } from "@/lib/session/stage-pictures";
import { readEvent } from "@/lib/session/stored";
import type { MemorySession } from "@/lib/testing/memory-session";
import { storedLogOf } from "@/lib/testing/stored-log";
import { workshops } from "@/lib/workshops/registry";

const PEOPLE = 12;

const picturesOf = (session: MemorySession, struck: readonly string[] = []) =>
  stagePictures(session.state.plan, storedLogOf(session), {
    ...{ read: readEvent, struck, joined: PEOPLE },
  });

/** Texts of revealed cards, by whether somebody has allowed that they are quoted. */
function cardsOf({ state }: MemorySession): { quotable: string[]; withheld: string[] } {
  const quotable = new Set<string>();
  const all = new Set<string>();
  for (const { instance } of state.activities) {
    const batches = instance.batches();
    for (const [id, { text, notForStage }] of batches?.cards ?? []) {
      if (notForStage) continue;
      all.add(text);
      if (batches?.consents.get(id)?.mayBeQuoted) quotable.add(text);
    }
  }
  return { quotable: [...quotable], withheld: [...all].filter((text) => !quotable.has(text)) };
}

const held = workshops.map((plan) => ({ name: plan.id, session: heldWhole(plan, PEOPLE) }));

describe.each(held)("the pictures of $name", ({ session }) => {
  it("are there, and can be shown", () => {
    const pictures = picturesOf(session);
    expect(pictures.length).toBeGreaterThan(0);
    expect(pictures.filter(canShow)).toHaveLength(pictures.length);
    expect(new Set(pictures.map(({ planned }) => planned?.key)).size).toBeGreaterThan(1);
  });

  it("P321 hold no words of a card that may not be quoted", () => {
    const shown = JSON.stringify(picturesOf(session));
    for (const text of cardsOf(session).withheld) {
      expect(shown).not.toContain(JSON.stringify(text).slice(1, -1));
    }
  });

  it("say nothing of who can join", () => {
    for (const { code } of picturesOf(session)) expect(code).toBeNull();
  });
});

it("P321 hold what may be quoted, but for what was struck", () => {
  const session = held.find(({ name }) => name === "first-aid-after-a-no")?.session;
  if (!session) throw new Error("The workshop is not there");
  const { quotable, withheld } = cardsOf(session);
  // The control: there is something to be left out, and something to be left in.
  expect(withheld.length).toBeGreaterThan(0);
  const shown = JSON.stringify(picturesOf(session));
  expect(quotable.some((text) => shown.includes(text))).toBe(true);
  const struck = quotable.find((text) => shown.includes(text)) ?? "";
  expect(JSON.stringify(picturesOf(session, [struck]))).not.toContain(struck);
});

it("are none of a session in which nobody was", () => {
  const [first] = workshops;
  if (!first) throw new Error("There are no workshops");
  for (const picture of picturesOf(heldWhole(first, 0))) expect(picture.cards).toEqual({});
});
