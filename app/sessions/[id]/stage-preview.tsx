"use client";

import { useTranslations } from "next-intl";
import type { Door } from "@/app/sessions/[id]/door";
import type { FacilitatorView } from "@/lib/console/facilitator-view";
import { isBelowK } from "@/lib/console/next-step";
import { useWords } from "@/lib/i18n/use-words";
import { formatCode } from "@/lib/session/room-code";

export interface StagePreviewProps {
  view: FacilitatorView;
  door: Door;
}

/** What the room sees at the moment, in words: a glance back without turning round. */
export function StagePreview({ view, door }: StagePreviewProps) {
  const t = useTranslations("console");
  const text = useStageText(view, door);
  return (
    <section
      aria-label={t("stage")}
      className="flex aspect-video shrink-0 flex-col gap-1.5 overflow-hidden rounded-card bg-sunken p-3 max-sm:aspect-auto"
    >
      <p className="flex justify-between gap-3 text-ink-2 text-sm">
        {t("stage")}
        {view.stage.page > 0 && !view.stage.blank ? (
          <span className="tabular">{t("stagePageNow", { page: view.stage.page + 1 })}</span>
        ) : null}
      </p>
      <p className="font-medium font-serif text-lg">{text}</p>
    </section>
  );
}

function useStageText(view: FacilitatorView, door: Door): string {
  const t = useTranslations("console");
  const words = useWords();
  const { planned, stage } = view;
  const phase = view.activity?.phase;
  if (stage.blank) return t("stageIsBlank");
  if (stage.bigCode) return door.code === null ? "" : formatCode(door.code);
  if (!planned) return words(view.session.title);
  if (isBelowK(view) && view.facilitator.script) return words(view.facilitator.script.talkInstead);
  if (phase === "review" && (planned.kind === "collect" || planned.kind === "reframe")) {
    return words(planned.settings.bridge);
  }
  return words(planned.prompt);
}
