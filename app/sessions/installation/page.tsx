import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireAdmin } from "@/app/sessions/facilitator";
import { HelpEditor } from "@/app/sessions/installation/help-editor";
import { ListPage, Part } from "@/app/sessions/list-page";
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
      <Part lead={t("installation.helpLead")} title={t("installation.help")}>
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
      </Part>
      <Part lead={t("installation.pagesLead")} title={t("installation.pages")}>
        <dl className="-mt-2 divide-y divide-line">
          {pages.map(({ name, variable, url }) => (
            <div className="flex flex-wrap justify-between gap-x-4 py-2" key={variable}>
              <dt className="font-semibold text-base">{name}</dt>
              <dd className="min-w-0 break-words text-base text-ink-2">
                {url ?? t("installation.pageNone", { name: variable })}
              </dd>
            </div>
          ))}
        </dl>
      </Part>
    </ListPage>
  );
}
