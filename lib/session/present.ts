import type { People } from "@/lib/session/view-schema";

/**
 * How many a phase waits for. Phones that have been silent for a while are no longer waited for; whoever is
 * done counts, silent or not.
 */
export const presentOf = ({ joined, away, done }: People): number => Math.max(done, joined - away);
