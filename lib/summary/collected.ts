import { type CollectRecord, collectRecord } from "@/lib/activities/collect/view";
import { mergeSmallCells } from "@/lib/activities/small-cells";
import type { SessionState } from "@/lib/session/state";
import type { SummaryBar, SummaryBlock } from "@/lib/summary/blocks";
import { byBytes, type Wording } from "@/lib/summary/wording";

/** Quotes in one summary (activities.md, the summary): more are no longer read. */
export const QUOTES_MAX = 5;

/** What one activity of the kind `collect` left behind, with ids and consents still on it. */
interface Collected {
  /** What the plan lets the summary take. */
  takes: "none" | "aggregate" | "approved";
  record: CollectRecord;
  cards: { id: string; text: string; mayBeQuoted: boolean }[];
}

/** Every `collect` of the session that was held. */
export function collectedIn(state: SessionState): Collected[] {
  return state.activities.flatMap(({ template, instance, status }) => {
    if (template.kind !== "collect" || status !== "closed") return [];
    const { record, cards, consents } = instance.view("closed", "facilitator", []);
    return {
      takes: template.settings.summary,
      record: collectRecord.parse(record),
      cards: [...cards].map(({ id, text }) => ({
        id,
        text,
        mayBeQuoted: consents.get(id)?.mayBeQuoted ?? false,
      })),
    };
  });
}

/** Ids of the cards whose words may leave the room. */
export function quotableCards(state: SessionState): Set<string> {
  return new Set(
    collectedIn(state)
      .filter(({ takes }) => takes === "approved")
      .flatMap(({ cards }) => cards.filter((card) => card.mayBeQuoted).map(({ id }) => id)),
  );
}

/** Themes as bars, biggest first. Null: this workshop collects nothing for the summary. */
export function themesSection(state: SessionState, wording: Wording): SummaryBlock[] | null {
  if (!plansCollect(state, ["aggregate", "approved"])) return null;
  const blocks: SummaryBlock[] = [];
  for (const { takes, record, cards } of collectedIn(state)) {
    if (takes === "none") continue;
    if (record.enough === false) {
      blocks.push(tooFew(state, wording));
      continue;
    }
    const bars = themeBars(record, cards.length, wording);
    if (bars.length > 0) blocks.push({ type: "bars", caption: null, bars });
    else if (Object.keys(record.sorted).length > 0) {
      // There were some, and the room has seen them: that none is named needs its reason.
      blocks.push({ type: "note", text: wording.t("themesTooSmall") });
    }
    blocks.push(...dotBlocks(record, state.k.scores, wording));
  }
  return blocks.length > 0 ? blocks : [{ type: "note", text: wording.t("noThemes") }];
}

/** Clusters below three join "other", and "other" itself never stays below three. */
function themeBars(record: CollectRecord, total: number, { t }: Wording): SummaryBar[] {
  const themes = record.themes
    .map(({ id, name }) => ({
      name,
      count: Object.values(record.sorted).filter((theme) => theme === id).length,
    }))
    .sort((a, b) => b.count - a.count || byBytes(a.name, b.name));
  const { shown, other } = mergeSmallCells(themes, total);
  if (shown.length === 0) return [];
  const rows = other > 0 ? [...shown, { name: t("other"), count: other }] : shown;
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
function dotBlocks({ vote }: CollectRecord, k: number, { t }: Wording): SummaryBlock[] {
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
export function quotesSection(state: SessionState, wording: Wording): SummaryBlock[] | null {
  if (!plansCollect(state, ["approved"])) return null;
  const collected = collectedIn(state).filter(({ takes }) => takes === "approved");
  const allowed = collected.flatMap(({ cards }) =>
    cards.filter((card) => card.mayBeQuoted).map(({ text }) => text),
  );
  const quotes = [...new Set(allowed)].sort(byBytes).slice(0, QUOTES_MAX);
  if (quotes.length > 0) return [{ type: "quotes", quotes }];
  const suppressed = collected.some(({ record }) => record.enough === false);
  return [suppressed ? tooFew(state, wording) : { type: "note", text: wording.t("noQuotes") }];
}

function plansCollect(state: SessionState, takes: readonly string[]): boolean {
  return state.plan.activities.some(
    (each) => each.kind === "collect" && takes.includes(each.settings.summary),
  );
}

function tooFew(state: SessionState, { t }: Wording): SummaryBlock {
  return { type: "note", text: t("suppressed", { k: state.k.cards }) };
}
