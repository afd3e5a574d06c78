import type { RuleInput } from "@/lib/activities/contract";
import type { DocumentsInput, DocumentUse } from "@/lib/activities/documents";
import { chairAt, groupCalled, type RoleplayData } from "@/lib/activities/roleplay/data";
import { type RoleplayEvent, seatBallot } from "@/lib/activities/roleplay/events";
import type { RowsRead } from "@/lib/activities/roleplay/record";
import { GUESS_KNOW_ASK, padName, type RoleplaySettings } from "@/lib/activities/roleplay/schema";
import { PAD_COLUMNS, type PadContent } from "@/lib/documents/pad";
import { byBytes } from "@/lib/summary/by-bytes";

/** Whether groups write their sheets now. */
export const isWriting = (phase: string): boolean => phase === GUESS_KNOW_ASK;

/** Whether sheets are written, or have been: from there on rows of them can be shown. */
export function haveSheets({ debrief }: Pick<RoleplaySettings, "debrief">, phase: string): boolean {
  const first = debrief.findIndex(({ key }) => key === GUESS_KNOW_ASK);
  return first !== -1 && debrief.findIndex(({ key }) => key === phase) >= first;
}

/** A sheet for each group, which the seats in it write, and nobody else. On the balcony there is none. */
export function padsOf({
  data,
  phase,
  seats,
}: DocumentsInput<RoleplaySettings, RoleplayData>): ReadonlyMap<string, DocumentUse> {
  if (!isWriting(phase)) return new Map();
  const tagsOf = new Map<string, string[]>((data.groups ?? []).map(({ letter }) => [letter, []]));
  for (const [tag, content] of seats) {
    const { chair, left } = seatBallot.parse(content);
    const group = left ? null : chairAt(data, chair)?.group;
    if (group) tagsOf.get(group.letter)?.push(tag);
  }
  return new Map(
    [...tagsOf].map(([letter, tags]) => [
      padName(letter),
      { model: "pad", isOpen: !data.closedPads.has(letter), seats: tags },
    ]),
  );
}

/** What groups have written by now, in plain text: all that stays of their sheets. */
export function keepPads({
  data,
  context,
}: Pick<RuleInput<RoleplaySettings, RoleplayData>, "data" | "context">): RoleplayEvent[] {
  const written = (data.groups ?? []).flatMap(({ letter }) => {
    const content = context.documents.pad(padName(letter));
    const pad = content && rowsOf(content);
    return pad && !isEmpty(pad) ? [[letter, pad] as const] : [];
  });
  return written.length === 0 ? [] : [{ type: "padsKept", pads: Object.fromEntries(written) }];
}

const isEmpty = (pad: RowsRead): boolean => PAD_COLUMNS.every((column) => pad[column].length === 0);

/**
 * What there is to read, by what it says: rows that were added at the same moment lie in the order of their phones' numbers,
 * so that their order would tell which rows are the same phone's (decision 0055).
 */
function rowsOf({ guess, know, ask }: PadContent): RowsRead {
  const seen = (entries: readonly string[]) =>
    entries
      .map((entry) => entry.trim())
      .filter((entry) => entry !== "")
      .sort(byBytes);
  return { guess: seen(guess), know: seen(know), ask: seen(ask) };
}

/** A group's sheet as its phones and facilitators are told of it; null where there are none now. */
export function padTold(
  settings: RoleplaySettings,
  data: RoleplayData,
  { phase, letter }: { phase: string; letter: string },
): { isOpen: boolean; kept: RowsRead | null } | null {
  if (!haveSheets(settings, phase) || !groupCalled(data, letter)) return null;
  if (isWriting(phase)) return { isOpen: !data.closedPads.has(letter), kept: null };
  return { isOpen: false, kept: data.pads[letter] ?? { guess: [], know: [], ask: [] } };
}
