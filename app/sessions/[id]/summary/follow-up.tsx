"use client";

import { MessageCircleQuestion } from "lucide-react";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { FreshLink } from "@/app/fresh-link";
import { openFollowUp, withdrawFollowUp } from "@/app/sessions/[id]/summary/actions";
import { ChangeFailed, LinkDialog, MakeLink } from "@/app/sessions/[id]/summary/link-dialog";
import { useChange } from "@/app/sessions/[id]/summary/use-change";
import { dateFormat } from "@/lib/i18n/dates";
import {
  FOLLOW_UP_ANSWERS_MAX,
  FOLLOW_UP_DAYS,
  FOLLOW_UP_DAYS_DEFAULT,
  FOLLOW_UP_K,
  type FollowUpResult,
} from "@/lib/session/follow-up";
import { ArmButton } from "@/lib/ui/arm-button";

export interface FollowUpProps {
  session: string;
  /** Null where nobody was asked. */
  followUp: { closesAt: Date; result: FollowUpResult | null } | null;
}

/** Asks what became of everybody's plan, and says what was answered once that was counted. */
export function FollowUp({ session, followUp }: FollowUpProps) {
  const t = useTranslations("followUp");
  return (
    <LinkDialog
      icon={<MessageCircleQuestion aria-hidden size={20} strokeWidth={1.75} />}
      label={t("ask")}
      title={t("question")}
    >
      {(fresh, onMade) =>
        followUp === null ? (
          <>
            <p className="text-base">{t("askText", { k: FOLLOW_UP_K })}</p>
            <MakeLink
              days={FOLLOW_UP_DAYS}
              failed={t("makeFailed")}
              initial={FOLLOW_UP_DAYS_DEFAULT}
              label={t("make")}
              labelOf={(days) => t("daysOf", { weeks: days / 7 })}
              legend={t("days")}
              make={(days) => openFollowUp(session, days)}
              onMade={onMade}
            />
          </>
        ) : followUp.result === null ? (
          <Waiting closesAt={followUp.closesAt} fresh={fresh} session={session} />
        ) : (
          <Result result={followUp.result} />
        )
      }
    </LinkDialog>
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
      <ChangeFailed>{hasFailed ? t("makeFailed") : null}</ChangeFailed>
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
      <p className="text-ink-2 text-sm">{t("limits", { max: FOLLOW_UP_ANSWERS_MAX })}</p>
    </div>
  );
}
