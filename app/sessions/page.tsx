import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { FreshOnReturn } from "@/app/sessions/fresh-on-return";
import { SessionList } from "@/app/sessions/session-list";
import { TemplateCard } from "@/app/sessions/template-card";
import { running } from "@/server/running-server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sessions");
  return { title: t("title") };
}

/** My sessions, and the templates that new ones come from. */
export default async function SessionsPage() {
  const { userId } = await requireFacilitator();
  const { sessions, env } = running();
  const [own, t] = await Promise.all([sessions.list(userId), getTranslations("sessions")]);
  return (
    <main className="mx-auto flex w-full max-w-[1040px] flex-col gap-10 px-5 py-8">
      <FreshOnReturn />
      <div className="flex flex-col gap-1">
        <h1 className="font-medium font-serif text-3xl">{t("title")}</h1>
        <p className="text-ink-2">{t("lead")}</p>
      </div>
      <section aria-labelledby="sessions" className="flex flex-col gap-3">
        <h2 className="font-semibold text-lg" id="sessions">
          {t("listTitle")}
        </h2>
        {own.length === 0 ? (
          <p className="text-ink-2">{t("none")}</p>
        ) : (
          <SessionList
            isEmbedded={env.databaseUrl === undefined}
            sessions={own.map((session) => ({
              ...session,
              openedAt: session.openedAt.getTime(),
              endsByItselfAt: session.endsByItselfAt?.getTime() ?? null,
              rawDataGoAt: session.rawDataGoAt?.getTime() ?? null,
            }))}
          />
        )}
      </section>
      <section aria-labelledby="templates" className="flex flex-col gap-3">
        <div>
          <h2 className="font-semibold text-lg" id="templates">
            {t("templates")}
          </h2>
          <p className="text-ink-2">{t("templatesLead")}</p>
        </div>
        <div className="grid gap-4 lg:grid-cols-[minmax(0,720px)]">
          {sessions.templates.map(({ id, title, purpose, minutes, activities }) => (
            <TemplateCard
              key={id}
              template={{
                id,
                title,
                purpose,
                minutes,
                agenda: activities.map((activity) => ({
                  key: activity.key,
                  title: activity.title,
                  minutes: activity.minutes,
                  sizes: activity.sizes.map((size) => size.minutes),
                  contentNote: activity.contentNote,
                  optOut: activity.optOut,
                  evidence: activity.evidence,
                })),
              }}
            />
          ))}
        </div>
      </section>
    </main>
  );
}
