"use client";

import { BelowLines } from "@/lib/activities/pause/below-lines";
import { linesOf } from "@/lib/activities/pause/lines";
import type { PauseRecord } from "@/lib/activities/pause/record";
import type { PauseSettings } from "@/lib/activities/pause/schema";
import { pauseScreens } from "@/lib/activities/pause/screens";
import { defineOnStage, type Shown, type StageProps } from "@/lib/activities/screens-contract";
import { PromptPicture } from "@/lib/ui/stage/pictures";
import { AirScene, LeaveScene } from "@/lib/ui/stage/scenes";
import { StageFrame } from "@/lib/ui/stage/stage-frame";
import { StagePrompt } from "@/lib/ui/stage/stage-prompt";

/** A calm screen: the text, line by line; a break shows its prompt and the clock. */
export function PauseStage({
  planned,
  words,
  wordingOf,
  clock,
  surroundings,
}: Shown<PauseSettings, PauseRecord> & StageProps) {
  const wording = wordingOf(planned.settings.text);
  const { lines, note } = linesOf(wording.text);
  if (planned.settings.role === "break" || lines.length === 0) {
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
