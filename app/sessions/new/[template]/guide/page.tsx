import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { Guide } from "@/app/sessions/guide";
import { guideParts } from "@/app/sessions/guide-parts";
import { inAskedSizes } from "@/app/sessions/new/[template]/chosen-sizes";
import { PrintPackForm } from "@/app/sessions/print-pack/print-pack-form";
import { sizeField } from "@/app/sessions/size-field";
import { minutesOfDay } from "@/lib/clock-times";
import { PRINTED_PEOPLE_MAX } from "@/lib/session/print-pack";
import { running } from "@/server/running-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sessions"))("guide") };
}

interface GuidePageProps {
  params: Promise<{ template: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** A plan on paper, ready-made or one's own: times, words, and what is needed. */
export default async function GuidePage({ params, searchParams }: GuidePageProps) {
  const { userId } = await requireFacilitator();
  const [{ template: asked }, query] = await Promise.all([params, searchParams]);
  const template = await running().sessions.template(userId, asked);
  if (!template) notFound();
  const one = (name: string) => {
    const value = query[name];
    return typeof value === "string" ? value : null;
  };
  const sized = inAskedSizes(template, one);
  if (!sized) notFound();
  const { activities, minutes } = sized;
  const address = one("address") === "sie" ? "sie" : "du";
  const sizes = Object.entries(query).filter((entry): entry is [string, string] => {
    const [name, value] = entry;
    return typeof value === "string" && activities.some(({ key }) => sizeField(key) === name);
  });
  return (
    <main className="site-width flex flex-1 flex-col gap-6 py-6 print:p-0 md:pb-10">
      <Guide
        address={address}
        back={`/sessions/new/${asked}`}
        parts={guideParts(activities)}
        plan={{ title: template.title, purpose: template.purpose, minutes }}
        start={minutesOfDay(one("start") ?? "")}
      >
        <PrintPackForm
          address={address}
          path={`/sessions/new/${asked}/print-pack`}
          peopleMax={PRINTED_PEOPLE_MAX}
          query={Object.fromEntries(sizes)}
          start={one("start") ?? ""}
        />
      </Guide>
    </main>
  );
}
