"use client";

import { useLocale } from "next-intl";
import { dateFormat } from "@/lib/i18n/dates";
import { useOwnZone } from "@/lib/ui/use-own-zone";

export interface MomentProps {
  /** ms since 1970. */
  at: number;
  /** The sentence that it stands in. */
  say: (date: string) => string;
  withTime?: boolean;
}

/** Day and time in the device's own zone. */
export function Moment({ at, say, withTime = true }: MomentProps) {
  const locale = useLocale();
  const { options, className } = useOwnZone();
  const date = dateFormat(locale, {
    dateStyle: "medium",
    ...(withTime ? { timeStyle: "short" } : {}),
    ...options,
  });
  return (
    // A server and a browser may shorten a month each in its own way.
    <span className={className} suppressHydrationWarning>
      {say(date.format(at))}
    </span>
  );
}
