import { useTranslations } from "next-intl";

/** Where a text is: only here, under way, stored, waiting for the network, or too long to go. */
export type SavingStateName = "draft" | "saving" | "saved" | "offline" | "tooLong";

export interface SavingStateProps {
  state: SavingStateName;
  /** Characters beyond the limit, for `tooLong`. */
  excess?: number;
  id?: string;
}

/** One quiet line below an editor; changes are announced politely. */
export function SavingState({ state, excess = 0, id }: SavingStateProps) {
  const t = useTranslations("phone");
  const words = {
    draft: t("draft"),
    saving: t("saving"),
    saved: t("saved"),
    offline: t("keptOffline"),
    tooLong: t("tooLong", { n: excess }),
  };
  const colour =
    state === "tooLong" ? "text-brick" : state === "offline" ? "text-ochre" : "text-ink-2";
  return (
    <span aria-live="polite" className={`text-base ${colour}`} id={id}>
      {words[state]}
    </span>
  );
}
