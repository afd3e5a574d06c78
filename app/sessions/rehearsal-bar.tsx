"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { endRehearsal } from "@/app/sessions/rehearsal";
import { Button } from "@/lib/ui/button";

export interface RehearsalBarProps {
  session: string;
  /** Where to go once it is gone. */
  leavesTo: string;
}

/** Above console and summary of a rehearsal: what it is, what becomes of it, and the way out. */
export function RehearsalBar({ session, leavesTo }: RehearsalBarProps) {
  const t = useTranslations("console");
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");

  async function end() {
    setState("busy");
    const done = await endRehearsal(session).catch(() => false);
    // As a new page: what is in the browser's memory of it goes too.
    if (done) window.location.replace(leavesTo);
    else setState("failed");
  }

  return (
    <section
      aria-label={t("rehearsal")}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b bg-ochre-soft px-4 py-2 text-base text-ochre print:hidden"
    >
      <p className="min-w-0 flex-1 basis-64">
        <strong className="font-semibold">{t("rehearsal")}</strong> {t("rehearsalGoes")}
        <span role="alert">{state === "failed" ? ` ${t("rehearsalEndFailed")}` : null}</span>
      </p>
      <Button busy={state === "busy"} onClick={() => void end()} size="console">
        {t("rehearsalEnd")}
      </Button>
    </section>
  );
}
