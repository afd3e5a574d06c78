import type { CommitField, CommitSettings } from "@/lib/activities/commit/schema";
import type { PrintInput } from "@/lib/activities/contract";
import { copiesFor, type PrintPage } from "@/lib/print-pack/pages";

/** Lines to write on, by what goes there. */
const LINES: Readonly<Record<CommitField["input"], number>> = {
  text: 3,
  long: 4,
  choice: 1,
  date: 1,
};

/** Offers that stand beside each other, and rows that fit on half a sheet. */
const OFFERS_IN_A_ROW = 2;
const ROWS_ON_A_HALF = 13;

/** The form that phones show, for whoever writes by hand: it stays with them, too. */
export function commitPages({
  settings: { fields },
  prompt,
  people,
  wording,
}: PrintInput<CommitSettings>): readonly PrintPage[] {
  const { words } = wording;
  const t = wording.ofKind("kinds.commit.print");
  const rows = fields.reduce(
    (sum, { input, offers }) => sum + 1 + LINES[input] + Math.ceil(offers.length / OFFERS_IN_A_ROW),
    0,
  );
  const perSheet = rows <= ROWS_ON_A_HALF ? 2 : 1;
  return [
    {
      name: t("form"),
      copies: copiesFor(people, perSheet),
      layout: {
        is: "form",
        ...{ perSheet, prompt },
        fields: fields.map(({ label, placeholder, input, offers }) => ({
          label: words(label),
          hint: placeholder && words(placeholder),
          choices: offers.map((offer) => words(offer.label)),
          lines: LINES[input],
        })),
        note: t("stays"),
      },
    },
  ];
}
