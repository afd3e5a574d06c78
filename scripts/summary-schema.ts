import { writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";
import { summaryFile } from "@/lib/summary/blocks";

/** Writes docs/summary.schema.json: what a summary is as data, for readers outside of Aufwind. */
const path = join(import.meta.dirname, "../docs/summary.schema.json");
writeFileSync(path, `${JSON.stringify(z.toJSONSchema(summaryFile), null, 2)}\n`);
