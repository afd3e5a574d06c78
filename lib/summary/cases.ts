import { type ReframeCase, wordsOfCase } from "@/lib/activities/reframe/schema";
import { reframeRecord } from "@/lib/activities/reframe/view";
import type { ActivityRun, SessionState } from "@/lib/session/state";
import type { SummaryBar, SummaryBlock } from "@/lib/summary/blocks";
import { quotableCards } from "@/lib/summary/collected";
import { byBytes, type Wording } from "@/lib/summary/wording";

interface CaseBlocks {
  text: string;
  votes: number;
  /** Views that may be quoted; null: fewer than k people voted. */
  bars: SummaryBar[] | null;
  /** Votes of those that may not. */
  withheld: string[];
}

/**
 * Cases with their top readings, each with its votes. Words that were not allowed to be quoted stay
 * out: their votes are printed, in one line. Null: this workshop works on no cases.
 */
export function casesSection(state: SessionState, wording: Wording): SummaryBlock[] | null {
  if (!state.plan.activities.some(({ kind }) => kind === "reframe")) return null;
  const blocks = state.activities.flatMap((run) => caseBlocks(state, run, wording));
  return blocks.length > 0 ? blocks : [{ type: "note", text: wording.t("nothing") }];
}

function caseBlocks(state: SessionState, run: ActivityRun, wording: Wording): SummaryBlock[] {
  const { template, instance, status } = run;
  if (template.kind !== "reframe" || status !== "closed") return [];
  const { t, words } = wording;
  const view = instance.view("closed", "facilitator", []);
  const record = reframeRecord.parse(view.record);
  const tooFew: SummaryBlock = { type: "note", text: t("suppressed", { k: state.k.scores }) };
  if (record.enough === false) {
    return [{ type: "note", text: t("suppressed", { k: state.k.cards }) }];
  }
  if (record.results === null) return [];
  const quotable = quotableCards(state);
  const cards = [...view.cards];
  const readings = new Map(cards.map((card) => [card.id, card.text]));
  // Of two readings with the same words, which one made it into the top is chance: both must agree.
  const withheld = new Set(
    cards.filter(({ id }) => !view.consents.get(id)?.mayBeQuoted).map(({ text }) => text),
  );
  const isWithheld = ({ id }: { id: string }) => withheld.has(readings.get(id) ?? "");
  const votesOf = ({ votes, shown }: { votes: number; shown: number }) =>
    t("votesOfSeen", { n: votes, seen: shown });
  const { source } = template.settings;
  const headingOf = (each: ReframeCase): string => {
    // Everybody had their own, which nobody else knows.
    if (source.from === "own") return words(template.title);
    const text = wordsOfCase(source, each);
    if (text !== null && typeof text !== "string") return words(text);
    return text !== null && quotable.has(each.id) ? text : t("caseWithheld");
  };
  const cases: CaseBlocks[] = record.cases.map((each) => {
    const results = record.results?.[each.id] ?? null;
    const quoted = results?.filter((result) => !isWithheld(result));
    return {
      text: headingOf(each),
      votes: results?.reduce((sum, { votes }) => sum + votes, 0) ?? 0,
      bars:
        quoted?.map((result) => ({
          label: readings.get(result.id) ?? "",
          value: result.votes,
          of: result.shown,
          reading: votesOf(result),
        })) ?? null,
      // As they rank, which says nothing but the votes themselves.
      withheld: results?.filter(isWithheld).map(votesOf) ?? [],
    };
  });
  const ordered = cases.map((each) => ({ ...each, bars: each.bars?.sort(byVotes) ?? null }));
  ordered.sort((a, b) => b.votes - a.votes || byBytes(JSON.stringify(a), JSON.stringify(b)));
  return [
    { type: "paragraph", text: t("criterion", { criterion: words(template.settings.criterion) }) },
    ...ordered.flatMap(({ text, bars, withheld: votes }): SummaryBlock[] => {
      const blocks: SummaryBlock[] = [{ type: "heading", text }];
      if (bars === null) return [...blocks, tooFew];
      if (bars.length > 0) blocks.push({ type: "bars", caption: null, bars });
      if (votes.length > 0) {
        const line = t("readingsWithheld", { n: votes.length, votes: votes.join(" · ") });
        blocks.push({ type: "note", text: line });
      }
      const isEmpty = bars.length === 0 && votes.length === 0;
      return isEmpty ? [...blocks, { type: "note", text: t("nothing") }] : blocks;
    }),
    ...(source.from === "own" ? [] : [{ type: "note" as const, text: t("possibleReasons") }]),
  ];
}

/** By share of those who saw it, then by votes, then by what is printed. */
function byVotes(a: SummaryBar, b: SummaryBar): number {
  return b.value / b.of - a.value / a.of || b.value - a.value || byBytes(a.label, b.label);
}
