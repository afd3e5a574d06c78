"use client";

import { useTranslations } from "next-intl";
import { useLiveView } from "@/lib/client/live-provider";
import { Button } from "@/lib/ui/button";
import { useDevice } from "@/lib/ui/phone/device-provider";
import { HelpContacts } from "@/lib/ui/phone/help-contacts";

/**
 * Whom to call, shown to every phone when the facilitator asks for it (P72): everybody gets the same,
 * so nobody is singled out. Stays until it is put away, and comes once each time it is asked for.
 */
export function ShownHelp() {
  const t = useTranslations("help");
  const { record, change } = useDevice();
  const shown = useLiveView(({ session }) => session.helpShown) ?? 0;
  const isNew = shown > record.helpSeen;
  return (
    <>
      <p className="sr-only" role="status">
        {isNew ? t("forEveryone") : null}
      </p>
      {isNew ? (
        <section className="flex flex-col items-start gap-3 rounded-card border border-line bg-surface px-4 py-4">
          <h2 className="font-semibold">{t("forEveryone")}</h2>
          <div className="w-full">
            <HelpContacts />
          </div>
          <Button onClick={() => change((before) => ({ ...before, helpSeen: shown }))}>
            {t("putAway")}
          </Button>
        </section>
      ) : null}
    </>
  );
}
