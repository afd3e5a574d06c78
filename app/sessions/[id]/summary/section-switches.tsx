"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { saveHiddenSections } from "@/app/sessions/[id]/summary/actions";
import { FollowUpDay } from "@/app/sessions/[id]/summary/follow-up-day";
import type { SectionChoice } from "@/app/sessions/[id]/summary/load";
import { StruckWords } from "@/app/sessions/[id]/summary/struck-words";
import { useReview } from "@/app/sessions/[id]/summary/use-review";
import type { Locale } from "@/lib/i18n/locale";
import type { SectionKey } from "@/lib/summary/blocks";
import type { VersionAt } from "@/lib/summary/versions";
import { Disclosure } from "@/lib/ui/phone/disclosure";

export interface SectionSwitchesProps {
  at: VersionAt;
  choices: readonly SectionChoice[];
  /** What people wrote and is not handed on. */
  struck: readonly string[];
  /** When everybody is asked what became of it, as ISO date; null where nobody is. */
  followUpOn: string | null;
  /** Of the titles, which may be another than the page's. */
  language: Locale;
  /** Where it stands on the page. */
  className: string;
}

/** What is handed on, section by section. The paper beside it follows once the choice is kept. */
export function SectionSwitches({
  at,
  choices,
  struck,
  followUpOn,
  language,
  className,
}: SectionSwitchesProps) {
  const t = useTranslations("summary");
  const onFiles = useTranslations("exports");
  const review = useReview(at);
  const router = useRouter();
  const [hidden, setHidden] = useState<readonly SectionKey[]>(() =>
    choices.filter(({ isIn }) => !isIn).map(({ key }) => key),
  );
  const [failed, setFailed] = useState(false);

  async function choose(key: SectionKey, isIn: boolean) {
    const next = isIn ? hidden.filter((each) => each !== key) : [...hidden, key];
    setHidden(next);
    const kept = await saveHiddenSections(at, next).catch(() => false);
    setFailed(!kept);
    if (kept) router.refresh();
  }

  /** One place up or down, among those that can be moved at all. */
  const move = (key: SectionKey, by: -1 | 1) => {
    const order = choices.map((each) => each.key);
    const place = order.indexOf(key);
    order.splice(place, 1);
    order.splice(place + by, 0, key);
    void review.change({ change: "order", order });
  };

  const switches = (
    <>
      <p className="pb-2 text-ink-2 text-sm">{t("sectionsHint")}</p>
      <ul className="sm:max-lg:grid sm:max-lg:grid-cols-2 sm:max-lg:gap-x-6">
        {choices.map(({ key, title }, place) => (
          <li className="flex items-center" key={key}>
            <label className="flex min-h-target min-w-0 flex-1 items-center gap-3 py-1 text-base">
              <input
                checked={!hidden.includes(key)}
                className="size-6 shrink-0 accent-accent"
                onChange={(event) => void choose(key, event.target.checked)}
                type="checkbox"
              />
              <span className="text-pretty leading-5" lang={language}>
                {title}
              </span>
            </label>
            {([-1, 1] as const).map((by) => (
              <button
                aria-disabled={review.isSaving || choices[place + by] === undefined || undefined}
                aria-label={onFiles(by < 0 ? "up" : "down", { section: title })}
                className="inline-flex size-target shrink-0 items-center justify-center rounded-control text-ink-2 aria-disabled:opacity-30"
                key={by}
                onClick={() => {
                  if (!review.isSaving && choices[place + by]) move(key, by);
                }}
                type="button"
              >
                {by < 0 ? (
                  <ChevronUp aria-hidden size={18} strokeWidth={1.75} />
                ) : (
                  <ChevronDown aria-hidden size={18} strokeWidth={1.75} />
                )}
              </button>
            ))}
          </li>
        ))}
      </ul>
      <div className="pt-5">
        <FollowUpDay at={at} day={followUpOn} />
      </div>
      <div className="pt-5">
        <StruckWords at={at} struck={struck} />
      </div>
    </>
  );
  return (
    <aside aria-label={t("sections")} className={className}>
      {/* Where there is no margin, the paper must not wait below a list. */}
      <div className="lg:hidden">
        <Disclosure title={t("sections")}>{switches}</Disclosure>
      </div>
      <div className="max-lg:hidden">
        <h2 className="font-semibold text-base">{t("sections")}</h2>
        {switches}
      </div>
      <p className="text-base text-ochre" role="status">
        {failed ? t("sectionsFailed") : null}
        {review.hasFailed ? onFiles("reviewFailed") : null}
      </p>
    </aside>
  );
}
