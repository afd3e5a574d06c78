import { type Life, liveBy } from "@/attack/crash/life";
import { watch } from "@/attack/crash/phone";
import { createSender, type Outcome, type Sender } from "@/attack/crash/sender";
import type { Random } from "@/attack/random";
import { randomId } from "@/server/rooms/chance";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { here } from "@/server/testing/workshop";

/** Longest pause between two presses, ms. */
const PAUSE_MS = 500;

/**
 * Somebody at a console. Unlike the product's console this one sends again until it is answered, so
 * that repeats of facilitators' commands are tried too.
 */
export interface FacilitatorBot extends Life {
  readonly client: LiveClient;
  readonly sender: Sender;
  /** Minutes that were added for certain, and those that may have been. */
  readonly minutes: { certain: number; uncertain: number };
  /** Effects that a repeat would show as a second row of `handled_commands`. */
  readonly accepted: number;
  readonly seen: ReadonlySet<string>;
  /** Presses *Next* (*Begin* in the lobby, *End* at the very end). */
  next(): Promise<Outcome>;
  close(): void;
}

export async function openConsole(options: {
  url: string;
  session: string;
  cookie: string;
  random: Random;
}): Promise<FacilitatorBot> {
  const { random } = options;
  const seen = new Set<string>();
  const minutes = { certain: 0, uncertain: 0 };
  let accepted = 0;
  let connected: LiveClient | undefined;
  const sender = createSender(() => connected, random);
  const client = await connectClient(
    options.url,
    { role: "facilitator", session: options.session },
    {
      cookie: options.cookie,
      reconnects: true,
      keepFrames: false,
      onUp: () => sender.flush(),
    },
  );
  connected = client;
  watch(client, seen);

  const send = async (command: Parameters<Sender["send"]>[0]): Promise<Outcome> => {
    const outcome = await sender.send(command);
    if (outcome.accepted) accepted += 1;
    return outcome;
  };

  const act = async (): Promise<void> => {
    const { view } = client;
    if (!view) return;
    const activity = view.planned?.key;
    if (activity === undefined) {
      await send({ type: "lockRoom", locked: random.chance(0.5) });
      return;
    }
    const reviewed = random.pick(Object.values(view.review ?? {}));
    if (reviewed && random.chance(0.3)) {
      const command = { type: "holdCard", reviewId: reviewed.id, held: !reviewed.held };
      await send({ type: "activity", activity, command });
    } else if (random.chance(0.5)) {
      const outcome = await send({ type: "addMinutes", minutes: 1, from: here(client) });
      if (outcome.accepted) minutes.certain += 1;
      else if (outcome.uncertain) minutes.uncertain += 1;
    } else await send({ type: "writeNote", activity, text: randomId() });
  };

  return {
    client,
    sender,
    minutes,
    get accepted() {
      return accepted;
    },
    seen,
    ...liveBy(act, PAUSE_MS, random),
    next() {
      const { view } = client;
      if (view?.session.status === "lobby") return send({ type: "begin", endsAt: null });
      const from = here(client);
      return send(isAtTheEnd(client) ? { type: "end" } : { type: "advance", from });
    },
    close() {
      sender.close();
      client.close();
    },
  };
}

function isAtTheEnd({ view }: LiveClient): boolean {
  const last = view?.facilitator?.agenda.at(-1);
  return (
    last !== undefined &&
    last.key === view?.planned?.key &&
    last.phases.at(-1) === view?.activity?.phase
  );
}
