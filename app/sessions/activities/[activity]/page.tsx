import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ActivityPage } from "@/app/sessions/activities/[activity]/activity-page";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { phasesOf } from "@/lib/session/phases-of";
import { inSize } from "@/lib/session/sizes";
import { readyActivities } from "@/lib/workshops/activities/registry";
import { strategyNamed } from "@/lib/workshops/parts/strategies";
import { planAround } from "@/lib/workshops/single-activity";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("title") };
}

interface ReadyActivityPageProps {
  params: Promise<{ activity: string }>;
}

/** A ready activity as it is: what it is for, what is said, and the way to holding it alone. */
export default async function ReadyActivityPage({ params }: ReadyActivityPageProps) {
  await requireFacilitator();
  const { activity: asked } = await params;
  const ready = readyActivities.find(({ activity }) => activity.key === asked);
  if (!ready) notFound();
  const plan = planAround(ready);
  // As it is held alone: that is what is opened from here.
  const activity = plan.activities.find(({ key }) => key === asked) ?? ready.activity;
  const { strategy, depth, doing, seen, remains } = ready;
  const { kind, title, contentNote, optOut, evidence, sources, script, sizes } = activity;
  const inEach = sizes.length === 0 ? [activity] : sizes.map((size) => inSize(activity, size));
  return (
    <main className="site-width flex flex-1 flex-col gap-8 py-6 md:pb-10">
      <ActivityPage
        plan={plan}
        ready={{
          ...{ key: asked, kind, title, strategy, strategyName: strategyNamed(strategy), depth },
          ...{ doing, seen, remains, contentNote, optOut, evidence, sources, script },
          privately: activity.privateLines.map(({ prompt }) => prompt),
          phases: phasesOf(activity, plan.activities),
          minutes: activity.minutes,
          sizes: inEach
            .toSorted((one, other) => one.minutes - other.minutes)
            .map((each) => ({
              minutes: each.minutes,
              phases: phasesOf(each, plan.activities).map((name) => ({
                name,
                minutes: each.phaseMinutes?.[name] ?? null,
              })),
            })),
        }}
      />
    </main>
  );
}
