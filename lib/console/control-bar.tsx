"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CommandButton } from "@/lib/console/command-button";
import type { EntryLinks } from "@/lib/console/entry-links";
import { MoreMenu } from "@/lib/console/more-menu";
import {
  blankToggled,
  codeToggled,
  isCodeShown,
  type StageChange,
} from "@/lib/console/stage-change";
import { turnPage } from "@/lib/console/turn-page";
import type { ConsoleCommands } from "@/lib/console/use-console-commands";
import type { Say } from "@/lib/console/use-notice";
import type { FacilitatorView } from "@/lib/session/facilitator-view";
import { Button } from "@/lib/ui/button";
import { BarSlot } from "@/lib/ui/console/bar-slot";
import { Menu } from "@/lib/ui/menu";
import { StickyBar } from "@/lib/ui/sticky-bar";

export interface ControlBarProps {
  session: string;
  view: FacilitatorView;
  entryLinks: EntryLinks;
  commands: ConsoleCommands;
  online: boolean;
  /** Pages the stage can turn to. */
  pages: number;
  primary: ReactNode;
  /** Told why something that was pressed did nothing. */
  say: Say;
  onShowAgenda: () => void;
  onShowKeys: () => void;
  /** Lines above the bar. */
  children: ReactNode;
}

/**
 * Every action of the console: in one row with the one that matters at its end, in two rows where that
 * would be too narrow. In a low window only the one that matters stays in sight.
 */
export function ControlBar(props: ControlBarProps) {
  const { view, commands, online, pages, say } = props;
  const t = useTranslations("console");
  const paused = view.activity?.clock?.remaining != null;
  const shared = { view, commands, online, pages, say };
  return (
    <StickyBar
      className="tall:sticky bottom-0 z-10 border-line border-t bg-surface not-tall:contents"
      edge="bottom"
    >
      <div className="not-tall:contents tall:px-4">
        <div className="not-tall:px-4">{props.children}</div>
        <div className="not-tall:contents tall:flex tall:gap-x-3 tall:gap-y-2 tall:py-2.5 max-[62.5rem]:tall:flex-col-reverse">
          <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2 *:shrink-0 not-tall:border-line not-tall:border-t not-tall:px-4 not-tall:py-3 max-sm:[&_button]:whitespace-nowrap max-sm:[&_button]:px-2! max-sm:*:flex-1">
            <Button className="min-[68.8125rem]:hidden" onClick={props.onShowAgenda} size="console">
              {t("agenda")}
            </Button>
            <CommandButton {...shared} action="back">
              {t("back")}
            </CommandButton>
            <CommandButton {...shared} action="minus" aria-label={t("minus")}>
              −1
            </CommandButton>
            <CommandButton {...shared} action="plus">
              {t("plus")}
            </CommandButton>
            <CommandButton {...shared} action="pause">
              {paused ? t("resume") : t("pause")}
            </CommandButton>
            <div className="ms-auto flex items-center gap-2 max-sm:contents max-sm:*:flex-1">
              <BarSlot />
              <StageMenu {...props} />
              <MoreMenu
                entryLinks={props.entryLinks}
                online={online}
                onShowKeys={props.onShowKeys}
                commands={commands}
                session={props.session}
                view={view}
              />
            </div>
          </div>
          <StickyBar
            className="not-tall:sticky bottom-0 z-10 flex shrink-0 not-tall:border-line not-tall:border-t not-tall:bg-surface not-tall:px-4 not-tall:py-2"
            edge="bottom"
          >
            {props.primary}
          </StickyBar>
        </div>
      </div>
    </StickyBar>
  );
}

function StageMenu({ view, entryLinks, commands, online, pages }: ControlBarProps) {
  const t = useTranslations("console");
  const { stage } = view;
  const set = (change: StageChange) => void commands.tell({ type: "setStage", ...change });
  const page = Math.min(stage.page, pages - 1);
  return (
    <Menu
      entries={[
        {
          id: "open",
          label: t("stageOpen"),
          onAction: () => window.open(entryLinks.stageUrl, "_blank", "noopener"),
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
          onAction: () => turnPage(commands, stage, page - 1),
        },
        {
          id: "next",
          label: t("stageNext"),
          keyHint: t("keyPageOn"),
          disabled: !online || page >= pages - 1,
          onAction: () => turnPage(commands, stage, page + 1),
        },
        {
          id: "language",
          label: stage.language === "de" ? t("stageToEnglish") : t("stageToGerman"),
          disabled: !online,
          onAction: () =>
            void commands.tell({
              type: "setStage",
              language: stage.language === "de" ? "en" : "de",
            }),
        },
      ]}
      label={t("stage")}
    />
  );
}
