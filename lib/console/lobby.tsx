"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { NetworkInterface } from "@/lib/addresses";
import { useLive } from "@/lib/client/live-provider";
import { useWords } from "@/lib/client/use-words";
import { Agenda } from "@/lib/console/agenda";
import { agendaTimes } from "@/lib/console/agenda-times";
import type { EntryLinks } from "@/lib/console/entry-links";
import { FewPhones } from "@/lib/console/few-phones";
import { Invitation } from "@/lib/console/invitation";
import { LobbyChoices } from "@/lib/console/lobby-choices";
import { MoreMenu } from "@/lib/console/more-menu";
import { ProblemLine } from "@/lib/console/problem-line";
import { TestPhone } from "@/lib/console/test-phone";
import { momentFromInput, timeInputValue } from "@/lib/console/time-input";
import { TopBar } from "@/lib/console/top-bar";
import { type ConsoleCommands, useConsoleCommands } from "@/lib/console/use-console-commands";
import { useNow } from "@/lib/console/use-now";
import { WithoutPhone } from "@/lib/console/without-phone";
import { isolated } from "@/lib/i18n/isolated";
import type { FacilitatorView } from "@/lib/session/facilitator-view";
import { heldPhones } from "@/lib/session/rehearsal";
import { Button } from "@/lib/ui/button";
import { QrCode } from "@/lib/ui/qr-code";
import { StickyBar } from "@/lib/ui/sticky-bar";

const MINUTE = 60_000;

export interface LobbyProps {
  view: FacilitatorView;
  entryLinks: EntryLinks;
  /** What its facilitator calls the session; empty where they gave it no name. */
  name: string;
  /** Above everything: that this is a rehearsal; null in a real session. */
  rehearsal: ReactNode;
  interfaces: readonly NetworkInterface[];
  choosePhoneAddress: (address: string) => Promise<boolean>;
  /** Until when the code works. */
  until: ReactNode;
  /** Where what remains of earlier meetings hangs, as a stage; null where there is none. */
  wall: string | null;
}

/** Before the beginning: let people in, try one phone, choose the end. */
export function Lobby(props: LobbyProps) {
  const { view, entryLinks, name, interfaces, choosePhoneAddress, rehearsal, until, wall } = props;
  const t = useTranslations("console");
  const { connection, clockOffset } = useLive();
  const commands = useConsoleCommands(view);
  const now = useNow(clockOffset);
  const [entered, setEntered] = useState<string | null>(null);
  const [testing, setTesting] = useState(false);
  const [asking, setAsking] = useState(false);

  const { agenda, buffer } = view.facilitator;
  const planned = agenda.reduce((sum, entry) => sum + entry.minutes, buffer);
  const { beginsAt } = view.session;
  const endsAt =
    (entered === null ? null : momentFromInput(entered, now)) ??
    Math.max(now, beginsAt ?? now) + planned * MINUTE;
  const times = agendaTimes({
    agenda,
    buffer,
    clock: null,
    begunAt: null,
    promisedEnd: endsAt,
    now,
  });
  const { joined, away } = view.people;
  // Closed windows and sleeping phones have joined, but they can't hand anything in.
  const present = joined - away;
  const few = present < view.session.k.cards;
  const online = connection === "online";
  const qr =
    entryLinks.joinUrl === null ? null : (
      <QrCode
        className="w-full rounded-control"
        label={t("qrLabel", { url: entryLinks.joinUrl })}
        url={entryLinks.joinUrl}
      />
    );

  function announce(value: string) {
    const at = momentFromInput(value, now);
    if (at !== beginsAt) void commands.tell({ type: "planBegin", at });
  }

  const chooseSmallGroup = (on: boolean) => void commands.tell({ type: "chooseSmallGroup", on });

  function begin() {
    setAsking(false);
    // Untouched, the end is the plan's length from the server's own "now".
    void commands.tell({ type: "begin", endsAt: entered === null ? null : endsAt });
  }

  return (
    <div className="flex min-h-dvh flex-1 flex-col text-base">
      {rehearsal}
      <TopBar entryLinks={entryLinks} name={name} view={view} />
      <main className="mx-auto grid w-full max-w-[1120px] flex-1 content-start gap-x-12 gap-y-8 px-5 py-6 min-[56.25rem]:grid-cols-[minmax(0,1fr)_300px]">
        <div className="flex min-w-0 flex-col gap-6">
          <Head name={name} view={view} />
          <Invitation
            {...{ entryLinks, interfaces, choosePhoneAddress, qr, until, wall }}
            onTest={() => setTesting(true)}
            people={view.people}
            withoutPhone={view.session.withoutPhone}
          />
        </div>
        {/* What has to be settled before stands above the agenda, however long that is. */}
        <div className="flex min-w-0 flex-col gap-6">
          <LobbyChoices
            beginsAt={beginsAt}
            endsAt={entered ?? timeInputValue(endsAt)}
            onBegins={announce}
            onEnds={setEntered}
            onSmallGroup={chooseSmallGroup}
            smallGroup={view.session.smallGroup}
          />
          <WithoutPhone commands={commands} view={view} />
          <aside aria-label={t("agenda")} className="min-w-0">
            <h2 className="mb-2 px-2 font-semibold">{t("agenda")}</h2>
            <Agenda times={times} view={view} />
          </aside>
        </div>
      </main>
      <BeginBar
        menu={<MoreMenu entryLinks={entryLinks} online={online} commands={commands} view={view} />}
        onBegin={() => (few ? setAsking(true) : begin())}
        online={online}
        present={present}
        problem={commands.problem}
      />
      <TestPhone
        entryLinks={entryLinks}
        joined={heldPhones(view)}
        onClose={() => setTesting(false)}
        open={testing}
        qr={qr}
      />
      <FewPhones
        onBegin={begin}
        onClose={() => setAsking(false)}
        onSmallGroup={chooseSmallGroup}
        open={asking}
        present={present}
        smallGroup={view.session.smallGroup}
      />
    </div>
  );
}

