"use client";

import { useTranslations } from "next-intl";
import { useLive, useLiveView } from "@/lib/client/live-provider";
import { useLoaded } from "@/lib/client/use-loaded";
import { useWords } from "@/lib/client/use-words";
import { AddressProvider } from "@/lib/i18n/address";
import { LocaleSwitch } from "@/lib/i18n/locale-switch";
import { useSessionLanguage } from "@/lib/i18n/use-session-language";
import { activityScreen } from "@/lib/phone/activity-part";
import { Coming } from "@/lib/phone/coming";
import { useLoadedBeforehand } from "@/lib/phone/loaded-later";
import { TakeHome, useTakeHomeOpen } from "@/lib/phone/take-home";
import { useAnnouncement, useUnsentAnnouncement } from "@/lib/phone/use-announcement";
import { useRoom } from "@/lib/phone/use-room";
import { Button } from "@/lib/ui/button";
import { CardsNotShown } from "@/lib/ui/cards-not-shown";
import { ClockTime } from "@/lib/ui/clock-time";
import { ConnectionLine } from "@/lib/ui/connection-line";
import { SceneClose } from "@/lib/ui/drawn/drawings";
import { OpenedProvider } from "@/lib/ui/opened";
import { useDevice } from "@/lib/ui/phone/device-provider";
import { useHelp, useWaysOutside } from "@/lib/ui/phone/help-dialog";
import { NotHandedIn } from "@/lib/ui/phone/not-handed-in";
import { PhoneFrame } from "@/lib/ui/phone/phone-frame";
import { RoomJoined, RoomRing } from "@/lib/ui/phone/room-scene";
import { ShownHelp } from "@/lib/ui/phone/shown-help";
import { useOwnNews } from "@/lib/ui/phone/use-own-news";
import { useScreenStart } from "@/lib/ui/phone/use-screen-start";
import { useKeptFocus } from "@/lib/ui/use-kept-focus";

/** The session as this phone shows it, in the plan's form of address. */
export function LiveScreens() {
  const shown = useLiveView(({ session, planned, activity }) => ({
    ...{ language: session.language, address: session.address },
    rehearsal: session.rehearsal ?? false,
    place: [session.status, planned?.key, activity?.phase].join(" "),
  }));
  const { record } = useDevice();
  useSessionLanguage(shown?.language);
  useKeptFocus();
  useScreenStart(`${record.attendance} ${shown?.place}`);
  return (
    <AddressProvider address={shown?.address ?? "du"}>
      <Announcement />
      {shown?.rehearsal ? <Rehearsal /> : null}
      {/* Above the screens, which follow the room; only its owner's leaving closes what they opened. */}
      <OpenedProvider key={record.attendance === "here" ? "in" : "out"}>
        {record.attendance === "here" ? <CurrentScreen /> : <Left />}
      </OpenedProvider>
    </AddressProvider>
  );
}

function CurrentScreen() {
  const { connection, refused } = useLive();
  const room = useRoom();
  useOwnNews();
  useLoadedBeforehand(room?.planned?.kind);
  const loaded = useLoaded(activityScreen, room?.planned != null);

  if (refused === "unreadable") return <Unreadable />;
  if (connection === "gone" || room?.status === "finished") return <Finished />;
  if (!room) return <Connecting />;
  const { status, planned, activity } = room;
  if (status === "lobby" || !planned || !activity) return <Lobby />;
  if (!loaded) return <Coming planned={planned} />;
  return (
    <loaded.ParticipantScreen
      key={`${planned.key}/${activity.phase}`}
      phase={activity.phase}
      planned={planned}
      record={activity.record}
    />
  );
}

/** Above every screen, so that nobody takes the ten for people. */
function Rehearsal() {
  const t = useTranslations("phone");
  return (
    <p className="mx-auto w-full max-w-[560px] bg-ochre-soft px-4 py-2 text-base text-ochre">
      {t("rehearsal")}
    </p>
  );
}

