import { notFound, redirect } from "next/navigation";
import { choosePhoneAddress } from "@/app/sessions/[id]/phone-address-action";
import { requireFacilitator } from "@/app/sessions/facilitator";
import { LobbyUntil } from "@/app/sessions/lobby-until";
import { RehearsalBar } from "@/app/sessions/rehearsal-bar";
import { templatePath, wallStagePath } from "@/app/sessions/template-path";
import { Console } from "@/lib/console/console";
import { DEFAULT_LOCALE } from "@/lib/i18n/locale";
import { running } from "@/server/running-server";

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
  // Without its raw data there is nothing to show here but that.
  if (!session.hasRawData) redirect(`/sessions/${session.id}/summary`);
  const rehearsedFrom = templatePath(session.templateId);
  return (
    <Console
      addresses={network.ways()}
      lobbyUntil={
        session.lobbyUntil && (
          <LobbyUntil session={session.id} until={session.lobbyUntil.getTime()} />
        )
      }
      choosePhoneAddress={choosePhoneAddress}
      interfaces={network.isLan ? network.addresses() : []}
      name={session.name}
      rehearsal={
        session.isRehearsal ? <RehearsalBar leavesTo={rehearsedFrom} session={session.id} /> : null
      }
      rehearsedFrom={rehearsedFrom}
      session={session.id}
      wall={wallStagePath(session.wallId, session.language ?? DEFAULT_LOCALE)}
    />
  );
}
