"use client";

import "@/lib/client/zod-setup";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import type { Device } from "@/lib/client/device";
import { joinedSession } from "@/lib/client/joined-code";
import { isServed } from "@/lib/client/newer-release";
import { loadPatiently, onNeed } from "@/lib/client/on-need";
import { loadSocketIo } from "@/lib/client/socket-io";
import { type DeviceStorage, openDeviceStorage } from "@/lib/client/storage";
import { AddressProvider } from "@/lib/i18n/address";
import { Checking } from "@/lib/phone/checking";
import { JoinScreen } from "@/lib/phone/join-screen";
import { WrongCode } from "@/lib/phone/wrong-code";
import { type JoinAnswer, joinAnswer } from "@/lib/protocol";
import { Button } from "@/lib/ui/button";
import { NewerReleaseNotice } from "@/lib/ui/newer-release-notice";
import { OpenedProvider } from "@/lib/ui/opened";
import { PhoneFrame } from "@/lib/ui/phone/phone-frame";

/** All that a phone needs once it is in. */
const inside = onNeed(() => import("@/lib/phone/inside"));

/**
 * Begins to load it: the network has nothing else to do while the page comes alive, and whoever asks by a code most likely
 * comes in. Resolves once it is there, or didn't come and is loaded where it is needed.
 */
export const loadAhead = () => Promise.allSettled([inside.load(), loadSocketIo()]);

/** From a code to a place in the session. A device that has joined before goes straight back in. */
export function Participant({ code, typed }: { code: string | null; typed: string }) {
  return code === null ? <WrongCode typed={typed} /> : <Entering code={code} />;
}

function Entering({ code }: { code: string }) {
  const [storage, setStorage] = useState<DeviceStorage | null>(null);
  const [device, setDevice] = useState<Device | null>(null);
  /** The server hasn't got any more what this page loads. */
  const [isOutdated, setOutdated] = useState(false);
  const { answer, ask } = useAskForSession(code);

  const isAsked = answer !== null && answer !== "none" && answer.ok;
  useEffect(() => (isAsked ? whileReading() : undefined), [isAsked]);

  useEffect(() => {
    let current = true;
    async function enter() {
      const opened = await openDeviceStorage();
      if (!current) return;
      setStorage(opened);
      if ((await joinedSession(opened, code)) === null) {
        if (current) ask();
        return;
      }
      const part = await loadedInside();
      const known = part && (await part.comeBack(opened, code));
      if (!current) known?.close();
      else if (part === null) setOutdated(true);
      else if (known === null) ask();
      else setDevice(known);
    }
    void enter();
    return () => {
      current = false;
    };
  }, [code, ask]);

  async function join(session: string) {
    if (!storage) return;
    const part = await loadedInside();
    if (part) setDevice(await part.comeIn(storage, { code, session }));
    else setOutdated(true);
  }

  const part = inside.current();
  if (isOutdated) return <NewerReleaseNotice audience="participant" />;
  if (device && storage && part) {
    return (
      <part.Inside
        code={code}
        device={device}
        mayJoin={async () => (await askForSession(code)).ok}
        onPassedOn={() => {
          setDevice(null);
          // A device that came back has not asked yet, and the next person sees the rules first.
          ask();
        }}
        storage={storage}
      />
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

/** Waits for what a phone needs once it is in; null where the server hasn't got it any more. */
async function loadedInside() {
  const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  await loadPatiently(inside, { isServed, wait, isOver: () => false });
  return inside.current();
}

/** Loads what comes after that; returns what ends it. */
function whileReading(): () => void {
  let isOver = false;
  let end = () => {
    isOver = true;
  };
  inside.load().then(
    ({ loadWhileReading }) => {
      if (!isOver) end = loadWhileReading();
    },
    () => undefined,
  );
  return () => end();
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
