import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { OpenForm } from "@/app/sessions/new/[template]/open-form";
import { heldActivities } from "@/lib/session/held-activities";
import { readyActivities } from "@/lib/workshops/activities/registry";
import { running } from "@/server/running-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sessions"))("open") };
}

interface NewSessionPageProps {
  params: Promise<{ template: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** A plan as it is, ready-made or one's own: what it holds, what can be chosen, and the way in. */
export default async function NewSessionPage({ params, searchParams }: NewSessionPageProps) {
  const { userId } = await requireFacilitator();
  const [{ template: asked }, { after }] = await Promise.all([params, searchParams]);
  const { plans, sessions } = running();
  const [template, own] = await Promise.all([
    sessions.template(userId, asked),
    plans.find(userId, asked),
  ]);
  if (!template) notFound();
  const { id, title, purpose, series, buffer = 0 } = template;
  const isLater = series !== undefined && series.part > 1;
  const before =
    isLater && typeof after === "string" ? await sessions.meetingBefore(userId, after) : null;
  const activities = heldActivities(template, before !== null);
  return (
    <main className="site-width flex flex-1 flex-col py-6 md:pb-10">
      <OpenForm
        drawnAs={own?.plan?.templateId ?? id}
        isOwn={own !== null}
        meeting={isLater ? { before } : null}
        template={{
          id,
          title,
          purpose,
          buffer,
          agenda: activities.map((activity) => ({
            key: activity.key,
            title: activity.title,
            minutes: activity.minutes,
            sizes: activity.sizes.map((size) => size.minutes),
            // What stands around activities, welcome and measure among it, comes close to nobody.
            depth:
              readyActivities.find((ready) => ready.activity.key === activity.key)?.depth ??
              "light",
            contentNote: activity.contentNote,
            optOut: activity.optOut,
            evidence: activity.evidence,
          })),
        }}
      />
    </main>
  );
}
