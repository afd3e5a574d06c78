import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MailForm } from "@/app/sign-in/mail-form";
import { FormPage } from "@/lib/ui/form-page";
import { running } from "@/server/running-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("byMailTitle") };
}

/** Sign-in by a link, where e-mail can be sent. */
export default async function ByMailPage() {
  if (!running().mailed) notFound();
  const t = await getTranslations("auth");
  return (
    <FormPage lead={t("byMailLead")} title={t("byMailTitle")}>
      <MailForm purpose="signIn" />
    </FormPage>
  );
}
