import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Pictures } from "@/app/sessions/[id]/stage-pictures/pictures";
import { loadSummary } from "@/app/sessions/[id]/summary/load";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { running } from "@/server/running-server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("summary"))("stagePictures") };
}

interface StagePicturesPageProps {
  params: Promise<{ id: string }>;
}

/** The photo protocol of an own session: what its stage showed, to look at and to print. */
export default async function StagePicturesPage({ params }: StagePicturesPageProps) {
  const { userId } = await requireFacilitator();
  const { id } = await params;
  const views = await running().sessions.stagePictures(userId, id);
  if (!views) notFound();
  const [{ summary }, t] = await Promise.all([loadSummary(id, {}), getTranslations("summary")]);
  // Its log could be read just now.
  if (typeof summary === "string") notFound();
  return (
    <Pictures
      back={`/sessions/${id}/summary`}
      fileName={`${summary.fileName}-${t("stagePicturesFile")}`}
      views={views}
    />
  );
}
