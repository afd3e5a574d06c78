import { useTranslations } from "next-intl";

export interface WorkshopLengthProps {
  /** Of each of its parts. */
  minutes: readonly number[];
  /** Minutes that no part takes. */
  buffer?: number | undefined;
}

/** How long a workshop takes, and in how many parts. */
export function WorkshopLength({ minutes, buffer = 0 }: WorkshopLengthProps) {
  const t = useTranslations("sessions");
  const sum = minutes.reduce((before, each) => before + each, buffer);
  return (
    <p className="tabular text-base">
      <strong className="font-semibold">{t("minutesShort", { n: sum })}</strong>
      <span className="text-ink-2"> · {t("parts", { n: minutes.length })}</span>
    </p>
  );
}
