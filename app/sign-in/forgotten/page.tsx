import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MailForm } from "@/app/sign-in/mail-form";
import { FormPage } from "@/lib/ui/form-page";
import { running } from "@/server/running-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("forgottenTitle") };
}

/** The way to a new password: by e-mail, else through whoever runs the server. */
export default async function ForgottenPage() {
  const t = await getTranslations("auth");
  if (running().mailed) {
    return (
      <FormPage lead={t("forgottenLead")} title={t("forgottenTitle")}>
        <MailForm purpose="reset" />
      </FormPage>
    );
  }
  return (
    <FormPage lead={t("forgottenNoMail")} title={t("forgottenTitle")}>
      <code className="break-words rounded-control bg-sunken px-4 py-3 text-base">
        {t("forgottenCommand")}
      </code>
    </FormPage>
  );
}
