import { notFound } from "next/navigation";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { isLocale, type Locale } from "@/lib/i18n/locale";
import { seedHelpContacts } from "@/lib/plans/help-contacts";
import {
  FIXED_SECTION,
  type SectionKey,
  type SummaryBlocks,
  withoutSections,
} from "@/lib/summary/blocks";
import { summarise } from "@/lib/summary/summarise";
import { running } from "@/server/running";

export interface LoadedSummary {
  language: Locale;
  /** What is handed on. Null while the session is not over: until then there is nothing. */
  summary: SummaryBlocks | null;
  /** Every section that can be left out, and whether it is in. */
  choices: SectionChoice[];
}

export interface SectionChoice {
  key: SectionKey;
  title: string;
  isIn: boolean;
}

/**
 * The summary of one of the facilitator's own sessions, in the session's language unless another
 * is asked for. Page, print and file all come from here, so that they hold the same sections.
 */
export async function loadSummary(id: string, wanted: string | undefined): Promise<LoadedSummary> {
  const { userId } = await requireFacilitator();
  const found = await running().sessions.stateForSummary(userId, id);
  if (!found) notFound();
  const { state, openedAt, joined, takeaway, hiddenSections } = found;
  const language = isLocale(wanted) ? wanted : state.plan.language;
  if (state.status !== "finished") return { language, summary: null, choices: [] };
  const whole = summarise(state, {
    language,
    day: dayOf(state.begunAt === null ? openedAt : new Date(state.begunAt)),
    joined,
    takeaway,
    contacts: seedHelpContacts,
  });
  return {
    language,
    summary: withoutSections(whole, hiddenSections),
    choices: whole.sections.flatMap(({ key, title }) =>
      key === FIXED_SECTION || title === null
        ? []
        : [{ key, title, isIn: !hiddenSections.includes(key) }],
    ),
  };
}

/** The day where the server is, as ISO date: the Swedish way of writing one. */
function dayOf(moment: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { dateStyle: "short" }).format(moment);
}
