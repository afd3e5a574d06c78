import type { Metadata } from "next";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { AnswerForm } from "@/app/follow-up/[token]/answer-form";
import { dateFormat } from "@/lib/i18n/dates";
import { sentMessages } from "@/lib/i18n/messages";
import { MoreMessages } from "@/lib/i18n/more-messages";
import { FOLLOW_UP_ANSWERS_MAX, FOLLOW_UP_K } from "@/lib/session/follow-up";
import { ScenePath } from "@/lib/ui/drawn/drawings";
import { FormPage } from "@/lib/ui/form-page";
import { QuietPage } from "@/lib/ui/quiet-page";
import { running } from "@/server/running-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("followUp"))("title") };
}

/** Asks what became of a plan, of whoever has the link: without an account, and counted without a name. */
export default async function FollowUpPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [found, t, locale, messages] = await Promise.all([
    running().sessions.findFollowUp(token),
    getTranslations("followUp"),
    getLocale(),
    getMessages(),
  ]);
  if (!found) return <QuietPage scene={<ScenePath />} text={t("gone")} title={t("goneTitle")} />;
  const day = dateFormat(locale, { dateStyle: "long" }).format(found.closesAt);
  return (
    <MoreMessages messages={sentMessages(messages).ofFollowUps}>
      <FormPage lead={t("lead")} title={t("question")}>
        <AnswerForm token={token} />
        <p className="text-base text-ink-2">
          {t("receipt", { day, k: FOLLOW_UP_K, max: FOLLOW_UP_ANSWERS_MAX })}
        </p>
      </FormPage>
    </MoreMessages>
  );
}
