import fc from "fast-check";
import type { AttackedNode } from "@/attack/attacked-node";
import { takePartAs } from "@/attack/company";
import { hostileFrames, hostilePackets } from "@/attack/input/frames";
import { type Fate, type HostileSocket, openHostileSocket } from "@/attack/input/hostile-socket";
import { replayed } from "@/attack/input/replayed";
import { walk } from "@/attack/input/walk";
import { wholeWorkshop, withEveryKind } from "@/attack/whole-workshop";
import type { SessionView } from "@/lib/session/view-schema";
import { randomId } from "@/server/rooms/chance";
import type { LiveClient } from "@/server/simulated/live-client";
import { takesPart } from "@/server/simulated/person";
import { type Node, openWorkshop } from "@/server/testing/workshop";

/** Frames of one session; then another one is opened, one step further on in the workshop. */
const FRAMES_PER_ROUND = 4_000;
/** Frames on their way at a time: far below where a room may say "busy" by itself (P37). */
const WINDOW = 400;
const HOSTILE_PHONES = 12;
/** Enough for cards, dots and votes to be shown. */
const HONEST_PHONES = 6;
/** Rounds with one plan; more than a workshop has steps, so that each plan is seen at each step. */
const ROUNDS_PER_PLAN = 32;

/** Answers that an honest sender never gets, whatever others send. */
const BYSTANDER_HIT: ReadonlySet<Fate> = new Set(["busy", "crowded", "bad-input", "rate-limited"]);
/** What no frame may lead to. `busy` would mean that a transaction failed. */
const DEFECTS: ReadonlySet<Fate> = new Set(["busy", "silence", "malformed answer"]);

export interface FloodFigures {
  frames: number;
  packets: number;
  rounds: number;
  /** How often each answer came; `unanswered` for events that have no answer. */
  fates: Map<Fate, number>;
  honestCommands: number;
  cpuMs: number;
  defects: string[];
}

interface Room {
  id: string;
  facilitator: LiveClient;
  honest: LiveClient[];
  hostile: HostileSocket[];
  vandal: HostileSocket;
  ids: string[];
}

/**
 * Sends hostile frames as every role into session after session, each at another step of the
 * workshop, while honest people take part. `admin` is a node of our own on the same database, through
 * which accounts and sessions are made; only `target` is attacked.
 */
export async function flood(options: {
  target: AttackedNode;
  admin: Node;
  account: { id: string; cookie: string };
  frames: number;
  seed: number;
  onRound?: (done: number) => void;
}): Promise<FloodFigures> {
  const { target, frames, seed } = options;
  const before = (await target.health()).cpuMs;
  const figures: FloodFigures = {
    frames: 0,
    packets: 0,
    rounds: 0,
    fates: new Map(),
    honestCommands: 0,
    cpuMs: 0,
    defects: [],
  };
  let foreign: string[] = [];
  while (figures.frames < frames) {
    const room = await enter(options, seed + figures.rounds, foreign);
    try {
      const count = Math.min(FRAMES_PER_ROUND, frames - figures.frames);
      await attack(room, figures, count, seed + figures.rounds);
      const difference = await replayed(options.admin, room.id, room.honest);
      if (difference) figures.defects.push(`round ${figures.rounds}: ${difference}`);
    } finally {
      for (const each of [...room.hostile, room.vandal, ...room.honest, room.facilitator]) {
        each.close();
      }
    }
    foreign = room.ids;
    figures.rounds += 1;
    const { uncaught } = await target.health();
    if (uncaught.length + target.complaints.length > 0) {
      figures.defects.push(...uncaught, ...target.complaints.map((line) => `log: ${line}`));
      break;
    }
    options.onRound?.(figures.frames);
  }
  figures.cpuMs = (await target.health()).cpuMs - before;
  return figures;
}

