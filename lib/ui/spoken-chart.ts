import { useTranslations } from "next-intl";
import { isolated } from "@/lib/i18n/isolated";

/** A chart's title as the beginning of what is read aloud: a colon only where no mark ends it. */
export const spokenTitle = (title: string): string => (hasEnd(title) ? title : `${title}:`);

/** One label with its value, each told apart by a mark where it brings none of its own. */
export const spokenPart = (label: string, value: string): string =>
  hasEnd(label) ? `${isolated(label)} ${value}` : `${isolated(label)}, ${value}`;

const hasEnd = (text: string): boolean => /[.?!…:“”]$/u.test(text.trimEnd());

/** How often each score was given, in words and without zeros: "4 Antworten bei 5, eine Antwort bei 7". */
export function useSpokenCounts(): (counts: readonly number[]) => string {
  const t = useTranslations("common");
  return (counts) =>
    counts.flatMap((n, score) => (n > 0 ? [t("answersAt", { n, score })] : [])).join(", ");
}
