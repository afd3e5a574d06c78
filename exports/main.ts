import { writeSync } from "node:fs";
import { text } from "node:stream/consumers";
import { toDocx } from "@/exports/docx";
import { toPdf } from "@/exports/pdf";
import { toPptx } from "@/exports/pptx";
import { printPackPdf } from "@/exports/print-pack";
import { NoTypst } from "@/exports/typeset";
import type { SummaryBlocks } from "@/lib/summary/blocks";
import { type DocumentOrder, documentOrder, EXIT_UNAVAILABLE } from "@/lib/summary/document-order";
import { asLine, STEPS_DESCRIPTOR, type TellStep } from "@/lib/summary/document-steps";
import type { MadeFormatName } from "@/lib/summary/formats";

/**
 * Makes one file and ends: the order comes in by the standard input, the file goes out by the standard output,
 * and by one of its own what is done meanwhile. Its argument is the project's folder. Nothing that it was told outlives it.
 */
const ofSummaries: Record<
  MadeFormatName,
  (summary: SummaryBlocks, root: string, tell: TellStep) => Promise<Buffer>
> = { pdf: toPdf, docx: toDocx, pptx: toPptx };

const tell: TellStep = (step) => {
  try {
    writeSync(STEPS_DESCRIPTOR, asLine(step));
  } catch {
    // Nobody listens: whoever started it has not opened it.
  }
};

const made = (order: DocumentOrder, root: string): Promise<Buffer> =>
  order.format === "printPack"
    ? printPackPdf(order.pack, root, tell)
    : ofSummaries[order.format](order.summary, root, tell);

const [root] = process.argv.slice(2);
if (root === undefined) throw new Error("The project's folder is needed");
const order = documentOrder.parse(JSON.parse(await text(process.stdin)));
try {
  process.stdout.write(await made(order, root));
} catch (error) {
  if (!(error instanceof NoTypst)) throw error;
  process.exitCode = EXIT_UNAVAILABLE;
}
