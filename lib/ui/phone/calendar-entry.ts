import type { EventAttributes } from "ics";

/** A whole-day entry begins at midnight; nobody wants to be reminded then. */
const ALARM_HOURS_AFTER_MIDNIGHT = 9;

/** Made on the device, also where it is offline by then: whoever will offer it asks for this before. */
export const loadCalendar = () => import("ics");

/**
 * Calendar entries with these titles: whole days, private, each with a reminder that morning. Null where no day
 * can be read.
 */
export async function calendarOf(
  entries: readonly { title: string; day: string }[],
): Promise<Blob | null> {
  const events = entries.flatMap(({ title, day }) => {
    const start = dateOf(day);
    return start ? [eventOn(start, title)] : [];
  });
  if (events.length === 0) return null;
  const { createEvents } = await loadCalendar();
  const { value } = createEvents(events);
  return value ? new Blob([value], { type: "text/calendar;charset=utf-8" }) : null;
}

function eventOn(start: [number, number, number], title: string): EventAttributes {
  const [year, month, date] = start;
  const next = new Date(Date.UTC(year, month - 1, date + 1));
  return {
    start,
    // The day after, as whole days end; written out, because the package writes durations wrongly.
    end: [next.getUTCFullYear(), next.getUTCMonth() + 1, next.getUTCDate()],
    title,
    description: title,
    classification: "PRIVATE",
    busyStatus: "FREE",
    productId: "aufwind",
    alarms: [
      {
        action: "display",
        description: "Aufwind",
        trigger: { hours: ALARM_HOURS_AFTER_MIDNIGHT, before: false },
      },
    ],
  };
}

function dateOf(text: string): [number, number, number] | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : null;
}
