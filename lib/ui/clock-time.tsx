"use client";

import { useLocale } from "next-intl";
import { dateFormat } from "@/lib/i18n/dates";
import { useInBrowser } from "@/lib/ui/use-in-browser";

/**
 * A time of day in the device's own zone. The server may live in another one, so its page only holds the
 * place of it.
 */
export function ClockTime({ at }: { at: number }) {
  const locale = useLocale();
  const inBrowser = useInBrowser();
  const time = new Date(at);
  const clock = dateFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    ...(inBrowser ? {} : { timeZone: "UTC" }),
  });
  return (
    <time className={`tabular ${inBrowser ? "" : "invisible"}`} dateTime={time.toISOString()}>
      {clock.format(time)}
    </time>
  );
}
