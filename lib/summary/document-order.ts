import * as z from "zod/mini";
import { summaryBlocks } from "@/lib/summary/blocks";
import { madeFormatNames } from "@/lib/summary/formats";

/** What the process is told that makes a file of a summary (docs/decisions/0101). */
export const documentOrder = z.object({
  format: z.enum(madeFormatNames),
  summary: summaryBlocks,
});

export type DocumentOrder = z.infer<typeof documentOrder>;

/** Its exit code where the machine has no build of what it needs: then no other try helps. */
export const EXIT_UNAVAILABLE = 3;
