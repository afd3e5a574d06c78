import type { BoardRecord } from "@/lib/activities/board/record";
import type { BoardData } from "@/lib/activities/board/rules";
import type { BoardSettings } from "@/lib/activities/board/schema";
import { cardsFor } from "@/lib/activities/cards";
import type { KindView, ViewInput } from "@/lib/activities/contract";
import { type DocumentsRead, noDocuments } from "@/lib/activities/documents";
import { themesTold } from "@/lib/activities/themes";

/** Notes that were shown for everybody, those under review for facilitators only. */
export function boardView(input: ViewInput<BoardSettings, BoardData>): KindView {
  const { data, phase, audience, review } = input;
  const shows = phase !== "add" && phase !== "review";
  const isFacilitator = audience === "facilitator";
  return {
    record: boardRecordOf(data, input.documents),
    cards: shows ? cardsFor(audience, data) : [],
    consents: isFacilitator && shows ? data.consents : new Map(),
    review: isFacilitator ? review : [],
  };
}

/** What the room knows of its groups and dots. */
export const boardRecordOf = (
  data: BoardData,
  documents: DocumentsRead = noDocuments,
): BoardRecord => ({
  enough: data.reviewed === null ? null : data.enough,
  ...themesTold(data, documents),
  vote: data.vote && { enough: data.vote.dots !== null, dots: data.vote.dots ?? {} },
});
