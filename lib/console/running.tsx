"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useLive } from "@/lib/client/live-provider";
import { useAwakeScreen } from "@/lib/client/use-awake-screen";
import { Agenda } from "@/lib/console/agenda";
import { agendaTimes } from "@/lib/console/agenda-times";
import { ControlBar } from "@/lib/console/control-bar";
import type { EntryLinks } from "@/lib/console/entry-links";
import { KeyList } from "@/lib/console/key-list";
import { Note } from "@/lib/console/note";
import { Now } from "@/lib/console/now";
import { PrimaryButton } from "@/lib/console/primary-button";
import { ProblemLine } from "@/lib/console/problem-line";
import { ScriptPanel } from "@/lib/console/script-panel";
import { StagePreview } from "@/lib/console/stage-preview";
import { TalkSignals } from "@/lib/console/talk-signals";
import { TopBar } from "@/lib/console/top-bar";
import { type ConsoleCommands, useConsoleCommands } from "@/lib/console/use-console-commands";
import { useKeys } from "@/lib/console/use-keys";
import { useNotice } from "@/lib/console/use-notice";
import { useNow } from "@/lib/console/use-now";
import { type StagePages, useStagePages } from "@/lib/console/use-stage-pages";
import type { FacilitatorView } from "@/lib/session/facilitator-view";
import { BarSlotProvider } from "@/lib/ui/console/bar-slot";
import { useCovered } from "@/lib/ui/console/cover";
import { Drawer } from "@/lib/ui/drawer";

export interface RunningProps {
  session: string;
  view: FacilitatorView;
  entryLinks: EntryLinks;
  /** What its facilitator calls the session; empty where they gave it no name. */
  name: string;
  /** Above everything: that this is a rehearsal; null in a real session. */
  rehearsal: ReactNode;
}

/** Activity and phase: what stands on the screen belongs to them. */
const placeOf = ({ planned, activity }: FacilitatorView) => `${planned?.key} ${activity?.phase}`;

/** A column of the console, which scrolls by itself on a desk. */
const column = "min-w-0 desk:min-h-0 desk:overflow-y-auto";

/** A running session: agenda, now, script; a drawer on tablets, a remote control on phones. */
export function Running({ session, view, entryLinks, name, rehearsal }: RunningProps) {
  const t = useTranslations("console");
  const { connection, clockOffset } = useLive();
  const commands = useConsoleCommands(view);
  useAwakeScreen();
  const now = useNow(clockOffset);
  const [drawer, setDrawer] = useState(false);
  const [keyList, setKeyList] = useState(false);
  const place = placeOf(view);
  const online = connection === "online";
  const pages = useStagePages(place, view.stage);
  const { notice, say } = useNotice(place);
  const keys = useKeys({
    view,
    commands,
    online,
    pages: pages.pages,
    covered: useCovered(),
    showList: () => setKeyList(true),
    say,
  });

  const times = agendaTimes({
    agenda: view.facilitator.agenda,
    clock: view.activity?.clock ?? null,
    begunAt: view.facilitator.begunAt,
    promisedEnd: view.session.endsAt,
    now,
  });
  const main = useFromTheTop(place);

  return (
    <BarSlotProvider>
      <div className="flex min-h-dvh flex-1 flex-col text-base desk:h-dvh desk:flex-none">
        {rehearsal}
        <TopBar entryLinks={entryLinks} name={name} times={times} view={view} />
        <div className="flex flex-1 flex-col sm:grid desk:min-h-0 sm:max-[68.8125rem]:grid-cols-[minmax(0,1fr)_280px] min-[68.8125rem]:grid-cols-[232px_minmax(0,1fr)_300px]">
          <nav
            aria-label={t("agenda")}
            className={`${column} border-line border-e p-3 max-[68.8125rem]:hidden`}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls by itself, so the keyboard must get in
            tabIndex={0}
          >
            <Agenda times={times} view={view} />
          </nav>
          <main
            className={`${column} desk:scroll-pt-18 px-4 pb-4 sm:px-6`}
            ref={main}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls by itself, so the keyboard must get in
            tabIndex={0}
          >
            <Now
              clockOffset={clockOffset}
              driftMinutes={times.driftMinutes}
              commands={commands}
              view={view}
            />
          </main>
          <Beside {...{ session, view, entryLinks, commands, pages, online, clockOffset }} />
        </div>
        <ControlBar
          session={session}
          entryLinks={entryLinks}
          online={online}
          onShowAgenda={() => setDrawer(true)}
          onShowKeys={() => setKeyList(true)}
          commands={commands}
          pages={pages.pages}
          primary={
            <PrimaryButton
              online={online}
              commands={commands}
              pages={pages}
              presses={keys.presses}
              say={say}
              view={view}
            />
          }
          say={say}
          view={view}
        >
          <div className="has-[li]:pt-2">
            <TalkSignals online={online} commands={commands} view={view} />
          </div>
          <div className="pt-2 empty:hidden has-[[role=status]:empty]:hidden">
            <ProblemLine notice={notice} online={online} problem={commands.problem} />
          </div>
        </ControlBar>
        <Drawer onOpenChange={setDrawer} open={drawer} title={t("agenda")}>
          <Agenda times={times} view={view} />
        </Drawer>
        <KeyList
          enabled={keys.enabled}
          onClose={() => setKeyList(false)}
          onEnable={keys.enable}
          open={keyList}
        />
      </div>
    </BarSlotProvider>
  );
}

interface BesideProps extends Pick<RunningProps, "session" | "view" | "entryLinks"> {
  commands: ConsoleCommands;
  pages: StagePages;
  online: boolean;
  clockOffset: number;
}

/** What the facilitator has at hand: the stage, the script, a note of their own. */
function Beside(props: BesideProps) {
  const { session, view, entryLinks, commands, pages, online, clockOffset } = props;
  const t = useTranslations("console");
  const activity = view.planned?.key ?? "";
  const side = useFromTheTop(activity);
  return (
    <aside
      aria-label={t("script")}
      className={`${column} flex flex-col gap-4 border-line p-4 max-sm:border-t sm:border-s`}
      ref={side}
    >
      <StagePreview
        clockOffset={clockOffset}
        entryLinks={entryLinks}
        key={placeOf(view)}
        online={online}
        commands={commands}
        pages={pages}
        view={view}
      />
      <ScriptPanel view={view} />
      {/* Whoever is writing as the session goes on writes into the next one, and presses no keys. */}
      <div data-keeps-focus>
        <Note
          draftKey={`aufwind-note-${session}-${activity}`}
          key={activity}
          onWrite={(text) => commands.tell({ type: "writeNote", activity, text })}
          stored={view.facilitator.note}
        />
      </div>
    </aside>
  );
}

/** A column that is read from its beginning once something else stands in it. */
function useFromTheTop(content: string) {
  const column = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the move is what counts
  useEffect(() => {
    column.current?.scrollTo(0, 0);
  }, [content]);
  return column;
}
