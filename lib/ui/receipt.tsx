"use client";

import { useTranslations } from "next-intl";
import { LockGlyph } from "@/lib/ui/drawn/drawings";
import { NativeDialog } from "@/lib/ui/native-dialog";
import { type DialogState, useDialog } from "@/lib/ui/opened";

/** What a receipt promises depends on what is handed in. */
export type ReceiptAbout =
  | "text"
  | "joining"
  | "smallGroup"
  | "scores"
  | "scoresFirst"
  | "scoresPairs"
  | "scoresRecalled"
  | "votes"
  | "checks"
  | "plan"
  | "pad"
  | "local";

/** While people join, the facilitator may still choose the small group. */
const THRESHOLDS: Partial<Record<ReceiptAbout, "thresholdEither" | "thresholdSmall">> = {
  joining: "thresholdEither",
  smallGroup: "thresholdSmall",
};

/** The longer explanation, point by point; what it promises is cited in `promises.ts`. */
const detailsOf = (about: ReceiptAbout) =>
  [
    "stored",
    "seen",
    "destroyed",
    THRESHOLDS[about] ?? "threshold",
    "limitOperator",
    "limitStyle",
  ] as const;

/** The sentence says all: nothing that could be somebody's leaves the device, or it is not anonymous. */
const ALL_SAID: ReadonlySet<ReceiptAbout> = new Set(["plan", "local", "scoresFirst", "pad"]);

/** The same in two lines at most. */
const SHORT = {
  text: "shortText",
  joining: "shortJoining",
  smallGroup: "shortSmallGroup",
  scores: "shortScores",
  scoresFirst: "shortScoresFirst",
  scoresPairs: "shortScoresPairs",
  scoresRecalled: "shortScoresRecalled",
  votes: "shortVotes",
  checks: "shortChecks",
  plan: "shortPlan",
  pad: "shortPad",
  local: "shortLocal",
} as const satisfies Record<ReceiptAbout, string>;

interface ReceiptProps {
  about?: ReceiptAbout;
  /** For `aria-describedby` of the editor that it belongs to. */
  id?: string;
}

/** What is stored, who sees it, what can't be promised. Never collapsed to an icon. */
export function Receipt({
  about = "text",
  more = true,
}: Pick<ReceiptProps, "about"> & {
  /** Left out where a short receipt on the same screen leads on. */
  more?: boolean;
}) {
  const t = useTranslations("receipt");
  return (
    <aside className="rounded-card bg-sunken px-4 py-3 text-base">
      <strong className="font-semibold">{t("title")}</strong> <FullReceipt about={about} />{" "}
      {more ? <More about={about} /> : null}
    </aside>
  );
}

/** The same in two lines at most, for a dock; in one where little room is left. All of it is behind "More". */
export function ShortReceipt({ about = "text", id }: ReceiptProps) {
  const t = useTranslations("receipt");
  return (
    <aside className="flex items-start gap-2 text-ink-2 text-sm">
      <LockGlyph className="-mt-0.5" />
      <p className="min-w-0">
        <span id={id}>
          {t.rich(SHORT[about], {
            rest: (rest) => <span className="low:sr-only">{rest}</span>,
          })}
        </span>{" "}
        <More about={about} />
      </p>
    </aside>
  );
}

/** The whole sentence. */
function FullReceipt({ about }: Required<Pick<ReceiptProps, "about">>) {
  const t = useTranslations("receipt");
  const text = t(about === "joining" ? "text" : about);
  return about === "smallGroup" ? `${text} ${t("text")}` : text;
}

function More({ about }: Required<Pick<ReceiptProps, "about">>) {
  const t = useTranslations("receipt");
  const show = useDialog();
  return (
    <button
      aria-haspopup="dialog"
      // In the line of the text, with a finger's room around it that moves nothing.
      className="-mx-3 -my-3.5 px-3 py-3.5 font-semibold text-accent underline underline-offset-4"
      onClick={() => show((dialog) => <ReceiptDetails about={about} {...dialog} />)}
      type="button"
    >
      {t("more")}
    </button>
  );
}

/** What is behind "More": the whole sentence, and the longer explanation point by point. */
export function ReceiptDetails({ about, open, onClose }: DialogState & { about: ReceiptAbout }) {
  const t = useTranslations("receipt");
  return (
    <NativeDialog onClose={onClose} open={open} title={t("moreTitle")}>
      <p>
        <FullReceipt about={about} />
      </p>
      {ALL_SAID.has(about) ? null : (
        <ul className="flex list-disc flex-col gap-3 ps-5 marker:text-ink-2">
          {detailsOf(about).map((detail) => (
            <li key={detail}>{t(detail)}</li>
          ))}
        </ul>
      )}
      <p>
        <a
          className="text-accent underline underline-offset-4"
          href="/how-anonymous"
          target="_blank"
          rel="noopener"
        >
          {t("howAnonymous")}
        </a>
      </p>
    </NativeDialog>
  );
}
