"use client";

import { useEffect } from "react";
import { readerOf } from "@/lib/activities/screens";
import { beginConnection } from "@/lib/client/connection";
import { type Device, openDevice } from "@/lib/client/device";
import { joinedSession, rememberCode } from "@/lib/client/joined-code";
import { LiveProvider, type LiveProviderProps } from "@/lib/client/live-provider";
import { type PassOnAnswer, passOn } from "@/lib/client/pass-on";
import type { DeviceStorage } from "@/lib/client/storage";
import { LiveScreens } from "@/lib/phone/live-screens";
import { loadBeforehand, loadScreenOf } from "@/lib/phone/loaded-later";
import { TakeHomeBefore } from "@/lib/phone/take-home";
import { useRecentSession } from "@/lib/phone/use-recent-session";
import { PROTOCOL_VERSION } from "@/lib/protocol";
import { participantView } from "@/lib/session/view-schema";
import { NewerReleaseNotice } from "@/lib/ui/newer-release-notice";
import { DeviceProvider, useDevice } from "@/lib/ui/phone/device-provider";
import { FirstEditorProvider } from "@/lib/ui/phone/first-editor";
import { PassOnProvider } from "@/lib/ui/phone/pass-on";

/** What a phone needs once it is in. Loaded by itself, while its owner reads the rules (decision 0120). */

/** Begins to load what it may need after that; returns what ends it. */
export const loadWhileReading = (): (() => void) => loadBeforehand();

/** A phone that is in. */
export interface In {
  device: Device;
  /** What its connection is made with, where the way to the server was opened beforehand. */
  load?: LiveProviderProps["load"];
}

/** This device in the session that it has joined with a code; null: it has not. */
export async function comeBack(storage: DeviceStorage, code: string): Promise<In | null> {
  const session = await joinedSession(storage, code);
  return session === null ? null : { device: await openDevice(storage, session, code) };
}

/**
 * Joins a session: from now on the code leads straight back in. The way to the server is opened meanwhile, and not before:
 * until its owner comes in a phone has asked about the code, and nothing else.
 */
export async function comeIn(
  storage: DeviceStorage,
  { code, session }: { code: string; session: string },
): Promise<In> {
  const load = beginConnection();
  const [device] = await Promise.all([
    openDevice(storage, session, code),
    rememberCode(storage, code, session),
  ]);
  device.change((record) => ({ ...record, attendance: "here" }));
  return { device, load };
}

export interface InsideProps extends In {
  code: string;
  storage: DeviceStorage;
  /** Whether the code still lets anybody in; rejects where nobody answers. */
  mayJoin: () => Promise<boolean>;
  /** The phone is somebody else's now, and out of the session. */
  onPassedOn: () => void;
}

/** A phone that is in, from the lobby to what it takes along. */
export function Inside({ mayJoin, onPassedOn, ...props }: InsideProps) {
  const { device } = props;

  // Leaving the page must not cost the last words.
  useEffect(() => {
    const keep = () => void device.flush();
    const leave = () => device.leave();
    document.addEventListener("visibilitychange", keep);
    window.addEventListener("pagehide", leave);
    return () => {
      document.removeEventListener("visibilitychange", keep);
      window.removeEventListener("pagehide", leave);
    };
  }, [device]);

  async function handOver(): Promise<PassOnAnswer> {
    const answer = await passOn(device, mayJoin);
    if (answer === "passed") onPassedOn();
    return answer;
  }

  return (
    <DeviceProvider device={device}>
      <PassOnProvider passOn={handOver} takeHome={<TakeHomeBefore />}>
        <Connected {...props} />
      </PassOnProvider>
    </DeviceProvider>
  );
}

const readView = readerOf(participantView);

/** Connected as the device says, and sending what waits there. */
function Connected({
  device: queue,
  load,
  code,
  storage,
}: Pick<InsideProps, "device" | "load" | "code" | "storage">) {
  const { record, change } = useDevice();
  const { session, device, pass, attendance } = record;
  return (
    <LiveProvider
      attendance={attendance}
      handshake={{ protocol: PROTOCOL_VERSION, role: "participant", session, device }}
      onView={({ planned }) => {
        if (planned) void loadScreenOf(planned.kind);
      }}
      whenOutdated={<NewerReleaseNotice audience="participant" />}
      onLeft={() =>
        change((before) =>
          before.attendance === "leaving" ? { ...before, attendance: "left" } : before,
        )
      }
      onPass={(given) =>
        change((before) => (before.pass === given ? before : { ...before, pass: given }))
      }
      load={load}
      pass={pass}
      readView={readView}
      queue={queue}
    >
      <Remembered code={code} storage={storage} />
      <FirstEditorProvider>
        <LiveScreens />
      </FirstEditorProvider>
    </LiveProvider>
  );
}

/** Below the connection, which knows what the session is called. */
function Remembered({ code, storage }: { code: string; storage: DeviceStorage }) {
  useRecentSession(storage, code);
  return null;
}
