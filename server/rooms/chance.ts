import { createHash, createHmac, randomBytes, randomInt } from "node:crypto";

/** 128 random bits as hex. */
export const randomId = (): string => randomBytes(16).toString("hex");

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
