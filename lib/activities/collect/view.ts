import { cardsFor } from "@/lib/activities/cards";
import type { CollectRecord } from "@/lib/activities/collect/record";
import type { CollectData } from "@/lib/activities/collect/rules";
import type { CollectSettings } from "@/lib/activities/collect/schema";
import { themeOfCards } from "@/lib/activities/collect/sorting";
import type { KindView, ViewInput } from "@/lib/activities/contract";
import { type DocumentsRead, noDocuments } from "@/lib/activities/documents";

/** Revealed cards for everybody, cards under review for facilitators only. */
export function collectView(input: ViewInput<CollectSettings, CollectData>): KindView {
  const { data, phase, audience, review } = input;
  const shows = phase !== "case" && phase !== "write" && phase !== "review";
  const isFacilitator = audience === "facilitator";
  return {
    record: collectRecordOf(data, input.documents),
    cards: shows ? cardsFor(audience, data) : [],
    consents: isFacilitator && shows ? data.consents : new Map(),
    review: isFacilitator ? review : [],
  };
}

/** What the room knows of themes and dots. */
export const collectRecordOf = (
  data: CollectData,
  documents: DocumentsRead = noDocuments,
): CollectRecord => ({
  case: data.case,
  enough: data.reviewed === null ? null : data.enough,
  themes: [...data.themes].map(([id, name]) => ({
    ...{ id, name },
    colour: data.colours.get(id) ?? null,
  })),
  spotlight: data.spotlight,
  sorted: Object.fromEntries(themeOfCards(data, documents)),
  vote: data.vote && { enough: data.vote.dots !== null, themes: themesByDots(data) },
});

/** Themes that got dots, most first; where as many lie on two, in the order of the themes. */
function themesByDots({ themes, vote }: CollectData) {
  return [...themes]
    .map(([id, name]) => ({ id, name, dots: vote?.dots?.[id] ?? 0 }))
    .filter(({ dots }) => dots > 0)
    .sort((a, b) => b.dots - a.dots);
}
