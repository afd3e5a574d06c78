import type { UnsentKeeper } from "@/lib/client/shared-document";

/** Keeps in plain sight what a page has not been acknowledged: handed to another page it is that one after a reload. */
export const unsentIn = <Plain>(kept: { unsent: Plain | null }): UnsentKeeper<Plain> => ({
  read: () => kept.unsent,
  keep(unsent) {
    kept.unsent = unsent;
  },
});
