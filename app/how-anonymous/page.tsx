import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TextPage } from "@/lib/ui/text-page";
import { running } from "@/server/running";

const SECTIONS = ["Stored", "Seen", "Votes", "Gone"] as const;
const LIMITS = ["1", "2", "3", "4", "5"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { title: t("howAnonymous") };
}

/** The promises in plain words, and as plainly what can't be promised. */
export default async function HowAnonymousPage() {
  const t = await getTranslations();
  const { keepDays, databaseUrl } = running().env;
  return (
    <TextPage title={t("common.howAnonymous")}>
      <p>{t("pages.anonLead")}</p>
      {SECTIONS.map((section) => (
        <section className="flex flex-col gap-2" key={section}>
          <h2>{t(`pages.anon${section}Title`)}</h2>
          <p>{t(`pages.anon${section}`)}</p>
          {section === "Gone" ? (
            <>
              <p>{t("pages.anonKept", { days: keepDays })}</p>
              <p>{databaseUrl === undefined ? t("pages.anonDisk") : t("pages.anonDiskGiven")}</p>
            </>
          ) : null}
        </section>
      ))}
      <section className="flex flex-col gap-2">
        <h2>{t("pages.anonLimitsTitle")}</h2>
        <ul className="flex list-disc flex-col gap-2 ps-5 marker:text-ink-2">
          {LIMITS.map((limit) => (
            <li key={limit}>{t(`pages.anonLimit${limit}`)}</li>
          ))}
        </ul>
      </section>
      <p className="text-ink-2">{t("pages.anonSource")}</p>
    </TextPage>
  );
}
