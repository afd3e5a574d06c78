"use client";

import { MessageCircleQuestion } from "lucide-react";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { FreshLink } from "@/app/fresh-link";
import { openFollowUp, withdrawFollowUp } from "@/app/sessions/[id]/summary/actions";
import { useChange } from "@/app/sessions/[id]/summary/use-change";
import { dateFormat } from "@/lib/i18n/dates";
import {
  FOLLOW_UP_DAYS,
  FOLLOW_UP_DAYS_DEFAULT,
  FOLLOW_UP_K,
  type FollowUpResult,
} from "@/lib/session/follow-up";
import { ArmButton } from "@/lib/ui/arm-button";
import { Button } from "@/lib/ui/button";
import { NativeDialog } from "@/lib/ui/native-dialog";
import { Segments } from "@/lib/ui/segments";

export interface FollowUpProps {
  session: string;
  /** Null where nobody was asked. */
  followUp: { closesAt: Date; result: FollowUpResult | null } | null;
}

/** Asks what became of everybody's plan, and says what was answered once that was counted. */
export function FollowUp({ session, followUp }: FollowUpProps) {
  const t = useTranslations("followUp");
  const [isOpen, setIsOpen] = useState(false);
  const [fresh, setFresh] = useState<string | null>(null);
  return (
    <>
      <Button onClick={() => setIsOpen(true)} size="console">
        <MessageCircleQuestion aria-hidden size={20} strokeWidth={1.75} />
        {t("ask")}
      </Button>
      <NativeDialog
        onClose={() => {
          setIsOpen(false);
          setFresh(null);
        }}
        open={isOpen}
        title={t("question")}
      >
        {followUp === null ? (
          <Asking onMade={setFresh} session={session} />
        ) : followUp.result === null ? (
          <Waiting closesAt={followUp.closesAt} fresh={fresh} session={session} />
        ) : (
          <Result result={followUp.result} />
        )}
      </NativeDialog>
    </>
  );
}

function Asking({ session, onMade }: { session: string; onMade(link: string): void }) {
  const t = useTranslations("followUp");
  const { change, isBusy, hasFailed } = useChange();

  function make(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const chosen = Number(new FormData(event.currentTarget).get("days"));
    const days = FOLLOW_UP_DAYS.find((each) => each === chosen) ?? FOLLOW_UP_DAYS_DEFAULT;
    void change(async () => {
      const link = await openFollowUp(session, days);
      if (link !== null) onMade(link);
      return link !== null;
    });
  }

  return (
    <>
      <p className="text-base">{t("askText", { k: FOLLOW_UP_K })}</p>
      <form className="flex flex-col items-start gap-3" onSubmit={make}>
        <Segments
          initial={String(FOLLOW_UP_DAYS_DEFAULT)}
          legend={t("days")}
          name="days"
          options={FOLLOW_UP_DAYS.map((days) => ({
            value: String(days),
            label: t("daysOf", { weeks: days / 7 }),
          }))}
        />
        <Button busy={isBusy} kind="primary" size="console" type="submit">
          {t("make")}
        </Button>
      </form>
      <p className="text-base text-brick empty:hidden" role="alert">
        {hasFailed ? t("makeFailed") : null}
      </p>
    </>
  );
}

function Waiting({
  session,
  closesAt,
  fresh,
}: {
  session: string;
  closesAt: Date;
  /** The link, where it was made just now. */
  fresh: string | null;
}) {
  const t = useTranslations("followUp");
  const format = dateFormat(useLocale(), { dateStyle: "long", timeZone: useTimeZone() });
  const { change, isBusy, hasFailed } = useChange();
  return (
    <>
      <p className="text-base">{t("waiting", { day: format.format(closesAt), k: FOLLOW_UP_K })}</p>
      {fresh === null ? null : (
        <FreshLink hint={t("once")} label={t("link")} link={fresh} qr={t("qr")} />
      )}
      <div>
        <ArmButton
          again={t("withdrawAgain")}
          disabled={isBusy}
          kind="secondary"
          onConfirm={() => void change(() => withdrawFollowUp(session))}
        >
          {t("withdraw")}
        </ArmButton>
      </div>
      <p className="text-base text-brick empty:hidden" role="alert">
        {hasFailed ? t("makeFailed") : null}
      </p>
    </>
  );
}

/** What was answered, as far as it may be told. */
function Result({ result: { answers, shown, other } }: { result: FollowUpResult }) {
  const t = useTranslations("followUp");
  if (answers === null) return <p className="text-base">{t("tooFew", { k: FOLLOW_UP_K })}</p>;
  return (
    <div className="flex flex-col gap-2 text-base">
      <p>{t("counted", { n: answers })}</p>
      <ul className="flex flex-col gap-1">
        {shown.map(({ answer, count }) => (
          <li key={answer}>
            <strong className="tabular">{count}</strong> {t(`answers.${answer}`)}
          </li>
        ))}
        {other === 0 ? null : (
          <li>
            <strong className="tabular">{other}</strong> {t(shown.length > 0 ? "other" : "apart")}
          </li>
        )}
      </ul>
      <p className="text-ink-2 text-sm">{t("limits")}</p>
    </div>
  );
}
