import { createHash, createHmac, randomBytes, randomInt } from "node:crypto";
import { ROOM_CODE_ALPHABET, ROOM_CODE_LENGTH } from "@/lib/session/room-code";

/** 128 random bits as hex. */
export const randomId = (): string => randomBytes(16).toString("hex");

/** A fresh join code: 40 random bits in letters and digits that people can read out. */
export const newCode = (): string =>
  Array.from({ length: ROOM_CODE_LENGTH }, () =>
    ROOM_CODE_ALPHABET.charAt(randomInt(ROOM_CODE_ALPHABET.length)),
  ).join("");

/** SHA-256 of a hex secret's bytes, as hex. */
export const hashSecret = (secret: string): string =>
  createHash("sha256").update(Buffer.from(secret, "hex")).digest("hex");

/** `HMAC(K_activity, device secret ‖ slot)` (anonymity.md, rule 4). */
export const tagOf = (key: string, device: string, slot: string): string =>
  createHmac("sha256", Buffer.from(key, "hex"))
    .update(Buffer.from(device, "hex"))
    .update(slot)
    .digest("hex");

/** A shuffled copy (Fisher–Yates over the system's randomness). */
export function shuffle<T>(items: readonly T[]): T[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    const swapped = shuffled.splice(other, 1, ...shuffled.slice(last, last + 1));
    shuffled.splice(last, 1, ...swapped);
  }
  return shuffled;
}
