import type { KindUpcasts } from "@/lib/activities/contract";

/** From version to version of what is stored of this kind. */
export const roleplayUpcasts: KindUpcasts = { settings: [], events: [] };
