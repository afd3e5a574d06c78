import { coloursOfPaper } from "@/exports/colours";
import { drawingsIn } from "@/exports/drawings";
import { sheetOf } from "@/exports/sheet";
import { typeset } from "@/exports/typeset";
import type { SummaryBlocks } from "@/lib/summary/blocks";
import { wordsOfFiles } from "@/lib/summary/words-of-files";

/** The summary as a PDF (`typeset`). Throws `NoTypst`. */
export async function toPdf(summary: SummaryBlocks, root: string): Promise<Buffer> {
  const t = wordsOfFiles(summary.language);
  const colours = coloursOfPaper(root);
  const draw = drawingsIn(colours);
  const { files, ...sheet } = sheetOf(summary, draw);
  const data = {
    ...sheet,
    ...{ language: summary.language, colours },
    app: t("common.appName"),
    kind: t("summary.title"),
    foot: t("summary.foot"),
    page: t("exports.page"),
    boxes: t("exports.boxes"),
  };
  const drawings = new Map([...files, ["mark.svg", draw.mark()]]);
  return await typeset({ template: "summary.typ", data, drawings }, root);
}
