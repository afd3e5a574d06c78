import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton, ResetForm } from "@/app/link/[token]/link-forms";
import { buttonClass } from "@/lib/ui/button";
import { ScenePath } from "@/lib/ui/drawn/drawings";
import { FormPage } from "@/lib/ui/form-page";
import { QuietPage } from "@/lib/ui/quiet-page";
import { running } from "@/server/running-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("linkTitle") };
}

const TITLES = {
  signIn: "linkSignInTitle",
  reset: "linkResetTitle",
  email: "linkEmailTitle",
} as const;
const LEADS = { signIn: "linkSignInLead", reset: "linkResetLead", email: "linkEmailLead" } as const;

/**
 * What a link by e-mail opens. Opening it changes nothing, since mail scanners open every link: only
 * the button uses it up.
 */
export default async function LinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations("auth");
  const { accounts, ownAccount } = running();
  const link = await ownAccount.openLink(token);
  if (!link) {
    return (
      <QuietPage scene={<ScenePath />} text={t("linkGone")} title={t("linkTitle")}>
        <a className={buttonClass("primary", "phone")} href="/sign-in">
          {t("linkNew")}
        </a>
      </QuietPage>
    );
  }
  const { purpose, email } = link;
  return (
    <FormPage lead={t(LEADS[purpose], { email })} title={t(TITLES[purpose])}>
      {purpose === "reset" ? (
        <ResetForm passwordMin={accounts.passwordMin} token={token} />
      ) : (
        <LinkButton purpose={purpose} token={token} />
      )}
    </FormPage>
  );
}
