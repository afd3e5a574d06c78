"use client";

import "@/lib/client/zod-setup";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { ActivityChooser } from "@/app/sessions/plans/activity-chooser";
import { AgendaRow, ROW_FOCUS, rowFocus } from "@/app/sessions/plans/agenda-row";
import { ArcLine } from "@/app/sessions/plans/arc-line";
import { doubtsOf } from "@/app/sessions/plans/doubts-of";
import { PartGlyph } from "@/app/sessions/plans/part-glyph";
import { useRefusalWords } from "@/app/sessions/plans/refusal-words";
import { type Said, useAgenda } from "@/app/sessions/plans/use-agenda";
import { beginnings, clockTime } from "@/lib/clock-times";
import { usePlanWords } from "@/lib/i18n/plan-words";
import type { PlanInEdit } from "@/lib/session/plan-edits";
import type { ActivityTemplate } from "@/lib/session/plan-template";
import { planWarnings } from "@/lib/session/plan-warnings";
import { Button } from "@/lib/ui/button";
import { BoardMenu, useBoardMenu } from "@/lib/ui/console/board-menu";
import { PlusGlyph } from "@/lib/ui/drawn/drawings";
import { KeyHint } from "@/lib/ui/key-hint";
import { useCardDrag } from "@/lib/ui/use-card-drag";
import { readyOf } from "@/lib/workshops/ready-of";

export interface AgendaColumnProps<Plan extends PlanInEdit> {
  plan: Plan;
  /** Minutes since midnight at which it begins; null where that isn't known. */
  start: number | null;
  /** Key of the activity that the other columns are about. */
  chosen: string;
  onChoose: (key: string) => void;
  /** Called with a plan that the check of plans finds no more in than in the one before. */
  onChange: (plan: Plan) => void;
}

/** The activities of a plan in their order, to be moved, added, removed and given other minutes. */
export function AgendaColumn<Plan extends PlanInEdit>(props: AgendaColumnProps<Plan>) {
  const { plan, start, onChoose } = props;
  const { activities } = plan;
  const t = useTranslations("agenda");
  const all = useTranslations();
  const { textOf } = usePlanWords("du");
  const id = useId();
  const agenda = useAgenda(props);
  const { menu, openMenu, close } = useBoardMenu();
  const [isAdding, setAdding] = useState(false);
  const { list, focusNext } = useRowFocus();
  const keys = activities.map(({ key }) => key);
  // What the others are about may have been removed elsewhere: one row always takes the focus.
  const chosen = keys.includes(props.chosen) ? props.chosen : keys[0];
  const times = beginnings(activities.map(({ minutes }) => minutes));
  const warnings = planWarnings(plan);
  const { drag, ghost, grip } = useCardDrag((key, target) => {
    const [from, before] = [keys.indexOf(key), Number(target)];
    focusNext(rowFocus(key, "title"));
    agenda.move(key, before > from ? before - 1 : before);
  });
  const lifted = activities.find(({ key }) => key === drag?.card);

  function onKeyDown(event: KeyboardEvent<HTMLElement>, key: string, place: number) {
    const to = stepTo(event.key, place, keys.length - 1);
    if (to === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (event.altKey) {
      focusNext(rowFocus(key, "title"));
      agenda.move(key, to);
      return;
    }
    const next = keys[to];
    if (next === undefined) return;
    focusNext(rowFocus(next, "title"));
    onChoose(next);
  }

  function openRowMenu(button: HTMLElement, { key, title }: ActivityTemplate, place: number) {
    const moving = (to: number) => () => {
      focusNext(rowFocus(key, "grip"));
      agenda.move(key, to);
    };
    const name = textOf(title);
    openMenu(button, name, [
      {
        title: name,
        entries: [
          { id: "up", label: t("up"), onAction: moving(place - 1) },
          { id: "down", label: t("down"), onAction: moving(place + 1) },
          { id: "duplicate", label: t("duplicate"), onAction: () => agenda.duplicate(key) },
          {
            ...{ id: "remove", label: t("remove"), takesAway: true },
            onAction: () => {
              const next = keys[place + 1] ?? keys[place - 1];
              if (next !== undefined) focusNext(rowFocus(next, "title"));
              agenda.remove(key);
            },
          },
        ],
      },
    ]);
  }

  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-3">
      <h2 className="sr-only" id={id}>
        {t("title")}
      </h2>
      <ArcLine
        minutes={plan.minutes}
        parts={activities.map(({ key, kind, minutes }) => ({
          ...{ key, minutes, depth: readyOf({ key, kind })?.depth ?? "light" },
        }))}
        start={start}
      />
      <ol className="flex flex-col" ref={list}>
        {activities.map((activity, place) => (
          <AgendaRow
            activity={activity}
            doubts={doubtsOf(plan, activity).map(({ short }) => all(short))}
            early={warnings.find((each) => each.activity === activity.key)?.after ?? null}
            isChosen={activity.key === chosen}
            isDragged={activity.key === lifted?.key}
            isOver={drag?.over === String(place)}
            key={activity.key}
            onChoose={() => onChoose(activity.key)}
            onGrip={(event) => grip(event, activity.key)}
            onKeyDown={(event) => onKeyDown(event, activity.key, place)}
            onMenu={(button) => openRowMenu(button, activity, place)}
            onMinutes={(entered) => agenda.resize(activity.key, entered)}
            place={place}
            time={start === null ? null : clockTime(start, times[place] ?? 0)}
          />
        ))}
      </ol>
      <button
        className="flex min-h-target items-center gap-3 rounded-control border border-edge border-dashed px-3 text-start font-semibold text-accent"
        onClick={() => setAdding(true)}
        type="button"
      >
        <PlusGlyph className="size-5!" />
        {t("add")}
      </button>
      <p aria-hidden className="hidden items-center gap-1 text-ink-2 text-sm desk:flex">
        {t.rich("howToMove", { key: (name) => <KeyHint name={String(name)} /> })}
      </p>
      <p className="sr-only">{t("howToMoveSpoken")}</p>
      <Outcome agenda={agenda} plan={plan} />
      <BoardMenu close={close} menu={menu} />
      <ActivityChooser
        onChoose={(activity) => {
          setAdding(false);
          agenda.insert(activity);
        }}
        onClose={() => setAdding(false)}
        open={isAdding}
      />
      {drag && lifted
        ? createPortal(
            <div
              aria-hidden
              className="pointer-events-none fixed top-0 left-0 z-20 flex min-h-10 items-center gap-3 rounded-control border border-accent bg-surface px-3 text-base text-ink shadow-overlay"
              ref={ghost}
              style={{ width: drag.width }}
            >
              <PartGlyph activity={lifted} />
              <span className="truncate">{textOf(lifted.title)}</span>
            </div>,
            document.body,
          )
        : null}
    </section>
  );
}

