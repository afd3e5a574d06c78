import type { ReactNode } from "react";

const TONES = {
  done: "bg-accent-soft text-ink",
  problem: "bg-brick-soft text-brick",
  attention: "bg-ochre-soft text-ochre",
} as const;

/** One sentence about what has just happened, or must be known first. */
export function Notice({ tone, children }: { tone: keyof typeof TONES; children: ReactNode }) {
  return <p className={`rounded-control px-4 py-3 text-lg ${TONES[tone]}`}>{children}</p>;
}
