import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Words } from "@/lib/words";

export interface ActivityNotesProps {
  contentNote: Words | null;
  optOut: Words | null;
  evidence: Words | null;
  words: (text: Words) => ReactNode;
}

/** What is said around an activity, for whoever prepares or leads it; nothing where there is nothing. */
export function ActivityNotes({ contentNote, optOut, evidence, words }: ActivityNotesProps) {
  const t = useTranslations();
  const notes = [
    { title: t("common.contentNote"), text: contentNote },
    { title: t("common.optOut"), text: optOut },
    { title: t("catalogue.evidence"), text: evidence },
  ].filter(({ text }) => text !== null);
  if (notes.length === 0) return null;
  return (
    <details>
      <summary className="-my-2 inline-flex min-h-target list-none items-center font-semibold text-accent underline underline-offset-4">
        {t("catalogue.activityNotes")}
      </summary>
      <dl className="measure flex flex-col gap-2 pt-1 pb-2">
        {notes.map(({ title, text }) => (
          <div key={title}>
            <dt className="font-semibold">{title}</dt>
            <dd>{text && words(text)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