/** Where a key leads from a place in a list; null for another key. */
function stepTo(key: string, place: number, last: number): number | null {
  const to = { ArrowUp: place - 1, ArrowDown: place + 1, Home: 0, End: last }[key];
  return to === undefined ? null : Math.min(Math.max(to, 0), last);
}

/** Gives the focus to a row once the list is drawn: what moves loses it in some browsers. */
function useRowFocus() {
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<string | null>(null);
  const [, drawAgain] = useState(0);
  useLayoutEffect(() => {
    const row = wanted.current;
    wanted.current = null;
    if (row === null) return;
    list.current?.querySelector<HTMLElement>(`[${ROW_FOCUS}="${CSS.escape(row)}"]`)?.focus();
  });
  return {
    list,
    focusNext: (row: string) => {
      wanted.current = row;
      // Also where nothing else changes: else it would be given away at some later time.
      drawAgain((before) => before + 1);
    },
  };
}

/** What became of the last thing that was done, for eyes and ears; with the way back where something is gone. */
function Outcome({
  agenda: { said, canRestore, restore },
  plan,
}: {
  agenda: ReturnType<typeof useAgenda>;
  plan: PlanInEdit;
}) {
  const t = useTranslations("agenda");
  const words = useSaidWords(plan);
  const isRefused = said?.of === "refused" || said?.of === "notWhole";
  return (
    <div className="flex flex-col items-start gap-1">
      <p
        className={`text-base ${isRefused ? "rounded-control bg-ochre-soft px-3 py-2 text-ochre" : "text-ink-2"}`}
        role="status"
      >
        {said ? words(said, plan.activities.length) : null}
      </p>
      {canRestore ? (
        <Button className="-mx-3" kind="quiet" onClick={restore} size="console">
          {t("restore")}
        </Button>
      ) : null}
    </div>
  );
}

function useSaidWords(plan: PlanInEdit): (said: Said, all: number) => string {
  const t = useTranslations("agenda.said");
  const { textOf } = usePlanWords("du");
  const refusal = useRefusalWords(plan);
  return (said, all) => {
    if (said.of === "refused") return refusal(said.why);
    if (said.of === "notWhole") return t("notWhole");
    const title = textOf(said.title);
    switch (said.of) {
      case "moved":
      case "inserted":
      case "restored":
        return t(said.of, { title, place: said.place, all });
      case "resized":
        return t("resized", { title, n: said.minutes });
      default:
        return t(said.of, { title });
    }
  };
}