/** A new session, brought to another step each round, with honest and hostile people in it. */
async function enter(
  { target, admin, account }: Parameters<typeof flood>[0],
  round: number,
  foreign: readonly string[],
): Promise<Room> {
  const session = Math.floor(round / ROUNDS_PER_PLAN);
  const attacked = { ...admin, url: target.url };
  const opened = await openWorkshop(attacked, HONEST_PHONES, {
    account,
    change: (all) => wholeWorkshop(withEveryKind(all), session),
  });
  const { id, facilitator, participants: honest } = opened;
  const links = await admin.server.sessions.forFacilitator(account.id, id);
  const stageKey = links?.stageKey ?? "";
  const devices = Array.from({ length: HOSTILE_PHONES + 1 }, () => randomId());
  const [vandal, ...phones] = devices.map((device) =>
    openHostileSocket(target.url, { role: "participant", session: id, device }),
  );
  if (!vandal) throw new Error("unreachable");
  const hostile = [
    ...phones,
    openHostileSocket(target.url, { role: "facilitator", session: id }, account.cookie),
    openHostileSocket(target.url, { role: "stage", key: stageKey }),
  ];
  await Promise.all([...hostile, vandal].map((each) => each.ready()));
  const secrets = await walk(facilitator, honest, round);
  const own = [id, ...opened.devices, ...devices, ...secrets, stageKey];
  const ids = [...own, ...idsIn(facilitator.view), ...foreign];
  return { id, facilitator, honest, hostile, vandal, ids: ids.slice(0, 200) };
}

/** Everything in a view that looks like an id. */
function idsIn(view: SessionView | undefined): string[] {
  return [...new Set(JSON.stringify(view ?? {}).match(/\b[0-9a-f]{32}(?:[0-9a-f]{32})?\b/g) ?? [])];
}

async function attack(
  room: Room,
  figures: FloodFigures,
  count: number,
  seed: number,
): Promise<void> {
  const activities = (room.facilitator.view?.facilitator?.agenda ?? []).map(({ key }) => key);
  const open = room.facilitator.view?.planned ?? null;
  const frames = fc.sample(hostileFrames({ ids: room.ids, activities, open }), {
    seed,
    numRuns: count,
  });
  const tally = (fate: Fate, sent: unknown) => {
    figures.fates.set(fate, (figures.fates.get(fate) ?? 0) + 1);
    if (DEFECTS.has(fate))
      figures.defects.push(`${fate} for ${JSON.stringify(sent).slice(0, 500)}`);
  };
  let packet = seed;
  for (let at = 0; at < frames.length; at += WINDOW) {
    const sending = frames.slice(at, at + WINDOW).map(async (frame, index) => {
      const socket = room.hostile[(at + index) % room.hostile.length];
      figures.frames += 1;
      if (frame.event !== "command" || frame.before.length > 0) {
        socket?.emit(frame);
        return tally("unanswered", frame);
      }
      const final = FINAL.exec(JSON.stringify(frame.payload) ?? "")?.[1];
      if (final) return tally(`left out: ${final}`, frame);
      tally((await socket?.command(frame.payload)) ?? "disconnected", frame);
    });
    await room.vandal.ready();
    room.vandal.raw(hostilePackets[packet % hostilePackets.length] ?? "");
    packet += 1;
    figures.packets += 1;
    await Promise.all([...sending, standBy(room, figures, at)]);
    await Promise.all(room.hostile.map((each) => each.ready()));
  }
}

/** What would leave the rest of the round with nothing but "closed", or put its stage out for good. */
const FINAL = /"command":\{"type":"(end|rotateStageLink)"\}/;

/** What honest people do meanwhile must never suffer from what others send. */
async function standBy({ facilitator, honest }: Room, figures: FloodFigures, at: number) {
  const activity = facilitator.view?.facilitator?.agenda[0]?.key ?? "";
  const revision = at + 1;
  const note = facilitator.send({ type: "writeNote", activity, text: `Notiz ${at}` });
  const habits = { wording: () => `Karte ${revision}`, revision: () => revision };
  const taking = honest.map((phone, number) =>
    takePartAs({ number, ...habits }, phone, { late: !takesPart(phone.view) }),
  );
  const talk = honest[0]?.send({ type: "wantToTalk", mark: null, revision });
  const answers = [
    await note,
    ...(talk ? [await talk] : []),
    ...(await Promise.all(taking)).flatMap(({ answers }) => answers),
  ];
  figures.honestCommands += answers.length;
  for (const answer of answers) {
    if (!answer.ok && BYSTANDER_HIT.has(answer.code)) {
      figures.defects.push(`an honest sender was told ${answer.code}`);
    }
  }
}
