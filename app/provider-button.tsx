"use client";

import { useFormStatus } from "react-dom";
import { Button } from "@/lib/ui/button";

export interface ProviderButtonProps {
  /** Sends the browser to the organisation's sign-in. */
  action: (form: FormData) => Promise<void>;
  label: string;
  next?: string;
}

/** The way to the organisation's sign-in. */
export function ProviderButton({ action, label, next = "" }: ProviderButtonProps) {
  return (
    // A function of ours, not the action itself: a form that is sent before the scripts are here
    // would be redirected to the provider, which `form-action` of our policy forbids.
    <form action={(form) => action(form)}>
      <input name="next" type="hidden" value={next} />
      <Submit label={label} />
    </form>
  );
}

function Submit({ label }: { label: string }) {
  const { pending } = useFormStatus();
  return (
    <Button busy={pending} type="submit" wide>
      {label}
    </Button>
  );
}
