import type { Server as HttpServer } from "node:http";
import { Server, type Socket } from "socket.io";
import { paceOfCommand } from "@/lib/activities/kinds";
import { SEAT_SLOT } from "@/lib/channel";
import {
  type Acknowledgement,
  FRAME_BYTES_MAX,
  type Handshake,
  handshake,
  PROTOCOL_VERSION,
  presenceFrame,
  type SeenVersions,
  seenVersions,
  TAKES_BYTES,
} from "@/lib/protocol";
import type { Actor } from "@/lib/session/actor";
import { audienceOf, mayAttempt } from "@/lib/session/authorise";
import { addsToRoom, type Command, commandFrame } from "@/lib/session/commands";
import type { Facilitator } from "@/server/auth/sign-ins";
import { createWindows, type Pace } from "@/server/auth/windows";
import {
  BUFFERED_BYTES_MAX,
  capBufferedBytes,
  WebSocketsAnsweredInTurn,
} from "@/server/buffered-bytes";
import type { DocumentReader } from "@/server/documents/reader";
import { createRefusals, type Refusals } from "@/server/documents/refusals";
import { serveDocuments } from "@/server/documents/serve-documents";
import type { Log } from "@/server/log";
import { tagOf } from "@/server/rooms/chance";
import type { Room } from "@/server/rooms/room";
import type { Rooms } from "@/server/rooms/rooms";
import type { Sender } from "@/server/rooms/submission";
import { UnreadableSession } from "@/server/rooms/unreadable";
import type { ViewPacket } from "@/server/rooms/view-packet";
import type { Viewer } from "@/server/rooms/viewers";
import type { Sessions } from "@/server/sessions";
import { type FrameRate, tokenBucket } from "@/server/token-bucket";

/** A person taps a few times a second at most; a reconnecting outbox sends a handful at once. */
const FRAME_RATE: FrameRate = { perSecond: 10, burst: 40 };
/** A view that was asked for above that rate is sent this long after the last time: by then there is something left. */
const RESYNC_AGAIN_MS = 1_000;
/** Passes are tags of their own (P111). */
const PASS = "pass";
/**
 * Devices that a session has not seen before, per quarter of an hour and node: a full lecture hall at once,
 * and then one a second. Never by address: a room sits behind one (P112).
 */
const NEW_DEVICES: Pace = { free: 600, everyMs: 1_000, longestMs: 1_000 };
const newDevices = createWindows();

/** Handshake payloads are a few hundred bytes; nobody has a reason to take longer. */
const CONNECT_TIMEOUT_MS = 10_000;

/** A sign-in that was ended on another node loses its sockets here after this long at most. */
const SIGN_INS_CHECKED_EVERY_MS = 10_000;

interface Admission {
  /** The session the socket belongs to. */
  session: string;
  audience: Viewer["audience"];
  /** With a participant's device secret, which is kept by the connection alone. */
  actor: Exclude<Sender, { kind: "sweep" | "clock" }> | Extract<Actor, { kind: "stage" }>;
  /** What proves from now on that it has been in; null where it has it, and for others. */
  pass: string | null;
  signIn: string | null;
  /** The link that a stage came by; null for others. */
  stageKey: string | null;
  seen: SeenVersions;
}

export interface Sockets {
  /** Ends the sockets of a sign-in that was signed out. */
  endSignIn(signInId: string): void;
  close(): void;
}

/**
 * The live connection: parses and authorises every frame and hands it to the session's room. Host
 * and Origin were checked before Socket.IO saw the request.
 */
