import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TextPage } from "@/lib/ui/text-page";
import { running } from "@/server/running-server";

const SECTIONS = ["Participants", "Device", "Facilitators", "Time", "Third"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { title: t("privacy") };
}

/** What the product itself stores; the operator's own notice is linked when there is one. */
export default async function PrivacyPage() {
  const t = await getTranslations();
  const { keepDays, siteLinks } = running().env;
  return (
    <TextPage title={t("common.privacy")}>
      <p className="text-ink-2">{t("pages.privacyLead")}</p>
      {SECTIONS.map((section) => (
        <section className="flex flex-col gap-2" key={section}>
          <h2>{t(`pages.privacy${section}Title`)}</h2>
          <p>{t(`pages.privacy${section}`, { days: keepDays })}</p>
        </section>
      ))}
      <p>
        {t("pages.privacyOperator")}{" "}
        {siteLinks.privacy ? (
          <a className="text-accent underline underline-offset-4" href={siteLinks.privacy}>
            {siteLinks.privacy}
          </a>
        ) : null}
      </p>
    </TextPage>
  );
}
