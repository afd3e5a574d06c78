import { seedHelpContacts } from "@/lib/session/help-contacts";
import type { PlanTemplate } from "@/lib/session/plan-template";
import { heldWhole } from "@/lib/session/recorded/sessions";
import { summarise } from "@/lib/session/summarise";
import type { SummaryBlocks } from "@/lib/summary/blocks";

/** As many as a server has to make files of. */
export const LARGE_PEOPLE = 1_000;
const LARGE_CARDS = 2_000;

/** The summary of a workshop with 1,000 people, and 2,000 cards that may be quoted, which is more than any plan quotes. */
export function largeSummaryOf(plan: PlanTemplate): SummaryBlocks {
  const held = summarise(heldWhole(plan, LARGE_PEOPLE).state, {
    ...{ language: "de", day: "2026-11-26", joined: LARGE_PEOPLE, takeaway: "Ein Satz." },
    contacts: seedHelpContacts,
  });
  const quotes = Array.from(
    { length: LARGE_CARDS },
    (_, at) => `Karte ${at}: ${"ein Wort ".repeat(20)}`,
  );
  return {
    ...held,
    sections: [
      ...held.sections.filter(({ key }) => key !== "quotes"),
      { key: "quotes", title: "Zitate", blocks: [{ type: "quotes", quotes }] },
    ],
  };
}
