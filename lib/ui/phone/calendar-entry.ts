import { calendarFile } from "@/lib/calendar-file";
import { hashBytes } from "@/lib/client/random";

/** A whole-day entry begins at midnight; nobody wants to be reminded then. */
const ALARM_HOURS_AFTER_MIDNIGHT = 9;

/**
 * Calendar entries with these titles: whole days, private, each with a reminder that morning. Null where no day
 * can be read.
 */
export function calendarOf(entries: readonly { title: string; day: string }[]): Blob | null {
  const calendar = calendarFile(
    entries.map(({ title, day }) => ({
      ...{ title, day },
      // A phone keeps no day on which something was planned: the one that was chosen tells nothing more.
      writtenOn: day,
      own: { reminder: "Aufwind", hours: ALARM_HOURS_AFTER_MIDNIGHT },
    })),
    hashBytes,
  );
  return calendar === null ? null : new Blob([calendar], { type: "text/calendar;charset=utf-8" });
}
