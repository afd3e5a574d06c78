import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { calendarFile } from "@/lib/calendar-file";
import type { SummaryBlocks } from "@/lib/summary/blocks";
import { dayOf } from "@/lib/summary/day-of";
import { wordsOfFiles } from "@/lib/summary/words-of-files";

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

/** The days of a summary as a calendar, written down on the session's day. Null where there is none. */
export function toCalendar(summary: SummaryBlocks): string | null {
  const t = wordsOfFiles(summary.language);
  const writtenOn = dayOf(summary);
  return calendarFile(
    daysIn(summary).map(({ day, label }) => {
      const title = t("exports.calendarEntry", { label, title: summary.title });
      return { day, title, writtenOn };
    }),
    (bytes) => bytesToHex(sha256(bytes)),
  );
}
