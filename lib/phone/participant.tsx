"use client";

import { canShow } from "@/lib/activities/screens";
import { NewerReleaseNotice } from "@/lib/ui/newer-release-notice";
import "@/lib/client/zod-setup";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { loadSocketIo } from "@/lib/client/connection";
import { type Device, joinedSession, openDevice, rememberCode } from "@/lib/client/device";
import { LiveProvider } from "@/lib/client/live-provider";
import { type PassOnAnswer, passOn } from "@/lib/client/pass-on";
import { type DeviceStorage, openDeviceStorage } from "@/lib/client/storage";
import { AddressProvider } from "@/lib/i18n/address";
import { JoinScreen } from "@/lib/phone/join-screen";
import { LiveScreens } from "@/lib/phone/live-screens";
import { loadBeforehand } from "@/lib/phone/loaded-later";
import { TakeHomeBefore } from "@/lib/phone/take-home";
import { useRecentSession } from "@/lib/phone/use-recent-session";
import { WrongCode } from "@/lib/phone/wrong-code";
import { type JoinAnswer, joinAnswer, PROTOCOL_VERSION } from "@/lib/protocol";
import { Button } from "@/lib/ui/button";
import { OpenedProvider } from "@/lib/ui/opened";
import { DeviceProvider, useDevice } from "@/lib/ui/phone/device-provider";
import { FirstEditorProvider } from "@/lib/ui/phone/first-editor";
import { PassOnProvider } from "@/lib/ui/phone/pass-on";
import { PhoneFrame } from "@/lib/ui/phone/phone-frame";

/** Below this a line of text would only flash. */
const LOADING_AFTER_MS = 400;

/** From a code to a place in the session. A device that has joined before goes straight back in. */
export function Participant({ code, typed }: { code: string | null; typed: string }) {
  return code === null ? <WrongCode typed={typed} /> : <Entering code={code} />;
}

function Entering({ code }: { code: string }) {
  const [storage, setStorage] = useState<DeviceStorage | null>(null);
  const [device, setDevice] = useState<Device | null>(null);
  const { answer, ask } = useAskForSession(code);

  const isAsked = answer !== null && answer !== "none" && answer.ok;
  useEffect(() => {
    // While one reads the rules.
    if (!isAsked) return;
    void loadSocketIo().catch(() => undefined);
    return loadBeforehand();
  }, [isAsked]);

  useEffect(() => {
    let current = true;
    async function enter() {
      const opened = await openDeviceStorage();
      const joined = await joinedSession(opened, code);
      const known = joined === null ? null : await openDevice(opened, joined, code);
      if (!current) return known?.close();
      setStorage(opened);
      setDevice(known);
      if (known === null) ask();
    }
    void enter();
    return () => {
      current = false;
    };
  }, [code, ask]);

  // Leaving the page must not cost the last words.
  useEffect(() => {
    const keep = () => void device?.flush();
    const leave = () => device?.leave();
    document.addEventListener("visibilitychange", keep);
    window.addEventListener("pagehide", leave);
    return () => {
      document.removeEventListener("visibilitychange", keep);
      window.removeEventListener("pagehide", leave);
    };
  }, [device]);

  async function join(session: string) {
    if (!storage) return;
    const opened = await openDevice(storage, session, code);
    await rememberCode(storage, code, session);
    opened.change((record) => ({ ...record, attendance: "here" }));
    setDevice(opened);
  }

  async function handOver(from: Device): Promise<PassOnAnswer> {
    const answer = await passOn(from, async () => (await askForSession(code)).ok);
    if (answer !== "passed") return answer;
    setDevice(null);
    // A device that came back has not asked yet, and the next person sees the rules first.
    ask();
    return answer;
  }

  if (device && storage) {
    return (
      <DeviceProvider device={device}>
        <PassOnProvider passOn={() => handOver(device)} takeHome={<TakeHomeBefore />}>
          <Inside code={code} device={device} storage={storage} />
        </PassOnProvider>
      </DeviceProvider>
    );
  }
  if (answer === "none") return <NotReached onRetry={ask} />;
  if (answer?.ok === false) return <WrongCode typed={code} />;
  if (answer?.ok) {
    const { session, address, language, rehearsal = false } = answer;
    return (
      <AddressProvider address={address}>
        <OpenedProvider>
          <JoinScreen
            address={address}
            isRehearsal={rehearsal}
            language={language}
            onJoin={() => join(session)}
          />
        </OpenedProvider>
      </AddressProvider>
    );
  }
  return <Checking />;
}

interface InsideProps {
  device: Device;
  code: string;
  storage: DeviceStorage;
}

/** Connected as the device says, and sending what waits there. */
function Inside({ device: queue, code, storage }: InsideProps) {
  const { record, change } = useDevice();
  const { session, device, pass, attendance } = record;
  return (
    <LiveProvider
      attendance={attendance}
      handshake={{ protocol: PROTOCOL_VERSION, role: "participant", session, device }}
      canShow={canShow}
      whenOutdated={<NewerReleaseNotice audience="participant" />}
      onLeft={() =>
        change((before) =>
          before.attendance === "leaving" ? { ...before, attendance: "left" } : before,
        )
      }
      onPass={(given) =>
        change((before) => (before.pass === given ? before : { ...before, pass: given }))
      }
      pass={pass}
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

/** What the server says of the code; "none" where it could not be asked, null before. */
function useAskForSession(code: string) {
  const [answer, setAnswer] = useState<JoinAnswer | "none" | null>(null);
  const ask = useCallback(() => {
    setAnswer(null);
    askForSession(code).then(setAnswer, () => setAnswer("none"));
  }, [code]);
  return { answer, ask };
}

async function askForSession(code: string) {
  const response = await fetch("/api/join", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ code }),
  });
  return joinAnswer.parse(await response.json());
}

function Checking() {
  const t = useTranslations("join");
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LOADING_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <PhoneFrame title={t("pageTitle")}>
      <p className="text-ink-2" role="status">
        {late ? t("checking") : null}
      </p>
    </PhoneFrame>
  );
}

function NotReached({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations();
  return (
    <PhoneFrame prompt={t("common.searching")} title={t("join.pageTitle")}>
      <Button kind="primary" onClick={onRetry} wide>
        {t("common.retry")}
      </Button>
    </PhoneFrame>
  );
}
