import { useTranslations } from "next-intl";

/** How long a workshop takes and in how many parts, from the minutes of each. */
export function WorkshopLength({ minutes }: { minutes: readonly number[] }) {
  const t = useTranslations("sessions");
  const sum = minutes.reduce((before, each) => before + each, 0);
  return (
    <p className="tabular text-base">
      <strong className="font-semibold">{t("minutesShort", { n: sum })}</strong>
      <span className="text-ink-2"> · {t("parts", { n: minutes.length })}</span>
    </p>
  );
}
