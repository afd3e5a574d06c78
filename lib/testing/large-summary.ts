import { seedHelpContacts } from "@/lib/session/help-contacts";
import type { PlanTemplate } from "@/lib/session/plan-template";
import { heldWhole } from "@/lib/session/recorded/sessions";
import { summarise } from "@/lib/session/summarise";
import type { SummaryBlocks } from "@/lib/summary/blocks";
import type { MemorySession } from "@/lib/testing/memory-session";
import type { Language } from "@/lib/words";

/** As many as a server has to make files of. */
export const LARGE_PEOPLE = 1_000;
/** More than any plan quotes. */
export const LARGE_CARDS = 2_000;

/** The summary of a workshop that has been held, with so many cards that may be quoted. */
export function largeSummary(
  { state, joined }: Pick<MemorySession, "state" | "joined">,
  language: Language,
  cards = LARGE_CARDS,
): SummaryBlocks {
  const held = summarise(state, {
    ...{ language, day: "2026-11-26", joined, takeaway: "Ein Satz." },
    contacts: seedHelpContacts,
  });
  const quotes = Array.from({ length: cards }, (_, at) => `Karte ${at}: ${"ein Wort ".repeat(20)}`);
  return {
    ...held,
    sections: [
      ...held.sections.filter(({ key }) => key !== "quotes"),
      { key: "quotes", title: "Zitate", blocks: [{ type: "quotes", quotes }] },
    ],
  };
}

/** The summary of a plan that 1,000 people have held, with 2,000 quoted cards, in German. */
export const largeSummaryOf = (plan: PlanTemplate): SummaryBlocks =>
  largeSummary(heldWhole(plan, LARGE_PEOPLE), "de");
