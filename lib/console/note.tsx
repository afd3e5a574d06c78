"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { NOTE_CHARACTERS_MAX } from "@/lib/session/commands";
import { Button } from "@/lib/ui/button";
import { Covered } from "@/lib/ui/console/cover";

/** Typing pauses this long before a note is kept: a sentence, not each letter. */
const KEEP_AFTER_MS = 800;

export interface NoteProps {
  /** What the server has. */
  stored: string;
  /**
   * Under which this tab keeps what is not saved yet: the page may be loaded anew first, or this browser
   * signed out.
   */
  draftKey: string;
  onWrite: (text: string) => Promise<boolean>;
}

/** The facilitator's private note for the current activity. Mount it anew for each activity. */
export function Note({ stored, draftKey, onWrite }: NoteProps) {
  const t = useTranslations();
  const id = useId();
  const [text, setText] = useState(() => sessionStorage.getItem(draftKey) ?? stored);
  const [kept, setKept] = useState(stored);
  const [seen, setSeen] = useState(stored);
  /** What was tried to be kept last, and was not. */
  const [failed, setFailed] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ text, kept, onWrite });
  latest.current = { text, kept, onWrite };
  // Written on another device: taken over, unless something is being written here.
  if (stored !== seen) {
    setSeen(stored);
    if (text === kept) {
      setKept(stored);
      setText(stored);
    }
  }

  useEffect(() => {
    if (text === kept) sessionStorage.removeItem(draftKey);
    else sessionStorage.setItem(draftKey, text);
  }, [draftKey, text, kept]);

  // Found here and not saved, or left mid-sentence: the half sentence is kept, too.
  // biome-ignore lint/correctness/useExhaustiveDependencies: at the beginning and at the end only
  useEffect(() => {
    keep(text);
    return () => {
      clearTimeout(timer.current);
      const last = latest.current;
      if (last.text === last.kept) return;
      void last.onWrite(last.text).then((ok) => {
        if (ok && sessionStorage.getItem(draftKey) === last.text) {
          sessionStorage.removeItem(draftKey);
        }
      });
    };
  }, []);

  function keep(value: string) {
    clearTimeout(timer.current);
    if (value === latest.current.kept) return;
    void onWrite(value).then((ok) => {
      if (ok) setKept(value);
      setFailed(ok ? null : value);
    });
  }

  return (
    <Covered>
      <div className="flex flex-col gap-1">
        <div className="flex items-baseline justify-between gap-3">
          <label className="font-semibold" htmlFor={id}>
            {t("console.note")}
          </label>
          <span aria-live="polite" className="text-ink-2 text-sm">
            {text === kept ? (text === "" ? "" : t("common.saved")) : null}
            {text !== kept && text !== failed ? t("common.saving") : null}
          </span>
        </div>
        <textarea
          className="min-h-20 w-full resize-y rounded-control border border-edge bg-surface px-3 py-2"
          data-console-note
          dir="auto"
          id={id}
          maxLength={NOTE_CHARACTERS_MAX}
          onBlur={(event) => keep(event.currentTarget.value)}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setText(value);
            clearTimeout(timer.current);
            timer.current = setTimeout(() => keep(value), KEEP_AFTER_MS);
          }}
          placeholder={t("console.notePlaceholder")}
          rows={3}
          value={text}
        />
        <div className="flex flex-wrap items-center gap-x-3 empty:hidden" role="status">
          {text !== kept && text === failed ? (
            <>
              <p className="text-ochre">{t("console.noteFailed")}</p>
              <Button kind="quiet" onClick={() => keep(text)} size="console">
                {t("common.retry")}
              </Button>
            </>
          ) : null}
        </div>
      </div>
    </Covered>
  );
}
