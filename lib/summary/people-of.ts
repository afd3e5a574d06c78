import type { SummaryBlocks } from "@/lib/summary/blocks";
import { wordingOf } from "@/lib/summary/wording";

/** How many were there, as the head of a summary says it; undefined where it doesn't. */
export const peopleOf = ({ language, sections }: SummaryBlocks) => {
  const label = wordingOf(language, "du").t("people");
  return sections
    .filter(({ key }) => key === "head")
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.type === "facts" ? block.facts : []))
    .find((fact) => fact.label === label);
};
