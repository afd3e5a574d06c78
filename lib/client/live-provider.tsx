"use client";

import "@/lib/client/zod-setup";
import { replaceEqualDeep } from "@tanstack/react-query";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { type Connection, connect, sendNow } from "@/lib/client/connection";
import type { Attendance } from "@/lib/client/device-record";
import { createLane, type Lane } from "@/lib/client/lane";
import { createLiveStore, type LiveStore } from "@/lib/client/live-store";
import { createLiveView } from "@/lib/client/live-view";
import { attemptsOfTab } from "@/lib/client/newer-release";
import { type CommandQueue, createOutbox, type Outbox } from "@/lib/client/outbox";
import {
  type Acknowledgement,
  type Handshake,
  type PresenceFrame,
  seenVersionsOf,
} from "@/lib/protocol";
import type { Command } from "@/lib/session/commands";
import type { SessionView } from "@/lib/session/view-schema";

/** "gone": the server refuses this client for good, see `refused`. */
export type ConnectionState = "connecting" | "online" | "offline" | "gone";

export interface Live {
  connection: ConnectionState;
  /** Whether what was handed in waits for its turn among many new phones (P139). */
  crowded: boolean;
  /** The server's reason, while `connection` is "gone". */
  refused: string | null;
  /** Server time minus this device's time, in milliseconds. */
  clockOffset: number;
  /**
   * Sends now or not at all: facilitators' commands, and questions. What participants hand in waits on
   * the device until it is acknowledged (`handIn` of `useDevice`). Answers with a refusal, never with
   * an exception; "busy" where it could not be sent now.
   */
  send(command: Command): Promise<Acknowledgement>;
  /** Tells the room's count that this phone is done with a phase, or isn't any more. */
  setDone(place: { activity: string; phase: string }, done: boolean): void;
  /** For what is arranged or written together; the same object as long as this page lives. */
  lane: Lane;
  /** The server has not got any more what this page needs of its own release (P330). */
  tellOutdated(): void;
}

export interface LiveProviderProps {
  handshake: Handshake;
  /** Somebody who left is told of to the server, and then not connected any more (P71). */
  attendance?: Attendance;
  /** What proves that this device has been in before, and where to keep it (P111). */
  pass?: string | null;
  onPass?: (pass: string) => void;
  /** What the connection is made with, where a way to the server was opened beforehand. */
  load?: Parameters<typeof connect>[2];
  /** Called once the server has heard that somebody left, or will not listen any more. */
  onLeft?: () => void;
  /** A participant's: what this device has handed in and not sent yet. */
  queue?: CommandQueue;
  /** Told of each view before it is shown, so that what is needed for it can begin to come. */
  onView?: (view: SessionView) => void;
  /** What this page can show of what comes; null where it can't, which is of another release then. */
  readView: (view: unknown) => SessionView | null;
  /** Shown instead, once the server is of another release than this page. */
  whenOutdated: ReactNode;
  children: ReactNode;
}

const LiveContext = createContext<Live | null>(null);

/** What is shown, and of which session. */
interface Shown {
  store: LiveStore;
  /** Tells this session from others on this device. */
  session: string;
}

const ShownContext = createContext<Shown | null>(null);

const sessionKey = (handshake: Handshake): string =>
  handshake.role === "stage" ? handshake.key : handshake.session;

/** The connection of the `LiveProvider` above; `useLiveView` has what comes over it. */
export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error("useLive needs a LiveProvider above it");
  return live;
}

/**
 * What `select` takes of the live view; undefined until the first one arrived. Frames come every few
 * seconds, and a component renders again only where its own part changed: take no more than is shown.
 */
export function useLiveView<Part>(select: (view: SessionView) => Part): Part | undefined {
  const { store } = useShown();
  const last = useRef<{ view: SessionView; select: typeof select; part: Part } | null>(null);
  function current(): Part | undefined {
    const view = store.current();
    if (!view) return undefined;
    if (last.current?.view !== view || last.current.select !== select) {
      last.current = { view, select, part: replaceEqualDeep(last.current?.part, select(view)) };
    }
    return last.current.part;
  }
  return useSyncExternalStore(store.subscribe, current, current);
}

/** What tells this session from others on this device, for what is kept of it. */
export const useSessionKey = (): string => useShown().session;

function useShown(): Shown {
  const shown = useContext(ShownContext);
  if (!shown) throw new Error("A live view needs a LiveProvider above it");
  return shown;
}

/** Nothing comes, and what is sent goes nowhere. */
const still: Live = {
  ...{ connection: "online", crowded: false, refused: null, clockOffset: 0 },
  send: async () => ({ ok: true }),
  setDone: () => undefined,
  lane: createLane(),
  tellOutdated: () => undefined,
};

/** A view that was made beforehand, for examples of screens: there is no connection. */
export function StillProvider({ view, children }: { view: SessionView; children: ReactNode }) {
  const [shown] = useState<Shown>(() => ({ store: createLiveStore(view), session: "" }));
  return (
    <ShownContext.Provider value={shown}>
      <LiveContext.Provider value={still}>{children}</LiveContext.Provider>
    </ShownContext.Provider>
  );
}

