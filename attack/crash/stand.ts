import { type FacilitatorBot, openConsole } from "@/attack/crash/facilitator";
import type { Installation } from "@/attack/crash/installation";
import { joinPhone, type Phone, watch } from "@/attack/crash/phone";
import { type Random, seeded } from "@/attack/random";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";

/** One session with everybody in it. */
export interface Stand {
  id: string;
  phones: Phone[];
  consoles: FacilitatorBot[];
  stages: Stage[];
  /** When all screens showed the same and all there was, as `performance.now()`. */
  equalAt: number[];
}

/** A stage, which has nobody who does anything there. */
export interface Stage {
  readonly client: LiveClient;
  readonly seen: ReadonlySet<string>;
  /** Comes by the link that there is now, where it was exchanged. */
  comeBy(stageKey: string): Promise<void>;
}

export async function openStand(
  installation: Installation,
  opened: { id: string; stageKey: string; cookie: string },
  options: { clients: number },
  random: Random,
): Promise<Stand> {
  const { id, cookie, stageKey } = opened;
  const urlOf = (number: number) => installation.urls[number % installation.urls.length] ?? "";
  const phones = await Promise.all(
    Array.from({ length: options.clients }, (_, number) =>
      joinPhone({
        url: urlOf(number),
        session: id,
        number,
        random: seeded(random.below(2 ** 31)),
      }),
    ),
  );
  const consoles = await Promise.all(
    [0, 1].map((number) =>
      openConsole({
        url: urlOf(number),
        session: id,
        cookie,
        random: seeded(random.below(2 ** 31)),
      }),
    ),
  );
  const stages = await Promise.all([0, 1].map((number) => openStage(urlOf(number), stageKey)));
  return { id, phones, consoles, stages, equalAt: [] };
}

async function openStage(url: string, firstKey: string): Promise<Stage> {
  const seen = new Set<string>();
  const connect = async (key: string): Promise<LiveClient> => {
    const client = await connectClient(
      url,
      { role: "stage", key },
      { reconnects: true, keepFrames: false },
    );
    watch(client, seen);
    return client;
  };
  let key = firstKey;
  let client = await connect(key);
  return {
    get client() {
      return client;
    },
    seen,
    async comeBy(stageKey) {
      if (stageKey === key) return;
      client.close();
      key = stageKey;
      client = await connect(key);
    },
  };
}

export function leave(stand: Stand): void {
  for (const each of [...stand.phones, ...stand.consoles]) each.close();
  for (const { client } of stand.stages) client.close();
}
