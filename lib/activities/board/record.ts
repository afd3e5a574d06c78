import * as z from "zod/mini";
import { themesRecord } from "@/lib/activities/theme-schema";

export const boardRecord = z.strictObject({
  /** False: too few to show; the room talks instead. Null while notes are added. */
  enough: z.nullable(z.boolean()),
  ...themesRecord,
});

export type BoardRecord = z.infer<typeof boardRecord>;
