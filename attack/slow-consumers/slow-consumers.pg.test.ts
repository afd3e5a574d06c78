import { expect, test } from "vitest";
import { attackBySlowConsumers } from "@/attack/slow-consumers/slow-consumers";
import { attackDocumentsBySlowConsumers } from "@/attack/slow-consumers/slow-documents";

const TIMEOUT_MS = 240_000;
const few = { peers: 2, cards: 1_000 };
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

test(
  "P36, P67, P208 whoever has a board open and stops reading is cut off, and comes back to everybody's with what they did",
  async () => {
    const { defects } = await attackDocumentsBySlowConsumers(fewWithBoards);
    expect(defects).toEqual([]);
  },
  TIMEOUT_MS,
);

test(
  "positive control: without the limit all boards that are asked for are kept",
  async () => {
    const { defects } = await attackDocumentsBySlowConsumers({ ...fewWithBoards, uncapped: true });
    for (const who of [
      "websocket, phone",
      "websocket, console",
      "polling, phone",
      "polling, console",
    ]) {
      expect(defects).toContainEqual(expect.stringContaining(`${who}: 0 of 1 were cut off`));
    }
    expect(defects).toContainEqual(expect.stringMatching(/bytes were kept for one peer/));
  },
  TIMEOUT_MS,
);
