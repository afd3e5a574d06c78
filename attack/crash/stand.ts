import { type FacilitatorBot, openConsole } from "@/attack/crash/facilitator";
import type { Installation } from "@/attack/crash/installation";
import { joinPhone, type Phone } from "@/attack/crash/phone";
import { type Seat, takeSeat } from "@/attack/crash/seat";
import { type Random, seeded } from "@/attack/random";

/** One session with everybody in it. */
export interface Stand {
  id: string;
  phones: Phone[];
  consoles: FacilitatorBot[];
  /** Which have nobody who does anything there. */
  stages: { readonly seat: Seat }[];
  /** By which link the stages came. */
  stageKey: string;
  /** When all screens showed the same and all there was, as `performance.now()`. */
  equalAt: number[];
}

export async function openStand(
  installation: Installation,
  opened: { id: string; stageKey: string; cookie: string },
  options: { clients: number },
  random: Random,
): Promise<Stand> {
  const { id: session, cookie, stageKey } = opened;
  /** So many of them, each with chance of its own, by turns on one node and the other. */
  const each = <T>(count: number, enter: (at: Place) => Promise<T>): Promise<T[]> =>
    Promise.all(
      Array.from({ length: count }, (_, number) => {
        const url = installation.urls[number % installation.urls.length] ?? "";
        return enter({ url, number, random: seeded(random.below(2 ** 31)) });
      }),
    );
  return {
    id: session,
    phones: await each(options.clients, (at) => joinPhone({ ...at, session })),
    consoles: await each(2, (at) => openConsole({ ...at, session, cookie })),
    stages: await each(2, async (at) => ({
      seat: await takeSeat({ ...at, shake: { role: "stage", key: stageKey } }),
    })),
    stageKey,
    equalAt: [],
  };
}

interface Place {
  url: string;
  number: number;
  random: Random;
}

/** Brings the stages back by the link that there is now, where it was exchanged, which has put them out. */
export async function followLink(stand: Stand, stageKey: string): Promise<void> {
  if (stageKey === stand.stageKey) return;
  stand.stageKey = stageKey;
  for (const { seat } of stand.stages) {
    seat.client.close();
    await seat.enter({ role: "stage", key: stageKey });
  }
}

export const everybodyIn = ({ phones, consoles, stages }: Stand) => [
  ...phones,
  ...consoles,
  ...stages,
];

export function leave(stand: Stand): void {
  for (const { seat } of everybodyIn(stand)) seat.close();
}
