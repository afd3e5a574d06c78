import { OtherLanguage } from "@/lib/i18n/plan-words";
import type { Language } from "@/lib/words";

export interface BelowLinesProps {
  /** Beside the lines and not one of them; empty for none. */
  note: string;
  /** Of lines and note. */
  language: Language;
  className: string;
}

/** What stands below the lines of a text: its note, and the mark of another language. */
export function BelowLines({ note, language, className }: BelowLinesProps) {
  return (
    <>
      {note === "" ? null : (
        <p className={className} lang={language}>
          {note}
        </p>
      )}
      <p className="empty:hidden">
        <OtherLanguage of={language} />
      </p>
    </>
  );
}
