import type { Held, SectionBlocks, SummaryAbout } from "@/lib/activities/contract";
import type { RoleplayData } from "@/lib/activities/roleplay/data";
import type { RoleplaySettings } from "@/lib/activities/roleplay/schema";
import { headingOf, linesByHeading } from "@/lib/activities/roleplay/shown-lines";
import { PAD_COLUMNS } from "@/lib/documents/pad";
import type { SummaryBlock } from "@/lib/summary/blocks";
import { byBytes } from "@/lib/summary/by-bytes";

/** Lines under their roles, rows that a facilitator chose from the groups' sheets, and what people wished for. What was only spoken is nowhere. */
export function summariseRoleplay(
  activities: readonly Held<RoleplaySettings, RoleplayData>[],
  about: SummaryAbout,
): SectionBlocks {
  const blocks = activities
    .filter(({ isClosed, settings }) => isClosed && settings.summary === "approved")
    .flatMap((each) => blocksOf(each, about));
  return blocks.length > 0 ? { perspectives: blocks } : {};
}

function blocksOf(
  { title, settings, data }: Held<RoleplaySettings, RoleplayData>,
  about: SummaryAbout,
): SummaryBlock[] {
  const { wording } = about;
  const t = wording.ofKind("kinds.roleplay.common");
  const rows = PAD_COLUMNS.flatMap((column): SummaryBlock[] =>
    data.rows[column].length === 0
      ? []
      : [
          { type: "paragraph", text: t(`pad.${column}`) },
          { type: "list", items: data.rows[column].toSorted(byBytes) },
        ],
  );
  const blocks = [
    ...lineBlocks(settings, data, about),
    ...rows,
    ...helpBlocks(settings, data, about),
  ];
  return blocks.length === 0 ? [] : [{ type: "heading", text: wording.words(title) }, ...blocks];
}

function lineBlocks(
  { roleSet, label }: RoleplaySettings,
  data: RoleplayData,
  { k, wording }: SummaryAbout,
): SummaryBlock[] {
  if (!data.takesLines) return [];
  const t = wording.ofKind("kinds.roleplay.common");
  // What is not for the stage is not for whoever wasn't there either.
  const lines = [...data.cards.values()].filter(({ notForStage }) => !notForStage);
  if (lines.length === 0) {
    return [{ type: "note", text: wording.t("suppressed", { k: k.cards }) }];
  }
  const nameOf = (under: string): string => {
    const heading = headingOf(roleSet, under);
    if (heading.of === "role") return wording.words(heading.role.name);
    return heading.of === "family" ? t(`family.${heading.family}`) : t("mixed");
  };
  return [
    ...linesByHeading(roleSet, lines).flatMap(({ under, lines: each }): SummaryBlock[] => [
      { type: "paragraph", text: nameOf(under) },
      // By what they say, so that no order is left.
      { type: "quotes", quotes: each.map(({ text }) => text).sort(byBytes) },
    ]),
    ...(label === null ? [] : [{ type: "note" as const, text: wording.words(label) }]),
  ];
}

function helpBlocks(
  { source }: RoleplaySettings,
  { help }: RoleplayData,
  { k, wording }: SummaryAbout,
): SummaryBlock[] {
  if (source.from !== "own" || help === undefined) return [];
  const t = wording.ofKind("kinds.roleplay.common");
  if (help === null) {
    return [{ type: "note", text: wording.t("suppressedPeople", { k: k.scores }) }];
  }
  const of = Object.values(help).reduce((sum, count) => sum + count, 0);
  const bars = source.help.map(({ key, label }) => ({
    label: wording.words(label),
    value: help[key] ?? 0,
    of,
    reading: t("people", { n: help[key] ?? 0 }),
  }));
  return [{ type: "bars", caption: t("helpCounts"), bars }];
}