const nowhere: PresenceFrame = { activity: null, phase: null, done: false };

/** One connection to one session, for everything below it. */
export function LiveProvider(props: LiveProviderProps) {
  const { handshake, attendance = "here", pass = null, onPass, onLeft, queue } = props;
  const { whenOutdated, children } = props;
  const reading = useRef(props.readView);
  reading.current = props.readView;
  const told = useRef(props.onView);
  told.current = props.onView;
  const identity = JSON.stringify(handshake);
  // Pages write the handshake inline; only its content may reconnect.
  const stable = useRef({ identity, handshake });
  if (stable.current.identity !== identity) stable.current = { identity, handshake };
  const left = useRef(onLeft);
  left.current = onLeft;
  const loading = useRef(props.load);
  const passing = useRef({ pass, onPass });
  passing.current = { pass, onPass };

  const [connection, setConnection] = useState<ConnectionState>("connecting");
  const [refused, setRefused] = useState<string | null>(null);
  const [clockOffset, setClockOffset] = useState(0);
  const [crowded, setCrowded] = useState(false);
  const wire = useRef<Connection | null>(null);
  const outbox = useRef<Outbox | null>(null);
  const presence = useRef<PresenceFrame>(nowhere);
  const [lane] = useState(createLane);

  // biome-ignore lint/correctness/useExhaustiveDependencies: identity stands for the handshake
  const shown = useMemo(
    () => ({ store: createLiveStore(), session: sessionKey(handshake) }),
    [identity],
  );
  // What a page has was got anew before; that it is shown says nothing yet of what is still to be loaded.
  const [attemptsBefore] = useState(() => attemptsOfTab.count());

  // biome-ignore lint/correctness/useExhaustiveDependencies: identity stands for the handshake
  useEffect(() => {
    const { handshake: current } = stable.current;
    setConnection("connecting");
    setRefused(null);
    setCrowded(false);
    if (attendance === "left") return;

    const live = createLiveView({
      read: (view) => reading.current(view),
      onView(view, offset) {
        attemptsOfTab.keep(0);
        told.current?.(view);
        setClockOffset(offset);
        shown.store.set(view);
      },
      resync: () => link.resync(),
      onOutdated: () => link.refuse("outdated"),
    });
    const link = connect(
      current,
      {
        onUp() {
          live.connected();
          setConnection("online");
          lane.tell("up", null);
          outbox.current?.flush();
          if (attendance === "leaving") void leave();
          else if (presence.current.activity !== null) link.presence(presence.current);
        },
        onDown() {
          setConnection((before) => (before === "gone" ? before : "offline"));
          lane.tell("down", null);
        },
        onOther: lane.tell,
        onRefused(code) {
          setRefused(code);
          setConnection("gone");
          if (attendance === "leaving" && code !== "outdated") left.current?.();
        },
        pass: () => passing.current.pass,
        onPass: (given) => passing.current.onPass?.(given),
        seen: () => seenVersionsOf(live.current()),
        onFrame: live.take,
      },
      loading.current,
    );
    wire.current = link;
    lane.use(link);

    /** Hangs up once the server knows, and has what was handed in before. */
    async function leave(): Promise<void> {
      let isHeard = await link.sayLeft();
      while (!isHeard && link.isUp()) isHeard = await link.sayLeft();
      if (!isHeard) return;
      await outbox.current?.emptied();
      left.current?.();
    }

    const box = queue && createOutbox({ queue, deliver: link.deliver, onCrowded: setCrowded });
    outbox.current = box ?? null;
    box?.flush();

    return () => {
      link.close();
      box?.close();
      wire.current = null;
      lane.use(null);
      outbox.current = null;
    };
  }, [identity, shown, attendance, queue, lane]);

  const send = useCallback(
    (command: Command): Promise<Acknowledgement> => sendNow(wire.current, command),
    [],
  );

  const setDone = useCallback<Live["setDone"]>(({ activity, phase }, done) => {
    const { current } = presence;
    // Being done belongs to a phase; a new one starts undone, which needs no saying.
    const isKnown = current.activity === activity && current.phase === phase && current.done;
    if (isKnown === done) return;
    presence.current = { activity, phase, done };
    wire.current?.presence(presence.current);
  }, []);

  const tellOutdated = useCallback(() => {
    attemptsOfTab.keep(attemptsBefore);
    wire.current?.refuse("outdated");
  }, [attemptsBefore]);

  const live = useMemo<Live>(
    () => ({ connection, crowded, refused, clockOffset, send, setDone, lane, tellOutdated }),
    [connection, crowded, refused, clockOffset, send, setDone, lane, tellOutdated],
  );
  return (
    <ShownContext.Provider value={shown}>
      <LiveContext.Provider value={live}>
        {refused === "outdated" ? whenOutdated : children}
      </LiveContext.Provider>
    </ShownContext.Provider>
  );
}
