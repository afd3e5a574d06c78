import * as z from "zod/mini";
import { words } from "@/lib/words";

/** A made-up setback that a plan brings along: nobody's, so that everybody may be shown it at any time. */
export const givenCase = z.object({ key: z.string(), text: words });

export type GivenCase = z.infer<typeof givenCase>;
