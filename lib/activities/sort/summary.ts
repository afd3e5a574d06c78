import type { Held, SectionBlocks, SummaryAbout } from "@/lib/activities/contract";
import { namingWith, sayingsOf } from "@/lib/activities/sort/naming";
import { type Naming, picturesOf, type SortPicture } from "@/lib/activities/sort/pictures";
import type { SortData } from "@/lib/activities/sort/rules";
import type { SortSettings } from "@/lib/activities/sort/schema";
import type { SummaryBlock } from "@/lib/summary/blocks";
import type { Wording } from "@/lib/summary/wording";

/** How the room shared out and placed, as far as it was told to the room as well. */
export function summariseSort(
  activities: readonly Held<SortSettings, SortData>[],
  { wording }: SummaryAbout,
): SectionBlocks {
  const taken = activities.filter(({ settings }) => settings.summary === "aggregate");
  if (taken.length === 0) return {};
  return { shares: taken.flatMap((each) => blocksOf(each, wording)) };
}

function blocksOf(
  { title, settings, data, isClosed }: Held<SortSettings, SortData>,
  wording: Wording,
): SummaryBlock[] {
  const t = sayingsOf(wording);
  const pictures = picturesOf(settings, isClosed ? data.result : null, namingOf(wording));
  const name = wording.words(title);
  if (pictures.length === 0) {
    return [
      { type: "heading", text: name },
      { type: "note", text: t("suppressed") },
    ];
  }
  const note = settings.note && wording.words(settings.note);
  const ofAll = [...(note ? [note] : []), t(settings.tells === "empty" ? "howEmpty" : "merged")];
  const lastTold = pictures.findLast(({ type }) => type !== "withheld");
  return pictures.flatMap((each): SummaryBlock[] => {
    const question = each.question === null ? name : `${name}: ${each.question}`;
    if (each.type === "withheld") {
      return [
        { type: "heading", text: question },
        { type: "note", text: each.why },
      ];
    }
    return [figureOf(each, question, each === lastTold ? ofAll : [])];
  });
}

function figureOf(
  picture: Exclude<SortPicture, { type: "withheld" }>,
  question: string,
  notes: string[],
): SummaryBlock {
  if (picture.type === "quarters") {
    const { across, up, quarters, other } = picture;
    return {
      ...{ type: "quarters", question, across, up },
      quarters: quarters.map(({ label, value, dots }) => ({ label, value, dots })),
      notes: [...(other === null ? [] : [other]), ...notes],
    };
  }
  const of = picture.shares.reduce((sum, { count }) => sum + count, 0);
  return {
    ...{ type: "shares", question, notes },
    shares: picture.shares.map(({ label, count, reading, isOther }) => ({
      ...{ label, reading, isOther },
      ...{ value: count, of },
    })),
  };
}

const namingOf = (wording: Wording): Naming =>
  namingWith({ t: sayingsOf(wording), other: wording.t("other"), textOf: wording.words });
