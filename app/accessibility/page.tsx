import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TextPage } from "@/lib/ui/text-page";
import { running } from "@/server/running-server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { title: t("accessibility") };
}

/** Leads to the operator's own statement, or says what the product itself does. */
export default async function AccessibilityPage() {
  const { accessibility } = running().env.siteLinks;
  if (accessibility) redirect(accessibility);
  const t = await getTranslations();
  return (
    <TextPage title={t("common.accessibility")}>
      <p>{t("pages.accessibilityLead")}</p>
      <p>{t("pages.accessibilityDone")}</p>
      <p>{t("pages.accessibilityPdf")}</p>
      <p>{t("pages.accessibilityContact")}</p>
      <p className="text-ink-2">{t("pages.accessibilityHow")}</p>
    </TextPage>
  );
}
