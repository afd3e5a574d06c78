import type { RevealedCard } from "@/lib/activities/card-schema";
import { columnCells, columnOf } from "@/lib/activities/collect/columns";
import type { CollectRecord } from "@/lib/activities/collect/record";
import { type CollectData, quotableCards } from "@/lib/activities/collect/rules";
import type { CollectSettings } from "@/lib/activities/collect/schema";
import { collectRecordOf } from "@/lib/activities/collect/view";
import type { Held, SectionBlocks, SummaryAbout } from "@/lib/activities/contract";
import { mergeSmallCells } from "@/lib/activities/small-cells";
import type { SummaryBar, SummaryBlock } from "@/lib/summary/blocks";
import { byBytes } from "@/lib/summary/by-bytes";
import type { Wording } from "@/lib/summary/wording";

/** Quotes in one summary (activities.md, the summary): more are no longer read. */
const QUOTES_MAX = 5;

/** Themes as bars, and quotes, from the activities whose plan lets the summary take them. */
export function summariseCollect(
  activities: readonly Held<CollectSettings, CollectData>[],
  about: SummaryAbout,
): SectionBlocks {
  const taken = activities.filter(({ settings }) => settings.summary !== "none");
  const approved = taken.filter(({ settings }) => settings.summary === "approved");
  return {
    ...(taken.length > 0 ? { themes: themes(taken, about) } : {}),
    ...(approved.length > 0 ? { quotes: quotes(approved, about) } : {}),
  };
}

/** Themes as bars, biggest first. */
function themes(
  activities: readonly Held<CollectSettings, CollectData>[],
  { k, wording }: SummaryAbout,
): SummaryBlock[] {
  const t = wording.ofKind("kinds.collect.summary");
  const blocks: SummaryBlock[] = [];
  for (const { settings, data, isClosed } of activities) {
    if (!isClosed) continue;
    const record = collectRecordOf(data);
    if (record.enough === false) {
      blocks.push(tooFew(k.cards, wording));
      continue;
    }
    blocks.push(...columnBlocks(settings, data, wording));
    const bars = themeBars(record, data.cards.size, wording);
    if (bars.length > 0) blocks.push({ type: "bars", caption: null, bars });
    else if (Object.keys(record.sorted).length > 0) {
      // There were some, and the room has seen them: that none is named needs its reason.
      blocks.push({ type: "note", text: t("themesTooSmall") });
    }
    blocks.push(...dotBlocks(record, settings, k.scores, wording));
  }
  return blocks.length > 0 ? blocks : [{ type: "note", text: t("noThemes") }];
}

/** How many cards each column got, merged as themes are; nothing where the plan has none, or tells of none. */
function columnBlocks(
  { columns }: CollectSettings,
  { cards }: CollectData,
  wording: Wording,
): SummaryBlock[] {
  const cells = columnCells([...cards.values()].map(({ attributes }) => attributes));
  const { shown, other } = mergeSmallCells(cells, cards.size);
  const named = columns.flatMap(({ key, name }) =>
    shown
      .filter((cell) => cell.key === key)
      .map(({ count }) => ({ name: wording.words(name), count })),
  );
  if (named.length === 0) return [];
  const t = wording.ofKind("kinds.collect.summary");
  const rows = other > 0 ? [...named, { name: wording.t("other"), count: other }] : named;
  return [{ type: "bars", caption: t("byColumn"), bars: barsOf(rows, (n) => t("cards", { n })) }];
}

/** Drawn against the longest of them. */
function barsOf(
  rows: readonly { name: string; count: number }[],
  reading: (n: number) => string,
): SummaryBar[] {
  const of = Math.max(...rows.map(({ count }) => count));
  return rows.map(({ name, count }) => ({
    label: name,
    value: count,
    of,
    reading: reading(count),
  }));
}

