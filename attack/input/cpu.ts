import type { AttackedNode } from "@/attack/attacked-node";
import { hostileTexts, hostileValues } from "@/attack/input/hostile";
import { type HostileSocket, openHostileSocket } from "@/attack/input/hostile-socket";
import { FRAME_BYTES_MAX } from "@/lib/protocol";
import { randomId } from "@/server/rooms/chance";

/** CPU time that one frame may take (anonymity.md, "input"). */
export const CPU_MS_MAX = 50;
const REPEATS = 7;

export interface CpuFigures {
  frames: number;
  /** Medians over the repeats, of process CPU time including garbage collection, ms. */
  median: number;
  worst: number;
  worstFrame: string;
}

/**
 * CPU time of the attacked process per single frame. Each frame is sent alone, followed by one that
 * is answered, so that it has been dealt with when the time is read; the median of the repeats counts.
 */
export async function cpuPerFrame(target: AttackedNode, session: string): Promise<CpuFigures> {
  const device = randomId();
  const socket = openHostileSocket(target.url, { role: "participant", session, device });
  await socket.ready();
  const times: { ms: number; frame: string }[] = [];
  try {
    // Cold code is not what an attacker meets.
    for (const frame of heavyFrames()) await send(socket, frame);
    for (const frame of heavyFrames()) {
      const repeats: number[] = [];
      for (let repeat = 0; repeat < REPEATS; repeat += 1) {
        const before = (await target.health()).cpuMs;
        await send(socket, frame);
        repeats.push((await target.health()).cpuMs - before);
      }
      const ms = repeats.sort((a, b) => a - b)[Math.floor(REPEATS / 2)] ?? 0;
      times.push({ ms, frame: `${frame.event} ${frame.payload.slice(0, 60)}` });
    }
  } finally {
    socket.close();
  }
  times.sort((a, b) => a.ms - b.ms);
  const worst = times.at(-1);
  return {
    frames: times.length,
    median: times[Math.floor(times.length / 2)]?.ms ?? 0,
    worst: worst?.ms ?? 0,
    worstFrame: worst?.frame ?? "",
  };
}

interface HeavyFrame {
  event: string;
  /** JSON. */
  payload: string;
}

/** What costs most for its size, as large as a frame may be, at every place where something is parsed. */
function heavyFrames(): HeavyFrame[] {
  const room = FRAME_BYTES_MAX - 600;
  const fill = (unit: string) => unit.repeat(Math.floor(room / Buffer.byteLength(unit)));
  const heavy = [
    ...[...hostileTexts, ...hostileValues].flatMap((value) => JSON.stringify(value) ?? []),
    `"${fill("a")}"`,
    `"${fill("\u0351")}"`,
    `"${fill(" ")}a"`,
    `"${fill("\\u0000")}"`,
    `"${fill("\\ud800")}"`,
    `"${fill("\u202e")}"`,
    `"${fill("🙂")}"`,
    `${fill("[").slice(0, room / 2)}${"]".repeat(room / 2)}`,
    `${'{"a":'.repeat(room / 6)}0${"}".repeat(room / 6)}`,
    `[${fill("0,")}0]`,
    `[${fill("{},")}{}]`,
    `[${fill(`"${"a".repeat(32)}",`)}0]`,
    `{${Array.from({ length: 2_300 }, (_, key) => `"k${key}":${key}`).join(",")}}`,
    "9".repeat(room),
    `0.${"9".repeat(room - 2)}e-300`,
  ];
  const id = randomId();
  const places = (value: string): HeavyFrame[] => {
    const card = `"edit":"${id}","markHash":"${id}${id}","revision":1,"mayBeCase":false,"mayBeQuoted":false`;
    const act = (activity: string, command: string) =>
      `{"id":"${id}","command":{"type":"activity","activity":${activity},"command":${command}}}`;
    return [
      { event: "command", payload: value },
      {
        event: "command",
        payload: `{"id":${value},"command":${value.length < 99 ? value : "{}"}}`,
      },
      { event: "command", payload: `{"id":"${id}","command":{"type":"advance","from":${value}}}` },
      {
        event: "command",
        payload: act('"small-no"', `{"type":"submitCard",${card},"text":${value}}`),
      },
      { event: "command", payload: act('"small-no"', `{"type":"castBallot","readings":${value}}`) },
      { event: "command", payload: act(value, '{"type":"submitCard"}') },
      { event: "presence", payload: `{"activity":${value},"phase":"write","done":true}` },
      { event: "nobody-listens", payload: value },
    ];
  };
  return heavy.flatMap(places);
}

async function send(socket: HostileSocket, { event, payload }: HeavyFrame): Promise<void> {
  await socket.ready();
  socket.raw(`2["${event}",${payload}]`);
  await socket.command(null);
}
