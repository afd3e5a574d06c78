"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { MinuteStrip } from "@/app/sessions/minute-strip";
import { Moment } from "@/app/sessions/moment";
import { NameDialog } from "@/app/sessions/name-dialog";
import { copyPlan, deletePlan, renamePlan } from "@/app/sessions/plans/actions";
import { TemplateGlyph } from "@/app/sessions/template-glyph";
import { useCarryOut } from "@/app/sessions/use-carry-out";
import { WorkshopLength } from "@/app/sessions/workshop-length";
import { isolated } from "@/lib/i18n/isolated";
import { usePlanWords } from "@/lib/i18n/plan-words";
import { PLAN_NAME_CHARACTERS_MAX, type PlanAtAGlance } from "@/lib/session/own-plan";
import { Button, buttonClass } from "@/lib/ui/button";
import { Menu, type MenuEntry } from "@/lib/ui/menu";
import { NativeDialog } from "@/lib/ui/native-dialog";
import type { DialogState } from "@/lib/ui/opened";
import { SecondPress } from "@/lib/ui/second-press";

export interface ListedPlan {
  id: string;
  /** ms since 1970. */
  changedAt: number;
  /** Null where this release can't read it. */
  plan: PlanAtAGlance | null;
}

/** Plans of one's own: how each divides its minutes, and the ways to preparing and opening it. */
export function PlanList({ plans }: { plans: readonly ListedPlan[] }) {
  return (
    <ul className="divide-y divide-line border-line border-y">
      {plans.map((plan) => (
        <PlanRow key={plan.id} listed={plan} />
      ))}
    </ul>
  );
}

function PlanRow({ listed: { id, plan, changedAt } }: { listed: ListedPlan }) {
  const t = useTranslations("plans");
  const sessions = useTranslations("sessions");
  const { textOf } = usePlanWords("du");
  const name = plan ? textOf(plan.title) : t("unreadable");
  return (
    <li className="grid grid-cols-[2.25rem_minmax(0,1fr)] items-center gap-x-4 gap-y-2 py-3 lg:grid-cols-[2.25rem_minmax(0,1fr)_minmax(0,20rem)_auto]">
      <TemplateGlyph
        className="size-9! stroke-[1.35] text-accent max-lg:self-start"
        id={plan?.templateId ?? ""}
      />
      <div className="min-w-0">
        <p className="break-words font-medium font-serif text-xl" dir="auto">
          {name}
        </p>
        <p className="text-ink-2 text-sm">
          <Moment at={changedAt} say={(date) => t("changedAt", { date })} />
        </p>
      </div>
      <div className="flex min-w-0 flex-col gap-1 max-lg:col-start-2">
        {plan ? (
          <>
            <MinuteStrip minutes={plan.minutes} />
            <WorkshopLength buffer={plan.buffer} minutes={plan.minutes} />
          </>
        ) : (
          <p className="text-base text-ink-2">{t("unreadableLead")}</p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2 max-lg:col-span-2 sm:max-lg:col-span-1 sm:max-lg:col-start-2">
        {plan ? (
          <>
            <a
              aria-label={t("editOf", { name: isolated(name) })}
              className={buttonClass("secondary", "console")}
              href={`/sessions/plans/${id}`}
            >
              {t("edit")}
            </a>
            <a
              aria-label={t("openOf", { name: isolated(name) })}
              className={buttonClass("secondary", "console")}
              href={`/sessions/new/${id}`}
            >
              {sessions("open")}
            </a>
          </>
        ) : null}
        <RowMenu id={id} isReadable={plan !== null} name={name} />
      </div>
    </li>
  );
}

/** What is rarely done with a plan: another name, one more like it, deleting. */
function RowMenu({ id, name, isReadable }: { id: string; name: string; isReadable: boolean }) {
  const t = useTranslations("plans");
  const sessions = useTranslations("sessions");
  const router = useRouter();
  const [open, setOpen] = useState<"rename" | "delete" | null>(null);
  const { carryOut, hasFailed } = useCarryOut();
  const close = () => setOpen(null);

  async function copy() {
    if (await carryOut(() => copyPlan(id))) router.refresh();
  }
  const whereReadable: MenuEntry[] = [
    { id: "copy", label: t("copy"), onAction: () => void copy() },
    { id: "rename", label: sessions("renameAsk"), onAction: () => setOpen("rename") },
  ];
  return (
    <>
      <Menu
        entries={[
          ...(isReadable ? whereReadable : []),
          {
            id: "delete",
            label: sessions("deleteAsk"),
            irreversible: true,
            onAction: () => setOpen("delete"),
          },
        ]}
        isQuiet
        label={sessions("more")}
        name={sessions("moreOf", { title: isolated(name) })}
      />
      <p className="text-base text-brick empty:hidden" role="alert">
        {hasFailed ? t("copyFailed") : null}
      </p>
      <NameDialog
        button={sessions("rename")}
        field={{
          label: t("name"),
          hint: t("nameHint"),
          maxLength: PLAN_NAME_CHARACTERS_MAX,
          required: true,
        }}
        initial={name}
        onClose={close}
        onNamed={async (entered) => {
          const isDone = await renamePlan(id, entered);
          if (isDone) router.refresh();
          return isDone;
        }}
        open={open === "rename"}
        problem={sessions("renameFailed")}
        title={t("renameTitle")}
      />
      <DeleteDialog id={id} name={name} onClose={close} open={open === "delete"} />
    </>
  );
}

function DeleteDialog({ id, name, open, onClose }: DialogState & { id: string; name: string }) {
  const t = useTranslations("plans");
  const common = useTranslations("common");
  const router = useRouter();
  const { carryOut, hasFailed } = useCarryOut();

  async function remove() {
    if (!(await carryOut(() => deletePlan(id)))) return;
    onClose();
    router.refresh();
  }

  return (
    <NativeDialog
      actions={
        <>
          <SecondPress asked={open} kind="primary" onConfirm={() => void remove()} size="console">
            {t("delete")}
          </SecondPress>
          <Button kind="quiet" onClick={onClose} size="console">
            {common("cancel")}
          </Button>
        </>
      }
      onClose={onClose}
      open={open}
      title={t("deleteTitle", { name: isolated(name) })}
    >
      <p>{t("deleteText")}</p>
      <p className="text-base text-brick empty:hidden" role="alert">
        {hasFailed ? t("deleteFailed") : null}
      </p>
    </NativeDialog>
  );
}
