import { getLocale } from "next-intl/server";
import { loadSummary } from "@/app/sessions/[id]/summary/load";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { isLocale, type Locale } from "@/lib/i18n/locale";
import type { SummaryBlocks } from "@/lib/summary/blocks";
import { SIDE_BY_SIDE_MAX, SIDE_BY_SIDE_MIN, sideBySide } from "@/lib/summary/side-by-side";

export interface AskedSideBySide {
  sessions: readonly string[];
  language: string | undefined;
}

export interface LoadedSideBySide {
  language: Locale;
  document: SummaryBlocks;
}

/**
 * Own sessions side by side, as they are handed on, each in its first version. Null where it isn't two to four, or one
 * of them has not ended or has no summary (any more); not found where one is somebody else's.
 */
export async function loadSideBySide({
  sessions,
  language: wanted,
}: AskedSideBySide): Promise<LoadedSideBySide | null> {
  // Before anything else: whoever is signed out is told the same, whatever they ask for.
  await requireFacilitator();
  const ids = [...new Set(sessions)];
  if (ids.length < SIDE_BY_SIDE_MIN || ids.length > SIDE_BY_SIDE_MAX) return null;
  const locale = await getLocale();
  const language = [wanted, locale].find(isLocale) ?? "de";
  const loaded = await Promise.all(ids.map((id) => loadSummary(id, { language })));
  // Of one that goes on there is a first look, which is handed to nobody (P314).
  const meetings = loaded.flatMap(({ handedOn, isOver }) =>
    handedOn === null || !isOver ? [] : [handedOn],
  );
  if (meetings.length < ids.length) return null;
  return { language, document: sideBySide(meetings, language) };
}

/** The address that asks for these. */
export function sideBySideQuery(sessions: readonly string[], language?: Locale): string {
  const query = new URLSearchParams(sessions.map((session) => ["session", session]));
  if (language !== undefined) query.set("language", language);
  return query.toString();
}
