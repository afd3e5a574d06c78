"use client";

import { useLocale } from "next-intl";
import { useSyncExternalStore } from "react";
import { dateFormat } from "@/lib/i18n/dates";

const never = () => () => {};

/**
 * A time of day in the device's own zone. The server may live in another one, so it is shown only
 * in the browser.
 */
export function ClockTime({ at }: { at: number }) {
  const locale = useLocale();
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const time = new Date(at);
  return (
    <time className="tabular" dateTime={time.toISOString()}>
      {inBrowser
        ? dateFormat(locale, {
            hour: "2-digit",
            minute: "2-digit",
          }).format(time)
        : ""}
    </time>
  );
}
