import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";

/** 128 bits: nobody guesses or meets one twice. */
const SECRET_BYTES = 16;

/** 128 random bits as 32 hex digits. Works over plain http, unlike `randomUUID`. */
export function randomSecret(): string {
  return bytesToHex(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)));
}

/** SHA-256 of the raw bytes of a hex secret, as hex; the server hashes edit secrets alike. */
export function hashSecret(secret: string): string {
  return bytesToHex(sha256(hexToBytes(secret)));
}
