"use client";

import { useEffect, useState } from "react";
import type { PreviewScreenName } from "@/app/preview/screens";
import type { Addresses } from "@/lib/addresses";
import { type Device, openDevice } from "@/lib/client/device";
import { StillProvider } from "@/lib/client/live-provider";
import { memoryStorage } from "@/lib/client/storage";
import { entryLinksOf } from "@/lib/console/entry-links";
import { Running } from "@/lib/console/running";
import { AddressProvider } from "@/lib/i18n/address";
import { LiveScreens } from "@/lib/phone/live-screens";
import { facilitatorView } from "@/lib/session/facilitator-view";
import type { SessionView } from "@/lib/session/view-schema";
import { StageScreen } from "@/lib/stage/stage-screen";
import { CoverProvider } from "@/lib/ui/console/cover";
import { ReadingProvider } from "@/lib/ui/console/reading";
import { DeviceProvider } from "@/lib/ui/phone/device-provider";
import { FirstEditorProvider } from "@/lib/ui/phone/first-editor";
import { Settling } from "@/lib/ui/settling";

/** Where an example would be joined: nowhere. */
const NOWHERE: Addresses = { joinAddress: "", joinBase: "", isLan: false };
const EXAMPLE = "0".repeat(32);

export interface PreviewScreenProps {
  screen: PreviewScreenName;
  view: SessionView;
  /** Tells views apart: another one is another room, which begins anew. */
  room: number;
}

/** The real screen over a view that was made beforehand. It is looked at: its frame takes no input. */
export function PreviewScreen({ screen, view, room }: PreviewScreenProps) {
  const device = useDeviceOfPage();
  if (screen === "stage") {
    return (
      <div className="h-dvh">
        <StageScreen code={null} joinAddress="" joinUrl={null} view={view} />
      </div>
    );
  }
  return (
    <StillProvider key={room} view={view}>
      {screen === "console" ? <Console view={view} /> : null}
      {screen === "phone" && device ? <Phone device={device} /> : null}
    </StillProvider>
  );
}

/** A device that has just come in, and keeps what it has in this page alone; null for the moment it takes to open. */
function useDeviceOfPage(): Device | null {
  const [device, setDevice] = useState<Device | null>(null);
  useEffect(() => {
    void openDevice(memoryStorage(), EXAMPLE, "").then(setDevice);
  }, []);
  return device;
}

function Phone({ device }: { device: Device }) {
  return (
    <DeviceProvider device={device}>
      <FirstEditorProvider>
        <LiveScreens />
      </FirstEditorProvider>
    </DeviceProvider>
  );
}

function Console({ view }: { view: SessionView }) {
  const shown = facilitatorView(view);
  if (!shown) return null;
  return (
    <CoverProvider session={EXAMPLE}>
      <ReadingProvider>
        <AddressProvider address={view.session.address}>
          <Settling of="">
            <Running
              entryLinks={entryLinksOf(NOWHERE, shown)}
              name=""
              rehearsal={null}
              session={EXAMPLE}
              view={shown}
            />
          </Settling>
        </AddressProvider>
      </ReadingProvider>
    </CoverProvider>
  );
}
