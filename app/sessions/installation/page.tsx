import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireAdmin } from "@/app/sessions/facilitator";
import { HelpEditor } from "@/app/sessions/installation/help-editor";
import { ListPage } from "@/app/sessions/list-page";
import { Notice } from "@/lib/ui/notice";
import { running } from "@/server/running-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("installation"))("title") };
}

/** What holds for everybody here: whom to call, and the operator's own pages. For the admin. */
export default async function InstallationPage() {
  await requireAdmin();
  const t = await getTranslations();
  const { installation, env } = running();
  const contacts = await installation.helpContacts();
  const unchecked = contacts.filter(({ lastChecked }) => lastChecked === null).length;
  const pages = [
    { name: t("common.imprint"), variable: "IMPRINT_URL", url: env.siteLinks.imprint },
    { name: t("common.privacy"), variable: "PRIVACY_URL", url: env.siteLinks.privacy },
    {
      name: t("common.accessibility"),
      variable: "ACCESSIBILITY_URL",
      url: env.siteLinks.accessibility,
    },
  ];
  return (
    <ListPage lead={t("installation.lead")} title={t("installation.title")}>
      <div className="grid items-start gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_320px]">
        <section className="flex flex-col gap-4">
          <h2 className="font-semibold text-xl">{t("installation.help")}</h2>
          <p className="measure text-lg">{t("installation.helpLead")}</p>
          {unchecked > 0 ? (
            <Notice tone="attention">{t("installation.helpUnchecked", { n: unchecked })}</Notice>
          ) : null}
          <HelpEditor
            contacts={contacts.map(({ key, country, label, note, phone, lastChecked }) => ({
              ...{ key, country, phone },
              nameDe: label.de ?? "",
              nameEn: label.en ?? "",
              noteDe: note?.de ?? "",
              noteEn: note?.en ?? "",
              lastChecked: lastChecked ?? "",
            }))}
          />
        </section>
        <section className="flex flex-col gap-2">
          <h2 className="font-semibold text-xl">{t("installation.pages")}</h2>
          <p className="text-base text-ink-2">{t("installation.pagesLead")}</p>
          <dl className="text-lg">
            {pages.map(({ name, variable, url }) => (
              <div className="border-line border-t py-2" key={variable}>
                <dt>{name}</dt>
                <dd className="break-words text-base text-ink-2">
                  {url ?? t("installation.pageNone", { name: variable })}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </ListPage>
  );
}
