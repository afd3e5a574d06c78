"use client";

import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef, useState } from "react";
import { screensOf } from "@/lib/activities/screens";
import { useTooFewText } from "@/lib/activities/use-too-few-text";
import { useWordsText } from "@/lib/client/use-words";
import type { EntryLinks } from "@/lib/console/entry-links";
import { turnPage } from "@/lib/console/turn-page";
import type { ConsoleCommands } from "@/lib/console/use-console-commands";
import type { StagePages } from "@/lib/console/use-stage-pages";
import type { FacilitatorView } from "@/lib/session/facilitator-view";
import { formatCode } from "@/lib/session/room-code";
import { StageScreen } from "@/lib/stage/stage-screen";
import { Button } from "@/lib/ui/button";
import { NextGlyph, PrevGlyph } from "@/lib/ui/drawn/drawings";

export interface StagePreviewProps {
  view: FacilitatorView;
  entryLinks: EntryLinks;
  clockOffset: number;
  commands: ConsoleCommands;
  online: boolean;
  /**
   * Told here how many there are on a 16:9 stage. On taller screens more fits on a page, so that this
   * is the most there can be.
   */
  pages: StagePages;
}

/** A full-sized stage is drawn and made small: laid out in small, it would break its pages elsewhere. */
const STAGE_WIDTH = 1280;

/** What the room sees at the moment: a glance instead of turning round. */
export function StagePreview(props: StagePreviewProps) {
  const { view, entryLinks, clockOffset, pages } = props;
  const t = useTranslations("console");
  const text = useStageText(view, entryLinks);
  const frame = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(0);
  useLayoutEffect(() => {
    const box = frame.current;
    if (!box) return;
    const observer = new ResizeObserver(() => setScale(box.clientWidth / STAGE_WIDTH));
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  return (
    <section aria-label={t("stage")} className="flex shrink-0 flex-col gap-1 max-sm:order-last">
      {view.stage.blank ? null : <p className="sr-only">{text}</p>}
      {/* A picture of another page: its headings and landmarks are not this page's. */}
      <div
        aria-hidden
        className="aspect-video overflow-hidden rounded-control border border-line"
        inert
        ref={frame}
      >
        {/* Not before its size is known: at no size at all, everything fits on one page. */}
        {scale > 0 ? (
          <div className="h-[720px] w-[1280px] origin-top-left" style={{ scale }}>
            <StageScreen
              clockOffset={clockOffset}
              code={entryLinks.code}
              joinAddress={entryLinks.joinAddress}
              joinUrl={entryLinks.joinUrl}
              onPages={pages.setPages}
              ownPhoneUrl={entryLinks.joinBase}
              view={view}
            />
          </div>
        ) : null}
      </div>
      <div className="flex min-h-10 flex-wrap items-center justify-between gap-x-3 text-ink-2 text-sm">
        <p>{t("stage")}</p>
        {view.stage.blank ? <p>{t("stageIsBlank")}</p> : null}
        {pages.pages > 1 ? <Pager {...props} /> : null}
      </div>
    </section>
  );
}

/** Turns the stage's pages, in the order of a book; the rest may be left unshown. */
function Pager({ view, commands, online, pages }: StagePreviewProps) {
  const t = useTranslations("console");
  const page = Math.min(view.stage.page, pages.pages - 1);
  const turnTo = (to: number) => turnPage(commands, view.stage, to);
  return (
    <>
      <div className="flex items-center gap-x-1 text-ink">
        <Button
          aria-label={t("stagePrevious")}
          className="size-target px-0!"
          disabled={!online || page === 0}
          onClick={() => turnTo(page - 1)}
          size="console"
        >
          <PrevGlyph className="size-5!" />
        </Button>
        <p className="tabular px-1 font-semibold" role="status">
          {t("stagePage", { page: page + 1, pages: pages.pages })}
        </p>
        <Button
          aria-label={t("stageNext")}
          className="size-target px-0!"
          disabled={!online || page === pages.pages - 1}
          // Of a double click no more than the first: else a page would count as seen that nobody saw.
          onClick={({ detail }) => detail <= 1 && turnTo(page + 1)}
          size="console"
        >
          <NextGlyph className="size-5!" />
        </Button>
      </div>
      {pages.unseen === null ? null : (
        <Button className="-me-2 ms-auto px-2!" kind="quiet" onClick={pages.waive} size="console">
          {t("stageWaive")}
        </Button>
      )}
    </>
  );
}

/** The same in a sentence, for those who don't see the picture. */
function useStageText(view: FacilitatorView, entryLinks: EntryLinks): string {
  const t = useTranslations("console");
  const textOf = useWordsText();
  const tooFew = useTooFewText(view);
  const { planned, stage } = view;
  if (stage.bigCode)
    return `${t("stageIsCode")} ${entryLinks.code === null ? "" : formatCode(entryLinks.code)}`;
  if (!planned) return textOf(view.session.title);
  if (tooFew !== null) return tooFew;
  const isRead = view.activity?.about.next === "reveal";
  const bridge = isRead ? screensOf(planned.kind).bridge(planned.settings) : null;
  return textOf(bridge ?? planned.prompt);
}
