import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { siteLinks } from "@/app/site-links";
import { TextPage } from "@/lib/ui/text-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { title: t("imprint") };
}

/** Leads to the operator's imprint, or says that there is none yet. */
export default async function ImprintPage() {
  const { imprint } = siteLinks();
  if (imprint) redirect(imprint);
  const t = await getTranslations();
  return (
    <TextPage title={t("common.imprint")}>
      <p>{t("pages.imprintMissing")}</p>
      <p className="text-ink-2">{t("pages.imprintHow")}</p>
    </TextPage>
  );
}
