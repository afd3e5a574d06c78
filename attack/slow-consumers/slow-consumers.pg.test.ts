import { expect, test } from "vitest";
import { attackBySlowConsumers } from "@/attack/slow-consumers/slow-consumers";

const TIMEOUT_MS = 240_000;
const few = { peers: 2, cards: 1_000 };

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
