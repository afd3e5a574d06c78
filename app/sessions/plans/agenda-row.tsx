"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { PartGlyph } from "@/app/sessions/plans/part-glyph";
import { usePlanWords } from "@/lib/i18n/plan-words";
import type { ActivityTemplate } from "@/lib/session/plan-template";
import { opensMenu } from "@/lib/ui/console/board-menu";
import { GripGlyph } from "@/lib/ui/drawn/drawings";
import { DROP_TARGET, DROP_TARGET_BELOW } from "@/lib/ui/use-card-drag";

/** Marks what takes the focus of a row, by the row's key and its part. */
export const ROW_FOCUS = "data-row-focus";
export const rowFocus = (key: string, part: "title" | "grip"): string => `${part} ${key}`;

export interface AgendaRowProps {
  activity: Pick<ActivityTemplate, "key" | "kind" | "title" | "minutes">;
  place: number;
  /** When it begins, as in "15:30"; null where that isn't known. */
  time: string | null;
  /** Minutes of work together that should lie before it, and don't; null where they do. */
  early: number | null;
  /** What is wrong with it beside others of the plan, in one line each. */
  doubts: readonly string[];
  isChosen: boolean;
  /** It is in somebody's hand. */
  isDragged: boolean;
  /** What is in the hand would be dropped before it. */
  isOver: boolean;
  onChoose: () => void;
  onGrip: (event: PointerEvent<HTMLElement>) => void;
  onMenu: (button: HTMLElement) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onMinutes: (entered: string) => void;
}

/** One activity of a plan. The grip drags it, and leads to what else can be done with it. */
export function AgendaRow(props: AgendaRowProps) {
  const { activity, place, time, early, isChosen, isDragged, isOver, doubts } = props;
  const { key, title, minutes } = activity;
  const all = useTranslations();
  const { words, textOf } = usePlanWords("du");
  const shown = textOf(title);
  return (
    <li
      className={`relative ${isDragged ? "opacity-60" : ""}`}
      {...{ [DROP_TARGET]: String(place), [DROP_TARGET_BELOW]: String(place + 1) }}
    >
      {isOver ? <span aria-hidden className="absolute inset-x-0 -top-px h-0.5 bg-accent" /> : null}
      <div
        className={`flex min-h-target touch-pan-y select-none items-stretch rounded-control ${
          isChosen ? "bg-accent-soft outline-1 outline-accent -outline-offset-1" : ""
        }`}
        onPointerDown={(event) => {
          if (event.target instanceof Element && event.target.closest("input") === null) {
            props.onGrip(event);
          }
        }}
      >
        <button
          {...opensMenu(props.onMenu)}
          aria-label={all("sessions.moreOf", { title: shown })}
          className="flex w-12 shrink-0 cursor-grab touch-none items-center justify-center rounded-control text-ink-2 desk:w-8"
          {...{ [ROW_FOCUS]: rowFocus(key, "grip") }}
          tabIndex={isChosen ? 0 : -1}
          type="button"
        >
          <GripGlyph className="size-5!" />
        </button>
        <button
          aria-current={isChosen || undefined}
          className={`flex min-w-0 flex-1 items-center gap-3 rounded-control text-start ${isChosen ? "font-semibold" : ""}`}
          {...{ [ROW_FOCUS]: rowFocus(key, "title") }}
          onClick={(event) => {
            // Not every browser gives the focus to what is pressed.
            event.currentTarget.focus();
            props.onChoose();
          }}
          onKeyDown={props.onKeyDown}
          tabIndex={isChosen ? 0 : -1}
          type="button"
        >
          <PartGlyph activity={activity} />
          <span className="line-clamp-2 min-w-0 flex-1 leading-tight" title={shown}>
            {words(title)}
          </span>
          {time === null ? null : (
            <span className="tabular shrink-0 font-normal text-ink-2 text-sm">{time}</span>
          )}
          {isChosen ? null : (
            <span className="tabular w-12 shrink-0 pe-3 text-end font-semibold">
              {minutes}
              <span className="sr-only"> {all("agenda.minutes", { n: minutes })}</span>
            </span>
          )}
        </button>
        {isChosen ? (
          <MinutesField
            label={all("sessions.sizeOf", { title: shown })}
            minutes={minutes}
            onEnter={props.onMinutes}
          />
        ) : null}
      </div>
      {[...(early === null ? [] : [all("console.early", { n: early })]), ...doubts].map((hint) => (
        <p className="px-12 pb-1 text-ochre text-sm desk:ps-19" key={hint}>
          {hint}
        </p>
      ))}
    </li>
  );
}

interface MinutesFieldProps {
  label: string;
  minutes: number;
  onEnter: (entered: string) => void;
}

/** How long an activity takes: taken over with Enter or on leaving the field, and as it was with Esc. */
function MinutesField({ label, minutes, onEnter }: MinutesFieldProps) {
  /** What was typed and not taken over yet; null where that is nothing. */
  const [entered, setEntered] = useState<string | null>(null);
  const enter = () => {
    if (entered !== null && entered !== String(minutes)) onEnter(entered);
    // What was refused isn't so; what was taken comes back with the plan.
    setEntered(null);
  };
  return (
    <input
      aria-label={label}
      autoComplete="off"
      className="tabular ms-3 me-1 w-12 shrink-0 rounded-chip border border-edge bg-surface px-1.5 text-end font-semibold desk:my-1 desk:w-11"
      inputMode="numeric"
      onBlur={enter}
      onChange={(event) => setEntered(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") enter();
        if (event.key === "Escape") setEntered(null);
      }}
      value={entered ?? String(minutes)}
    />
  );
}
