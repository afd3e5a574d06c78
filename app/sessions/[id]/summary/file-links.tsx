import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/i18n/locale";
import { textFormatNames } from "@/lib/summary/text-formats";
import { buttonClass } from "@/lib/ui/button";

/** The summary as files that are there at once. */
export function FileLinks({ session, language }: { session: string; language: Locale }) {
  const t = useTranslations("documents");
  return (
    <ul aria-label={t("others")} className="flex flex-wrap gap-3">
      {textFormatNames.map((format) => (
        <li key={format}>
          <a
            className={buttonClass("secondary", "console")}
            download
            href={`/sessions/${session}/summary/${format}?language=${language}`}
          >
            <Download aria-hidden size={20} strokeWidth={1.75} />
            {t(format)}
          </a>
        </li>
      ))}
    </ul>
  );
}
