import { coloursOfPaper } from "@/exports/colours";
import { drawingsIn } from "@/exports/drawings";
import { typeset } from "@/exports/typeset";
import { dotsOnSheet, type PrintPack } from "@/lib/print-pack/pages";
import { printWordingOf } from "@/lib/print-pack/wording";
import { signShapes } from "@/lib/sign-shapes";
import type { TellStep } from "@/lib/summary/document-steps";

/** The print pack as a PDF on A4 (`typeset`). Throws `NoTypst`. */
export async function printPackPdf(
  pack: PrintPack,
  root: string,
  tell: TellStep = () => {},
): Promise<Buffer> {
  // What is said around the sheets addresses nobody.
  const { t } = printWordingOf(pack.language, "du");
  const colours = coloursOfPaper(root);
  const draw = drawingsIn(colours);
  const data = {
    ...pack,
    colours,
    sheets: pack.sheets.map((sheet) => ({
      ...sheet,
      copies: t("copies", { n: sheet.copies }),
      ...(sheet.layout.is === "dots" ? { dots: dotsOnSheet(sheet.layout.each) } : {}),
    })),
    says: {
      title: t("title"),
      page: t("page"),
      join: t("join"),
      agenda: t("agenda"),
      contents: t("contents"),
      watchFor: t("watchFor"),
      ifItStalls: t("ifItStalls"),
      debrief: t("debrief"),
      talkInstead: t("talkInstead"),
      cut: t("cut"),
    },
  };
  const drawings = new Map([
    ["mark.svg", draw.mark()],
    ...signShapes.map((shape): [string, string] => [`sign-${shape}.svg`, draw.sign(shape)]),
  ]);
  if (pack.join) drawings.set("qr.svg", draw.qr(pack.join.url, t("join")));
  tell({ step: "together" });
  return await typeset({ template: "print-pack.typ", data, drawings }, root);
}
