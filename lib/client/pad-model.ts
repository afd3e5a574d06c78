import type { DocumentModel } from "@/lib/client/shared-document";
import { asFew, enterAgain, type PadChange } from "@/lib/documents/pad-changes";

/** As much of a pad goes in one update as its guard takes: each character is a byte at least, and a tick of a clock. */
export const PAD_UPDATE_BYTES = 1_600;

/**
 * A pad's changes in plain text.
 *
 * @param onNoRoom told what was written and found no room in the document that came after
 */
export const padModel = (
  onNoRoom: (changes: readonly PadChange[]) => void,
): DocumentModel<readonly PadChange[]> => ({
  // Whoever changes a pad says as its origin what is changed (`pad-changes.ts`).
  changedBy: ({ origin }) => (isPadChange(origin) ? [origin] : null),
  together: (all) => asFew(all.flat()),
  enter(doc, changes) {
    const left = enterAgain(doc, changes);
    if (left.length > 0) onNoRoom(left);
  },
});

const isPadChange = (origin: unknown): origin is PadChange =>
  typeof origin === "object" && origin !== null && "column" in origin && "after" in origin;
