import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { FreshOnReturn } from "@/app/sessions/fresh-on-return";
import { inOrder } from "@/app/sessions/in-order";
import { PlanList } from "@/app/sessions/plans/plan-list";
import { SessionList } from "@/app/sessions/session-list";
import { TemplateCard } from "@/app/sessions/template-card";
import { SIDE_BY_SIDE_MIN } from "@/lib/summary/side-by-side";
import { buttonClass } from "@/lib/ui/button";
import { PlusGlyph } from "@/lib/ui/drawn/drawings";
import { Ring } from "@/lib/ui/drawn/ring";
import { workshops } from "@/lib/workshops/registry";
import { running } from "@/server/running-server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sessions");
  return { title: t("title") };
}

/** My sessions, and what new ones come from: plans of one's own, and ready-made ones. */
export default async function SessionsPage() {
  const { userId } = await requireFacilitator();
  const { sessions, plans, env } = running();
  const [own, ownPlans, t] = await Promise.all([
    sessions.list(userId),
    plans.list(userId),
    getTranslations("sessions"),
  ]);
  const ofPlans = await getTranslations("plans");
  return (
    <main className="site-width flex flex-1 flex-col gap-8 py-5 md:pb-10">
      <FreshOnReturn />
      <section aria-labelledby="sessions" className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h1 className="font-medium font-serif text-3xl" id="sessions">
            {t("title")}
          </h1>
          {own.length === 0 ? null : (
            <a className={buttonClass("primary", "phone")} href="#templates">
              <PlusGlyph className="size-5" />
              {t("fromTemplate")}
            </a>
          )}
        </div>
        {own.length === 0 ? (
          <NoSessions />
        ) : (
          <SessionList
            isEmbedded={env.databaseUrl === undefined}
            sessions={inOrder(
              own.map((session) => ({
                ...session,
                openedAt: session.openedAt.getTime(),
                endsByItselfAt: session.endsByItselfAt?.getTime() ?? null,
                rawDataGoAt: session.rawDataGoAt?.getTime() ?? null,
              })),
            )}
          />
        )}
        {own.filter(({ status }) => status === "finished").length < SIDE_BY_SIDE_MIN ? null : (
          <p>
            <a className={buttonClass("quiet", "console")} href="/sessions/side-by-side">
              {t("sideBySideOpen")}
            </a>
          </p>
        )}
      </section>
      {ownPlans.length === 0 ? null : (
        <section aria-labelledby="plans" className="flex flex-col gap-3">
          <h2 className="scroll-mt-4 font-medium font-serif text-xl" id="plans">
            {ofPlans("own")}
          </h2>
          <PlanList
            plans={ownPlans.map((each) => ({ ...each, changedAt: each.changedAt.getTime() }))}
          />
        </section>
      )}
      <section aria-labelledby="templates" className="flex flex-col gap-3">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h2 className="scroll-mt-4 font-medium font-serif text-xl" id="templates">
            {t("templates")}
          </h2>
          <p className="text-base text-ink-2">{t("templatesLead")}</p>
        </div>
        <ul className="grid gap-3.5 sm:grid-cols-2 lg:grid-cols-3">
          {workshops.map(({ id, title, purpose, activities, buffer }) => (
            <TemplateCard
              buffer={buffer}
              id={id}
              key={id}
              minutes={activities.map(({ minutes }) => minutes)}
              purpose={purpose}
              title={title}
            />
          ))}
        </ul>
        <p>
          <a className={`${buttonClass("secondary", "phone")}`} href="/sessions/activities">
            {t("toActivities")}
          </a>
        </p>
      </section>
    </main>
  );
}

/** Taken ones around the table, as many as make a circle; they count nobody. */
const CHAIRS = 7;

/** What will stand here, and the one thing to do. */
async function NoSessions() {
  const t = await getTranslations("sessions");
  return (
    <div className="flex flex-col items-start gap-4 border-line border-y py-6 sm:flex-row sm:items-center sm:gap-8">
      <Ring className="w-[240px] shrink-0" joined={CHAIRS} />
      <div className="flex flex-col items-start gap-4">
        <div className="flex flex-col gap-1">
          <p className="font-medium font-serif text-xl">{t("none")}</p>
          <p className="measure text-lg text-ink-2">{t("lead")}</p>
        </div>
        <a className={buttonClass("primary", "phone")} href="#templates">
          {t("chooseTemplate")}
        </a>
      </div>
    </div>
  );
}
