"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { saveTakeaway } from "@/app/sessions/[id]/summary/actions";
import { TAKEAWAY_CHARACTERS_MAX } from "@/lib/summary/takeaway";
import { TextArea } from "@/lib/ui/text-area";

/** After the last key: long enough not to save each word, short enough to be saved before a click. */
const SAVE_AFTER_MS = 800;

/** The facilitator's three sentences, saved while they are written. */
export function TakeawayEditor({ session, text }: { session: string; text: string }) {
  const t = useTranslations("summary");
  const [value, setValue] = useState(text);
  const [state, setState] = useState<"saving" | "saved" | "failed" | undefined>();
  const kept = useRef(text);
  const latest = useRef(text);
  latest.current = value;

  // Left or switched off right after the last key: it is saved all the same.
  useEffect(
    () => () => {
      const { current } = latest;
      if (current === kept.current || current.length > TAKEAWAY_CHARACTERS_MAX) return;
      kept.current = current;
      void saveTakeaway(session, current).catch(() => undefined);
    },
    [session],
  );

  useEffect(() => {
    if (value === kept.current || value.length > TAKEAWAY_CHARACTERS_MAX) return;
    let stale = false;
    const timer = setTimeout(async () => {
      setState("saving");
      const saved = await saveTakeaway(session, value).catch(() => false);
      if (saved) kept.current = value;
      if (!stale) setState(saved ? "saved" : "failed");
    }, SAVE_AFTER_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [session, value]);

  return (
    <>
      <div className="print:hidden">
        <TextArea
          label={t("takeawayHint")}
          maxLength={TAKEAWAY_CHARACTERS_MAX}
          onChange={setValue}
          rows={4}
          state={state === "failed" ? undefined : state}
          value={value}
        />
        <p className="text-base text-ochre" role="status">
          {state === "failed" ? t("takeawayFailed") : null}
        </p>
      </div>
      <p
        data-empty={value.trim() === "" || undefined}
        className="hidden whitespace-pre-line text-base print:block"
      >
        {value}
      </p>
    </>
  );
}
