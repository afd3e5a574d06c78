"use client";

import { PenLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useReview } from "@/app/sessions/[id]/summary/use-review";
import type { SectionKey } from "@/lib/summary/blocks";
import { INTRO_CHARACTERS_MAX } from "@/lib/summary/review";
import type { VersionAt } from "@/lib/summary/versions";
import { charactersOver } from "@/lib/text";
import { Button } from "@/lib/ui/button";
import { TextArea } from "@/lib/ui/text-area";

export interface IntroEditorProps {
  at: VersionAt;
  section: SectionKey;
  /** What the section is called. */
  title: string;
  text: string;
}

/** The facilitator's own words before a section, which stand on paper once they are kept. */
export function IntroEditor({ at, section, title, text }: IntroEditorProps) {
  const t = useTranslations("exports");
  const [isOpen, setIsOpen] = useState(false);
  const [value, setValue] = useState(text);
  const { change, isSaving, hasFailed } = useReview(at);

  async function keep() {
    if (charactersOver(value, INTRO_CHARACTERS_MAX) > 0) return;
    if (await change({ change: "intro", section, text: value })) setIsOpen(false);
  }

  if (!isOpen) {
    return (
      <Button
        aria-label={t("introOf", { section: title })}
        className="-mx-3 ms-auto shrink-0 font-sans print:hidden"
        kind="quiet"
        onClick={() => setIsOpen(true)}
        size="console"
      >
        <PenLine aria-hidden size={18} strokeWidth={1.75} />
        {t("intro")}
      </Button>
    );
  }
  return (
    <div className="flex basis-full flex-col items-start gap-2 font-sans text-base print:hidden">
      <div className="w-full">
        <TextArea
          autoFocus
          label={t("introOf", { section: title })}
          maxLength={INTRO_CHARACTERS_MAX}
          onChange={setValue}
          rows={3}
          value={value}
        />
      </div>
      <Button busy={isSaving} onClick={() => void keep()} size="console">
        {t("introKeep")}
      </Button>
      <p className="text-ochre" role="status">
        {hasFailed ? t("reviewFailed") : null}
      </p>
    </div>
  );
}
