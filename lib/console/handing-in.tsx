"use client";

import { useTranslations } from "next-intl";
import { AidOffer } from "@/lib/console/aid-line";
import { isBelowK } from "@/lib/console/next-step";
import type { ConsoleCommands } from "@/lib/console/use-console-commands";
import type { FacilitatorView } from "@/lib/session/facilitator-view";
import { presentOf } from "@/lib/session/present";
import { Stack } from "@/lib/ui/drawn/stack";

export interface HandingInProps {
  view: FacilitatorView;
  clockOffset: number;
  commands: ConsoleCommands;
}

/**
 * While people write, answer or vote: how many are done, as the room sees it on the stage, what is sealed, and what
 * could help. Nothing says who is done or with what.
 */
export function HandingIn({ view, clockOffset, commands }: HandingInProps) {
  const t = useTranslations("console");
  const common = useTranslations("common");
  const takes = view.activity?.about.takes ?? null;
  if (takes === null || isBelowK(view)) return null;
  const { done } = view.people;
  const { withoutPhone } = view.session;
  const total = presentOf(view.people);
  return (
    <section className="@container">
      {/* By the room that the column has: on a tablet, or at 200 %, the window says little of it. */}
      <div className="grid grid-cols-[6rem_minmax(0,1fr)] items-center gap-x-5 @lg:grid-cols-[minmax(7rem,15rem)_minmax(0,1fr)] @lg:gap-x-8 @lg:py-2">
        <Stack className="h-auto w-full" done={done} of={total} />
        <div className="flex min-w-0 flex-col gap-1">
          <p className="tabular font-medium font-serif text-2xl @lg:text-3xl">
            {t("progress", { done, total })}
            {withoutPhone === 0 ? null : `, ${common("withoutPhone", { n: withoutPhone })}`}
          </p>
          {takes === "cards" || takes === "votes" ? (
            <p className="measure text-ink-2">{t(`sealed.${takes}`)}</p>
          ) : null}
          <AidOffer clockOffset={clockOffset} commands={commands} view={view} />
        </div>
      </div>
    </section>
  );
}
