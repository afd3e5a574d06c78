"use client";

import { useTranslations } from "next-intl";
import { minutesOf } from "@/app/sessions/minutes-of";
import { PartGlyph } from "@/app/sessions/plans/part-glyph";
import { usePlanWords } from "@/lib/i18n/plan-words";
import type { ActivityTemplate } from "@/lib/session/plan-template";
import { NativeDialog } from "@/lib/ui/native-dialog";
import type { Words } from "@/lib/words";
import { readyActivities } from "@/lib/workshops/activities/registry";
import { longBreak, shortBreak } from "@/lib/workshops/parts/breaks";
import { after, before } from "@/lib/workshops/parts/measure";

/** What stands around activities in our workshops; welcome and closing are in every plan already. */
const AROUND: readonly ActivityTemplate[] = [
  shortBreak("break", 5),
  longBreak("break"),
  before,
  after,
];

/** By strategy, what serves several first. */
const READY = readyActivities.toSorted((one, other) => (one.strategy ?? 0) - (other.strategy ?? 0));

export interface ActivityChooserProps {
  open: boolean;
  onClose: () => void;
  onChoose: (activity: ActivityTemplate) => void;
}

/** What can be laid into a plan: all of the catalogue, and what stands around it. */
export function ActivityChooser({ open, onClose, onChoose }: ActivityChooserProps) {
  const t = useTranslations("agenda");
  return (
    <NativeDialog onClose={onClose} open={open} title={t("add")}>
      {open ? (
        <>
          <Entries
            entries={READY.map(({ activity, doing }) => ({ activity, doing }))}
            onChoose={onChoose}
            title={t("activities")}
          />
          <Entries
            entries={AROUND.map((activity) => ({ activity, doing: activity.prompt }))}
            onChoose={onChoose}
            title={t("around")}
          />
        </>
      ) : null}
    </NativeDialog>
  );
}

interface EntriesProps {
  title: string;
  entries: readonly { activity: ActivityTemplate; doing: Words }[];
  onChoose: (activity: ActivityTemplate) => void;
}

function Entries({ title, entries, onChoose }: EntriesProps) {
  const t = useTranslations("sessions");
  const { words } = usePlanWords("du");
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-semibold text-base">{title}</h3>
      <ul className="divide-y divide-line border-line border-y">
        {entries.map(({ activity, doing }) => (
          <li key={`${activity.key} ${activity.minutes}`}>
            <button
              className="flex min-h-12 w-full items-start gap-3 py-2 text-start text-base hover:bg-accent-soft"
              onClick={() => onChoose(activity)}
              type="button"
            >
              <PartGlyph activity={activity} className="mt-0.5" />
              <span className="min-w-0 flex-1">
                <span className="block font-semibold">{words(activity.title)}</span>
                <span className="block text-ink-2 text-sm">{words(doing)}</span>
              </span>
              <span className="tabular shrink-0 text-ink-2">
                {t("minutesShort", { n: minutesOf(activity).join(" · ") })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
