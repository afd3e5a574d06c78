import { getTranslations } from "next-intl/server";
import { LOCALES, type Locale } from "@/lib/i18n/locale";

/** Each language in its own words. */
const LANGUAGE_NAMES = { de: "Deutsch", en: "English" } as const;

/** The same summary in another language: its words are kept in both. */
export async function LanguageLinks({
  chosen,
  hrefOf,
}: {
  chosen: Locale;
  hrefOf(language: Locale): string;
}) {
  const t = await getTranslations("summary");
  return (
    <nav aria-label={t("language")} className="ms-auto flex gap-1">
      {LOCALES.map((each) => (
        <a
          aria-current={each === chosen ? "true" : undefined}
          className="inline-flex min-h-target items-center rounded-control px-2 text-base text-ink-2 aria-[current]:font-semibold aria-[current]:text-ink"
          href={hrefOf(each)}
          key={each}
          lang={each}
        >
          {LANGUAGE_NAMES[each]}
        </a>
      ))}
    </nav>
  );
}
