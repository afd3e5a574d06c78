import { readFileSync } from "node:fs";
import { join } from "node:path";
import { coloursOfPaper } from "@/exports/colours";
import { drawingsIn } from "@/exports/drawings";
import { fontFiles, settable } from "@/exports/fonts";
import { sheetOf } from "@/exports/sheet";
import type { SummaryBlocks } from "@/lib/summary/blocks";
import { linesOf } from "@/lib/summary/one-line";
import { wordsOfFiles } from "@/lib/summary/words-of-files";

/** Where this machine has no build of Typst. */
export class NoTypst extends Error {}

/**
 * The summary as a tagged PDF (PDF/UA-1), its drawings as vectors, its fonts inside. What people wrote is data to the
 * template and never its source. Equal summaries give equal bytes. Throws `NoTypst`.
 */
export async function toPdf(summary: SummaryBlocks, root: string): Promise<Buffer> {
  const { NodeCompiler } = await import("@myriaddreamin/typst-ts-node-compiler").catch(
    (error: unknown) => {
      throw new NoTypst("Typst has no build for this machine", { cause: error });
    },
  );
  const t = wordsOfFiles(summary.language);
  const colours = coloursOfPaper(root);
  const draw = drawingsIn(colours);
  const { files, ...sheet } = sheetOf(summary, draw);
  const clean = settable(root);
  const data = eachText(
    {
      ...sheet,
      ...{ language: summary.language, colours },
      app: t("common.appName"),
      kind: t("summary.title"),
      foot: t("summary.foot"),
      page: t("exports.page"),
    },
    (text) => linesOf(text).map(clean).join("\n"),
  );
  const compiler = NodeCompiler.create({
    workspace: join(root, "exports"),
    fontArgs: [{ fontBlobs: fontFiles(root).map((file) => readFileSync(file)) }],
  });
  const put = (name: string, content: string) =>
    compiler.mapShadow(join(root, "exports", name), Buffer.from(content));
  put("data.json", JSON.stringify(data));
  put("mark.svg", draw.mark());
  for (const [name, svg] of files) put(name, svg);
  const compiled = compiler.compile({ mainFilePath: join(root, "exports/summary.typ") });
  const document = compiled.result;
  if (!document) {
    const error = compiled.takeError();
    const why = error ? JSON.stringify(compiler.fetchDiagnostics(error)) : "no reason given";
    throw new Error(`Typst could not set the sheet: ${why}`);
  }
  return compiler.pdf(document, { pdfStandard: "ua-1", creationTimestamp: 0 });
}

/** The same value with each text in it made anew. */
function eachText(value: unknown, made: (text: string) => string): unknown {
  if (typeof value === "string") return made(value);
  if (Array.isArray(value)) return value.map((each) => eachText(each, made));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, eachText(each, made)]),
  );
}
