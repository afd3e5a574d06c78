import type { Scene } from "@/lib/activities/simulation";
import type { Testimony } from "@/lib/activities/witness";

/** What every kind with cards promises, by the phases in which it does. */
export function cardTestimony(
  phases: {
    written: readonly string[];
    held: readonly string[];
    late: readonly string[];
    /** Where its phases are called otherwise than writing and review. */
    typedIn?: readonly string[];
  },
  /** What this kind's cards carry besides their text. */
  attributesIn: (scene: Scene<unknown> | null) => object = () => ({}),
) {
  return {
    submitCard: {
      from: "participant",
      accepted: phases.written,
      sample: ({ edit, markHash }, scene) => ({
        ...{ edit, markHash, revision: 1, text: "Ein Nein" },
        attributes: attributesIn(scene),
      }),
    },
    // Before the reveal, wherever cards can be handed in by then.
    typeInCard: {
      from: "facilitator",
      accepted: phases.typedIn ?? ["write", "review"],
      sample: ({ edit }, scene) => ({
        ...{ card: edit, text: "Vom Papier" },
        attributes: attributesIn(scene),
      }),
    },
    withdrawCard: {
      from: "participant",
      accepted: phases.written,
      refers: true,
      sample: ({ edit }) => ({ edit }),
    },
    holdCard: {
      from: "facilitator",
      accepted: phases.held,
      refers: true,
      sample: ({ review }) => ({ reviewId: review, held: true }),
    },
    // Late rounds hold and show in between; here there is none under review.
    holdCards: { from: "facilitator", accepted: phases.held, sample: () => ({ held: false }) },
    // The walk lets enough people come late, in each of these phases again.
    reviewLate: { from: "facilitator", accepted: phases.late, sample: () => ({}) },
  } satisfies Record<string, Testimony>;
}
