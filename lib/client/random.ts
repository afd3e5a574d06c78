import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";

/** 128 bits: nobody guesses or meets one twice. */
const SECRET_BYTES = 16;

/** 128 random bits as 32 hex digits. Works over plain http, unlike `randomUUID`. */
export function randomSecret(): string {
  return bytesToHex(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)));
}

/** SHA-256 as hex. Works over plain http, unlike `crypto.subtle`. */
export const hashBytes = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

/** SHA-256 of the raw bytes of a hex secret, as hex; the server hashes edit secrets alike. */
export const hashSecret = (secret: string): string => hashBytes(hexToBytes(secret));

/** Values of 32 random bits. */
const DRAWN = 2 ** 32;

/** A whole number from 0 to under `end`, each as likely as any other. */
export function randomBelow(end: number): number {
  // What is left above the last whole round would favour low numbers.
  const whole = DRAWN - (DRAWN % end);
  for (;;) {
    const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
    if (drawn < whole) return drawn % end;
  }
}
