"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { saveTakeaway } from "@/app/sessions/[id]/summary/actions";
import { Takeaway } from "@/app/summary-paper/takeaway";
import { TAKEAWAY_CHARACTERS_MAX } from "@/lib/summary/takeaway";
import type { VersionAt } from "@/lib/summary/versions";
import { Button } from "@/lib/ui/button";
import { SignedOutLine } from "@/lib/ui/signed-out-line";
import { TextArea } from "@/lib/ui/text-area";

/** After the last key: long enough not to save each word, short enough to be saved before a click. */
const SAVE_AFTER_MS = 800;

/** The facilitator's three sentences, saved while they are written. */
export function TakeawayEditor({
  at: { session, version },
  text,
}: {
  at: VersionAt;
  text: string;
}) {
  const t = useTranslations();
  const [value, setValue] = useState(text);
  const [state, setState] = useState<"saving" | "saved" | "failed" | "signedOut" | undefined>();
  const kept = useRef(text);
  const latest = useRef(text);
  latest.current = value;

  const save = useCallback(
    async (current: string) => {
      setState("saving");
      const answer = await saveTakeaway({ session, version }, current).catch(
        () => "failed" as const,
      );
      if (answer === "saved") kept.current = current;
      return answer;
    },
    [session, version],
  );

  // Left or switched off right after the last key: it is saved all the same.
  useEffect(
    () => () => {
      const { current } = latest;
      if (current === kept.current || current.length > TAKEAWAY_CHARACTERS_MAX) return;
      kept.current = current;
      void saveTakeaway({ session, version }, current).catch(() => undefined);
    },
    [session, version],
  );

  useEffect(() => {
    if (value === kept.current || value.length > TAKEAWAY_CHARACTERS_MAX) return;
    let stale = false;
    const timer = setTimeout(async () => {
      const answer = await save(value);
      if (!stale) setState(answer);
    }, SAVE_AFTER_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [save, value]);

  const isUnsaved = state === "failed" || state === "signedOut";
  return (
    <>
      <div className="print:hidden" data-unsaved={isUnsaved || undefined}>
        <TextArea
          label={t("summary.takeawayHint")}
          maxLength={TAKEAWAY_CHARACTERS_MAX}
          onChange={setValue}
          rows={4}
          state={isUnsaved ? undefined : state}
          value={value}
        />
        <div className="flex flex-wrap items-center gap-x-3 text-base text-ochre" role="status">
          {state === "failed" ? <p>{t("summary.takeawayFailed")}</p> : null}
          {state === "signedOut" ? <SignedOutLine /> : null}
          {isUnsaved ? (
            <Button kind="quiet" onClick={async () => setState(await save(value))} size="console">
              {t("common.retry")}
            </Button>
          ) : null}
        </div>
      </div>
      <div className="hidden print:block" data-empty={value.trim() === "" || undefined}>
        <Takeaway>{value}</Takeaway>
      </div>
    </>
  );
}
