"use client";

import { useTranslations } from "next-intl";
import { sizeField } from "@/app/sessions/size-field";
import { usePlanWords } from "@/lib/i18n/plan-words";
import type { ChosenSizes } from "@/lib/session/sizes";
import { ActivityNotes, type ActivityNotesProps } from "@/lib/ui/activity-notes";
import type { Words } from "@/lib/words";

export interface AgendaEntry extends Omit<ActivityNotesProps, "words"> {
  key: string;
  title: Words;
  minutes: number;
  /** Minutes that it can be held in; empty where it has only its own. */
  sizes: readonly number[];
}

export interface AgendaProps {
  entries: readonly AgendaEntry[];
  chosen: ChosenSizes;
  onChoose: (key: string, minutes: number) => void;
  /** When each begins; null where that isn't known. */
  times: readonly string[] | null;
}

/** The parts of a workshop in their order, with what is said around each. */
export function Agenda({ entries, chosen, onChoose, times }: AgendaProps) {
  const { words } = usePlanWords("du");
  return (
    <ol className="divide-y divide-line border-line border-y">
      {entries.map((each, at) => (
        <li className="py-1.5" key={each.key}>
          <div className="flex min-h-10 items-center justify-between gap-4">
            <span className="flex min-w-0 gap-4">
              {times ? <span className="tabular text-ink-2">{times[at]}</span> : null}
              <span className="min-w-0">{words(each.title)}</span>
            </span>
            <Minutes
              chosen={chosen[each.key] ?? each.minutes}
              entry={each}
              onChoose={(minutes) => onChoose(each.key, minutes)}
            />
          </div>
          <ActivityNotes {...each} words={words} />
        </li>
      ))}
    </ol>
  );
}

interface MinutesProps {
  entry: AgendaEntry;
  chosen: number;
  onChoose: (minutes: number) => void;
}

/** How long an activity takes, and a choice where it comes in several sizes. */
function Minutes({ entry, chosen, onChoose }: MinutesProps) {
  const t = useTranslations("sessions");
  const { textOf } = usePlanWords("du");
  if (entry.sizes.length < 2) {
    return (
      <span className="tabular shrink-0 text-ink-2">{t("minutesShort", { n: entry.minutes })}</span>
    );
  }
  return (
    <select
      aria-label={t("sizeOf", { title: textOf(entry.title) })}
      className="tabular min-h-target shrink-0 rounded-control border border-edge bg-surface px-2"
      name={sizeField(entry.key)}
      onChange={(event) => onChoose(Number(event.target.value))}
      value={chosen}
    >
      {entry.sizes.map((minutes) => (
        <option key={minutes} value={minutes}>
          {t("minutesShort", { n: minutes })}
        </option>
      ))}
    </select>
  );
}
