"use client";

import { useTranslations } from "next-intl";
import { readerOf } from "@/lib/activities/screens";
import type { Addresses } from "@/lib/addresses";
import { LiveProvider, useLive, useLiveView } from "@/lib/client/live-provider";
import { QueryProvider } from "@/lib/client/query-provider";
import { useAddresses } from "@/lib/client/use-addresses";
import { useAwakeScreen } from "@/lib/client/use-awake-screen";
import { PROTOCOL_VERSION } from "@/lib/protocol";
import { sessionView } from "@/lib/session/view-schema";
import { SoundSwitch } from "@/lib/stage/sound-switch";
import { StageScreen } from "@/lib/stage/stage-screen";
import { useBowl } from "@/lib/stage/use-bowl";
import { NewerReleaseNotice } from "@/lib/ui/newer-release-notice";

export interface LiveStageProps {
  stageKey: string;
  addresses: Addresses;
}

const readView = readerOf(sessionView);

/** The stage, connected. It reads and never sends. */
export function LiveStage({ stageKey, addresses }: LiveStageProps) {
  return (
    <LiveProvider
      handshake={{ role: "stage", protocol: PROTOCOL_VERSION, key: stageKey }}
      readView={readView}
      whenOutdated={<NewerReleaseNotice audience="stage" />}
    >
      <QueryProvider>
        <ConnectedStage addresses={addresses} />
      </QueryProvider>
    </LiveProvider>
  );
}

function ConnectedStage({ addresses }: Pick<LiveStageProps, "addresses">) {
  const { joinAddress, joinBase } = useAddresses(addresses);
  const { connection, clockOffset } = useLive();
  const view = useLiveView((whole) => whole);
  const sound = useBowl(view, clockOffset);
  useAwakeScreen();

  // Put out, it goes dark: the last picture stays only while the connection is looked for.
  if (!view || connection === "gone") return <Waiting gone={connection === "gone"} />;
  // From the view, since a session may get a new code while its stage is open.
  const code = view.code ?? null;
  return (
    <div className="relative h-dvh">
      <StageScreen
        clockOffset={clockOffset}
        code={code}
        joinAddress={joinAddress}
        joinUrl={code === null ? null : `${joinBase}/${code}`}
        offline={connection === "offline" || connection === "connecting"}
        ownPhoneUrl={joinBase}
        view={view}
      />
      <SoundSwitch {...sound} />
    </div>
  );
}

/** Paper until the first picture; words only when there will be none. */
function Waiting({ gone }: { gone: boolean }) {
  const t = useTranslations("stage");
  return (
    <main
      className="flex h-dvh flex-col justify-center bg-paper p-[calc(4*var(--u))] text-ink"
      data-theme="light"
    >
      {gone ? (
        <h1 className="max-w-[26ch] font-medium font-serif text-stage-prompt">
          {t("linkInvalid")}
        </h1>
      ) : null}
    </main>
  );
}
