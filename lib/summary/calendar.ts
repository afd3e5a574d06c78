import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { SummaryBlocks } from "@/lib/summary/blocks";
import { dayOf } from "@/lib/summary/day-of";
import { oneLine } from "@/lib/summary/one-line";
import { wordsOfFiles } from "@/lib/summary/words-of-files";

const LINE = "\r\n";

/** Octets of one line without its break (RFC 5545, 3.1). */
const LINE_OCTETS_MAX = 75;

/** Digits of an entry's own name: no two of anybody's calendar will share one. */
const UID_DIGITS = 32;

/** Days that a summary names and that lie ahead of its session, as ISO dates with what they are for. */
function daysIn({ sections }: SummaryBlocks): { day: string; label: string }[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.type === "facts"
        ? block.facts.flatMap(({ day, label }) => (day === undefined ? [] : [{ day, label }]))
        : [],
    ),
  );
}

/** Whether a summary names a day that a calendar can hold. */
export const hasDays = (summary: SummaryBlocks): boolean => daysIn(summary).length > 0;

/**
 * The days of a summary as a calendar (RFC 5545): whole days, so that no time zone moves them. Equal content gives equal
 * bytes: its stamp is the session's day, and an entry's name is made of what it says. Null where there is none.
 */
export function toCalendar(summary: SummaryBlocks): string | null {
  const days = daysIn(summary);
  if (days.length === 0) return null;
  const t = wordsOfFiles(summary.language);
  const stamp = `${compact(dayOf(summary))}T000000Z`;
  const events = days.flatMap(({ day, label }) => {
    const title = t("exports.calendarEntry", { label, title: summary.title });
    const uid = bytesToHex(sha256(utf8ToBytes(`${day}/${title}`))).slice(0, UID_DIGITS);
    return [
      "BEGIN:VEVENT",
      `UID:${uid}@aufwind`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(day)}`,
      `DTEND;VALUE=DATE:${compact(dayAfter(day))}`,
      `SUMMARY:${escaped(title)}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ];
  });
  const lines = [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Aufwind//Summary//EN", "CALSCALE:GREGORIAN"],
    ...events,
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join(LINE)}${LINE}`;
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
    const more = utf8ToBytes(character).length;
    if (octets + more > LINE_OCTETS_MAX) {
      pieces.push(" ");
      octets = 1;
    }
    pieces[pieces.length - 1] += character;
    octets += more;
  }
  return pieces.join(LINE);
}
