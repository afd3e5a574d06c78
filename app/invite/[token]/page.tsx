import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/app/account-form";
import { acceptWithProvider, createAccount } from "@/app/invite/[token]/actions";
import { OidcProblem } from "@/app/oidc-problem";
import { ProviderButton } from "@/app/provider-button";
import { ScenePath } from "@/lib/ui/drawn/drawings";
import { FormPage } from "@/lib/ui/form-page";
import { Or } from "@/lib/ui/or";
import { QuietPage } from "@/lib/ui/quiet-page";
import { running } from "@/server/running-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("inviteTitle") };
}

/** An account by invitation. The link works once and for a week. */
export default async function InvitePage({
  params,
  searchParams,
}: {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { token } = await params;
  const t = await getTranslations("auth");
  const { accounts, auth } = running();
  const invitation = await accounts.invitationFor(token);
  if (!invitation) {
    return <QuietPage scene={<ScenePath />} text={t("tokenInvalid")} title={t("inviteTitle")} />;
  }
  return (
    <FormPage lead={t("inviteLead")} title={t("inviteTitle")}>
      <p className="text-base text-ink-2">{t("inviteOne")}</p>
      <OidcProblem problem={(await searchParams).problem} />
      {auth.oidc ? (
        <>
          <div className="flex flex-col gap-1">
            <ProviderButton
              action={acceptWithProvider.bind(null, token)}
              label={t("inviteWith", { label: auth.oidc.label })}
            />
            <p className="text-base text-ink-2">{t("inviteWithHint")}</p>
          </div>
          <Or />
        </>
      ) : null}
      <AccountForm
        action={createAccount.bind(null, token)}
        fixedEmail={invitation.email}
        linkGone={t("tokenInvalid")}
        passwordMin={accounts.passwordMin}
      />
    </FormPage>
  );
}
