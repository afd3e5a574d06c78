import type { RoleplayRecord } from "@/lib/activities/roleplay/record";
import { type RoleplaySettings, wordsOfCase } from "@/lib/activities/roleplay/schema";
import type { Words } from "@/lib/words";

/** The case that the room talks about, as whoever shows a plan's words shows them; null before there is one. */
export function caseText<Shown>(
  { source }: Pick<RoleplaySettings, "source">,
  record: Pick<RoleplayRecord, "case">,
  words: (text: Words) => Shown,
): Shown | string | null {
  const text = record.case && wordsOfCase(source, record.case);
  return text === null || typeof text === "string" ? text : words(text);
}
