import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/app/account-form";
import { createAccount } from "@/app/invite/[token]/actions";
import { FormPage } from "@/lib/ui/form-page";
import { running } from "@/server/running";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("inviteTitle") };
}

/** An account by invitation. The link works once and for a week. */
export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations("auth");
  const { accounts } = running();
  const invitation = await accounts.invitationFor(token);
  if (!invitation) return <FormPage lead={t("tokenInvalid")} title={t("inviteTitle")} />;
  return (
    <FormPage lead={t("inviteLead")} title={t("inviteTitle")}>
      <AccountForm
        action={createAccount.bind(null, token)}
        fixedEmail={invitation.email}
        linkGone={t("tokenInvalid")}
        passwordMin={accounts.passwordMin}
      />
    </FormPage>
  );
}
