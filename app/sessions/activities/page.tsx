import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Catalogue } from "@/app/sessions/activities/catalogue";
import { filters } from "@/app/sessions/activities/filters";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { minutesOf } from "@/app/sessions/minutes-of";
import { readyActivities } from "@/lib/workshops/activities/registry";
import { strategyNamed } from "@/lib/workshops/parts/strategies";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("title") };
}

interface CataloguePageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Every activity that is ready to be held, by strategy. */
export default async function CataloguePage({ searchParams }: CataloguePageProps) {
  await requireFacilitator();
  const inOrder = readyActivities.toSorted(
    (one, other) => (one.strategy ?? 0) - (other.strategy ?? 0),
  );
  const entries = inOrder.map(({ strategy, depth, doing, activity }) => ({
    ...{ strategy, strategyName: strategyNamed(strategy), depth, doing },
    ...{ key: activity.key, kind: activity.kind, title: activity.title },
    minutes: minutesOf(activity),
  }));
  return (
    <main className="site-width flex flex-1 flex-col gap-5 py-5 md:pb-10">
      <Catalogue entries={entries} initial={filters.parse(await searchParams)} />
    </main>
  );
}