/** Says aloud what changed in the room; nothing else on the screen interrupts a reader. */
function Announcement() {
  return (
    <>
      <p className="sr-only" role="status">
        {useAnnouncement()}
      </p>
      <p className="sr-only" role="status">
        {useUnsentAnnouncement()}
      </p>
    </>
  );
}

function Connecting() {
  const t = useTranslations("join");
  const common = useTranslations("common");
  const { connection } = useLive();
  return (
    <PhoneFrame
      notice={<ConnectionLine about="page" online={connection !== "offline"} />}
      title={t("pageTitle")}
    >
      <p className="text-ink-2">{connection === "offline" ? null : common("loading")}</p>
    </PhoneFrame>
  );
}

function Lobby() {
  const t = useTranslations("join");
  const phone = useTranslations("phone");
  const words = useWords();
  const { connection } = useLive();
  const session = useLiveView((view) => view.session);
  const help = useHelp();
  const beginsAt = session?.beginsAt;
  return (
    <PhoneFrame
      clock={<LocaleSwitch />}
      hint={
        <>
          <RoomJoined />{" "}
          {beginsAt == null
            ? null
            : t.rich("lobbyBegins", { clock: () => <ClockTime at={beginsAt} /> })}{" "}
          {phone("layDown")}
        </>
      }
      notice={<ConnectionLine about="page" online={connection !== "offline"} />}
      onHelp={help}
      prompt={t("lobby")}
      scene={<RoomRing />}
      title={session ? words(session.title) : t("pageTitle")}
    >
      <ShownHelp />
    </PhoneFrame>
  );
}

function Finished() {
  const t = useTranslations();
  const session = useLiveView((view) => view.session);
  const words = useWords();
  const isOpen = useTakeHomeOpen();
  const ways = useWaysOutside({ helpOnPage: isOpen });
  return (
    <PhoneFrame
      prompt={t("phone.ended")}
      hint={
        <>
          <p>{t("phone.closeText")}</p>
          {/* A phone that was only turned away knows nothing of an end. */}
          {session?.status === "finished" ? (
            <p className="mt-1">{t("phone.endedDeleted")}</p>
          ) : null}
        </>
      }
      // What one takes along is to be read then.
      scene={isOpen ? undefined : <Farewell />}
      title={session ? words(session.title) : t("join.pageTitle")}
      ways={ways}
    >
      {session ? <CardsNotShown {...session} /> : null}
      <NotHandedIn here={null} listed="ownCards" />
      <TakeHome helpInFooter primary />
    </PhoneFrame>
  );
}

/** The server is of another version than the session: what is here stays, and so does the code. */
function Unreadable() {
  const t = useTranslations();
  return (
    <PhoneFrame
      hint={t("phone.unreadableHint")}
      prompt={t("phone.unreadable")}
      title={t("join.pageTitle")}
    >
      <Button kind="primary" onClick={() => location.reload()} wide>
        {t("errors.reload")}
      </Button>
      <TakeHome />
    </PhoneFrame>
  );
}

/** After *Leave*: what one takes along, and the way back to one's own place. */
function Left() {
  const t = useTranslations();
  const session = useLiveView((view) => view.session);
  const { change } = useDevice();
  const words = useWords();
  const isOpen = useTakeHomeOpen();
  const ways = useWaysOutside({ helpOnPage: isOpen });
  return (
    <PhoneFrame
      prompt={t("phone.left")}
      scene={isOpen ? undefined : <Farewell />}
      title={session ? words(session.title) : t("join.pageTitle")}
      ways={ways}
    >
      <Button onClick={() => change((before) => ({ ...before, attendance: "here" }))} wide>
        {t("phone.comeBack")}
      </Button>
      <TakeHome helpInFooter />
    </PhoneFrame>
  );
}

/** The open door, as far from the edge as the room's drawings. */
function Farewell() {
  return (
    <div className="mt-[6dvh]">
      <SceneClose />
    </div>
  );
}