function Head({ view, name }: Pick<LobbyProps, "view" | "name">) {
  const t = useTranslations("console");
  const words = useWords();
  return (
    <div className="flex flex-col gap-1">
      <p className="text-ink-2">
        {name === "" ? null : `${isolated(name)} · `}
        {words(view.session.title)}
      </p>
      <h1 className="font-medium font-serif text-2xl outline-none" tabIndex={-1}>
        {t("lobbyTitle")}
      </h1>
      <p className="text-ink-2">{t("lobbyLead")}</p>
    </div>
  );
}

interface BeginBarProps {
  online: boolean;
  /** How many phones are awake. */
  present: number;
  problem: ConsoleCommands["problem"];
  menu: ReactNode;
  onBegin: () => void;
}

/** At the lower edge: the beginning, and what else there is. In low windows only the button stays there. */
function BeginBar({ online, present, problem, menu, onBegin }: BeginBarProps) {
  const t = useTranslations("console");
  const label = present === 0 ? t("begin") : t("beginWith", { n: present });
  return (
    <StickyBar
      className="tall:sticky bottom-0 z-10 not-tall:contents tall:flex tall:flex-wrap tall:items-center tall:justify-end gap-x-4 gap-y-2 border-line border-t bg-surface px-4 py-3"
      edge="bottom"
    >
      <div className="flex min-w-0 flex-1 flex-wrap items-center justify-end gap-x-4 gap-y-2 not-tall:px-4 not-tall:py-2">
        <ProblemLine online={online} problem={problem} />
        {menu}
      </div>
      <StickyBar
        className="not-tall:sticky bottom-0 z-10 max-sm:w-full not-tall:border-line not-tall:border-t not-tall:bg-surface not-tall:px-4 not-tall:py-2"
        edge="bottom"
      >
        <Button
          className="w-full min-w-64"
          disabled={!online}
          kind="primary"
          onClick={onBegin}
          size="console"
        >
          {online ? label : t("waitsForNetwork")}
        </Button>
      </StickyBar>
    </StickyBar>
  );
}
