import * as z from "zod/mini";
import { sortEvent } from "@/lib/activities/sort/schema";

/** What everybody sees: nothing until the places were counted, then their result. */
export const sortRecord = z.strictObject({ result: z.nullable(sortEvent) });

export type SortRecord = z.infer<typeof sortRecord>;
