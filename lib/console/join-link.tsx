"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/lib/ui/button";

/** The link that people in a video call get. */
export function JoinLink({ url }: { url: string }) {
  const t = useTranslations();
  const id = useId();
  const [copied, setCopied] = useState(false);

  async function copy(field: HTMLInputElement | null) {
    field?.select();
    // Over plain http there is no clipboard; the selected text is then copied by hand.
    const done = await navigator.clipboard?.writeText(url).then(
      () => true,
      () => false,
    );
    setCopied(done ?? false);
  }

  return (
    <div className="flex flex-col gap-1">
      <label className="text-ink-2 text-sm" htmlFor={id}>
        {t("console.joinLink")}
      </label>
      <div className="flex gap-2">
        <input
          className="min-h-target w-full min-w-0 rounded-control border border-edge bg-sunken px-3"
          id={id}
          onFocus={(event) => event.currentTarget.select()}
          readOnly
          value={url}
        />
        <Button
          onClick={() => {
            const field = document.getElementById(id);
            void copy(field instanceof HTMLInputElement ? field : null);
          }}
          size="console"
        >
          {copied ? (
            <Check aria-hidden size={18} strokeWidth={1.75} />
          ) : (
            <Copy aria-hidden size={18} strokeWidth={1.75} />
          )}
          {copied ? t("common.copied") : t("common.copy")}
        </Button>
      </div>
    </div>
  );
}