export function attachSockets(
  http: HttpServer,
  deps: {
    log: Log;
    rooms: Rooms;
    sessions: Pick<Sessions, "scopesOf" | "forStage">;
    /** Who a Cookie header belongs to. */
    facilitator(cookies: string): Promise<Facilitator | null>;
    /** Which of these sign-ins are still valid. */
    stillSignedIn(signInIds: readonly string[]): Promise<Set<string>>;
    /** Only suites that send more than people do set another one, and are held to no command's own pace either. */
    frameRate?: FrameRate;
  },
): Sockets {
  const io = new Server(http, {
    path: "/socket.io/",
    serveClient: false,
    destroyUpgrade: false,
    maxHttpBufferSize: FRAME_BYTES_MAX,
    perMessageDeflate: false,
    httpCompression: false,
    connectTimeout: CONNECT_TIMEOUT_MS,
    wsEngine: WebSocketsAnsweredInTurn,
  });
  // Before anybody is let in: whoever is refused is answered, too.
  io.engine.on("connection", (connection: Socket["conn"]) => {
    capBufferedBytes(connection, BUFFERED_BYTES_MAX);
  });
  const refusals = createRefusals();
  const admissions = new WeakMap<Socket, Admission>();
  const signIns = new Map<string, Set<Socket>>();

  io.use((socket, next) => {
    admit(socket.handshake.auth, socket.handshake.headers.cookie ?? "", deps)
      .then((admission) => {
        if (admission === "outdated") return next(new Error("outdated"));
        // One answer for everything that may not be entered.
        if (!admission) return next(new Error("gone"));
        admissions.set(socket, admission);
        next();
      })
      .catch((error: unknown) => {
        deps.log.warn({ err: error }, "a handshake failed");
        next(new Error("busy"));
      });
  });

  io.on("connection", (socket) => {
    const admission = admissions.get(socket);
    if (!admission) return socket.disconnect(true);
    if (admission.signIn) remember(signIns, admission.signIn, socket);
    serve(socket, admission, { ...deps, refusals }).catch((error: unknown) => {
      if (error instanceof UnreadableSession) {
        socket.emit("refused", "unreadable");
        return socket.disconnect(true);
      }
      deps.log.error({ err: error }, "a socket could not be served");
      return socket.disconnect(true);
    });
    return undefined;
  });

  const endSignIn = (signInId: string): void => {
    for (const socket of signIns.get(signInId) ?? []) socket.disconnect(true);
  };
  const checking = setInterval(() => {
    if (signIns.size === 0) return;
    const ids = [...signIns.keys()];
    deps
      .stillSignedIn(ids)
      .then((valid) => {
        for (const id of ids) if (!valid.has(id)) endSignIn(id);
      })
      .catch((error: unknown) => deps.log.warn({ err: error }, "sign-ins could not be checked"));
  }, SIGN_INS_CHECKED_EVERY_MS);

  return {
    endSignIn,
    close() {
      clearInterval(checking);
      io.disconnectSockets(true);
      io.engine.close();
    },
  };
}

async function admit(
  payload: unknown,
  cookies: string,
  deps: Parameters<typeof attachSockets>[1],
): Promise<Admission | "outdated" | null> {
  const versions = seenVersions.safeParse(payload);
  if (!versions.success) return null;
  const { seen, seenChannels, ...rest } = versions.data;
  const parsed = handshake.safeParse(rest);
  if (!parsed.success) return null;
  const shake: Handshake = parsed.data;
  if (shake.protocol !== PROTOCOL_VERSION) return "outdated";
  const base = { seen: { seen, seenChannels }, signIn: null, stageKey: null, pass: null };
  switch (shake.role) {
    case "participant": {
      // Of a session that is live here this asks nothing of the database: a room comes in all at once.
      const room = await roomToEnter(shake.session, deps.rooms);
      if (!room) return null;
      const pass = room === "unreadable" ? null : passFor(room, shake);
      if (pass === "locked") return null;
      return {
        ...base,
        session: shake.session,
        audience: "participant",
        actor: { kind: "participant", device: shake.device },
        pass,
      };
    }
    case "facilitator": {
      const facilitator = await deps.facilitator(cookies);
      if (!facilitator) return null;
      const scopes = await deps.sessions.scopesOf(facilitator.userId, shake.session);
      if (!scopes) return null;
      const actor = { kind: "facilitator", account: facilitator.userId, scopes } as const;
      const audience = audienceOf(actor);
      if (!audience) return null;
      return {
        ...base,
        session: shake.session,
        audience,
        actor,
        signIn: facilitator.signInId,
      };
    }
    case "stage": {
      const stage = await deps.sessions.forStage(shake.key);
      if (!stage) return null;
      return {
        ...base,
        session: stage.session,
        audience: "stage",
        actor: { kind: "stage" },
        stageKey: shake.key,
      };
    }
  }
}

