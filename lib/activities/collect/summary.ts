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
import { columnOf } from "@/lib/activities/collect/columns";
import type { CollectRecord } from "@/lib/activities/collect/record";
import { type CollectData, quotableCards } from "@/lib/activities/collect/rules";
import type { CollectSettings } from "@/lib/activities/collect/schema";
import { collectRecordOf } from "@/lib/activities/collect/view";
import type { Held, SectionBlocks, SummaryAbout } from "@/lib/activities/contract";
import type { SummaryBlock } from "@/lib/summary/blocks";
import type { Wording } from "@/lib/summary/wording";

type Theme = CollectRecord["themes"][number];

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
      blocks.push(tooFewCards(k.cards, wording));
      continue;
    }
    const counting = { wording, reading: (n: number) => t("cards", { n }) };
    const columns = { places: settings.columns, placeOf: columnOf, caption: t("byColumn") };
    blocks.push(...placeBars([...data.cards.values()], columns, counting));
    const named = { total: data.cards.size, nameOf: (theme: Theme) => themeNamed(theme, wording) };
    const bars = themeBars(record, named, counting);
    if (bars.length > 0) blocks.push({ type: "bars", caption: null, bars });
    else if (Object.keys(record.sorted).length > 0) {
      // There were some, and the room has seen them: that none is named needs its reason.
      blocks.push({ type: "note", text: t("themesTooSmall") });
    }
    blocks.push(...dotsOnThemes(record, settings, k.scores, wording));
  }
  return blocks.length > 0 ? blocks : [{ type: "note", text: t("noThemes") }];
}

/** Where the dots went: a theme too small to be counted above may still be named here. */
function dotsOnThemes(
  { vote, themes }: CollectRecord,
  { dotsQuestion }: CollectSettings,
  k: number,
  wording: Wording,
): SummaryBlock[] {
  if (vote === null) return [];
  const rows = vote.themes.map(({ id, name, dots }) => ({
    name: themeNamed(
      { name, colour: themes.find((each) => each.id === id)?.colour ?? null },
      wording,
    ),
    count: dots,
  }));
  const t = wording.ofKind("kinds.collect.summary");
  const caption = dotsQuestion ? wording.words(dotsQuestion) : t("themesByDots");
  return dotBlocks({ enough: vote.enough, rows }, { caption, k, wording });
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
    ...apart.flatMap(({ settings, data }) =>
      quotesByPlace(
        quotable(settings, data),
        { places: settings.columns, placeOf: columnOf },
        wording,
      ),
    ),
  ];
  if (blocks.length > 0) return blocks;
  const isSuppressed = closed.some(({ data }) => collectRecordOf(data).enough === false);
  if (isSuppressed) return [tooFewCards(k.cards, wording)];
  return [{ type: "note", text: wording.ofKind("kinds.collect.summary")("noQuotes") }];
}

/** Cards whose words may leave the room. */
function quotable(settings: CollectSettings, data: CollectData): RevealedCard[] {
  const ids = quotableCards(settings, data);
  return [...data.cards.values()].filter(({ id }) => ids.has(id));
}
