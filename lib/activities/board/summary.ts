import type { BoardData } from "@/lib/activities/board/rules";
import type { BoardSettings } from "@/lib/activities/board/schema";
import { boardRecordOf } from "@/lib/activities/board/view";
import { zoneOf } from "@/lib/activities/board/zones";
import {
  placeBars,
  quoteBlocks,
  quotesByPlace,
  themeBars,
  tooFewCards,
} from "@/lib/activities/card-blocks";
import type { RevealedCard } from "@/lib/activities/card-schema";
import type { Held, SectionBlocks, SummaryAbout } from "@/lib/activities/contract";
import type { SummaryBlock } from "@/lib/summary/blocks";

type HeldBoard = Held<BoardSettings, BoardData>;

/** How many notes each zone and group has, and the approved ones, of the boards whose plan lets the summary take them. */
export function summariseBoard(
  activities: readonly HeldBoard[],
  about: SummaryAbout,
): SectionBlocks {
  const taken = activities.filter(({ settings }) => settings.summary !== "none");
  const approved = taken.filter(({ settings }) => settings.summary === "approved");
  const ofZones = taken.filter(({ isClosed }) => isClosed);
  return {
    ...(ofZones.length > 0 ? { themes: ofZones.flatMap((each) => counts(each, about)) } : {}),
    ...(approved.length > 0 ? { quotes: notes(approved, about) } : {}),
  };
}

/** Zones and groups as bars, below the board's title: another may have the same. */
function counts(
  { title, settings, data }: HeldBoard,
  { k, wording }: SummaryAbout,
): SummaryBlock[] {
  const heading: SummaryBlock = { type: "heading", text: wording.words(title) };
  const record = boardRecordOf(data);
  if (record.enough === false) return [heading, tooFewCards(k.cards, wording)];
  const t = wording.ofKind("kinds.board.summary");
  const { zones } = settings;
  const cards = [...data.cards.values()];
  const counting = { wording, reading: (n: number) => t("notes", { n }) };
  const zoneNamed = (key: string | null) => zones.find((zone) => zone.key === key)?.name;
  const groups = themeBars(
    record,
    {
      total: cards.length,
      nameOf({ name, zone }) {
        const of = zones.length > 1 ? zoneNamed(zone) : undefined;
        return of ? t("groupIn", { zone: wording.words(of), group: name }) : name;
      },
    },
    counting,
  );
  const blocks: SummaryBlock[] = [
    ...(zones.length > 1
      ? placeBars(cards, { places: zones, placeOf: zoneOf, caption: t("byZone") }, counting)
      : []),
    ...(groups.length > 0
      ? [{ type: "bars" as const, caption: t("byGroup"), bars: groups }]
      : // There were some, and the room has seen them: that none is named needs its reason.
        Object.keys(record.sorted).length > 0
        ? [{ type: "note" as const, text: t("groupsTooSmall") }]
        : []),
  ];
  return [heading, ...(blocks.length > 0 ? blocks : [{ type: "note" as const, text: t("none") }])];
}

/** At most five notes of each zone that were allowed and had passed review. */
function notes(activities: readonly HeldBoard[], { k, wording }: SummaryAbout): SummaryBlock[] {
  const closed = activities.filter(({ isClosed }) => isClosed);
  const blocks = closed.flatMap(({ settings: { zones }, data }) =>
    zones.length > 1
      ? quotesByPlace(approvedNotes(data), { places: zones, placeOf: zoneOf }, wording)
      : quoteBlocks(approvedNotes(data)),
  );
  if (blocks.length > 0) return blocks;
  const isSuppressed = closed.some(({ data }) => boardRecordOf(data).enough === false);
  if (isSuppressed) return [tooFewCards(k.cards, wording)];
  return [{ type: "note", text: wording.ofKind("kinds.board.summary")("noneApproved") }];
}

/** Notes whose words may leave the room. */
const approvedNotes = ({ cards, consents }: BoardData): RevealedCard[] =>
  [...cards.values()].filter(({ id }) => consents.get(id)?.mayBeQuoted);
