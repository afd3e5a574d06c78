"use client";

import { useTranslations } from "next-intl";
import { Announcement } from "@/app/sessions/[id]/announcement";
import { doorOf } from "@/app/sessions/[id]/door";
import { Ended } from "@/app/sessions/[id]/ended";
import { Lobby } from "@/app/sessions/[id]/lobby";
import { Running } from "@/app/sessions/[id]/running";
import { LobbyUntil } from "@/app/sessions/lobby-until";
import type { Addresses, NetworkInterface } from "@/lib/addresses";
import { LiveProvider, useLive } from "@/lib/client/live-provider";
import { useAddresses } from "@/lib/client/use-addresses";
import { CoverProvider } from "@/lib/console/cover";
import { type FacilitatorView, facilitatorView } from "@/lib/console/facilitator-view";
import { ReadingProvider } from "@/lib/console/reading";
import { AddressProvider } from "@/lib/i18n/address";
import { PROTOCOL_VERSION } from "@/lib/protocol";
import { buttonClass } from "@/lib/ui/button";
import { ConnectionLine } from "@/lib/ui/connection-line";
import { Settling } from "@/lib/ui/settling";
import { useKeptFocus } from "@/lib/ui/use-kept-focus";

export interface ConsoleProps {
  session: string;
  /** What its facilitator calls it; empty where they gave it no name. */
  name: string;
  addresses: Addresses;
  /** Until when its lobby stays open, ms since 1970; null where it was none when the page was made. */
  lobbyUntil: number | null;
  /** This machine's addresses in a LAN, for the choice of the one that phones get. */
  interfaces: readonly NetworkInterface[];
}

/** Everything a facilitator needs during a session, in one screen. */
export function Console(props: ConsoleProps) {
  return (
    <LiveProvider
      handshake={{ role: "facilitator", protocol: PROTOCOL_VERSION, session: props.session }}
    >
      <CoverProvider session={props.session}>
        <ReadingProvider>
          <ConsoleOfState {...props} />
        </ReadingProvider>
      </CoverProvider>
    </LiveProvider>
  );
}

function ConsoleOfState(props: ConsoleProps) {
  const view = facilitatorView(useLive().view);
  useKeptFocus();
  return (
    <AddressProvider address={view?.session.address ?? "du"}>
      <Announcement view={view} />
      {view ? <Known {...props} view={view} /> : <Unknown />}
    </AddressProvider>
  );
}

/** Not connected yet, or not any more. */
function Unknown() {
  const t = useTranslations();
  const { connection, refused } = useLive();
  return (
    <main className="mx-auto flex w-full max-w-[560px] flex-col gap-4 p-6">
      {connection === "gone" ? (
        <>
          <p className="rounded-control bg-ochre-soft px-3 py-2 text-ochre" role="status">
            {refused === "unreadable" ? t("console.unreadable") : t("console.refused")}
          </p>
          <p>
            <a className={buttonClass("secondary", "console")} href="/sessions">
              {t("sessions.title")}
            </a>
          </p>
        </>
      ) : (
        <>
          <ConnectionLine about="page" online={connection !== "offline"} />
          <p className="text-ink-2">{t("common.loading")}</p>
        </>
      )}
    </main>
  );
}

function Known(props: ConsoleProps & { view: FacilitatorView }) {
  const { session, name, lobbyUntil, interfaces, view } = props;
  const addresses = useAddresses(props.addresses);
  const door = doorOf(addresses, view);
  const place = `${view.session.status} ${view.planned?.key} ${view.activity?.phase}`;
  return (
    <Settling of={place}>
      {view.session.status === "finished" ? (
        <Ended session={session} view={view} />
      ) : view.session.status === "lobby" ? (
        <Lobby
          {...{ door, interfaces, name, view }}
          until={
            lobbyUntil === null ? null : (
              <LobbyUntil session={session} title={null} until={lobbyUntil} />
            )
          }
        />
      ) : (
        <Running door={door} name={name} view={view} />
      )}
    </Settling>
  );
}
