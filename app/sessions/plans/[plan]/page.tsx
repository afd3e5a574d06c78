import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { ListPage } from "@/app/sessions/list-page";
import { PlanEditor } from "@/app/sessions/plans/[plan]/plan-editor";
import { buttonClass } from "@/lib/ui/button";
import { running } from "@/server/running-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("plans"))("title") };
}

interface PlanPageProps {
  params: Promise<{ plan: string }>;
}

/** A plan of one's own, to be prepared; anybody else's there is none. */
export default async function PlanPage({ params }: PlanPageProps) {
  const { userId } = await requireFacilitator();
  const { plan: id } = await params;
  const { plans, presets } = running();
  const [found, kept] = await Promise.all([plans.find(userId, id), presets.list(userId)]);
  if (!found) notFound();
  if (found.plan === null) {
    const t = await getTranslations("plans");
    return (
      <ListPage lead={t("unreadableLead")} title={t("unreadable")}>
        <p>
          <a className={buttonClass("secondary", "phone")} href="/sessions#plans">
            {t("toPlans")}
          </a>
        </p>
      </ListPage>
    );
  }
  return <PlanEditor id={id} opened={found.plan} presets={kept} revision={found.revision} />;
}
