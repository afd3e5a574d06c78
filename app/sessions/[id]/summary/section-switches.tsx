"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { saveHiddenSections } from "@/app/sessions/[id]/summary/actions";
import type { SectionChoice } from "@/app/sessions/[id]/summary/load";
import type { Locale } from "@/lib/i18n/locale";
import type { SectionKey } from "@/lib/summary/blocks";
import { Disclosure } from "@/lib/ui/phone/disclosure";

export interface SectionSwitchesProps {
  session: string;
  choices: readonly SectionChoice[];
  /** Of the titles, which may be another than the page's. */
  language: Locale;
  /** Where it stands on the page. */
  className: string;
}

/** What is handed on, section by section. The paper beside it follows once the choice is kept. */
export function SectionSwitches({ session, choices, language, className }: SectionSwitchesProps) {
  const t = useTranslations("summary");
  const router = useRouter();
  const [hidden, setHidden] = useState<readonly SectionKey[]>(() =>
    choices.filter(({ isIn }) => !isIn).map(({ key }) => key),
  );
  const [failed, setFailed] = useState(false);

  async function choose(key: SectionKey, isIn: boolean) {
    const next = isIn ? hidden.filter((each) => each !== key) : [...hidden, key];
    setHidden(next);
    const kept = await saveHiddenSections(session, next).catch(() => false);
    setFailed(!kept);
    if (kept) router.refresh();
  }

  const switches = (
    <>
      <p className="pb-2 text-ink-2 text-sm">{t("sectionsHint")}</p>
      <ul className="sm:max-lg:grid sm:max-lg:grid-cols-2 sm:max-lg:gap-x-6">
        {choices.map(({ key, title }) => (
          <li key={key}>
            <label className="flex min-h-10 items-center gap-3 py-1 text-base">
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
          </li>
        ))}
      </ul>
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
      </p>
    </aside>
  );
}
