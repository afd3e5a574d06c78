import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadWall } from "@/app/sessions/series/[wall]/load";
import { WallStage } from "@/app/sessions/series/[wall]/stage/wall-stage";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sessions"))("wall") };
}

interface WallStagePageProps {
  params: Promise<{ wall: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The wall of an own series for the projector, before a later meeting begins. Earlier ones are read by those who come. */
export default async function WallStagePage({ params, searchParams }: WallStagePageProps) {
  const { wall } = await params;
  const { language, sheets } = await loadWall(wall, await searchParams);
  return <WallStage back={`/sessions/series/${wall}`} language={language} sheets={sheets} />;
}
