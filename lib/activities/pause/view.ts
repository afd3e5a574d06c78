import type { KindView } from "@/lib/activities/kit";

/** A pause shows its settings and nothing else. */
export const pauseView = (): KindView => ({
  record: null,
  cards: [],
  consents: new Map(),
  review: [],
});
