import { coloursOfPaper } from "@/exports/colours";
import { drawingsIn } from "@/exports/drawings";
import { typeset } from "@/exports/typeset";
import type { SummaryBlocks } from "@/lib/summary/blocks";
import type { TellStep } from "@/lib/summary/document-steps";
import { type Drawn, isDrawn, type Sheet, sheetOf } from "@/lib/summary/pieces";
import { wordsOfFiles } from "@/lib/summary/words-of-files";

/** The summary as a PDF (`typeset`). Throws `NoTypst`. */
export async function toPdf(
  summary: SummaryBlocks,
  root: string,
  tell: TellStep = () => {},
): Promise<Buffer> {
  const t = wordsOfFiles(summary.language);
  const colours = coloursOfPaper(root);
  const draw = drawingsIn(colours);
  const { title, sections } = sheetOf(summary);
  const drawings = new Map([["mark.svg", draw.mark()]]);
  const data = {
    title,
    sections: sections.map((section, at) => {
      tell({ step: "section", at: at + 1, of: sections.length });
      return withFiles(section, (drawn) => fileIn(drawings, draw.figure(drawn)));
    }),
    ...{ language: summary.language, colours },
    app: t("common.appName"),
    kind: t("summary.title"),
    foot: t("summary.foot"),
    page: t("exports.page"),
    boxes: t("exports.boxes"),
  };
  tell({ step: "together" });
  return await typeset({ template: "summary.typ", data, drawings }, root);
}

/** A section as the template reads it: with the name of a file in the place of each drawing. */
const withFiles = (section: Sheet["sections"][number], fileOf: (drawn: Drawn) => string): unknown =>
  JSON.parse(
    JSON.stringify(section, (_, value: unknown) => (isDrawn(value) ? fileOf(value) : value)),
  );

/** The name of a drawing's file, the same for the same drawing. */
function fileIn(drawings: Map<string, string>, svg: string): string {
  const known = [...drawings].find(([, each]) => each === svg);
  if (known) return known[0];
  const name = `drawing-${drawings.size}.svg`;
  drawings.set(name, svg);
  return name;
}
