"use client";

import { useTranslations } from "next-intl";
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
  | "votes"
  | "checks"
  | "plan"
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

/** Nothing that could be somebody's leaves the device: there is no more to explain. */
const STAYS_HERE: ReadonlySet<ReceiptAbout> = new Set(["plan", "local", "scoresFirst"]);

export interface ReceiptProps {
  about?: ReceiptAbout;
  /** For `aria-describedby` of the editor that it belongs to. */
  id?: string;
}

/** What is stored, who sees it, what can't be promised. Never collapsed to an icon. */
export function Receipt({ about = "text", id }: ReceiptProps) {
  const t = useTranslations("receipt");
  const show = useDialog();
  return (
    <aside className="rounded-card bg-sunken px-4 py-3 text-base">
      <span id={id}>
        <strong className="font-semibold">{t("title")}</strong>{" "}
        {t(about === "joining" ? "text" : about)}
        {about === "smallGroup" ? ` ${t("text")}` : null}
      </span>{" "}
      {STAYS_HERE.has(about) ? null : (
        <button
          aria-haspopup="dialog"
          // In the line of the text, with a finger's room around it that moves nothing.
          className="-mx-3 -my-3 px-3 py-3 text-accent underline underline-offset-4"
          onClick={() => show((dialog) => <ReceiptDetails about={about} {...dialog} />)}
          type="button"
        >
          {t("more")}
        </button>
      )}
    </aside>
  );
}

/** The longer explanation behind "More", point by point. */
export function ReceiptDetails({ about, open, onClose }: DialogState & { about: ReceiptAbout }) {
  const t = useTranslations("receipt");
  return (
    <NativeDialog onClose={onClose} open={open} title={t("moreTitle")}>
      <ul className="flex list-disc flex-col gap-3 ps-5 marker:text-ink-2">
        {detailsOf(about).map((detail) => (
          <li key={detail}>{t(detail)}</li>
        ))}
      </ul>
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
