import { notFound } from "next/navigation";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { isLocale, type Locale } from "@/lib/i18n/locale";
import type { Words } from "@/lib/plans/words";
import type { SummaryBlocks } from "@/lib/summary/blocks";
import { running } from "@/server/running";

export interface LoadedSummary {
  language: Locale;
  /** The session's own title, which is there before its summary is. */
  title: Words;
  /** Null while the session is not over: until then there is nothing to hand on. */
  summary: SummaryBlocks | null;
  /** When the raw data go; null once they are gone. */
  rawDataGoAt: Date | null;
}

/**
 * The summary of one of the facilitator's own sessions, in the session's language unless another
 * is asked for. Page and file both come from here.
 */
export async function loadSummary(id: string, wanted: string | undefined): Promise<LoadedSummary> {
  const { userId } = await requireFacilitator();
  const found = await running().sessions.summary(userId, id);
  if (!found) notFound();
  const { title, rawDataGoAt } = found;
  const language = isLocale(wanted) ? wanted : found.language;
  return { language, title, summary: found.summary?.[language] ?? null, rawDataGoAt };
}
