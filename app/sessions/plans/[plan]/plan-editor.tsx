"use client";

import "@/lib/client/zod-setup";
import { useTranslations } from "next-intl";
import { type MouseEvent, useMemo, useState } from "react";
import { ActivityColumn } from "@/app/sessions/plans/[plan]/activity-column";
import { useFieldsOfPlan } from "@/app/sessions/plans/[plan]/fields-of-plan";
import { PlanBar } from "@/app/sessions/plans/[plan]/plan-bar";
import {
  noHistory,
  noted,
  redone,
  type TakenBack,
  undone,
} from "@/app/sessions/plans/[plan]/plan-history";
import { PlanNotice } from "@/app/sessions/plans/[plan]/plan-notice";
import { Purpose, planPurpose } from "@/app/sessions/plans/[plan]/texts-forms";
import { usePlanSaving } from "@/app/sessions/plans/[plan]/use-plan-saving";
import { AgendaColumn } from "@/app/sessions/plans/agenda-column";
import { keepsNothing } from "@/app/sessions/plans/doubts-of";
import { PreviewColumn } from "@/app/sessions/plans/preview-column";
import { minutesOfDay } from "@/lib/clock-times";
import { usePlanWords } from "@/lib/i18n/plan-words";
import { asTemplate, type OwnPlan } from "@/lib/session/own-plan";
import { type EditedPlan, type EditRefusal, isSamePlan } from "@/lib/session/plan-edits";
import type { Preset } from "@/lib/session/presets";
import { UndoButtons } from "@/lib/ui/console/undo-buttons";
import { useUndoKeys } from "@/lib/ui/console/use-undo-keys";

/** The field that somebody is typing into; null where what they do is done otherwise. */
function fieldTypedInto(): Element | null {
  const { activeElement: field } = document;
  const isText =
    field instanceof HTMLTextAreaElement ||
    (field instanceof HTMLInputElement && field.type === "text");
  return isText ? field : null;
}

/** Before a time is chosen: a workshop in the morning. */
const START = "10:00";

export interface PlanEditorProps {
  id: string;
  opened: OwnPlan;
  /** What of it the page knows; the next change takes its place. */
  revision: number;
  /** What this account keeps for its plans. */
  presets: readonly Preset[];
}

/** A plan while it is prepared: its course, the activity that is looked at, and what people will see of it. */
export function PlanEditor({ id, opened, revision, presets: keptBefore }: PlanEditorProps) {
  const t = useTranslations("plans");
  const { textOf } = usePlanWords("du");
  const [plan, setPlan] = useState(opened);
  const [chosen, setChosen] = useState(opened.activities[0]?.key ?? "");
  const [history, setHistory] = useState(noHistory);
  const [start, setStart] = useState(START);
  const fields = useFieldsOfPlan();
  const [presets, setPresets] = useState(keptBefore);
  const shown = useMemo(() => asTemplate(id, plan), [id, plan]);
  const saving = usePlanSaving(id, revision);
  const activity = plan.activities.find(({ key }) => key === chosen) ?? plan.activities[0];

  function change(next: OwnPlan) {
    if (isSamePlan(next, plan)) return;
    setHistory(noted(history, { before: plan, after: next, chosen, field: fieldTypedInto() }));
    setPlan(next);
    saving.changed(next);
  }

  /** Shows the plan as it was before the last change, or after one that was taken back. */
  function goBack(to: TakenBack | null) {
    if (to === null) return;
    setHistory(to.history);
    setPlan(to.plan);
    setChosen(to.chosen);
    saving.changed(to.plan);
  }
  const undo = () => goBack(undone(history, plan));
  const redo = () => goBack(redone(history, plan));
  useUndoKeys({ undo, redo });

  /** Takes what an edit has made of the plan, or says why it can't be. */
  function take(edited: EditedPlan<OwnPlan>): EditRefusal | null {
    if (!edited.ok) return edited.why;
    change(edited.plan);
    return null;
  }

  /** A link of this page is followed once all is saved; where that fails, the browser asks. */
  function onFollow(event: MouseEvent) {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!(link instanceof HTMLAnchorElement) || link.target !== "" || !isPlain) return;
    const isOnThisPage = link.getAttribute("href")?.startsWith("#") === true;
    if (saving.state === "saved" || isOnThisPage) return;
    event.preventDefault();
    void saving.flush().finally(() => window.location.assign(link.href));
  }

  return (
    <div
      className="flex flex-1 flex-col lg:h-dvh lg:flex-none"
      data-unsaved={saving.state === "saved" ? undefined : true}
      onClickCapture={onFollow}
    >
      <PlanBar
        id={id}
        onChange={change}
        onStart={setStart}
        plan={plan}
        start={start}
        state={saving.state}
      />
      <PlanNotice plan={plan} saving={saving} />
      <nav
        aria-label={t("columns")}
        className="sticky top-0 z-10 flex border-line border-b bg-paper px-1 lg:hidden"
      >
        {[
          ["agenda", t("agenda")],
          ["activity", activity ? textOf(activity.title) : t("activity")],
          ["preview", t("preview")],
        ].map(([part, name]) => (
          <a
            className="inline-flex min-h-12 min-w-0 items-center px-3 font-semibold text-accent text-base"
            href={`#${part}`}
            key={part}
          >
            <span className="truncate">{name}</span>
          </a>
        ))}
      </nav>
      <main className="grid min-h-0 flex-1 grid-cols-1 lg:grid-cols-[20rem_minmax(0,1fr)] xl:grid-cols-[25rem_minmax(0,1fr)_20.5rem]">
        <div
          className="min-w-0 scroll-mt-14 px-4 py-4 max-lg:border-line max-lg:border-b lg:overflow-y-auto lg:border-line lg:border-e"
          id="agenda"
        >
          <AgendaColumn
            chosen={chosen}
            onChange={change}
            onChoose={setChosen}
            plan={plan}
            start={minutesOfDay(start)}
          />
          {keepsNothing(plan) ? (
            <p className="mt-3 rounded-control bg-ochre-soft px-3 py-2 text-base text-ochre">
              {t("keepsNothing")}
            </p>
          ) : null}
          <div className="pt-6">
            <Purpose.Form
              filledIn={fields.read("purpose", Purpose, planPurpose.parse(plan))}
              onChange={(filledIn) => {
                fields.keep("purpose", filledIn);
                change({ ...plan, ...planPurpose.parse(filledIn.settings) });
              }}
              titles={{}}
            />
          </div>
        </div>
        <div className="min-w-0 lg:overflow-y-auto xl:contents">
          <section
            aria-label={t("activity")}
            className="min-w-0 scroll-mt-14 px-4 py-4 lg:px-6 lg:pt-0 xl:overflow-y-auto"
            id="activity"
          >
            {activity ? (
              <ActivityColumn
                activity={activity}
                fields={fields}
                key={activity.key}
                onEdit={take}
                plan={plan}
                shelf={{ presets, onChange: setPresets }}
              >
                <UndoButtons
                  canRedo={history.future.length > 0}
                  canUndo={history.past.length > 0}
                  onRedo={redo}
                  onUndo={undo}
                />
              </ActivityColumn>
            ) : null}
          </section>
          <div
            className="min-w-0 scroll-mt-14 bg-sunken px-4 py-4 xl:overflow-y-auto xl:border-line xl:border-s"
            id="preview"
          >
            <PreviewColumn chosen={chosen} plan={shown} />
          </div>
        </div>
      </main>
    </div>
  );
}
