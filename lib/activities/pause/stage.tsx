"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BelowLines } from "@/lib/activities/pause/below-lines";
import { BreathPacer } from "@/lib/activities/pause/breath-pacer";
import { linesOf, stepAt } from "@/lib/activities/pause/lines";
import type { PauseRecord } from "@/lib/activities/pause/record";
import type { PauseSettings, PauseStep } from "@/lib/activities/pause/schema";
import { pauseScreens } from "@/lib/activities/pause/screens";
import { defineOnStage, type Shown, type StageProps } from "@/lib/activities/screens-contract";
import { PromptPicture } from "@/lib/ui/stage/pictures";
import { AirScene, LeaveScene, TalkScene, WayScene } from "@/lib/ui/stage/scenes";
import { StageFrame } from "@/lib/ui/stage/stage-frame";
import { StagePrompt } from "@/lib/ui/stage/stage-prompt";
import { textKey, type Words } from "@/lib/words";

type Props = Shown<PauseSettings, PauseRecord> & StageProps;

/** A calm screen: a step, or a text line by line; a break says when it goes on. */
export function PauseStage(props: Props) {
  const { planned, phase } = props;
  const step = stepAt(planned.settings, phase);
  if (step) return <Step {...props} step={step} />;
  const { text, role } = planned.settings;
  if (text === null) return null;
  return role === "break" ? <Break {...props} text={text} /> : <Lines {...props} text={text} />;
}

/** One step, as large as a prompt; the first one with what the whole pause asks. */
function Step({ planned, step, words, clock, surroundings }: Props & { step: PauseStep }) {
  const { steps, breath } = planned.settings;
  const first = step === steps[0] ? <p>{words(planned.prompt)}</p> : null;
  const starters =
    step.starters.length > 0 ? (
      <ul className="flex flex-col gap-[calc(0.8*var(--u))]">
        {step.starters.map((starter) => (
          <li key={textKey(starter)}>{words(starter)}</li>
        ))}
      </ul>
    ) : null;
  return (
    <StageFrame {...surroundings}>
      <StagePrompt
        drawing={step.key === "quiet" && breath ? <Breath /> : SCENES[step.key]}
        // Several sentences: at a prompt's size they would leave the picture.
        prompt={<span className="block text-stage-heading">{words(step.text)}</span>}
        text={first ?? starters}
      >
        {clock}
      </StagePrompt>
    </StageFrame>
  );
}

const SCENES: Readonly<Record<PauseStep["key"], ReactNode>> = {
  picture: <AirScene />,
  quiet: <AirScene />,
  move: <WayScene />,
  exchange: <TalkScene />,
  year: <WayScene />,
};

function Breath() {
  const t = useTranslations("kinds.pause.common");
  return (
    <BreathPacer className="w-[calc(24*var(--u))]" still={<AirScene />}>
      {t("breathe")}
    </BreathPacer>
  );
}

/** Read from the door: when the room meets again. */
function Break({ planned, text, words, wordingOf, clock, goesOnAt, surroundings }: TextProps) {
  const t = useTranslations("kinds.pause.common");
  const wording = wordingOf(text);
  const { lines, note } = linesOf(wording.text);
  return (
    <StageFrame {...surroundings}>
      <StagePrompt
        drawing={<AirScene />}
        prompt={goesOnAt ? t.rich("goesOnAt", { time: () => goesOnAt }) : words(planned.prompt)}
        text={
          <>
            {goesOnAt ? <p>{words(planned.prompt)}</p> : null}
            {lines.map((line) => (
              <p key={line} lang={wording.language}>
                {line}
              </p>
            ))}
            <BelowLines className="text-ink-2" language={wording.language} note={note} />
          </>
        }
      >
        {clock}
      </StagePrompt>
    </StageFrame>
  );
}

type TextProps = Props & { text: Words };

function Lines({ planned, text: said, words, wordingOf, clock, surroundings }: TextProps) {
  const wording = wordingOf(said);
  const { lines, note } = linesOf(wording.text);
  if (lines.length === 0) {
    return (
      <PromptPicture
        drawing={<AirScene />}
        prompt={words(planned.prompt)}
        surroundings={surroundings}
      >
        {clock}
      </PromptPicture>
    );
  }
  const text = (
    <div className="flex flex-col gap-[calc(1.6*var(--u))] text-pretty text-stage-card">
      <ul className="flex flex-col gap-[calc(1.6*var(--u))]" lang={wording.language}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <BelowLines className="text-ink-2" language={wording.language} note={note} />
    </div>
  );
  if (planned.settings.role === "closing") {
    return (
      <StageFrame {...surroundings}>
        <StagePrompt drawing={<LeaveScene />} prompt={words(planned.prompt)} text={text}>
          {clock}
        </StagePrompt>
      </StageFrame>
    );
  }
  return (
    <StageFrame {...surroundings} corner={clock} heading={words(planned.prompt)}>
      <div className="flex flex-1 flex-col justify-center">{text}</div>
    </StageFrame>
  );
}

export const pauseOnStage = defineOnStage(pauseScreens, PauseStage);
