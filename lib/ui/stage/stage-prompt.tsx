import type { ReactNode } from "react";
import { PeoplesWords } from "@/lib/ui/peoples-words";

export interface StagePromptProps {
  prompt: ReactNode;
  /** Below it, in one line: clock and progress. */
  children?: ReactNode;
  /** Below everything, in its own lines. */
  below?: ReactNode;
  /** Said under the prompt, not as large. */
  text?: ReactNode;
  /** Beside the prompt; what is in one line otherwise then stands under it. */
  drawing?: ReactNode;
}

/** Read from ten metres, whatever stands beside it. */
const LARGE_CLOCK = "*:[[role=timer]]:font-serif *:[[role=timer]]:text-stage-prompt";

/** A lone prompt, large, with what belongs to it underneath. */
export function StagePrompt({ prompt, children, below, text, drawing }: StagePromptProps) {
  if (drawing) {
    return (
      <div className="grid flex-1 grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)] items-center gap-[calc(4*var(--u))]">
        <div className="flex flex-col gap-[calc(2.4*var(--u))]">
          <PeoplesWords
            as="p"
            className="whitespace-pre-line text-balance font-medium font-serif text-stage-prompt"
          >
            {prompt}
          </PeoplesWords>
          {text ? <div className="text-pretty text-stage-card">{text}</div> : null}
        </div>
        <StageDrawing drawing={drawing}>{children}</StageDrawing>
      </div>
    );
  }
  return (
    <div className="flex flex-1 flex-col justify-center gap-[calc(4*var(--u))]">
      {/* Sometimes it is somebody's card. */}
      <PeoplesWords
        as="p"
        className="max-w-[30ch] whitespace-pre-line text-balance font-medium font-serif text-stage-prompt"
      >
        {prompt}
      </PeoplesWords>
      {children ? (
        <div
          className={`flex flex-wrap items-baseline gap-x-[calc(6*var(--u))] text-stage-heading ${LARGE_CLOCK}`}
        >
          {children}
        </div>
      ) : null}
      {below}
    </div>
  );
}

/** What stands beside a prompt: a drawing, and under it clock and progress. */
export function StageDrawing({ drawing, children }: { drawing: ReactNode; children?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-[calc(1*var(--u))]">
      {drawing}
      <div
        className={`flex flex-wrap items-baseline justify-center gap-x-[calc(3*var(--u))] text-stage-label ${LARGE_CLOCK}`}
      >
        {children}
      </div>
    </div>
  );
}
