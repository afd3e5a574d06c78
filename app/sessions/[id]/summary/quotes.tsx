"use client";

import { useTranslations } from "next-intl";
import { useReview } from "@/app/sessions/[id]/summary/use-review";
import { Button } from "@/lib/ui/button";
import { PeoplesWords } from "@/lib/ui/peoples-words";

/** Quotes, each of which can be taken out before the summary is handed on. */
export function Quotes({ session, quotes }: { session: string; quotes: readonly string[] }) {
  const t = useTranslations("exports");
  const { change, isSaving, hasFailed } = useReview(session);
  return (
    <>
      {quotes.map((quote, index) => (
        <div
          className="flex items-start justify-between gap-x-4 gap-y-1 max-sm:flex-col"
          // biome-ignore lint/suspicious/noArrayIndexKey: two quotes may be word for word the same
          key={index}
        >
          <PeoplesWords
            as="blockquote"
            className="measure break-inside-avoid whitespace-pre-line border-line border-s-3 ps-4"
          >
            {quote}
          </PeoplesWords>
          <Button
            aria-label={t("strikeQuote")}
            busy={isSaving}
            className="shrink-0 max-sm:-ms-3 sm:-my-2 sm:-me-3 print:hidden"
            kind="quiet"
            onClick={() => void change({ change: "strike", text: quote })}
            size="console"
          >
            {t("strike")}
          </Button>
        </div>
      ))}
      <p className="text-base text-ochre print:hidden" role="status">
        {hasFailed ? t("reviewFailed") : null}
      </p>
    </>
  );
}
