import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/app/account-form";
import { createAccount } from "@/app/setup/[token]/actions";
import { ScenePath } from "@/lib/ui/drawn/drawings";
import { FormPage } from "@/lib/ui/form-page";
import { QuietPage } from "@/lib/ui/quiet-page";
import { running } from "@/server/running-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("setupTitle") };
}

/** The first account. The link is in the terminal and works once. */
export default async function SetupPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const t = await getTranslations("auth");
  const { accounts } = running();
  if (!(await accounts.setupTokenWorks(token))) {
    return <QuietPage scene={<ScenePath />} text={t("setupInvalid")} title={t("setupTitle")} />;
  }
  return (
    <FormPage lead={t("setupLead")} title={t("setupTitle")}>
      <AccountForm
        action={createAccount.bind(null, token)}
        linkGone={t("setupInvalid")}
        passwordMin={accounts.passwordMin}
      />
    </FormPage>
  );
}
