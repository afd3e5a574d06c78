import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import * as z from "zod";
import { facilitatorsMessages } from "@/app/facilitators-messages";
import { PreviewScreen } from "@/app/preview/activities/[activity]/preview-screen";
import { audienceOf, previewScreens } from "@/app/preview/activities/[activity]/screens";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { exampleViews } from "@/lib/example/example-session";
import { MoreMessages } from "@/lib/i18n/more-messages";
import { readyActivities } from "@/lib/workshops/activities/registry";
import { planAround } from "@/lib/workshops/single-activity";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("preview") };
}

interface PreviewPageProps {
  params: Promise<{ activity: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const asked = z.object({ screen: z.enum(previewScreens), phase: z.string() });

/** One screen of an activity in one phase, as made-up people fill it; our own pages show it in a frame. */
export default async function PreviewPage({ params, searchParams }: PreviewPageProps) {
  await requireFacilitator();
  const [{ activity }, query, locale] = await Promise.all([params, searchParams, getLocale()]);
  const ready = readyActivities.find((each) => each.activity.key === activity);
  const wanted = asked.safeParse(query);
  if (!ready || !wanted.success) notFound();
  const { screen, phase } = wanted.data;
  const views = exampleViews(planAround(ready), activity, {
    audience: audienceOf[screen],
    language: locale === "en" ? "en" : "de",
    address: "du",
    now: Date.now(),
  });
  const view = views.get(phase);
  if (!view) notFound();
  const messages = await facilitatorsMessages();
  return (
    <MoreMessages messages={messages}>
      <PreviewScreen screen={screen} view={view} />
    </MoreMessages>
  );
}
