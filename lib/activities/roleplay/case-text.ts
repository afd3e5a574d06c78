import type { ReactNode } from "react";
import type { RoleplayRecord } from "@/lib/activities/roleplay/record";
import { type RoleplaySettings, wordsOfCase } from "@/lib/activities/roleplay/schema";
import type { Words } from "@/lib/words";

/** The case that the room talks about, by whoever shows a plan's words; null before there is one. */
export function caseText(
  { source }: Pick<RoleplaySettings, "source">,
  record: Pick<RoleplayRecord, "case">,
  words: (text: Words) => ReactNode,
): ReactNode {
  const text = record.case && wordsOfCase(source, record.case);
  return text === null || typeof text === "string" ? text : words(text);
}
