"use client";

import { useLocale } from "next-intl";
import { useSyncExternalStore } from "react";
import { dateFormat } from "@/lib/i18n/dates";

const never = () => () => {};

export interface MomentProps {
  /** ms since 1970. */
  at: number;
  /** The sentence that it stands in. */
  say: (date: string) => string;
  withTime?: boolean;
}

/** Day and time in the device's own zone, so only in the browser. */
export function Moment({ at, say, withTime = true }: MomentProps) {
  const locale = useLocale();
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const date = dateFormat(locale, {
    dateStyle: "medium",
    ...(withTime ? { timeStyle: "short" } : {}),
  });
  return <span>{inBrowser ? say(date.format(at)) : ""}</span>;
}
