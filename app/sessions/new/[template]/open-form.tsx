"use client";

import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { type ArcPart, ArcPicture, deepestOf } from "@/app/sessions/arc-picture";
import { Agenda, type AgendaEntry } from "@/app/sessions/new/[template]/agenda";
import { guideAddress } from "@/app/sessions/new/[template]/guide-address";
import { OpenBox } from "@/app/sessions/open-box";
import { type OpenState, openSession } from "@/app/sessions/open-session";
import { AdaptButton } from "@/app/sessions/plans/adapt-button";
import { TemplateGlyph } from "@/app/sessions/template-glyph";
import { WorkshopLength } from "@/app/sessions/workshop-length";
import { beginnings, clockTime, minutesOfDay } from "@/lib/clock-times";
import { isolated } from "@/lib/i18n/isolated";
import { usePlanWords } from "@/lib/i18n/plan-words";
import type { MeetingBefore } from "@/lib/session/held-activities";
import type { ChosenSizes } from "@/lib/session/sizes";
import { buttonClass } from "@/lib/ui/button";
import type { Words } from "@/lib/words";

export interface OpenFormProps {
  /** Whether it is a plan of one's own, which is prepared on its own page. */
  isOwn: boolean;
  /** The ready-made plan that it is drawn as. */
  drawnAs: string;
  /** For a later meeting of a series: the session that it goes on after, where one was named; null for others. */
  meeting: { before: MeetingBefore | null } | null;
  template: {
    id: string;
    title: Words;
    purpose: Words;
    agenda: readonly (AgendaEntry & Pick<ArcPart, "depth">)[];
    /** Minutes that no part takes. */
    buffer: number;
  };
}

const untouched: OpenState = { failed: false };

/** Before a time is chosen: a workshop in the morning. */
const START = "10:00";

/** What this session shall be called and how it speaks, beside what it will hold. */
export function OpenForm({ template, meeting, isOwn, drawnAs }: OpenFormProps) {
  const t = useTranslations();
  const [state, open, pending] = useActionState(openSession, untouched);
  const { words, textOf } = usePlanWords("du");
  const [chosen, setChosen] = useState<ChosenSizes>({});
  const [start, setStart] = useState(START);
  const parts = template.agenda.map((each) => ({
    ...each,
    minutes: chosen[each.key] ?? each.minutes,
  }));
  const minutes = parts.map((each) => each.minutes);
  const sum = minutes.reduce((before, each) => before + each, template.buffer);
  const from = minutesOfDay(start);
  const times = from === null ? null : beginnings(minutes).map((each) => clockTime(from, each));
  const deepest = deepestOf(parts);
  const deepestTitle = parts.find(({ key }) => key === deepest?.key)?.title;
  return (
    <form
      action={open}
      className="grid items-start gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
      // React empties a form after its action, also after one that was refused: what was chosen stays.
      onReset={(event) => event.preventDefault()}
    >
      <div className="flex flex-col gap-6">
        <div className="flex flex-col gap-2">
          <TemplateGlyph className="size-10! stroke-[1.2] text-accent" id={drawnAs} />
          <h1 className="text-balance font-medium font-serif text-3xl">{words(template.title)}</h1>
          <p className="measure text-ink-2 text-lg">{words(template.purpose)}</p>
        </div>
        <OpenBox
          after={meeting?.before ?? null}
          pending={pending}
          state={state}
          templateId={template.id}
          toPlan={
            isOwn ? (
              <a
                className={buttonClass("secondary", "phone", true)}
                href={`/sessions/plans/${template.id}`}
              >
                {t("plans.edit")}
              </a>
            ) : (
              <AdaptButton />
            )
          }
        >
          {meeting === null ? null : (
            <p className="rounded-control bg-sunken px-4 py-3 text-base">
              {meeting.before === null
                ? t("sessions.beginsAlone")
                : t("sessions.goesOn", {
                    title: isolated(meeting.before.name || textOf(meeting.before.title)),
                  })}
            </p>
          )}
        </OpenBox>
      </div>
      <section aria-labelledby="agenda" className="flex flex-col gap-3 lg:pt-12">
        <div className="flex items-baseline justify-between gap-4">
          <h2 className="font-medium font-serif text-xl" id="agenda">
            {t("sessions.agenda")}
          </h2>
          <WorkshopLength buffer={template.buffer} minutes={minutes} />
        </div>
        <ArcPicture parts={parts} />
        <p className="text-base text-ink-2">
          {t("sessions.arc")}
          {deepest && deepestTitle
            ? ` ${t("sessions.arcDeepest", { title: textOf(deepestTitle), minute: deepest.from })}`
            : null}
        </p>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <label className="flex items-center gap-3 text-base">
            <span className="font-semibold">{t("sessions.beginsAt")}</span>
            <input
              className="tabular min-h-target rounded-control border border-edge bg-surface px-2"
              onChange={(event) => setStart(event.target.value)}
              type="time"
              value={start}
            />
          </label>
          <a
            className={`${buttonClass("quiet", "console")} -me-3`}
            href={guideAddress(template.id, { start, sizes: chosen })}
          >
            {t("sessions.guide")}
          </a>
        </div>
        <Agenda
          chosen={chosen}
          entries={template.agenda}
          onChoose={(key, size) => setChosen({ ...chosen, [key]: size })}
          times={times}
        />
        {times && from !== null ? (
          <p className="tabular text-base text-ink-2">
            {template.buffer > 0
              ? t("sessions.endsWithBuffer", { time: clockTime(from, sum), n: template.buffer })
              : t("sessions.endsAt", { time: clockTime(from, sum) })}
          </p>
        ) : null}
      </section>
    </form>
  );
}
