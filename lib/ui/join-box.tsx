"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { CodeInput, type CodeInputProps } from "@/lib/ui/code-input";

/** The code field that leads into the session. */
export function JoinBox({
  autoFocus = false,
  error,
  initial,
}: Pick<CodeInputProps, "autoFocus" | "error" | "initial">) {
  const router = useRouter();
  const [going, startTransition] = useTransition();
  return (
    <CodeInput
      autoFocus={autoFocus}
      busy={going}
      error={error}
      initial={initial}
      onCode={(code) => {
        const way = `/j/${code}`;
        // The same code once more: it may be open by now.
        if (location.pathname === way) location.reload();
        else startTransition(() => router.push(way));
      }}
    />
  );
}
