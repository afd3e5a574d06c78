import type { Upcast } from "@/lib/session/upcast";

/** From version to version of a kept summary. */
export const summaryUpcasts: readonly Upcast[] = [];
