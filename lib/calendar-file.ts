import { oneLine } from "@/lib/one-line";

const LINE = "\r\n";

/** Octets of one line without its break (RFC 5545, 3.1). */
const LINE_OCTETS_MAX = 75;

/** Digits of an entry's own name: no two of anybody's calendar will share one. */
const UID_DIGITS = 32;

const utf8 = new TextEncoder();

/** A whole day in a calendar. */
export interface CalendarEntry {
  /** ISO date. */
  day: string;
  title: string;
  /** When it was written down, as ISO date. */
  writtenOn: string;
  /** For whoever keeps the calendar alone, with a reminder so many hours after midnight, which has words of its own. */
  own?: { reminder: string; hours: number };
}

/**
 * Whole days as a calendar (RFC 5545), so that no time zone moves them. Equal content gives equal bytes: nothing in it tells
 * when it was made, and an entry's name is made of what it says. Null where none of the days is one.
 *
 * @param hashOf a hash of bytes, as at least 32 hex digits
 */
export function calendarFile(
  entries: readonly CalendarEntry[],
  hashOf: (text: Uint8Array) => string,
): string | null {
  const events = entries
    .filter(({ day }) => isDay(day))
    .flatMap((entry) => eventOf(entry, hashOf(utf8.encode(`${entry.day}/${entry.title}`))));
  if (events.length === 0) return null;
  const lines = [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Aufwind//Aufwind//EN", "CALSCALE:GREGORIAN"],
    ...events,
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join(LINE)}${LINE}`;
}

function eventOf({ day, title, writtenOn, own }: CalendarEntry, hash: string): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${hash.slice(0, UID_DIGITS)}@aufwind`,
    `DTSTAMP:${compact(writtenOn)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(day))}`,
    `SUMMARY:${escaped(title)}`,
    // A day with something on it is still free.
    "TRANSP:TRANSPARENT",
    ...(own === undefined
      ? []
      : [
          "CLASS:PRIVATE",
          "BEGIN:VALARM",
          "ACTION:DISPLAY",
          `DESCRIPTION:${escaped(own.reminder)}`,
          `TRIGGER:PT${own.hours}H`,
          "END:VALARM",
        ]),
    "END:VEVENT",
  ];
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${text}T`);
}

const compact = (day: string): string => day.replaceAll("-", "");

/** Whole days end with the day after. */
function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, "yyyy-mm-dd".length);
}

/** A text as the value of a property. */
const escaped = (text: string): string => oneLine(text).replaceAll(/[\\;,]/g, "\\$&");

/** A line in pieces of as many octets as one may have, none of which breaks a character; each further one begins with a space. */
function folded(line: string): string {
  const pieces = [""];
  let octets = 0;
  for (const character of line) {
    const more = utf8.encode(character).length;
    if (octets + more > LINE_OCTETS_MAX) {
      pieces.push(" ");
      octets = 1;
    }
    pieces[pieces.length - 1] += character;
    octets += more;
  }
  return pieces.join(LINE);
}