/** Clusters below three join "other", and "other" itself never stays below three. */
function themeBars(record: CollectRecord, total: number, wording: Wording): SummaryBar[] {
  const t = wording.ofKind("kinds.collect.summary");
  const themes = record.themes
    .map(({ id, name }) => ({
      name,
      count: Object.values(record.sorted).filter((theme) => theme === id).length,
    }))
    .sort((a, b) => b.count - a.count || byBytes(a.name, b.name));
  const { shown, other } = mergeSmallCells(themes, total);
  if (shown.length === 0) return [];
  const rows = other > 0 ? [...shown, { name: wording.t("other"), count: other }] : shown;
  return barsOf(rows, (n) => t("cards", { n }));
}

/**
 * Where the dots went, most first. Votes of a shown result stand as they are, so a theme too small
 * to be counted above may still be named here: it says nothing of its cards.
 */
function dotBlocks(
  { vote }: CollectRecord,
  { dotsQuestion }: CollectSettings,
  k: number,
  wording: Wording,
): SummaryBlock[] {
  const t = wording.ofKind("kinds.collect.summary");
  if (vote === null) return [];
  if (!vote.enough) return [{ type: "note", text: t("dotsSuppressed", { k }) }];
  if (vote.themes.length === 0) return [];
  const rows = [...vote.themes]
    .sort((a, b) => b.dots - a.dots || byBytes(a.name, b.name))
    .map(({ name, dots }) => ({ name, count: dots }));
  const caption = dotsQuestion ? wording.words(dotsQuestion) : t("themesByDots");
  return [{ type: "bars", caption, bars: barsOf(rows, (n) => t("dots", { n })) }];
}

/** At most five quotes that were allowed and had passed review, of each column where cards have some. */
function quotes(
  activities: readonly Held<CollectSettings, CollectData>[],
  { k, wording }: SummaryAbout,
): SummaryBlock[] {
  const closed = activities.filter(({ isClosed }) => isClosed);
  const together = closed.filter(({ settings }) => settings.columns.length === 0);
  const apart = closed.filter(({ settings }) => settings.columns.length > 0);
  const blocks = [
    ...quoteBlocks(together.flatMap(({ settings, data }) => quotable(settings, data))),
    ...apart.flatMap(({ settings, data }) => quotesByColumn(settings, data, wording)),
  ];
  if (blocks.length > 0) return blocks;
  const isSuppressed = closed.some(({ data }) => collectRecordOf(data).enough === false);
  if (isSuppressed) return [tooFew(k.cards, wording)];
  return [{ type: "note", text: wording.ofKind("kinds.collect.summary")("noQuotes") }];
}

/** Cards whose words may leave the room. */
function quotable(settings: CollectSettings, data: CollectData): RevealedCard[] {
  const ids = quotableCards(settings, data);
  return [...data.cards.values()].filter(({ id }) => ids.has(id));
}

function quoteBlocks(cards: readonly RevealedCard[]): SummaryBlock[] {
  const quotes = [...new Set(cards.map(({ text }) => text))].sort(byBytes).slice(0, QUOTES_MAX);
  return quotes.length > 0 ? [{ type: "quotes", quotes }] : [];
}

/** Under what its column is called; last those of which no column was told. */
function quotesByColumn(
  settings: CollectSettings,
  data: CollectData,
  { t, words }: Wording,
): SummaryBlock[] {
  const cards = quotable(settings, data);
  const groups = [
    ...settings.columns.map(({ key, name }) => ({ key, title: words(name) })),
    { key: null, title: t("other") },
  ];
  return groups.flatMap(({ key, title }) => {
    const blocks = quoteBlocks(cards.filter(({ attributes }) => columnOf(attributes) === key));
    return blocks.length > 0 ? [{ type: "heading" as const, text: title }, ...blocks] : [];
  });
}

const tooFew = (k: number, { t }: Wording): SummaryBlock => ({
  type: "note",
  text: t("suppressed", { k }),
});
