import { useLocale } from "next-intl";
import { type OwnPlan, ownPlan } from "@/lib/activities/commit/kept";
import { remindersUpTo, todayOn } from "@/lib/activities/commit/own-days";
import { sentenceOf } from "@/lib/activities/commit/sentence";
import { contentOf } from "@/lib/activities/kept";
import type { TakeHomeWords } from "@/lib/activities/screens-contract";
import type { DeviceRecord } from "@/lib/client/device-record";
import { useWordsText } from "@/lib/client/use-words";
import { dateFormat } from "@/lib/i18n/dates";
import { isolated } from "@/lib/i18n/isolated";
import { bound, type OwnNote, type OwnStep } from "@/lib/ui/phone/keepsake";

/** What somebody takes along of what they wrote: a plan is a step, a story is notes. */
export interface TakenAlong {
  step: OwnStep | null;
  notes: OwnNote[];
}

/** `today` as ISO date: reminders of a plan begin after it. */
export function takenOf(
  { fields, form }: OwnPlan,
  { textOf, locale }: Pick<TakeHomeWords, "textOf" | "locale">,
  today: string,
): TakenAlong {
  if (form === null) return { step: null, notes: [] };
  const written = (key: string) => (fields[key] ?? "").trim();
  if (form.sentence === null) {
    const notes = form.fields.map(({ key, label, input }) => ({
      prompt: textOf(label),
      text: input === "date" ? spokenDay(written(key), locale) : written(key),
    }));
    return { step: null, notes: notes.filter(({ text }) => text !== "") };
  }
  const spoken = form.fields.map(({ key, input }): [string, string] => [
    key,
    // A full stop inside the field would double the sentence's own.
    input === "date"
      ? spokenDay(written(key), locale)
      : isolated(written(key).replace(/[.,]+$/, "")),
  ]);
  const sentence = sentenceOf(textOf(form.sentence), Object.fromEntries(spoken));
  if (sentence === null) return { step: null, notes: [] };
  const date = form.fields.find(({ input }) => input === "date");
  const last = date ? written(date.key) : "";
  const days = last === "" ? [] : remindersUpTo(last, form.weeks, today);
  return { step: { sentence, days }, notes: [] };
}

function spokenDay(day: string, locale: TakeHomeWords["locale"]): string {
  const date = new Date(`${day}T12:00`);
  if (Number.isNaN(date.getTime())) return day;
  return bound(dateFormat(locale, { dateStyle: "long" }).format(date));
}

/** The same on a screen, as it is being written. */
export function useTakenAlong(plan: OwnPlan): TakenAlong {
  const words = { textOf: useWordsText(), locale: useLocale() };
  return takenOf(plan, words, todayOn(new Date()));
}

/** Of all activities of this device, in the order in which they were begun. */
function allTaken({ kept }: Pick<DeviceRecord, "kept">, words: TakeHomeWords): TakenAlong[] {
  const today = todayOn(new Date());
  return Object.values(kept).flatMap((entry) =>
    entry.kind === ownPlan.kind ? [takenOf(contentOf(ownPlan, entry), words, today)] : [],
  );
}

/** All plans of this device. */
export const ownSteps = (record: Pick<DeviceRecord, "kept">, words: TakeHomeWords): OwnStep[] =>
  allTaken(record, words).flatMap(({ step }) => (step ? [step] : []));

/** All stories of this device. */
export const ownNotes = (record: Pick<DeviceRecord, "kept">, words: TakeHomeWords): OwnNote[] =>
  allTaken(record, words).flatMap(({ notes }) => notes);
