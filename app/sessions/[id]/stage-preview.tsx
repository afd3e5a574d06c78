"use client";

import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef, useState } from "react";
import type { Door } from "@/app/sessions/[id]/door";
import { StageScreen } from "@/lib/activities/stage-screens";
import { tooFewOf } from "@/lib/activities/too-few";
import type { FacilitatorView } from "@/lib/console/facilitator-view";
import { useWords } from "@/lib/i18n/use-words";
import { formatCode } from "@/lib/session/room-code";

export interface StagePreviewProps {
  view: FacilitatorView;
  door: Door;
  clockOffset: number;
  pages: number;
  /**
   * Told how many pages there are on a 16:9 stage. On taller screens more fits on a page, so that
   * this is the most there can be.
   */
  onPages: (pages: number) => void;
}

/** A full-sized stage is drawn and made small: laid out in small, it would break its pages elsewhere. */
const STAGE_WIDTH = 1280;

/** What the room sees at the moment: a glance instead of turning round. */
export function StagePreview({ view, door, clockOffset, pages, onPages }: StagePreviewProps) {
  const t = useTranslations("console");
  const text = useStageText(view, door);
  const frame = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(0);
  useLayoutEffect(() => {
    const box = frame.current;
    if (!box) return;
    const observer = new ResizeObserver(() => setScale(box.clientWidth / STAGE_WIDTH));
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  const page = Math.min(view.stage.page, pages - 1) + 1;
  return (
    <section aria-label={t("stage")} className="flex shrink-0 flex-col gap-1 max-sm:order-last">
      <p className="flex justify-between gap-3 text-ink-2 text-sm">
        {t("stage")}
        <span className="tabular">
          {view.stage.blank
            ? t("stageIsBlank")
            : pages > 1
              ? t("stagePage", { page, pages })
              : null}
        </span>
      </p>
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
              code={door.code}
              joinAddress={door.joinAddress}
              joinUrl={door.joinUrl}
              onPages={onPages}
              view={view}
            />
          </div>
        ) : null}
      </div>
    </section>
  );
}

/** The same in a sentence, for those who don't see the picture. */
function useStageText(view: FacilitatorView, door: Door): string {
  const t = useTranslations("console");
  const common = useTranslations("common");
  const words = useWords();
  const { planned, stage } = view;
  const phase = view.activity?.phase;
  if (stage.bigCode)
    return `${t("stageIsCode")} ${door.code === null ? "" : formatCode(door.code)}`;
  if (!planned) return words(view.session.title);
  const missing = tooFewOf(view);
  if (missing === "activity") return `${common("tooFew")} ${words(planned.talkInstead)}`;
  if (missing === "dots") return common("tooFewDots");
  if (missing === "votes" && planned.kind === "reframe") {
    return common("tooFewVotes", { criterion: words(planned.settings.criterion) });
  }
  if (phase === "review" && (planned.kind === "collect" || planned.kind === "reframe")) {
    return words(planned.settings.bridge);
  }
  return words(planned.prompt);
}
