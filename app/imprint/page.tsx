import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TextPage } from "@/lib/ui/text-page";
import { running } from "@/server/running-server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { title: t("imprint") };
}

/** Leads to the operator's imprint, or says that there is none yet. */
export default async function ImprintPage() {
  const { imprint } = running().env.siteLinks;
  if (imprint) redirect(imprint);
  const t = await getTranslations();
  return (
    <TextPage title={t("common.imprint")}>
      <p>{t("pages.imprintMissing")}</p>
      <p className="text-ink-2">{t("pages.imprintHow")}</p>
    </TextPage>
  );
}
