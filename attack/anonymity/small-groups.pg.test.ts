import { describe, expect, test } from "vitest";
import { filesOf } from "@/attack/anonymity/summary";
import { viewsIn } from "@/attack/anonymity/views";
import { type Happening, type Part, type Played, playWorkshop } from "@/attack/anonymity/workshop";
import { witnessOf } from "@/attack/witnesses";
import { nodeForFile } from "@/server/testing/own-node";
import { openSession } from "@/server/testing/workshop";

/**
 * Rooms of one to seven: what is shown, to whom, and what could be had by subtraction. The numbers
 * are spelt out here, so that lowering them anywhere else is seen.
 */
const K_CARDS = 5;
const K_CARDS_SMALL_GROUP = 3;
const K_SCORES = 5;

const at = nodeForFile();

const room = (n: number): Part[] =>
  Array.from({ length: n }, (_, number) => ({
    number,
    // More than the plan's ballots hold, from five people on. None stands within another, as each is looked for.
    cards: [[`Karte-${number}-Wortlaut`], [`Lesart-${number}-eins`, `Lesart-${number}-zwei`]],
    vote: "Lesart-0-eins",
  }));

const everything = ({ frames }: Played): string =>
  [...frames.facilitator, ...frames.stage, ...frames.participants].join("\n");

/** Numbers of people behind anything that was shown to anybody: each must be k or more. */
function numbersShown({ frames: { facilitator, stage, participants } }: Played): number[] {
  // Each phone's frames begin with a whole view.
  return [facilitator, stage, participants].flatMap((frames) =>
    viewsIn(frames).flatMap(({ planned, activity }) =>
      planned && activity ? (witnessOf(planned.kind).peopleBehind?.(activity.record) ?? []) : [],
    ),
  );
}

/** Plays it, and makes every file of it. */
async function play(parts: Part[], happening: Happening = {}) {
  const played = await playWorkshop(at, parts, happening);
  const files = await filesOf(at.node, await at.account(), played.session);
  return { played, files: files.join("\n") };
}

/** Plays rooms of one to seven and finds nothing below k anywhere. */
async function expectNothingBelow(k: number, smallGroup: boolean) {
  const rooms = await Promise.all(
    [1, 2, 3, 4, 5, 6, 7].map(async (n) => {
      const parts = room(n);
      return { n, parts, ...(await play(parts, { smallGroup })) };
    }),
  );
  for (const { n, parts, played, files: handedOn } of rooms) {
    const seen = everything(played);
    for (const text of parts.flatMap(({ cards }) => cards.flat())) {
      expect(seen.includes(text), `${text} in a room of ${n}`).toBe(n >= k);
      // Quotes are five at most, readings three.
      if (n < k) expect(handedOn).not.toContain(text);
    }
    const numbers = numbersShown(played);
    expect(numbers.length > 0, `numbers in a room of ${n}`).toBe(n >= K_SCORES);
    expect(Math.min(K_SCORES, ...numbers)).toBe(K_SCORES);
    if (n < K_SCORES) {
      expect(handedOn).toContain(`weniger als ${K_SCORES}`);
      expect(handedOn).not.toMatch(/Mittlerer Wert vorher|von \d+ Paaren|haben es gesehen/);
    }
    expect(seen).toContain(`"k":{"cards":${k},"scores":${K_SCORES}}`);
  }
}

describe("rooms of one to seven", () => {
  test("show cards and numbers from five people on, to nobody anything below", () =>
    expectNothingBelow(K_CARDS, false));

  test("in small-group mode show cards from three people on, numbers still from five", () =>
    expectNothingBelow(K_CARDS_SMALL_GROUP, true));
});

test("k is locked when the lobby closes: it can't be lowered any more, nor raised by mistake", async () => {
  const { facilitator } = await openSession(at.node, await at.account());
  await facilitator.send({ type: "begin", endsAt: null });
  for (const on of [true, false]) {
    expect(await facilitator.send({ type: "chooseSmallGroup", on })).toEqual({
      ok: false,
      code: "wrong-phase",
    });
  }
  expect(facilitator.view?.session.k).toEqual({ cards: K_CARDS, scores: K_SCORES });
  facilitator.close();
});

test("held and withdrawn cards count against k, and are in no view and no file", async () => {
  const cases = [
    { n: 5, held: 1, withdrawn: 0, shown: [0] },
    { n: 5, held: 0, withdrawn: 1, shown: [0] },
    { n: 6, held: 1, withdrawn: 0, shown: [5] },
    { n: 6, held: 0, withdrawn: 1, shown: [5] },
    // Whom the facilitator held may be who withdraws: then one more is shown.
    { n: 7, held: 1, withdrawn: 1, shown: [5, 6] },
    { n: 7, held: 3, withdrawn: 0, shown: [0] },
  ];
  await Promise.all(
    cases.map(async ({ n, held, withdrawn, shown }) => {
      const review: NonNullable<Happening["at"]>[string] = async ({ facilitator }, cards) => {
        for (const reviewId of Object.keys(facilitator.view?.review ?? {}).slice(0, held)) {
          await facilitator.act({ type: "holdCard", reviewId, held: true });
        }
        for (const { phone, edit } of cards.slice(0, withdrawn)) {
          await phone.act({ type: "withdrawCard", edit });
        }
      };
      const parts = room(n);
      const { played, files } = await play(parts, { at: { "small-no/review": review } });
      const open = [...played.frames.stage, ...played.frames.participants].join("\n");
      const texts = parts.flatMap(({ cards: [own = []] }) => own);
      const seen = texts.filter((text) => open.includes(text));
      expect(shown, `of ${n}, ${held} held and ${withdrawn} withdrawn`).toContain(seen.length);
      for (const text of texts) if (!seen.includes(text)) expect(files).not.toContain(text);
    }),
  );
});
