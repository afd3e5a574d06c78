import type { Audience } from "@/lib/channel";
import type { Acknowledgement, SeenVersions, ViewFrame, ViewVersion } from "@/lib/protocol";
import type { Command, CommandFrame } from "@/lib/session/commands";
import { flatten } from "@/lib/session/patches";
import type { SessionPlan } from "@/lib/session/plan";
import { createMemorySession, type MemorySession } from "@/lib/testing/memory-session";
import { type ChannelFrames, createChannelFrames } from "@/server/rooms/channel-frames";
import type { ViewPacket } from "@/server/rooms/view-packet";
import { frameOf } from "@/server/simulated/received-view";

export type Actor = Parameters<MemorySession["send"]>[0];

/** A page as the room knows it. */
export interface Viewer {
  audience: Audience;
  send(packet: ViewPacket): void;
}

/** A command that had its effect, and when. */
interface Taken {
  actor: Actor;
  command: Command;
  now: number;
}

/**
 * A session as a server has it: the rules, the frames of each audience, and the ids of what facilitators
 * sent (P17). Without sockets and database, so that a wire between it and pages can do what it likes.
 */
export interface WireRoom {
  readonly session: MemorySession;
  /** Decides one arrival of a frame, and shows what came of it. */
  receive(actor: Actor, frame: CommandFrame): Acknowledgement;
  /** Sends the whole view, or nothing where this version was seen (P25). */
  attach(viewer: Viewer, seen: SeenVersions): void;
  detach(viewer: Viewer): void;
  resync(viewer: Viewer): void;
  /** Loads the room anew: from now on its versions are of another incarnation (P23). */
  reload(): void;
  /** What an audience sees now. */
  version(audience: Audience): ViewVersion;
  /** What an audience was shown under a version, as records of JSON text. */
  shown(audience: Audience, version: ViewVersion): ReadonlyMap<string, string> | undefined;
  /** What was answered to a command, at each of its arrivals. */
  answersTo(id: string): readonly Acknowledgement[];
  /** The same session over a wire without faults: each accepted command once, in the same order. */
  once(): MemorySession;
}

const audiences: readonly Audience[] = ["participant", "stage", "facilitator"];

export function createWireRoom(plan: SessionPlan, seed: number, people: number): WireRoom {
  const begin = (): MemorySession => {
    const session = createMemorySession(plan, seed);
    session.joined = people;
    return session;
  };
  const session = begin();
  const viewers = new Set<Viewer>();
  const taken = new Map<string, Taken>();
  const answers = new Map<string, Acknowledgement[]>();
  const history = new Map<string, ReadonlyMap<string, string>>();
  let frames: ChannelFrames = createChannelFrames(() => session.now);

  const versionNow = (audience: Audience) => frameIn(frames.full(audience)).version;

  function publish(): void {
    for (const audience of audiences) {
      const records = flatten(session.view(audience));
      const patch = frames.show(audience, records, true);
      history.set(nameOf(audience, versionNow(audience)), records);
      if (patch === null) continue;
      for (const viewer of viewers) if (viewer.audience === audience) viewer.send(patch);
    }
  }
  publish();

  function decide(actor: Actor, { id, command }: CommandFrame): Acknowledgement {
    if (actor === "facilitator" && taken.has(id)) return { ok: true };
    const decision = session.send(actor, command);
    if (!decision.ok) return decision;
    if (!taken.has(id)) taken.set(id, { actor, command, now: session.now });
    publish();
    return { ok: true, ...(decision.reply === undefined ? {} : { reply: decision.reply }) };
  }

  return {
    session,
    receive(actor, frame) {
      const answer = decide(actor, frame);
      answers.set(frame.id, [...(answers.get(frame.id) ?? []), answer]);
      return answer;
    },
    attach(viewer, seen) {
      viewers.add(viewer);
      if (frames.isCurrent(viewer.audience, seen.seen)) return;
      viewer.send(frames.full(viewer.audience));
    },
    detach: (viewer) => void viewers.delete(viewer),
    resync: (viewer) => viewer.send(frames.full(viewer.audience)),
    reload() {
      frames = createChannelFrames(() => session.now);
      publish();
    },
    version: versionNow,
    shown: (audience, version) => history.get(nameOf(audience, version)),
    answersTo: (id) => answers.get(id) ?? [],
    once() {
      const again = begin();
      for (const { actor, command, now } of taken.values()) {
        again.now = now;
        const decision = again.send(actor, command);
        if (!decision.ok)
          throw new Error(`${command.type} was accepted, and once is ${decision.code}`);
      }
      return again;
    },
  };
}

const nameOf = (audience: Audience, [incarnation, counter]: ViewVersion): string =>
  `${audience}/${incarnation}/${counter}`;

/** A packet as a page reads it. */
export function frameIn({ text }: ViewPacket): ViewFrame {
  const [, now, body]: unknown[] = JSON.parse(text.slice(1));
  return frameOf(now, body);
}
