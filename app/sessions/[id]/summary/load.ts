import { notFound } from "next/navigation";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { isLocale, type Locale } from "@/lib/i18n/locale";
import type { SummaryBlocks } from "@/lib/summary/blocks";
import { summarise } from "@/lib/summary/summarise";
import { running } from "@/server/running";

export interface LoadedSummary {
  language: Locale;
  /** Null while the session is not over: until then there is nothing to hand on. */
  summary: SummaryBlocks | null;
}

/**
 * The summary of one of the facilitator's own sessions, in the session's language unless another
 * is asked for. Page and file both come from here.
 */
export async function loadSummary(id: string, wanted: string | undefined): Promise<LoadedSummary> {
  const { userId } = await requireFacilitator();
  const found = await running().sessions.stateForSummary(userId, id);
  if (!found) notFound();
  const { state, openedAt, joined, takeaway } = found;
  const language = isLocale(wanted) ? wanted : state.plan.language;
  if (state.status !== "finished") return { language, summary: null };
  const summary = summarise(state, {
    language,
    day: dayOf(state.begunAt === null ? openedAt : new Date(state.begunAt)),
    joined,
    takeaway,
    contacts: await running().installation.helpContacts(),
  });
  return { language, summary };
}

/** The day where the server is, as ISO date: the Swedish way of writing one. */
function dayOf(moment: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { dateStyle: "short" }).format(moment);
}
