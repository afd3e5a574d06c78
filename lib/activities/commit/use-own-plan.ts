import { useLocale, useTranslations } from "next-intl";
import { type OwnPlan, ownPlan } from "@/lib/activities/commit/kept";
import { contentOf } from "@/lib/activities/kept";
import type { TakeHomeWords } from "@/lib/activities/screens-contract";
import type { DeviceRecord } from "@/lib/client/device-record";
import { dateFormat } from "@/lib/i18n/dates";
import { isolated } from "@/lib/i18n/isolated";
import { bound, type OwnStep } from "@/lib/ui/phone/keepsake";

/** Stands around the hinges of a sentence while it is put together; nobody types it, and it is not seen. */
const EDGE = "\u2063";

/** One's own plan as one sentence in pieces; null while its two halves are not both there. */
function stepOf(
  { fields }: OwnPlan,
  { t, locale }: Pick<TakeHomeWords, "t" | "locale">,
): OwnStep | null {
  // A full stop inside the field would double the sentence's own.
  const field = (key: string) =>
    isolated(
      (fields[key] ?? "")
        .replaceAll(EDGE, "")
        .trim()
        .replace(/[.,]+$/, ""),
    );
  const when = field("when");
  const step = field("then");
  const by = field("by");
  if (when === "" || step === "") return null;
  const values = { when, step, hinge: (words: string) => `${EDGE}${words}${EDGE}` };
  const sentence =
    by === ""
      ? t.markup("kinds.commit.phone.planSentenceOpen", values)
      : t.markup("kinds.commit.phone.planSentence", { ...values, by: spokenDay(by, locale) });
  return {
    sentence: sentence
      .split(EDGE)
      .map((text, at) => ({ text, isHinge: at % 2 === 1 }))
      .filter(({ text }) => text !== ""),
    day: by === "" ? null : by,
  };
}

function spokenDay(day: string, locale: TakeHomeWords["locale"]): string {
  const date = new Date(`${day}T12:00`);
  if (Number.isNaN(date.getTime())) return day;
  return bound(dateFormat(locale, { dateStyle: "long" }).format(date));
}

/** The same on a screen, as it is being written. */
export function useOwnStep(plan: OwnPlan): OwnStep | null {
  return stepOf(plan, { t: useTranslations(), locale: useLocale() });
}

/** All plans of this device. */
export function ownSteps({ kept }: Pick<DeviceRecord, "kept">, words: TakeHomeWords): OwnStep[] {
  return Object.values(kept).flatMap((entry) => {
    const step = entry.kind === ownPlan.kind ? stepOf(contentOf(ownPlan, entry), words) : null;
    return step ? [step] : [];
  });
}
