"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { readerOf } from "@/lib/activities/screens";
import type { Addresses, NetworkInterface } from "@/lib/addresses";
import { LiveProvider, useLive, useLiveView } from "@/lib/client/live-provider";
import { QueryProvider } from "@/lib/client/query-provider";
import { useAddresses } from "@/lib/client/use-addresses";
import { Announcement } from "@/lib/console/announcement";
import { Ended } from "@/lib/console/ended";
import { entryLinksOf } from "@/lib/console/entry-links";
import { Lobby } from "@/lib/console/lobby";
import { Running } from "@/lib/console/running";
import { AddressProvider } from "@/lib/i18n/address";
import { PROTOCOL_VERSION } from "@/lib/protocol";
import { type FacilitatorView, facilitatorView } from "@/lib/session/facilitator-view";
import { sessionView } from "@/lib/session/view-schema";
import { buttonClass } from "@/lib/ui/button";
import { ConnectionLine } from "@/lib/ui/connection-line";
import { CoverProvider } from "@/lib/ui/console/cover";
import { ReadingProvider } from "@/lib/ui/console/reading";
import { NewerReleaseNotice } from "@/lib/ui/newer-release-notice";
import { Settling } from "@/lib/ui/settling";
import { useKeptFocus } from "@/lib/ui/use-kept-focus";

export interface ConsoleProps {
  session: string;
  /** What its facilitator calls it; empty where they gave it no name. */
  name: string;
  addresses: Addresses;
  /** Until when its lobby stays open, to be read and changed; null where it was none when the page was made. */
  lobbyUntil: ReactNode;
  /** Where what remains of earlier meetings of its series hangs, as a stage; null where there is none. */
  wall: string | null;
  /** Says above everything that this is a rehearsal, and ends it; null in a real session. */
  rehearsal: ReactNode;
  /** Where a rehearsal that is over leads to. */
  rehearsedFrom: string;
  /** This machine's addresses in a LAN, for the choice of the one that phones get. */
  interfaces: readonly NetworkInterface[];
  /** Chooses the address that phones get; false where it isn't one of this machine's any more. */
  choosePhoneAddress: (address: string) => Promise<boolean>;
}

const readView = readerOf(sessionView);

/** Everything a facilitator needs during a session, in one screen. */
export function Console(props: ConsoleProps) {
  return (
    <LiveProvider
      handshake={{ role: "facilitator", protocol: PROTOCOL_VERSION, session: props.session }}
      readView={readView}
      whenOutdated={<NewerReleaseNotice audience="facilitator" />}
    >
      <QueryProvider>
        <CoverProvider session={props.session}>
          <ReadingProvider>
            <ConsoleOfState {...props} />
          </ReadingProvider>
        </CoverProvider>
      </QueryProvider>
    </LiveProvider>
  );
}

function ConsoleOfState(props: ConsoleProps) {
  const view = facilitatorView(useLiveView((whole) => whole));
  const { connection } = useLive();
  // Signed out in another tab or from afar: cards and notes don't stay on the screen. What is left after the
  // end is no secret.
  const isOver = connection === "gone" && view?.session.status !== "finished";
  useKeptFocus();
  return (
    <AddressProvider address={view?.session.address ?? "du"}>
      <Announcement view={view} />
      {view && !isOver ? <Known {...props} view={view} /> : <Unknown {...props} />}
    </AddressProvider>
  );
}

/** Not connected yet, or not any more. */
function Unknown({ session, rehearsal, rehearsedFrom }: ConsoleProps) {
  const t = useTranslations();
  const { connection, refused } = useLive();
  if (connection === "gone" && rehearsal !== null) return <RehearsalOver to={rehearsedFrom} />;
  return (
    <main className="mx-auto flex w-full max-w-[560px] flex-col gap-4 p-6">
      {connection === "gone" ? (
        <>
          <p className="rounded-control bg-ochre-soft px-3 py-2 text-ochre" role="status">
            {refused === "unreadable" ? t("console.unreadable") : t("console.refused")}
          </p>
          <p className="flex flex-wrap gap-3">
            {refused === "unreadable" ? null : (
              // Past the sign-in where nobody is signed in any more, and back to here.
              <a className={buttonClass("primary", "console")} href={`/sessions/${session}`}>
                {t("errors.reload")}
              </a>
            )}
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

/** Left for too long, ended in another window, or older than an hour. */
function RehearsalOver({ to }: { to: string }) {
  const t = useTranslations("console");
  return (
    <main className="mx-auto flex w-full max-w-[560px] flex-col items-start gap-4 p-6">
      <p role="status">{t("rehearsalOver")}</p>
      <a className={buttonClass("primary", "console")} href={to}>
        {t("rehearsalAgain")}
      </a>
    </main>
  );
}

function Known(props: ConsoleProps & { view: FacilitatorView }) {
  const { session, name, lobbyUntil, interfaces, choosePhoneAddress, rehearsal, view, wall } =
    props;
  const addresses = useAddresses(props.addresses);
  const entryLinks = entryLinksOf(addresses, view);
  const place = `${view.session.status} ${view.planned?.key} ${view.activity?.phase}`;
  return (
    <Settling of={place}>
      {view.session.status === "finished" ? (
        <>
          {rehearsal}
          <Ended session={session} view={view} />
        </>
      ) : view.session.status === "lobby" ? (
        <Lobby
          {...{ choosePhoneAddress, entryLinks, interfaces, name, rehearsal, view, wall }}
          until={lobbyUntil}
        />
      ) : (
        <Running {...{ entryLinks, name, rehearsal, session, view }} />
      )}
    </Settling>
  );
}
