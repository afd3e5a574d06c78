"use client";

import { useLocale } from "next-intl";
import { dateFormat } from "@/lib/i18n/dates";
import { useOwnZone } from "@/lib/ui/use-own-zone";

/** A time of day in the device's own zone; the server may live in another one. */
export function ClockTime({ at }: { at: number }) {
  const locale = useLocale();
  const { options, className } = useOwnZone();
  const time = new Date(at);
  const format = dateFormat(locale, { hour: "2-digit", minute: "2-digit", ...options });
  return (
    <time className={`tabular ${className}`} dateTime={time.toISOString()}>
      {format.format(time)}
    </time>
  );
}
