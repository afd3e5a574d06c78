import * as z from "zod/mini";
import { printPack } from "@/lib/print-pack/pages";
import { summaryBlocks } from "@/lib/summary/blocks";
import { madeFormatNames } from "@/lib/summary/formats";

/** What the process is told that makes a file (docs/decisions/0101): of a summary, or of a plan. */
export const documentOrder = z.discriminatedUnion("format", [
  z.object({ format: z.enum(madeFormatNames), summary: summaryBlocks }),
  z.object({ format: z.literal("printPack"), pack: printPack }),
]);

export type DocumentOrder = z.infer<typeof documentOrder>;

/** Its exit code where the machine has no build of what it needs: then no other try helps. */
export const EXIT_UNAVAILABLE = 3;
