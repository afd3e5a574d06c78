import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Console } from "@/app/sessions/[id]/console";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { QrCode } from "@/lib/ui/qr-code";
import { running } from "@/server/running";

interface ConsolePageProps {
  params: Promise<{ id: string }>;
}

/** The console of one session; of anybody else's there is none. */
export default async function ConsolePage({ params }: ConsolePageProps) {
  const { userId } = await requireFacilitator();
  const { id } = await params;
  const { sessions, network } = running();
  const session = await sessions.forFacilitator(userId, id);
  if (!session) notFound();
  const t = await getTranslations("console");
  return (
    <Console
      door={{
        code: session.code,
        joinUrl: session.joinUrl,
        joinAddress: session.joinAddress,
        stageUrl: session.stageUrl,
        isLan: network.isLan,
      }}
      qr={
        session.joinUrl === null ? null : (
          <QrCode
            className="w-full rounded-control"
            label={t("qrLabel", { url: session.joinUrl })}
            url={session.joinUrl}
          />
        )
      }
      session={session.id}
    />
  );
}
