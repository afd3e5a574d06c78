"use client";

import { useLocale } from "next-intl";
import { dateFormat } from "@/lib/i18n/dates";
import { useInBrowser } from "@/lib/ui/use-in-browser";

export interface MomentProps {
  /** ms since 1970. */
  at: number;
  /** The sentence that it stands in. */
  say: (date: string) => string;
  withTime?: boolean;
}

/**
 * Day and time in the device's own zone, which the server doesn't know: its page holds the place with that of
 * another zone, unseen, so that nothing below moves under a finger when the right one comes.
 */
export function Moment({ at, say, withTime = true }: MomentProps) {
  const locale = useLocale();
  const inBrowser = useInBrowser();
  const date = dateFormat(locale, {
    dateStyle: "medium",
    ...(withTime ? { timeStyle: "short" } : {}),
    ...(inBrowser ? {} : { timeZone: "UTC" }),
  });
  return (
    <span
      className={inBrowser ? undefined : "invisible"}
      // A server and a browser may shorten a month each in its own way.
      suppressHydrationWarning
    >
      {say(date.format(at))}
    </span>
  );
}
