import { text } from "node:stream/consumers";
import { toDocx } from "@/exports/docx";
import { NoTypst, toPdf } from "@/exports/pdf";
import { toPptx } from "@/exports/pptx";
import type { SummaryBlocks } from "@/lib/summary/blocks";
import { documentOrder, EXIT_UNAVAILABLE } from "@/lib/summary/document-order";
import type { MadeFormatName } from "@/lib/summary/formats";

/**
 * Makes one file of one summary and ends: the order comes in by the standard input, the file goes out by the standard
 * output. Its argument is the project's folder. Nothing that it was told outlives it.
 */
const makers: Record<MadeFormatName, (summary: SummaryBlocks, root: string) => Promise<Buffer>> = {
  pdf: toPdf,
  docx: toDocx,
  pptx: toPptx,
};

const [root] = process.argv.slice(2);
if (root === undefined) throw new Error("The project's folder is needed");
const { format, summary } = documentOrder.parse(JSON.parse(await text(process.stdin)));
try {
  process.stdout.write(await makers[format](summary, root));
} catch (error) {
  if (!(error instanceof NoTypst)) throw error;
  process.exitCode = EXIT_UNAVAILABLE;
}
