"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { CodeInput } from "@/lib/ui/code-input";

/** The code field that leads into the session. */
export function JoinBox({ autoFocus = false, error }: { autoFocus?: boolean; error?: string }) {
  const router = useRouter();
  const [going, startTransition] = useTransition();
  return (
    <CodeInput
      autoFocus={autoFocus}
      busy={going}
      error={error}
      onCode={(code) => startTransition(() => router.push(`/j/${code}`))}
    />
  );
}
