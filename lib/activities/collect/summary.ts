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
  for (const { data, isClosed } of activities) {
    if (!isClosed) continue;
    const record = collectRecordOf(data);
    if (record.enough === false) {
      blocks.push(tooFew(k.cards, wording));
      continue;
    }
    const bars = themeBars(record, data.cards.size, wording);
    if (bars.length > 0) blocks.push({ type: "bars", caption: null, bars });
    else if (Object.keys(record.sorted).length > 0) {
      // There were some, and the room has seen them: that none is named needs its reason.
      blocks.push({ type: "note", text: t("themesTooSmall") });
    }
    blocks.push(...dotBlocks(record, k.scores, wording));
  }
  return blocks.length > 0 ? blocks : [{ type: "note", text: t("noThemes") }];
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
  const of = Math.max(...rows.map(({ count }) => count));
  return rows.map(({ name, count }) => ({
    label: name,
    value: count,
    of,
    reading: t("cards", { n: count }),
  }));
}

/**
 * Where the dots went, most first. Votes of a shown result stand as they are, so a theme too small
 * to be counted above may still be named here: it says nothing of its cards.
 */
function dotBlocks({ vote }: CollectRecord, k: number, wording: Wording): SummaryBlock[] {
  const t = wording.ofKind("kinds.collect.summary");
  if (vote === null) return [];
  if (!vote.enough) return [{ type: "note", text: t("dotsSuppressed", { k }) }];
  if (vote.themes.length === 0) return [];
  const of = Math.max(...vote.themes.map(({ dots }) => dots));
  const bars = [...vote.themes]
    .sort((a, b) => b.dots - a.dots || byBytes(a.name, b.name))
    .map(({ name, dots }) => ({ label: name, value: dots, of, reading: t("dots", { n: dots }) }));
  return [{ type: "bars", caption: t("themesByDots"), bars }];
}

/** At most five quotes that were allowed and had passed review. */
function quotes(
  activities: readonly Held<CollectSettings, CollectData>[],
  { k, wording }: SummaryAbout,
): SummaryBlock[] {
  const closed = activities.filter(({ isClosed }) => isClosed);
  const allowed = closed.flatMap(({ settings, data }) => {
    const ids = quotableCards(settings, data);
    return [...data.cards.values()].filter(({ id }) => ids.has(id)).map(({ text }) => text);
  });
  const shown = [...new Set(allowed)].sort(byBytes).slice(0, QUOTES_MAX);
  if (shown.length > 0) return [{ type: "quotes", quotes: shown }];
  const isSuppressed = closed.some(({ data }) => collectRecordOf(data).enough === false);
  if (isSuppressed) return [tooFew(k.cards, wording)];
  return [{ type: "note", text: wording.ofKind("kinds.collect.summary")("noQuotes") }];
}

const tooFew = (k: number, { t }: Wording): SummaryBlock => ({
  type: "note",
  text: t("suppressed", { k }),
});