/** The room that a participant asks for; null where there is no such session. */
async function roomToEnter(
  session: string,
  rooms: Pick<Rooms, "get">,
): Promise<Room | "unreadable" | null> {
  try {
    return await rooms.get(session);
  } catch (error) {
    // What can't be read is refused after the handshake, with its reason.
    if (error instanceof UnreadableSession) return "unreadable";
    throw error;
  }
}

/**
 * The pass that a device is given, so that it comes in again also once the room is locked; null where
 * it has brought it. Nothing is kept here of who was given one: it is the device's own secret under the
 * session's key (P111, decision 0033). Throws where too many new devices come in at once (P112).
 */
function passFor(
  { isLocked, admissionKey }: Room,
  { session, device, pass }: Extract<Handshake, { role: "participant" }>,
): string | null | "locked" {
  if (admissionKey === null) return null;
  const right = tagOf(admissionKey, device, PASS);
  if (pass === right) return null;
  if (isLocked) return "locked";
  if (newDevices.turn(NEW_DEVICES, session) === null) throw new Error("too many new devices");
  return right;
}

async function serve(
  socket: Socket,
  admission: Admission,
  deps: Parameters<typeof attachSockets>[1] & { refusals: Refusals },
): Promise<void> {
  const { actor } = admission;
  const device = actor.kind === "participant" ? actor.device : null;
  const allow = tokenBucket(deps.frameRate ?? FRAME_RATE);
  const isPaced = deps.frameRate === undefined ? createPaces() : () => true;
  const seat = device === null ? null : (key: string) => tagOf(key, device, SEAT_SLOT);
  const takesBytes = socket.handshake.query.bodies === TAKES_BYTES.bodies;
  // Encoded once for all; in one line with what Socket.IO itself writes to this connection.
  const send = (packet: ViewPacket): void => {
    const inBytes = takesBytes ? packet.inBytes : undefined;
    if (!inBytes) socket.conn.write(packet.text, packet.options);
    else for (const part of inBytes) socket.conn.write(part.data, part.options);
  };
  // Listeners first: a client may send before the room is loaded.
  const opening = roomToServe(admission, deps);
  serveDocuments(socket, {
    ...{ opening, allow, refusals: deps.refusals },
    reader: { ...readerOf(admission), seat, send, isGone: () => socket.disconnected },
    onError(error) {
      if (error instanceof UnreadableSession) return;
      deps.log.error({ err: error }, "a frame about a document failed");
    },
  });

  socket.on("command", (raw: unknown, acknowledge: unknown) => {
    const answer = (acknowledgement: Acknowledgement) => {
      if (typeof acknowledge === "function") acknowledge(acknowledgement);
    };
    if (!allow()) return answer({ ok: false, code: "rate-limited" });
    const frame = commandFrame.safeParse(raw);
    if (!frame.success) return answer({ ok: false, code: "bad-input" });
    // Before anything is looked up, so that existence is not disclosed.
    if (actor.kind === "stage" || !mayAttempt(actor, frame.data.command)) {
      return answer({ ok: false, code: "not-allowed" });
    }
    if (!isPaced(frame.data.command)) return answer({ ok: false, code: "rate-limited" });
    opening
      .then((room): Promise<Acknowledgement> | Acknowledgement | undefined => {
        const isEarly = device !== null && addsToRoom(frame.data.command);
        if (isEarly && room && !room.takesFrom(device)) return { ok: false, code: "crowded" };
        return room?.submit({ sender: actor, frame: frame.data });
      })
      .then((result) => answer(result ?? { ok: false, code: "not-allowed" }))
      .catch((error: unknown) => {
        // What can't be read is logged once, and refused below.
        if (!(error instanceof UnreadableSession)) {
          deps.log.error({ err: error }, "a command failed");
        }
        answer({ ok: false, code: "busy" });
      });
    return undefined;
  });

  socket.on("presence", (raw: unknown, acknowledge: unknown) => {
    if (!allow()) return;
    const frame = presenceFrame.safeParse(raw);
    if (!frame.success || !device) return;
    opening
      .then((room) => room?.setPresence(device, frame.data))
      .then((isHeard) => {
        // Who leaves hangs up next, and Socket.IO drops what comes in together with a hang-up. Without an answer it is said
        // again (P266).
        if (isHeard && typeof acknowledge === "function") acknowledge();
      })
      .catch(() => undefined);
  });

  if (admission.pass !== null) socket.emit("pass", admission.pass);

  const room: Room | null = await opening;
  if (!room || socket.disconnected) {
    socket.disconnect(true);
    return;
  }
  const viewer: Viewer = {
    audience: admission.audience,
    stageKey: admission.stageKey,
    seat,
    dismiss: () => socket.disconnect(true),
    send,
  };
  let later: ReturnType<typeof setTimeout> | undefined;
  const resync = (): void => {
    clearTimeout(later);
    later = undefined;
    if (allow()) room.resync(viewer);
    // However often it asked too fast, it is sent one view: without that it would show an old one until it reconnects.
    else later = setTimeout(resync, RESYNC_AGAIN_MS);
  };
  socket.on("resync", resync);
  socket.on("disconnect", () => {
    clearTimeout(later);
    room.detach(viewer);
    if (device) room.leave(device);
  });
  if (device) room.arrive(device);
  room.attach(viewer, admission.seen);
}

