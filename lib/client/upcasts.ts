import type { Upcast } from "@/lib/session/upcast";

/** From version to version of what a device keeps of a session. */
export const deviceUpcasts: readonly Upcast[] = [
  // 2: what was handed in may be in "conflict" with another page's (P135). Nothing was before.
  (stored) => stored,
];
