import { notFound, redirect } from "next/navigation";
import { Console } from "@/app/sessions/[id]/console";
import { requireFacilitator } from "@/app/sessions/facilitator";
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
  // Without its raw data there is nothing to show here but that.
  if (!session.hasRawData) redirect(`/sessions/${session.id}/summary`);
  return (
    <Console
      addresses={network.ways()}
      lobbyUntil={session.lobbyUntil?.getTime() ?? null}
      interfaces={network.isLan ? network.addresses() : []}
      name={session.name}
      session={session.id}
    />
  );
}