/**
 * The room of a socket that was let in. A facilitator who was signed out while this socket came in gets
 * none: that was told before it was among those that it ends.
 */
async function roomToServe(
  { session, signIn }: Admission,
  { rooms, stillSignedIn }: Pick<Parameters<typeof attachSockets>[1], "rooms" | "stillSignedIn">,
): Promise<Room | null> {
  if (signIn !== null && !(await stillSignedIn([signIn])).has(signIn)) return null;
  return rooms.get(session);
}

/** Who opens documents on this connection. What tells devices apart stays in this process. */
function readerOf({ session, actor }: Admission): Pick<DocumentReader, "role" | "mayRun" | "who"> {
  switch (actor.kind) {
    case "participant":
      return { role: "participant", mayRun: false, who: `${session}/device/${actor.device}` };
    case "facilitator": {
      const mayRun = actor.scopes.has("run");
      return { role: "facilitator", mayRun, who: `${session}/account/${actor.account}` };
    }
    case "stage":
      return { role: "stage", mayRun: false, who: `${session}/stage` };
  }
}

/** Whether a command comes at the pace that its kind gives it, for one connection. */
function createPaces(): (command: Command) => boolean {
  const buckets = new Map<string, () => boolean>();
  return (command) => {
    if (command.type !== "activity") return true;
    const { type } = command.command;
    const pace = paceOfCommand(type);
    if (!pace) return true;
    const bucket = buckets.get(type) ?? tokenBucket(pace);
    buckets.set(type, bucket);
    return bucket();
  };
}

function remember(signIns: Map<string, Set<Socket>>, signIn: string, socket: Socket): void {
  const sockets = signIns.get(signIn) ?? new Set();
  sockets.add(socket);
  signIns.set(signIn, sockets);
  socket.on("disconnect", () => {
    sockets.delete(socket);
    if (sockets.size === 0) signIns.delete(signIn);
  });
}
