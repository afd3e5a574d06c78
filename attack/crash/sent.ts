import type { Outcome } from "@/attack/crash/sender";

/** One state of a card or a ballot as this phone sent it, and whether it counts. */
export interface Sent<Content> {
  revision: number;
  content: Content;
  fate: "accepted" | "refused" | "uncertain";
}

/** The acceptable contents: the last accepted one, and what was sent later with an unknown fate. */
export function acceptable<Content>(sent: readonly Sent<Content>[]): {
  certain: Sent<Content> | undefined;
  all: Sent<Content>[];
} {
  const last = sent.findLastIndex(({ fate }) => fate === "accepted");
  const later = sent.slice(last + 1).filter(({ fate }) => fate === "uncertain");
  const certain = sent[last];
  return { certain, all: certain ? [certain, ...later] : later };
}

/** What became of one command. */
export const fateOf = ({ accepted, uncertain }: Outcome): Sent<unknown>["fate"] =>
  accepted ? "accepted" : uncertain ? "uncertain" : "refused";
