import { describe, expect, it } from "vitest";
import { shownBoards } from "@/app/sessions/[id]/stage-pictures/shown-boards";
import { CELL_MIN } from "@/lib/activities/small-cells";
import { heldWhole } from "@/lib/session/recorded/sessions";
import { type StagePictures, stagePictures } from "@/lib/session/stage-pictures";
import { readEvent } from "@/lib/session/stored";
import { storedLogOf } from "@/lib/testing/stored-log";
import { workshops } from "@/lib/workshops/registry";

const PEOPLE = 12;

const held = workshops.map((plan) => {
  const session = heldWhole(plan, PEOPLE);
  const about = { read: readEvent, struck: [], joined: PEOPLE };
  return { session, pictures: stagePictures(session.state.plan, storedLogOf(session), about) };
});

const textsOn = (pictures: StagePictures): string[] =>
  shownBoards(pictures).flatMap(({ groups }) =>
    groups.flatMap(({ cards }) => cards.map(({ text }) => text)),
  );

describe("the boards of a session", () => {
  it("are there where cards were put together, each once", () => {
    const boards = held.map(({ pictures }) => shownBoards(pictures));
    expect(boards.flat().length).toBeGreaterThan(0);
    for (const each of boards) {
      expect(new Set(each.map(({ planned }) => planned.key)).size).toBe(each.length);
    }
    const named = boards.flat().flatMap(({ groups }) => groups.filter(({ name }) => name !== null));
    expect(named.length).toBeGreaterThan(0);
  });

  it("P322 name no theme of one or two cards, and tell of how many some may be shown", () => {
    for (const { pictures } of held) {
      for (const { groups } of shownBoards(pictures)) {
        for (const { name, cards, total } of groups) {
          if (typeof name === "string") expect(total).toBeGreaterThanOrEqual(CELL_MIN);
          expect(total).toBeGreaterThanOrEqual(cards.length);
        }
      }
    }
  });

  it("P322 hold cards that may be quoted, and no others", () => {
    const all = held.map(({ session, pictures }) => {
      const told = new Set<string>();
      const quotable = new Set<string>();
      for (const { instance } of session.state.activities) {
        const batches = instance.batches();
        for (const [id, { text }] of batches?.cards ?? []) {
          (batches?.consents.get(id)?.mayBeQuoted ? quotable : told).add(text);
        }
      }
      const withheld = new Set([...told].filter((text) => !quotable.has(text)));
      return { texts: textsOn(pictures), withheld };
    });
    // The control: boards have cards, and there are some that they could have told.
    expect(all.some(({ texts, withheld }) => texts.length > 0 && withheld.size > 0)).toBe(true);
    for (const { texts, withheld } of all) {
      expect(texts.filter((text) => withheld.has(text))).toEqual([]);
    }
  });
});
