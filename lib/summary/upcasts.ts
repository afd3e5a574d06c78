import type { Upcast } from "@/lib/upcast";

/** A summary kept before questions were figures has their words in plain blocks, and is shown by them. */
const figuresBeside: Upcast = (summary) => summary;

/** A summary kept before two questions shared a figure has none of these. */
const pairsOfQuestions: Upcast = (summary) => summary;

/** From version to version of a kept summary. */
export const summaryUpcasts: readonly Upcast[] = [figuresBeside, pairsOfQuestions];

/** From version to version of what a facilitator makes of a summary. */
export const reviewUpcasts: readonly Upcast[] = [];
