/** A whole-day entry begins at midnight; nobody wants to be reminded then. */
const ALARM_HOURS_AFTER_MIDNIGHT = 9;

/**
 * A calendar entry with this title: a whole day, private, with a reminder that morning. Made on the
 * device; null where the date can't be read.
 */
export async function calendarEntry(title: string, day: string): Promise<string | null> {
  const start = dateOf(day);
  if (!start) return null;
  const [year, month, date] = start;
  const next = new Date(Date.UTC(year, month - 1, date + 1));
  const { createEvent } = await import("ics");
  const { value } = createEvent({
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
  });
  return value;
}

function dateOf(text: string): [number, number, number] | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : null;
}

/** Hands a text to the browser as a file. */
export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Later: some browsers read the file only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
