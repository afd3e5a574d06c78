import type { PrintInput } from "@/lib/activities/contract";
import type { ScaleSettings } from "@/lib/activities/scale/schema";
import { copiesFor, type PrintPage } from "@/lib/print-pack/pages";

/** Rows of numbers that fit on a third of a sheet; more have half of it. */
const ROWS_ON_A_THIRD = 3;

/** A slip with the questions; both askings on one, so that whoever fills it in has both before them. */
export function scalePages({
  settings: { items, pairWith, reminder },
  place,
  people,
  wording,
}: PrintInput<ScaleSettings>): readonly PrintPage[] {
  const isAskedAgain = place.ofItsKind.some(({ settings }) => settings.pairWith === place.key);
  // Handed out at the first asking and kept: the second one needs no sheet of its own.
  if (pairWith !== null) return [];
  const { words } = wording;
  const t = wording.ofKind("kinds.scale.print");
  const common = wording.ofKind("kinds.scale.common");
  const times = isAskedAgain ? [common("before"), common("after")] : [];
  const rows = items.length * Math.max(1, times.length);
  const perSheet = rows <= ROWS_ON_A_THIRD ? 3 : 2;
  return [
    {
      name: isAskedAgain ? t("slipTwice") : t("slip"),
      copies: copiesFor(people, perSheet),
      layout: {
        is: "slips",
        perSheet,
        times,
        questions: items.map(({ prompt, low, high }) => ({
          prompt: words(prompt),
          ends: { low: words(low), high: words(high) },
        })),
        reminder: reminder && t("reminder"),
        note: t("stays"),
      },
    },
  ];
}
