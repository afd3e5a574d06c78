"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useReview } from "@/app/sessions/[id]/summary/use-review";
import { STRUCK_CHARACTERS_MAX } from "@/lib/summary/review";
import type { VersionAt } from "@/lib/summary/versions";
import { Button } from "@/lib/ui/button";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { TextField } from "@/lib/ui/text-field";

/** Of a whole card so much is shown here as tells it from others. */
const SHOWN_CHARACTERS = 60;

const shortened = (text: string): string =>
  text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)} …` : text;

/** What people wrote and is not handed on: words can be added here, and all of it put back. */
export function StruckWords({ at, struck }: { at: VersionAt; struck: readonly string[] }) {
  const t = useTranslations("exports");
  const [value, setValue] = useState("");
  const { change, isSaving, hasFailed } = useReview(at);

  async function strike() {
    if (await change({ change: "strike", text: value.trim() })) setValue("");
  }

  return (
    <section aria-label={t("struckTitle")} className="flex flex-col gap-2">
      <h2 className="font-semibold text-base">{t("struckTitle")}</h2>
      <p className="text-ink-2 text-sm">{t("struckHint")}</p>
      <form
        className="flex flex-col items-start gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isSaving) void strike();
        }}
      >
        <TextField
          label={t("struckLabel")}
          maxLength={STRUCK_CHARACTERS_MAX}
          name="struck"
          onChange={setValue}
          required
          value={value}
        />
        <Button busy={isSaving} size="console" type="submit">
          {t("strike")}
        </Button>
      </form>
      <ul className="flex flex-col">
        {struck.map((text) => (
          <li className="flex items-center gap-1" key={text}>
            <PeoplesWords className="min-w-0 flex-1 break-words text-base">
              {shortened(text)}
            </PeoplesWords>
            <Button
              aria-label={t("unstrike", { text: shortened(text) })}
              className="-me-3"
              kind="quiet"
              onClick={() => void change({ change: "unstrike", text })}
              size="console"
            >
              <X aria-hidden size={18} strokeWidth={1.75} />
            </Button>
          </li>
        ))}
      </ul>
      <p className="text-base text-ochre" role="status">
        {hasFailed ? t("reviewFailed") : null}
      </p>
    </section>
  );
}
