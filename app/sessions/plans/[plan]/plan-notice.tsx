"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { PlanSaving } from "@/app/sessions/plans/[plan]/use-plan-saving";
import { keepAsPlan } from "@/app/sessions/plans/actions";
import { useCarryOut } from "@/app/sessions/use-carry-out";
import { usePlanWords } from "@/lib/i18n/plan-words";
import { type OwnPlan, titleOfCopy } from "@/lib/session/own-plan";
import { type PlanProblem, withinActivity } from "@/lib/session/plan-check";
import { Button } from "@/lib/ui/button";
import { SignedOutLine } from "@/lib/ui/signed-out-line";

/** What keeps this page from saving, and what can be done so that nothing is lost. */
export function PlanNotice({ plan, saving }: { plan: OwnPlan; saving: PlanSaving }) {
  const t = useTranslations("plans");
  const { state, problems, flush } = saving;
  if (state === "signedOut") {
    return (
      <Bar>
        <SignedOutLine />
        <Button onClick={() => void flush()} size="console">
          {t("again")}
        </Button>
      </Bar>
    );
  }
  if (state === "refused") {
    return (
      <Bar>
        <p>
          <Refused plan={plan} problems={problems} />
        </p>
      </Bar>
    );
  }
  if (state === "newer" || state === "gone") {
    return (
      <Bar>
        <p className="measure">{t(state)}</p>
        <KeepElsewhere plan={plan} saving={saving} />
      </Bar>
    );
  }
  return null;
}

function Bar({ children }: { children: ReactNode }) {
  return (
    <div
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b bg-ochre-soft px-4 py-2 text-base text-ochre lg:px-6"
      role="alert"
    >
      {children}
    </div>
  );
}

/** Which activities a plan can't be held with. */
function Refused({ plan, problems }: { plan: OwnPlan; problems: readonly PlanProblem[] }) {
  const t = useTranslations("plans");
  const { textOf } = usePlanWords("du");
  const places = problems.map((problem) => withinActivity(problem)?.place);
  const titles = plan.activities.flatMap(({ title }, at) =>
    places.includes(at) ? [textOf(title)] : [],
  );
  return titles.length === 0 ? t("refused") : t("refusedIn", { titles: titles.join(", ") });
}

/** Keeps what stands here as a plan of its own, or gives it up for what stands there. */
function KeepElsewhere({ plan, saving }: { plan: OwnPlan; saving: PlanSaving }) {
  const t = useTranslations("plans");
  const { carryOut, isBusy, hasFailed } = useCarryOut();
  const [isLeaving, setLeaving] = useState(false);

  function leave(go: () => void) {
    setLeaving(true);
    saving.letGo();
    go();
  }

  async function keep(): Promise<boolean> {
    const id = await keepAsPlan({ ...plan, title: titleOfCopy(plan.title) });
    if (id === null) return false;
    leave(() => window.location.assign(`/sessions/plans/${id}`));
    return true;
  }

  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button busy={isBusy || isLeaving} onClick={() => void carryOut(keep)} size="console">
        {t("keepMine")}
      </Button>
      {saving.state === "newer" ? (
        <Button kind="quiet" onClick={() => leave(() => window.location.reload())} size="console">
          {t("loadOther")}
        </Button>
      ) : null}
      {hasFailed ? <p>{t("keepFailed")}</p> : null}
    </div>
  );
}
