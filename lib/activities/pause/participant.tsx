"use client";

import { useTranslations } from "next-intl";
import { BelowLines } from "@/lib/activities/pause/below-lines";
import { Closing } from "@/lib/activities/pause/closing";
import { linesOf, listsOwn } from "@/lib/activities/pause/lines";
import type { PauseRecord } from "@/lib/activities/pause/record";
import type { PauseSettings } from "@/lib/activities/pause/schema";
import { pauseScreens } from "@/lib/activities/pause/screens";
import { defineOnPhone, type PhoneProps, type Shown } from "@/lib/activities/screens-contract";
import { useWording, useWords } from "@/lib/client/use-words";
import type { Locale } from "@/lib/i18n/locale";
import { Button } from "@/lib/ui/button";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { Disclosure } from "@/lib/ui/phone/disclosure";
import { Dock } from "@/lib/ui/phone/dock";
import { RoomRing } from "@/lib/ui/phone/room-scene";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";

/** A text to read, and perhaps to agree to. The closing one hands over what is one's own. */
export function PauseScreen(props: Shown<PauseSettings, PauseRecord> & PhoneProps) {
  const { planned, phase, takeHome } = props;
  const t = useTranslations("phone");
  const words = useWords();
  const wordingOf = useWording();
  const progress = usePhaseProgress(planned.key, phase);
  const { text, acknowledge, role } = planned.settings;
  const wording = wordingOf(text);
  const { lines, note } = linesOf(wording.text);
  /** Whoever is in has agreed to the rules: they stand on the stage, and here to look up. */
  const isAgreed = role === "rules" && acknowledge === null;

  return (
    <ActivityFrame
      ballot={role === "closing"}
      own={listsOwn(planned.settings) ? null : undefined}
      hint={planned.hint ? words(planned.hint) : undefined}
      planned={planned}
      progress={progress}
      scene={isAgreed ? <RoomRing /> : undefined}
    >
      {role === "rules" ? (
        <Rules isAgreed={isAgreed} language={wording.language} lines={lines} />
      ) : (
        <div className="flex flex-col gap-3" lang={wording.language}>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      <BelowLines className="text-ink-2" language={wording.language} note={note} />
      {acknowledge && !progress.done ? (
        <Dock>
          <Button kind="primary" onClick={progress.sent} wide>
            {words(acknowledge)}
          </Button>
        </Dock>
      ) : null}
      {acknowledge && progress.done ? <p className="text-ink-2">{t("waiting")}</p> : null}
      {role === "closing" ? (
        <Closing planned={planned} progress={progress} takeHome={takeHome} />
      ) : null}
    </ActivityFrame>
  );
}

export const pauseOnPhone = defineOnPhone(pauseScreens, PauseScreen);

interface RulesProps {
  lines: readonly string[];
  language: Locale;
  isAgreed: boolean;
}

function Rules({ lines, language, isAgreed }: RulesProps) {
  const t = useTranslations("kinds.pause.phone");
  const list = (
    <ul className="flex flex-col gap-3" lang={language}>
      {lines.map((line) => (
        <li className="border-line border-s-2 ps-4" key={line}>
          {line}
        </li>
      ))}
    </ul>
  );
  return isAgreed ? <Disclosure title={t("rulesAgain")}>{list}</Disclosure> : list;
}
