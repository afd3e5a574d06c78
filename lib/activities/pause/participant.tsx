"use client";

import { useTranslations } from "next-intl";
import { BelowLines } from "@/lib/activities/pause/below-lines";
import { Closing } from "@/lib/activities/pause/closing";
import { linesOf, listsOwn, stepAt } from "@/lib/activities/pause/lines";
import type { PauseRecord } from "@/lib/activities/pause/record";
import type { PauseSettings } from "@/lib/activities/pause/schema";
import { pauseScreens } from "@/lib/activities/pause/screens";
import { StepScreen } from "@/lib/activities/pause/step-screen";
import { defineOnPhone, type PhoneProps, type Shown } from "@/lib/activities/screens-contract";
import { useLiveView } from "@/lib/client/live-provider";
import { useWording, useWords } from "@/lib/client/use-words";
import type { Locale } from "@/lib/i18n/locale";
import { Button } from "@/lib/ui/button";
import { ClockTime } from "@/lib/ui/clock-time";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { Disclosure } from "@/lib/ui/phone/disclosure";
import { Dock } from "@/lib/ui/phone/dock";
import { RoomRing } from "@/lib/ui/phone/room-scene";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";
import type { Words } from "@/lib/words";

/** A step that the facilitator turned to, or one screen of text. */
export function PauseScreen(props: Props) {
  const { planned, phase } = props;
  const step = stepAt(planned.settings, phase);
  if (step) return <StepScreen phase={phase} planned={planned} step={step} />;
  const { text } = planned.settings;
  return text && <TextScreen {...props} text={text} />;
}

type Props = Shown<PauseSettings, PauseRecord> & PhoneProps;

/** A text to read, and perhaps to agree to. The closing one hands over what is one's own. */
function TextScreen(props: Props & { text: Words }) {
  const { planned, phase, takeHome, text } = props;
  const t = useTranslations("phone");
  const words = useWords();
  const wordingOf = useWording();
  const progress = usePhaseProgress(planned.key, phase);
  const { acknowledge, role } = planned.settings;
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
      {role === "break" ? <GoesOnAt /> : null}
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

/** When the room meets again, large: phones lie beside cups then. */
function GoesOnAt() {
  const t = useTranslations("kinds.pause.common");
  const endsAt = useLiveView(({ activity }) => activity?.clock?.endsAt);
  if (endsAt === null || endsAt === undefined) return null;
  return (
    <p className="font-medium font-serif text-[2.25rem] leading-tight">
      {t.rich("goesOnAt", { time: () => <ClockTime at={endsAt} /> })}
    </p>
  );
}

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
