"use client";

import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { OWN_HELP_SLOT, ownHelp } from "@/lib/activities/roleplay/kept";
import type { RoleplayRecord } from "@/lib/activities/roleplay/record";
import type { RoleplaySettings } from "@/lib/activities/roleplay/schema";
import type { Shown } from "@/lib/activities/screens-contract";
import { useWords } from "@/lib/client/use-words";
import { Button } from "@/lib/ui/button";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { Dock } from "@/lib/ui/phone/dock";
import { useKept } from "@/lib/ui/phone/use-kept";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";
import { Waiting } from "@/lib/ui/phone/waiting";
import { ShortReceipt } from "@/lib/ui/receipt";

/** What would help with a matter of one's own: one of a few, and the room only learns how often each was chosen. */
export function HelpScreen({ planned, phase }: Shown<RoleplaySettings, RoleplayRecord>) {
  const t = useTranslations("kinds.roleplay.phone");
  const words = useWords();
  const progress = usePhaseProgress(planned.key, phase);
  const { content, change, handIn } = useKept(ownHelp, planned.key, OWN_HELP_SLOT);
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLFieldSetElement>(null);
  const name = useId();
  const { source } = planned.settings;
  const { help } = content;
  if (progress.waiting) return <Waiting planned={planned} progress={progress} />;

  function send() {
    setMissing(help === null);
    if (help === null) return field.current?.querySelector("input")?.focus();
    handIn((latest) => ({
      content: latest,
      command: { type: "pickHelp", ...{ help: latest.help ?? help } },
    }));
    progress.sent();
  }

  return (
    <ActivityFrame
      ballot
      hint={planned.hint ? words(planned.hint) : undefined}
      planned={planned}
      progress={progress}
    >
      <fieldset className="flex min-w-0 flex-col gap-2" ref={field}>
        <legend className="mb-1 text-base text-ink-2">{t("helpLabel")}</legend>
        {(source.from === "own" ? source.help : []).map(({ key, label }) => (
          <label
            className="flex min-h-12 cursor-pointer items-center gap-3 rounded-card border border-edge bg-surface px-4 py-2.5 has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:outline-3 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
            key={key}
          >
            <input
              checked={help === key}
              className="size-5 shrink-0 accent-accent outline-none"
              name={name}
              onChange={() => change(() => ({ help: key }))}
              type="radio"
            />
            <span>{words(label)}</span>
          </label>
        ))}
        <p className="text-base text-brick empty:hidden" role="status">
          {isMissing && help === null ? t("helpMissing") : null}
        </p>
      </fieldset>
      <Dock>
        <ShortReceipt about="votes" />
        <Button kind={help === null ? "unready" : "primary"} onClick={send} wide>
          {t("helpSend")}
        </Button>
      </Dock>
    </ActivityFrame>
  );
}
