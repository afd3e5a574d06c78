import { describe, expect, test } from "vitest";
import { attackAtTheDoor } from "@/attack/slow-consumers/at-the-door";
import { attackBoardsBySlowConsumers } from "@/attack/slow-consumers/slow-boards";
import { attackBySlowConsumers } from "@/attack/slow-consumers/slow-consumers";
import { askers, type SlowDocumentsOptions } from "@/attack/slow-consumers/slow-documents";
import { attackSheetsBySlowConsumers } from "@/attack/slow-consumers/slow-sheets";
import { IS_EVERYTHING_TRIED } from "@/lib/testing/everyday";

const TIMEOUT_MS = 240_000;
const few = { peers: 2, cards: 1_000 };
type Asking = Pick<SlowDocumentsOptions, "uncapped" | "turn">;
const fewWithBoards = { peers: 1, people: 12 };

test(
  "P36, P67 a client that stops reading is cut off, delays nobody, and converges when it is back",
  async () => {
    const { defects } = await attackBySlowConsumers(few);
    expect(defects).toEqual([]);
  },
  TIMEOUT_MS,
);

test(
  "positive control: without the limit all of it is kept",
  async () => {
    const { defects } = await attackBySlowConsumers({ ...few, uncapped: true });
    expect(defects).toEqual([
      expect.stringMatching(/^websocket: \d of 2 were cut off/),
      expect.stringMatching(/bytes were kept for one peer/),
      expect.stringMatching(/^polling: \d of 2 were cut off/),
      expect.stringMatching(/bytes were kept for one peer/),
    ]);
  },
  TIMEOUT_MS,
);

/** Every day half of those who ask stall on the board and half on the sheet; with `npm run test:all` each on both. */
describe.each([
  [
    "a board",
    0,
    (options: Asking) => attackBoardsBySlowConsumers({ ...fewWithBoards, ...options }),
  ],
  ["a sheet", 1, (options: Asking) => attackSheetsBySlowConsumers({ peers: 1, ...options })],
] as const)("whoever has %s open and stops reading", (_, own, attack) => {
  const turn = IS_EVERYTHING_TRIED ? {} : { turn: own };

  test(
    "P36, P67, P208, P287 is cut off, delays nobody, and comes back to everybody's with what they did",
    async () => {
      const { defects } = await attack({ uncapped: false, ...turn });
      expect(defects).toEqual([]);
    },
    TIMEOUT_MS,
  );

  test(
    "positive control: without the limit all that is asked for is kept",
    async () => {
      const { defects } = await attack({ uncapped: true, ...turn });
      const asked = askers.filter((each) => IS_EVERYTHING_TRIED || each.turn === own);
      expect(new Set(asked.flatMap(({ transport, role }) => [transport, role])).size).toBe(4);
      for (const { who } of asked) {
        expect(defects).toContainEqual(expect.stringContaining(`${who}: 0 of 1 were cut off`));
      }
      expect(defects).toContainEqual(expect.stringMatching(/bytes were kept for one peer/));
    },
    TIMEOUT_MS,
  );
});

test(
  "P286 whoever is refused again and again before they are in, and reads nothing of it, is cut off",
  async () => {
    const { defects } = await attackAtTheDoor({ peers: 1 });
    expect(defects).toEqual([]);
    const control = await attackAtTheDoor({ peers: 1, uncapped: true });
    expect(control.defects).toEqual([
      "0 of 1 were cut off",
      expect.stringMatching(/bytes were kept for one peer/),
    ]);
  },
  TIMEOUT_MS,
);
