"use client";

import { useTranslations } from "next-intl";
import { Moment } from "@/app/sessions/moment";
import type { SessionGroup } from "@/app/sessions/side-by-side/grouped";
import { usePlanWords } from "@/lib/i18n/plan-words";
import { Button } from "@/lib/ui/button";
import { PeoplesWords } from "@/lib/ui/peoples-words";

export interface ChooserProps {
  groups: readonly SessionGroup[];
  /** Ids of those that are chosen. */
  chosen: readonly string[];
  isOpen: boolean;
}

/** Which sessions lie side by side: a form that asks for this page again, with them in its address. */
export function Chooser({ groups, chosen, isOpen }: ChooserProps) {
  const t = useTranslations("sessions");
  const { textOf } = usePlanWords("du");
  return (
    <details className="rounded-card border border-line bg-surface px-5 py-3" open={isOpen}>
      <summary className="min-h-target cursor-pointer content-center font-semibold">
        {t("sideBySideChoose")}
      </summary>
      <form className="flex flex-col gap-5 pt-2 pb-3" method="get">
        {groups.map(({ of, sessions }) => (
          <fieldset className="flex flex-col" key={sessions[0]?.id}>
            <legend className="text-base text-ink-2">{t(`sideBySideGroup.${of}`)}</legend>
            {sessions.map(({ id, name, title, openedAt }) => (
              <label
                className="flex min-h-target cursor-pointer items-center gap-3 border-line border-b py-1"
                key={id}
              >
                <input
                  className="size-5 shrink-0 accent-accent"
                  defaultChecked={chosen.includes(id)}
                  name="session"
                  type="checkbox"
                  value={id}
                />
                <span className="min-w-0">
                  <PeoplesWords as="span" className="break-words">
                    {name === "" ? (title ? textOf(title) : t("unreadableTitle")) : name}
                  </PeoplesWords>{" "}
                  <span className="text-ink-2 text-sm">
                    <Moment
                      at={openedAt}
                      say={(date) => t("openedAt", { date })}
                      withTime={false}
                    />
                  </span>
                </span>
              </label>
            ))}
          </fieldset>
        ))}
        <Button kind="primary" size="console" type="submit">
          {t("sideBySideShow")}
        </Button>
      </form>
    </details>
  );
}
