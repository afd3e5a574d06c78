"use client";

import { NextIntlClientProvider, useTimeZone, useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { screenIn } from "@/lib/activities/screens";
import { screensOnStage } from "@/lib/activities/screens-on-stage";
import { tooFewOf } from "@/lib/activities/too-few";
import { messagesFor } from "@/lib/i18n/messages";
import { type PlanWordsShown, usePlanWords } from "@/lib/i18n/plan-words";
import type { Aid } from "@/lib/session/aid-schema";
import { presentOf } from "@/lib/session/present";
import type { People, SessionView } from "@/lib/session/view-schema";
import { cardsOnStage } from "@/lib/stage/cards-on-stage";
import { StageBrand } from "@/lib/stage/stage-brand";
import { StageLobby } from "@/lib/stage/stage-lobby";
import { TalkInsteadPicture } from "@/lib/stage/talk-instead";
import { Clock } from "@/lib/ui/clock";
import { ClockTime } from "@/lib/ui/clock-time";
import { CrossFade } from "@/lib/ui/drawn/cross-fade";
import { Stack } from "@/lib/ui/drawn/stack";
import { HandsCounted } from "@/lib/ui/hands-counted";
import { QrCode } from "@/lib/ui/qr-code";
import { LeaveScene } from "@/lib/ui/stage/scenes";
import {
  StageFrame,
  type StageSurroundings,
  shortAddress,
  type TellPages,
} from "@/lib/ui/stage/stage-frame";
import { StagePrompt } from "@/lib/ui/stage/stage-prompt";
import { textKey } from "@/lib/words";

export interface StageScreenProps {
  /** A view for the stage; a facilitator's view shows the same, as nothing more is read. */
  view: SessionView;
  /** Null once nobody can join any more. */
  code: string | null;
  /** The address to type, without a scheme: "aufwind.example/j". */
  joinAddress: string;
  /** What the QR code opens. */
  joinUrl: string | null;
  /** Where a phone finds what it kept itself once the session is over; left out where no phone is led anywhere. */
  ownPhoneUrl?: string;
  /** Server time minus this device's time, ms. */
  clockOffset?: number;
  /** The last picture stays while the connection is looked for. */
  offline?: boolean;
  /** Told what the facilitator can turn to; keep it the same between renderings. */
  onPages?: TellPages;
}

/**
 * The projector's picture, filling whatever box it is put in: a whole screen, or a thumbnail on the
 * console. All sizes follow the box. It speaks the stage's language, whoever looks at it.
 */
export function StageScreen(props: StageScreenProps) {
  const { view } = props;
  const language = view.stage?.language ?? view.session.language;
  const address = view.session.address;
  const timeZone = useTimeZone();
  const messages = useMemo(() => messagesFor(language, address), [language, address]);
  return (
    <div
      className="[container-type:size] h-full w-full overflow-hidden"
      data-theme="light"
      lang={language}
    >
      <NextIntlClientProvider locale={language} messages={messages} timeZone={timeZone}>
        <div className="flex h-full flex-col">
          {view.session.rehearsal ? <RehearsalStrip /> : null}
          {/* The picture's sizes follow what the strip leaves. */}
          <div className="[container-type:size] min-h-0 flex-1">
            <div className="h-full [--u:min(1cqw,1.78cqh)]">
              <Picture {...props} />
            </div>
          </div>
        </div>
      </NextIntlClientProvider>
    </div>
  );
}

/** On every picture, also a dark one: nobody in the room takes this for theirs. */
function RehearsalStrip() {
  const t = useTranslations("stage");
  return (
    <p className="shrink-0 bg-ochre-soft px-[4cqw] py-[0.6cqw] font-semibold text-[max(1.7cqw,0.5rem)] text-ochre">
      {t("rehearsal")}
    </p>
  );
}

function Picture(props: StageScreenProps) {
  const { view, code, joinAddress, joinUrl, offline = false } = props;
  const t = useTranslations("stage");
  const { address, status, title } = view.session;
  const shown = usePlanWords(address);
  const { words } = shown;
  const cards = useMemo(() => cardsOnStage(view.cards), [view.cards]);
  const surroundings: StageSurroundings = {
    label: words(view.planned?.title ?? title),
    joinUrl: code === null ? "" : joinAddress,
    code: code ?? "",
    offline,
    // The console's copy knows of hands before the room does.
    note:
      view.hands && view.activity?.about.isResult ? (
        <HandsCounted className="line-clamp-2" hands={view.hands} textOf={shown.textOf} />
      ) : undefined,
  };

  if (view.stage?.blank) return <div className="h-full bg-paper" />;
  if (status === "finished") {
    return (
      <StageFrame
        code=""
        corner={<StageBrand />}
        joinUrl=""
        label={words(title)}
        note={t("helpOnPhones")}
        offline={offline}
      >
        <StagePrompt drawing={<LeaveScene />} prompt={t("thanks")} text={t("stays")}>
          {props.ownPhoneUrl === undefined ? null : <BackOnPhone url={props.ownPhoneUrl} />}
        </StagePrompt>
      </StageFrame>
    );
  }
  if (status === "lobby" || view.stage?.bigCode || !view.planned || !view.activity) {
    return (
      <Lobby
        beginsAt={status === "lobby" ? view.session.beginsAt : null}
        code={code ?? ""}
        devices={view.people?.joined ?? 0}
        withoutPhone={view.session.withoutPhone}
        joinAddress={joinAddress}
        joinUrl={joinUrl}
        offline={offline}
        title={words(title)}
      />
    );
  }
  const { phase, about, clock, minutes = null, record } = view.activity;
  const { clockOffset = 0 } = props;
  if (tooFewOf(view) === "activity") {
    return (
      <TalkInsteadPicture
        onPages={props.onPages}
        page={view.stage?.page ?? 0}
        planned={view.planned}
        record={record}
        surroundings={surroundings}
        {...shown}
      />
    );
  }
  const Stage = screenIn(screensOnStage, view.planned.kind);
  // What is private is not handed in at all.
  const isSealed = about.takes !== null && about.takes !== "private";
  return (
    // Another phase is another sheet, which comes in as a whole; what changes within one does not.
    <div className="fade-in h-full" key={`${view.planned.key} ${phase}`}>
      <Stage
        aid={view.aid ? <ShownAid aid={view.aid} words={words} /> : null}
        cards={cards}
        clock={
          clock ? (
            <Clock
              clockOffset={clockOffset}
              endsAt={clock.endsAt}
              pausedRemaining={clock.remaining}
            />
          ) : null
        }
        goesOnAt={clock && clock.endsAt !== null ? <ClockTime at={clock.endsAt} /> : null}
        joined={view.people?.joined ?? 0}
        onPages={props.onPages}
        page={view.stage?.page ?? 0}
        phase={phase}
        planned={view.planned}
        progress={<Progress view={view} />}
        record={record}
        runningClock={clock && { ...clock, minutes, clockOffset }}
        sealed={about.takes === null ? null : <Sealed view={view} />}
        surroundings={isSealed ? { ...surroundings, note: t("sealed") } : surroundings}
        {...shown}
      />
    </div>
  );
}

/** Where nobody writes: what the facilitator shows below the prompt, which leaves it the smaller type. */
function ShownAid({ aid, words }: { aid: Aid; words: PlanWordsShown["words"] }) {
  const t = useTranslations("common");
  return (
    <div className="flex flex-col gap-[calc(1*var(--u))] border-accent border-s-[calc(0.5*var(--u))] ps-[calc(1.6*var(--u))] text-stage-label">
      {aid.name === "starters"
        ? aid.lines.map((line) => <p key={textKey(line)}>{words(line)}</p>)
        : null}
      {aid.name === "pairs" ? <p>{t("aidPairs")}</p> : null}
      {aid.name === "case" ? (
        <>
          <p className="text-ink-2 text-stage-label">{t("aidCase")}</p>
          <p>{words(aid.text)}</p>
          <p className="font-semibold">{t("aidCaseAsk")}</p>
        </>
      ) : null}
    </div>
  );
}

/** The way back for a phone whose page is closed: the address is the same for all, and only the phone knows what it kept. */
function BackOnPhone({ url }: { url: string }) {
  const t = useTranslations("stage");
  return (
    <div className="flex items-center gap-[calc(2*var(--u))] pt-[calc(2*var(--u))]">
      <QrCode
        className="w-[calc(15*var(--u))] shrink-0 rounded-card border-2 border-edge"
        label={t("ownPhoneQr", { url: shortAddress(url) })}
        url={url}
      />
      <p className="max-w-[18ch] text-pretty">{t("ownPhone")}</p>
    </div>
  );
}

const nobody: People = { joined: 0, away: 0, done: 0 };

/** How many are done, and of how many. */
function doneOf({ people = nobody }: SessionView): { done: number; total: number } {
  return { done: people.done, total: presentOf(people) };
}

/** One sheet for each who is done, sent, skipped or watching alike; it stands for all. */
function Sealed({ view }: { view: SessionView }) {
  const { done, total } = doneOf(view);
  return (
    <CrossFade of={`${done}/${total}`}>
      <Stack className="w-[calc(30*var(--u))]" done={done} of={total} />
    </CrossFade>
  );
}

/** "9 von 14 fertig, 2 ohne Gerät". Nobody knows how far those two are. */
function Progress({ view }: { view: SessionView }) {
  const t = useTranslations();
  const { done, total } = doneOf(view);
  const { withoutPhone: n } = view.session;
  const parts = [
    total === 0 ? null : t("stage.progress", { done, total }),
    n === 0 ? null : t("common.withoutPhone", { n }),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : <span className="tabular">{parts.join(", ")}</span>;
}

function Lobby(props: {
  title: ReactNode;
  /** Announced beginning; null where none was. */
  beginsAt: number | null;
  code: string;
  devices: number;
  withoutPhone: number;
  joinAddress: string;
  joinUrl: string | null;
  offline: boolean;
}) {
  const { title, beginsAt, code, joinAddress, joinUrl, offline } = props;
  const t = useTranslations("stage");
  // The link ends with the code; the lobby shows both parts apart.
  const base = joinUrl === null ? joinAddress : joinUrl.slice(0, joinUrl.lastIndexOf("/"));
  return (
    <div className="relative h-full">
      <StageLobby
        begins={
          beginsAt === null
            ? undefined
            : t.rich("beginsAt", { clock: () => <ClockTime at={beginsAt} /> })
        }
        code={code}
        devices={props.devices}
        withoutPhone={props.withoutPhone}
        joinUrl={base}
        title={title}
      />
      <p
        className="absolute bottom-[calc(2.6*var(--u))] left-[calc(4*var(--u))] text-ochre text-stage-label"
        role="status"
      >
        {offline ? t("searching") : null}
      </p>
    </div>
  );
}
