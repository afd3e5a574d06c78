import { type KeptSummary, keptSummary } from "@/lib/summary/blocks";
import { summaryUpcasts } from "@/lib/summary/upcasts";
import { upcast, versioned } from "@/lib/upcast";

/** A summary that was kept when the raw data went; null where this release can't read it. */
export function readKeptSummary(stored: unknown): KeptSummary | null {
  try {
    return keptSummary.parse(upcast(stored, summaryUpcasts));
  } catch {
    return null;
  }
}

/** A summary as it is kept. */
export function storedSummary(summary: KeptSummary): unknown {
  return versioned(summary, summaryUpcasts);
}
