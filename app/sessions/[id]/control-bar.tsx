"use client";

import { useTranslations } from "next-intl";
import type { Door } from "@/app/sessions/[id]/door";
import { MoreMenu } from "@/app/sessions/[id]/more-menu";
import { PrimaryButton } from "@/app/sessions/[id]/primary-button";
import { turnPage } from "@/app/sessions/[id]/turn-page";
import type { Say } from "@/app/sessions/[id]/use-notice";
import type { Orders } from "@/app/sessions/[id]/use-orders";
import type { StagePages } from "@/app/sessions/[id]/use-stage-pages";
import type { FacilitatorView } from "@/lib/console/facilitator-view";
import {
  blankToggled,
  codeToggled,
  isCodeShown,
  type StageChange,
} from "@/lib/console/stage-change";
import { Button } from "@/lib/ui/button";
import { Menu } from "@/lib/ui/menu";

export interface ControlBarProps {
  view: FacilitatorView;
  door: Door;
  orders: Orders;
  online: boolean;
  presses: number;
  pages: StagePages;
  say: Say;
  onShowAgenda: () => void;
  onShowKeys: () => void;
}

/** Every action of the console in one row, the one that matters at its end. */
export function ControlBar(props: ControlBarProps) {
  const { view, orders, online, presses } = props;
  const t = useTranslations("console");
  const clock = view.activity?.clock ?? null;
  const paused = clock?.remaining != null;
  const noClock = !online || clock === null;
  return (
    <div className="flex flex-wrap items-center gap-2 px-4 py-3 *:shrink-0 max-sm:*:flex-1 sm:flex-nowrap sm:gap-3 max-[68.8125rem]:sm:gap-2">
      <Button className="min-[68.8125rem]:hidden" onClick={props.onShowAgenda} size="console">
        {t("agenda")}
      </Button>
      <Button
        disabled={!online || !view.facilitator.canGoBack}
        onClick={() => orders.move({ type: "goBack" })}
        size="console"
      >
        {t("back")}
      </Button>
      <Button
        aria-label={t("minus")}
        disabled={noClock}
        onClick={() => orders.move({ type: "addMinutes", minutes: -1 })}
        size="console"
      >
        −1
      </Button>
      <Button
        disabled={noClock}
        onClick={() => orders.move({ type: "addMinutes", minutes: 1 })}
        size="console"
      >
        {t("plus")}
      </Button>
      <Button
        disabled={noClock}
        onClick={() => orders.move({ type: paused ? "resumeClock" : "pauseClock" })}
        size="console"
      >
        {paused ? t("resume") : t("pause")}
      </Button>
      <div className="ms-auto flex items-center gap-2 max-sm:contents max-sm:*:flex-1 sm:gap-3 max-[68.8125rem]:sm:gap-2">
        <StageMenu {...props} />
        <MoreMenu
          door={props.door}
          online={online}
          onShowKeys={props.onShowKeys}
          orders={orders}
          view={view}
        />
      </div>
      <PrimaryButton
        online={online}
        orders={orders}
        pages={props.pages}
        presses={presses}
        say={props.say}
        view={view}
      />
    </div>
  );
}

function StageMenu({ view, door, orders, online, pages: { pages } }: ControlBarProps) {
  const t = useTranslations("console");
  const { stage } = view;
  const set = (change: StageChange) => void orders.tell({ type: "setStage", ...change });
  const page = Math.min(stage.page, pages - 1);
  return (
    <Menu
      entries={[
        {
          id: "open",
          label: t("stageOpen"),
          onAction: () => window.open(door.stageUrl, "_blank", "noopener"),
        },
        {
          id: "blank",
          label: stage.blank ? t("stageShow") : t("stageBlank"),
          keyHint: "B",
          disabled: !online,
          onAction: () => set(blankToggled(stage)),
        },
        {
          id: "code",
          label: isCodeShown(stage) ? t("stageCodeHide") : t("stageCode"),
          keyHint: "J",
          disabled: !online,
          onAction: () => set(codeToggled(stage)),
        },
        {
          id: "previous",
          label: t("stagePrevious"),
          keyHint: t("keyPageBack"),
          disabled: !online || page === 0,
          onAction: () => turnPage(orders, stage, page - 1),
        },
        {
          id: "next",
          label: t("stageNext"),
          keyHint: t("keyPageOn"),
          disabled: !online || page >= pages - 1,
          onAction: () => turnPage(orders, stage, page + 1),
        },
        {
          id: "language",
          label: stage.language === "de" ? t("stageToEnglish") : t("stageToGerman"),
          disabled: !online,
          onAction: () =>
            void orders.tell({
              type: "setStage",
              language: stage.language === "de" ? "en" : "de",
            }),
        },
      ]}
      label={t("stage")}
    />
  );
}
