"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import {
  PRIVATE_LINE_CHARACTERS_MAX,
  privateLineIn,
  privateSlot,
} from "@/lib/activities/private-lines";
import { useWords, useWordsText } from "@/lib/client/use-words";
import type { PrivateLine } from "@/lib/session/plan-template";
import type { PlannedActivity } from "@/lib/session/view-schema";
import { Button } from "@/lib/ui/button";
import { LockGlyph } from "@/lib/ui/drawn/drawings";
import { Covered } from "@/lib/ui/phone/covered";
import { ScoreZigzag } from "@/lib/ui/phone/score-zigzag";
import { useKept } from "@/lib/ui/phone/use-kept";

export interface PrivateLinesProps {
  planned: PlannedActivity;
  phase: string;
  /** Where phones wait, and one must look like the other whatever stands in them. */
  covered: boolean;
}

/**
 * What this phase asks for that stays on the device, of any kind of activity: nothing of it is handed in, so there
 * is nothing to press, and nobody is done or late with it.
 */
export function PrivateLines({ planned, phase, covered }: PrivateLinesProps) {
  const t = useTranslations("phone");
  const id = useId();
  const lines = planned.privateLines.filter((line) => line.phase === phase);
  if (lines.length === 0) return null;
  const fields = lines.map((line) => (
    <PrivateField activity={planned.key} key={line.key} line={line} />
  ));
  if (covered) {
    return (
      <Covered
        name={`private/${planned.key}/${phase}`}
        show={t("privateShow")}
        title={t("privateTitle")}
      >
        {fields}
      </Covered>
    );
  }
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4 border-line border-y py-4">
      <h2 className="flex items-center gap-2 text-base text-ink-2" id={id}>
        <LockGlyph className="shrink-0" />
        {t("privateHere")}
      </h2>
      {fields}
    </section>
  );
}

function PrivateField({ activity, line }: { activity: string; line: PrivateLine }) {
  const t = useTranslations("phone");
  const words = useWords();
  const textOf = useWordsText();
  const id = useId();
  const { key, phase, prompt, placeholder, input } = line;
  const own = useKept(privateLineIn(phase), activity, privateSlot(key));
  const { text } = own.content;
  const keep = (next: string) => own.keep(() => ({ prompt, text: next }));
  if (input === "number") {
    return (
      <div className="flex flex-col gap-3">
        <p className="font-semibold" id={id}>
          {words(prompt)}
        </p>
        <ScoreZigzag
          anchors={null}
          labelledBy={id}
          onChange={(score) => keep(String(score))}
          value={text === "" ? null : Number(text)}
        />
        {text === "" ? null : (
          <div className="-ms-3">
            <Button kind="quiet" onClick={() => keep("")}>
              {t("privateNoNumber")}
            </Button>
          </div>
        )}
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-1">
      <label className="font-semibold" htmlFor={id}>
        {words(prompt)}
      </label>
      <textarea
        autoComplete="off"
        className="min-h-12 w-full rounded-control border border-edge bg-surface px-3 py-2 text-lg"
        dir="auto"
        id={id}
        maxLength={PRIVATE_LINE_CHARACTERS_MAX}
        onChange={(event) => keep(event.target.value)}
        placeholder={placeholder ? textOf(placeholder) : undefined}
        rows={2}
        value={text}
      />
    </div>
  );
}
