import type { BoardRecord } from "@/lib/activities/board/record";
import type { BoardData } from "@/lib/activities/board/rules";
import type { BoardSettings } from "@/lib/activities/board/schema";
import { boardRecordOf } from "@/lib/activities/board/view";
import { zoneOf } from "@/lib/activities/board/zones";
import {
  dotBlocks,
  placeBars,
  quoteBlocks,
  quotesByPlace,
  themeBars,
  themeNamed,
  tooFewCards,
} from "@/lib/activities/card-blocks";
import type { RevealedCard } from "@/lib/activities/card-schema";
import type { Held, SectionBlocks, SummaryAbout } from "@/lib/activities/contract";
import type { SummaryBlock } from "@/lib/summary/blocks";
import { byBytes } from "@/lib/summary/by-bytes";

type Group = BoardRecord["themes"][number];
type HeldBoard = Held<BoardSettings, BoardData>;

/** Notes that the summary names with their dots: more are no longer read. */
const NOTES_WITH_DOTS_MAX = 10;

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
function counts({ title, settings, data }: HeldBoard, about: SummaryAbout): SummaryBlock[] {
  const { k, wording } = about;
  const heading: SummaryBlock = { type: "heading", text: wording.words(title) };
  const record = boardRecordOf(data);
  if (record.enough === false) return [heading, tooFewCards(k.cards, wording)];
  const t = wording.ofKind("kinds.board.summary");
  const { zones } = settings;
  const cards = [...data.cards.values()];
  const counting = { wording, reading: (n: number) => t("notes", { n }) };
  const nameOf = (group: Group) => {
    const zone = zones.length > 1 ? zones.find(({ key }) => key === group.zone)?.name : undefined;
    const name = themeNamed(group, wording);
    return zone ? t("groupIn", { zone: wording.words(zone), group: name }) : name;
  };
  const groups = themeBars(record, { total: cards.length, nameOf }, counting);
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
    ...dots(
      record,
      { named: settings.summary === "approved" ? approvedNotes(data) : [], nameOf },
      about,
    ),
  ];
  return [heading, ...(blocks.length > 0 ? blocks : [{ type: "note" as const, text: t("none") }])];
}

/** Where the dots went: group by group, and on the notes whose words may leave the room; the others' stand together. */
function dots(
  { vote, themes, sorted }: BoardRecord,
  { named, nameOf }: { named: readonly RevealedCard[]; nameOf: (group: Group) => string },
  { k, wording }: SummaryAbout,
): SummaryBlock[] {
  if (vote === null) return [];
  const t = wording.ofKind("kinds.board.summary");
  const all = Object.keys(vote.dots);
  const sum = (ids: readonly string[]) => ids.reduce((laid, id) => laid + (vote.dots[id] ?? 0), 0);
  const blocksOf = (rows: readonly { name: string; count: number }[], caption: string) => {
    const other = sum(all) - rows.reduce((told, { count }) => told + count, 0);
    return dotBlocks({ enough: vote.enough, rows, other }, { caption, k: k.scores, wording });
  };
  // Said once, not of groups and of notes.
  if (!vote.enough) return blocksOf([], t("notesByDots"));
  const inGroups = themes.map((group) => ({
    name: nameOf(group),
    count: sum(all.filter((id) => sorted[id] === group.id)),
  }));
  const onNotes = named
    .map(({ id, text }) => ({ name: text, count: sum([id]) }))
    .sort((a, b) => b.count - a.count || byBytes(a.name, b.name))
    .slice(0, NOTES_WITH_DOTS_MAX);
  return [
    ...(inGroups.length > 0 ? blocksOf(inGroups, t("groupsByDots")) : []),
    ...(onNotes.length > 0 ? blocksOf(onNotes, t("notesByDots")) : []),
  ];
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
