import type { Held, SectionBlocks, SummaryAbout } from "@/lib/activities/contract";
import type { ReframeData } from "@/lib/activities/reframe/rules";
import {
  calledOn,
  type ReframeCase,
  type ReframeSettings,
  wordsOfCase,
} from "@/lib/activities/reframe/schema";
import { topReadings } from "@/lib/activities/reframe/view";
import { isCaseWithheld, withheldReadings } from "@/lib/activities/reframe/withheld";
import type { SummaryBar, SummaryBlock } from "@/lib/summary/blocks";
import { byBytes } from "@/lib/summary/by-bytes";

/**
 * Cases with their top readings, each with its votes. Words that were not allowed to be quoted stay
 * out: their votes are printed, in one line.
 */
export function summariseReframe(
  activities: readonly Held<ReframeSettings, ReframeData>[],
  about: SummaryAbout,
): SectionBlocks {
  if (activities.length === 0) return {};
  const blocks = activities.flatMap((each) => caseBlocks(each, about));
  const nothing: SummaryBlock = { type: "note", text: about.wording.t("nothing") };
  return { cases: blocks.length > 0 ? blocks : [nothing] };
}

interface CaseBlocks {
  text: string;
  votes: number;
  /** Views that may be quoted; null: fewer than k people voted. */
  bars: SummaryBar[] | null;
  /** Votes of those that may not. */
  withheld: string[];
}

function caseBlocks(
  { title, settings, data, isClosed }: Held<ReframeSettings, ReframeData>,
  { k, wording: { t: shared, ofKind, words }, earlier }: SummaryAbout,
): SummaryBlock[] {
  if (!isClosed) return [];
  const t = ofKind("kinds.reframe.summary");
  const tooFew: SummaryBlock = { type: "note", text: shared("suppressed", { k: k.scores }) };
  if (data.reviewed !== null && !data.enough) {
    return [{ type: "note", text: shared("suppressed", { k: k.cards }) }];
  }
  if (data.totals === null) return [];
  const top = topReadings(data);
  const { source } = settings;
  const readings = new Map([...data.cards.values()].map((card) => [card.id, card.text]));
  const withheld = withheldReadings(data);
  const isWithheld = ({ id }: { id: string }) => withheld.has(id);
  const votesOf = ({ votes, shown }: { votes: number; shown: number }) =>
    t("votesOfSeen", { n: votes, seen: shown });
  const headingOf = (each: ReframeCase): string => {
    // Everybody had their own, which nobody else knows.
    if (source.from === "own") return words(title);
    const text = wordsOfCase(source, each);
    if (text === null || isCaseWithheld(source, each, earlier)) return t("caseWithheld");
    return typeof text === "string" ? text : words(text);
  };
  const cases: CaseBlocks[] = data.cases.map((each) => {
    const results = top[each.id] ?? null;
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
    { type: "paragraph", text: t("criterion", { criterion: words(settings.criterion) }) },
    ...ordered.flatMap(({ text, bars, withheld: votes }): SummaryBlock[] => {
      const blocks: SummaryBlock[] = [{ type: "heading", text }];
      if (bars === null) return [...blocks, tooFew];
      if (bars.length > 0) blocks.push({ type: "bars", caption: null, bars });
      if (votes.length > 0) {
        const line = t("readingsWithheld", {
          what: calledOn(source),
          n: votes.length,
          votes: votes.join(" · "),
        });
        blocks.push({ type: "note", text: line });
      }
      const isEmpty = bars.length === 0 && votes.length === 0;
      return isEmpty ? [...blocks, { type: "note", text: shared("nothing") }] : blocks;
    }),
    ...(source.from === "own" ? [] : [{ type: "note" as const, text: t("possibleReasons") }]),
  ];
}

/** By share of those who saw it, then by votes, then by what is printed. */
function byVotes(a: SummaryBar, b: SummaryBar): number {
  return b.value / b.of - a.value / a.of || b.value - a.value || byBytes(a.label, b.label);
}
