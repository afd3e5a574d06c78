import type { Metadata } from "next";
import { getMessages, getTranslations } from "next-intl/server";
import { sentMessages } from "@/lib/i18n/messages";
import { MoreMessages } from "@/lib/i18n/more-messages";
import { LiveStage } from "@/lib/stage/live-stage";
import { running } from "@/server/running-server";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("stage");
  return { title: t("pageTitle") };
}

interface StagePageProps {
  params: Promise<{ key: string }>;
}

/** The projector's page, opened by a link that only shows. */
export default async function StagePage({ params }: StagePageProps) {
  const { key } = await params;
  const stage = await running().sessions.forStage(key);
  if (!stage) {
    const t = await getTranslations("stage");
    return (
      <main className="flex h-dvh flex-col justify-center bg-paper p-[calc(4*var(--u))] text-ink">
        <h1 className="max-w-[26ch] font-medium font-serif text-stage-prompt">
          {t("linkInvalid")}
        </h1>
      </main>
    );
  }
  const { ofStage } = sentMessages(await getMessages());
  return (
    <MoreMessages messages={ofStage}>
      <LiveStage addresses={running().network.ways()} stageKey={key} />
    </MoreMessages>
  );
}
