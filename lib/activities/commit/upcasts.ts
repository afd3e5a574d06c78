import type { KindUpcasts, Upcast } from "@/lib/session/upcast";

/** The phase for it was there, and asked nothing. */
const withoutChecks: Upcast = (settings) => ({ ...settings, checks: [] });

/** From version to version of what is stored of this kind. */
export const commitUpcasts: KindUpcasts = {
  settings: [withoutChecks],
  events: [
    // 2: small cells are merged before they are stored.
    (event) => ({ ...event, other: 0 }),
  ],
};
