import type { ReactNode } from "react";
import { PeoplesWords } from "@/lib/ui/peoples-words";

export interface StagePromptProps {
  prompt: ReactNode;
  /** Below it, in one line: clock and progress. */
  children?: ReactNode;
  /** Below everything, in its own lines. */
  below?: ReactNode;
  /** Beside the prompt; what is in one line otherwise then stands under it. */
  drawing?: ReactNode;
}

/** A lone prompt, large, with what belongs to it underneath. */
export function StagePrompt({ prompt, children, below, drawing }: StagePromptProps) {
  if (drawing) {
    return (
      <div className="grid flex-1 grid-cols-[1.25fr_1fr] items-center gap-[calc(4*var(--u))]">
        <PeoplesWords
          as="p"
          className="whitespace-pre-line text-balance font-medium font-serif text-stage-prompt"
        >
          {prompt}
        </PeoplesWords>
        <div className="flex flex-col items-center gap-[calc(1*var(--u))]">
          {drawing}
          <div className="flex flex-wrap items-baseline justify-center gap-x-[calc(3*var(--u))] text-stage-label *:[[role=timer]]:font-serif *:[[role=timer]]:text-stage-prompt">
            {children}
          </div>
        </div>
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
        <div className="flex flex-wrap items-baseline gap-x-[calc(6*var(--u))] text-stage-heading">
          {children}
        </div>
      ) : null}
      {below}
    </div>
  );
}
