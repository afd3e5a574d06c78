import type { Upcast } from "@/lib/upcast";

/** From version to version of a kept summary. */
export const summaryUpcasts: readonly Upcast[] = [];
