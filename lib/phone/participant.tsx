"use client";

import "@/lib/client/zod-setup";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { joinedSession } from "@/lib/client/joined-code";
import { isServed } from "@/lib/client/newer-release";
import { loadPatiently } from "@/lib/client/on-need";
import type { DeviceStorage } from "@/lib/client/storage";
import { AddressProvider } from "@/lib/i18n/address";
import { inside } from "@/lib/phone/ahead";
import { Checking } from "@/lib/phone/checking";
import type { In } from "@/lib/phone/inside";
import { JoinScreen } from "@/lib/phone/join-screen";
import type { WayIn } from "@/lib/phone/way-in";
import { WrongCode } from "@/lib/phone/wrong-code";
import { type JoinAnswer, joinAnswer } from "@/lib/protocol";
import { Button } from "@/lib/ui/button";
import { NewerReleaseNotice } from "@/lib/ui/newer-release-notice";
import { OpenedProvider } from "@/lib/ui/opened";
import { PhoneFrame } from "@/lib/ui/phone/phone-frame";

/** From a code to a place in the session. A device that has joined before goes straight back in. */
export function Participant({ wayIn }: { wayIn: WayIn }) {
  const { code, typed } = wayIn;
  return code === null ? <WrongCode typed={typed} /> : <Entering code={code} wayIn={wayIn} />;
}

function Entering({ code, wayIn }: { code: string; wayIn: WayIn }) {
  const [storage, setStorage] = useState<DeviceStorage | null>(null);
  const [come, setCome] = useState<In | null>(null);
  /** The server hasn't got any more what this page loads. */
  const [isOutdated, setOutdated] = useState(false);
  const { answer, isKnown, ask } = useAskForSession(code, wayIn);

  const isReading = come === null && answer !== null && answer !== "none" && answer.ok;
  useEffect(() => (isReading ? whileReading() : undefined), [isReading]);

  useEffect(() => {
    let current = true;
    async function enter() {
      const opened = await wayIn.storage;
      if (!current) return;
      setStorage(opened);
      if ((await joinedSession(opened, code)) === null) {
        if (current && !isKnown) ask();
        return;
      }
      // It was asked early all the same where another page of this phone has gone in since then.
      wayIn.forget();
      const part = await loadedInside();
      const known = part && (await part.comeBack(opened, code));
      if (!current) known?.device.close();
      else if (part === null) setOutdated(true);
      else if (known === null) ask();
      else setCome(known);
    }
    void enter();
    return () => {
      current = false;
    };
  }, [code, wayIn, isKnown, ask]);

  async function join(session: string) {
    const part = await loadedInside();
    if (part) setCome(await part.comeIn(await wayIn.storage, { code, session }));
    else setOutdated(true);
  }

  const part = inside.current();
  if (isOutdated) return <NewerReleaseNotice audience="participant" />;
  if (come && storage && part) {
    return (
      <part.Inside
        {...come}
        code={code}
        mayJoin={async () => (await askForSession(code, wayIn)).ok}
        onPassedOn={() => {
          setCome(null);
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
function useAskForSession(code: string, wayIn: WayIn) {
  // What has come by now is shown at once, and not after what stands there until it comes.
  const [known] = useState(() => joinAnswer.safeParse(wayIn.known()).data ?? null);
  const [answer, setAnswer] = useState<JoinAnswer | "none" | null>(known);
  const ask = useCallback(() => {
    setAnswer(null);
    askForSession(code, wayIn).then(setAnswer, () => setAnswer("none"));
  }, [code, wayIn]);
  return { answer, isKnown: known !== null, ask };
}

const askForSession = async (code: string, wayIn: WayIn): Promise<JoinAnswer> =>
  joinAnswer.parse(await wayIn.ask(code));

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
