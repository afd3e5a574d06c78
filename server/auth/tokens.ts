import { createHash, randomBytes } from "node:crypto";

/** 192 bits: far beyond guessing, and still one line in a terminal. */
const TOKEN_BYTES = 24;

/** A fresh token for a link. It is shown once and never stored. */
export function newToken(bytes = TOKEN_BYTES): string {
  return randomBytes(bytes).toString("base64url");
}

/** What is stored of a token. It is random, so a plain hash can't be turned back. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
