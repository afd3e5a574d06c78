import { setTimeout as delay } from "node:timers/promises";
import { createSender, type Sender } from "@/attack/crash/sender";
import type { Random } from "@/attack/random";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";

type Shake = Parameters<typeof connectClient>[1];

/** Somebody's place on a node, which comes back by itself whatever is killed. */
export interface Seat {
  /** Another one after `enter`. */
  readonly client: LiveClient;
  readonly sender: Sender;
  /** Card ids and positions that it was ever shown. */
  readonly seen: ReadonlySet<string>;
  /** Enters anew, as another connection. */
  enter(shake: Shake): Promise<void>;
  close(): void;
}

export async function takeSeat(options: {
  url: string;
  shake: Shake;
  random: Random;
  cookie?: string;
}): Promise<Seat> {
  const { url, cookie, random } = options;
  const seen = new Set<string>();
  let entered: LiveClient | undefined;
  const sender = createSender(() => entered, random);
  const enter = async (shake: Shake): Promise<LiveClient> => {
    const client = await connectClient(url, shake, {
      ...(cookie === undefined ? {} : { cookie }),
      ...{ reconnects: true, keepFrames: false, onUp: () => sender.flush() },
    });
    const look = () => {
      const { planned, activity, cards = {} } = client.view ?? {};
      if (planned && activity) seen.add(`${planned.key}/${activity.phase}`);
      for (const id of Object.keys(cards)) seen.add(`card ${id}`);
    };
    client.onView(look);
    look();
    entered = client;
    return client;
  };
  let client = await enter(options.shake);
  return {
    get client() {
      return client;
    },
    ...{ sender, seen },
    async enter(shake) {
      client = await enter(shake);
    },
    close() {
      sender.close();
      client.close();
    },
  };
}

/** Somebody who does one thing after the other while there is work. */
export interface Life {
  /** Takes part until `rest`. */
  work(): void;
  /** Resolves once everything that was sent has its final answer. */
  rest(): Promise<void>;
}

export function liveBy(act: () => Promise<void>, pauseMs: number, random: Random): Life {
  let working = false;
  let life: Promise<void> = Promise.resolve();
  return {
    work() {
      working = true;
      life = (async () => {
        while (working) {
          await act();
          if (working) await delay(random.below(pauseMs));
        }
      })();
    },
    async rest() {
      working = false;
      await life;
    },
  };
}
