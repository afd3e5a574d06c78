import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { minutesOfDay } from "@/app/sessions/clock-times";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { Guide } from "@/app/sessions/new/[template]/guide/guide";
import { phasesOf } from "@/app/sessions/phases-of";
import { sizeField } from "@/app/sessions/size-field";
import { withSizes } from "@/lib/session/sizes";
import { running } from "@/server/running-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sessions"))("guide") };
}

interface GuidePageProps {
  params: Promise<{ template: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** A ready-made plan on paper: times, words, and what is needed. */
export default async function GuidePage({ params, searchParams }: GuidePageProps) {
  await requireFacilitator();
  const [{ template: asked }, query] = await Promise.all([params, searchParams]);
  const template = running().sessions.templates.find(({ id }) => id === asked);
  if (!template) notFound();
  const one = (name: string) => {
    const value = query[name];
    return typeof value === "string" ? value : "";
  };
  const chosen = template.activities.flatMap(({ key }) => {
    const minutes = one(sizeField(key));
    return minutes === "" ? [] : [[key, Number(minutes)] as const];
  });
  const sized = withSizes(template, Object.fromEntries(chosen));
  if (!sized) notFound();
  const { activities, minutes } = sized;
  return (
    <main className="site-width flex flex-1 flex-col gap-6 py-6 print:p-0 md:pb-10">
      <Guide
        address={one("address") === "sie" ? "sie" : "du"}
        parts={activities.map((activity) => ({
          ...{ key: activity.key, kind: activity.kind, title: activity.title },
          ...{ prompt: activity.prompt, minutes: activity.minutes, script: activity.script },
          ...{ contentNote: activity.contentNote, evidence: activity.evidence },
          sources: activity.sources,
          phases: phasesOf(activity, activities),
        }))}
        plan={{ id: asked, title: template.title, purpose: template.purpose, minutes }}
        start={minutesOfDay(one("start"))}
      />
    </main>
  );
}
