"use client";

import { useId } from "react";
import { Button } from "@/lib/ui/button";
import { Notice } from "@/lib/ui/notice";

export interface OtherActionProps {
  action: (form: FormData) => void;
  pending: boolean;
  /** What the button says. */
  label: string;
  hint: string;
  /** Why it was not done; null where nothing went wrong. */
  problem: string | null;
}

/** In a form: something else that can be done with what is chosen there than what the form is for. */
export function OtherAction({ action, pending, label, hint, problem }: OtherActionProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-2">
      {problem === null ? null : (
        <div role="alert">
          <Notice tone="problem">{problem}</Notice>
        </div>
      )}
      <Button
        aria-describedby={id}
        busy={pending}
        formAction={action}
        kind="secondary"
        size="phone"
        type="submit"
        wide
      >
        {label}
      </Button>
      <p className="text-base text-ink-2" id={id}>
        {hint}
      </p>
    </div>
  );
}
