import type { ViewFrame } from "@/lib/protocol";

/** Incarnations of a channel. */
export const here = "a".repeat(32);
export const elsewhere = "b".repeat(32);

/** A whole view, as it travels. */
export function full(
  counter: number,
  records: Record<string, unknown>,
  incarnation = here,
): ViewFrame {
  return { kind: "full", version: [incarnation, counter], now: 0, records };
}

/** A patch from the version before. */
export function patch(
  counter: number,
  set: Record<string, unknown>,
  gone: string[] = [],
  incarnation = here,
): ViewFrame {
  return { kind: "patch", version: [incarnation, counter], now: 0, set, gone };
}
