import type { KindUpcasts } from "@/lib/session/upcast";

/** From version to version of what is stored of this kind. */
export const scaleUpcasts: KindUpcasts = { settings: [], events: [] };
