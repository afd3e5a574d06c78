"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { type ShownBoard, shownBoards } from "@/app/sessions/[id]/stage-pictures/shown-boards";
import { usePlanWords } from "@/lib/i18n/plan-words";
import type { StagePictures } from "@/lib/session/stage-pictures";
import { boardPicture } from "@/lib/ui/board-picture";
import { Button } from "@/lib/ui/button";
import { addressOfSvg } from "@/lib/ui/png";
import { useImageFiles } from "@/lib/ui/use-image-files";
import type { Address } from "@/lib/words";

/** A board as an SVG image, by what it is called. */
export interface BoardImage {
  title: string;
  svg: string;
}

/** Images of the boards on these pictures, in the words of the screen around them. */
export function useBoardImages(views: StagePictures): BoardImage[] {
  const t = useTranslations();
  const address: Address = views[0]?.session.address ?? "du";
  const { textOf } = usePlanWords(address);
  return useMemo(() => {
    const nameOf = ({ name, zone }: ShownBoard["groups"][number]) => {
      const own = name === null || typeof name === "string" ? name : textOf(name);
      return [zone ? textOf(zone) : null, own ?? t("stage.stacks.others")]
        .filter((part) => part !== null)
        .join(": ");
    };
    const countOf = ({ cards, total }: ShownBoard["groups"][number]) =>
      cards.length === total ? `${total}` : t("summary.boardCount", { shown: cards.length, total });
    return shownBoards(views).map(({ planned, groups }) => {
      const title = textOf(planned.title);
      const columns = groups.map((group) => ({
        name: nameOf(group),
        colour: group.colour ?? null,
        count: countOf(group),
        cards: group.cards.map(({ text }) => ({ text, dots: null })),
      }));
      return { title, svg: boardPicture(title, columns) };
    });
  }, [views, t, textOf]);
}

/** The boards as they lay in the end, each to be taken along as an image. `fileName`: what their files begin with. */
export function Boards({ images, fileName }: { images: readonly BoardImage[]; fileName: string }) {
  const t = useTranslations("summary");
  const files = useImageFiles();
  if (images.length === 0) return null;

  return (
    <section className="flex flex-col gap-6 print:hidden">
      <h2 className="font-medium font-serif text-xl">{t("boards")}</h2>
      <p className="text-base text-ochre empty:hidden" role="status">
        {files.failed ? t("picturesFailed") : null}
      </p>
      {images.map(({ title, svg }, at) => {
        const name = boardFileName(fileName, at);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: boards have no identity but their place
          <section className="flex flex-col gap-2" key={at}>
            <div className="flex flex-wrap items-center justify-between gap-x-4">
              <h3 className="font-semibold text-base">{title}</h3>
              <div className="flex">
                <Button
                  aria-label={t("boardAs", { title, format: "SVG" })}
                  kind="quiet"
                  onClick={() => files.svg(svg, name)}
                  size="console"
                >
                  SVG
                </Button>
                <Button
                  aria-label={t("boardAs", { title, format: "PNG" })}
                  kind="quiet"
                  onClick={() => void files.png(svg, name)}
                  size="console"
                >
                  PNG
                </Button>
              </div>
            </div>
            {/* biome-ignore lint/performance/noImgElement: it is made here, and nothing is to be made smaller */}
            <img
              alt={t("board", { title })}
              className="w-full rounded-card border border-line"
              src={addressOfSvg(svg)}
            />
          </section>
        );
      })}
    </section>
  );
}

/** What a board's files are called, without an extension. */
export const boardFileName = (fileName: string, at: number): string =>
  `${fileName}-board-${at + 1}`;
