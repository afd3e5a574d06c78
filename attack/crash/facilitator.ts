import { type FacilitatorAct, facilitatorActs, leadingActs } from "@/attack/crash/facilitator-acts";
import { type Life, liveBy } from "@/attack/crash/life";
import { watch } from "@/attack/crash/phone";
import { createSender, type Outcome, type Sender } from "@/attack/crash/sender";
import { fateOf, type Sent } from "@/attack/crash/sent";
import type { Random } from "@/attack/random";
import type { Command } from "@/lib/session/commands";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";

/** Longest pause between two presses, ms. */
const PAUSE_MS = 300;

/** A facilitator's command with what came of it. */
export interface Pressed {
  command: Command;
  fate: Sent<unknown>["fate"];
  /** When it was pressed, as `performance.now()`. */
  at: number;
  /** The words of the card that it was about. */
  cardText: string | null;
}

/**
 * Somebody at a console. Unlike the product's console this one sends again until it is answered, so
 * that repeats of facilitators' commands are tried too.
 */
export interface FacilitatorBot extends Life {
  readonly client: LiveClient;
  readonly sender: Sender;
  readonly pressed: readonly Pressed[];
  readonly seen: ReadonlySet<string>;
  /** Goes on: mostly *Next* (*Begin* in the lobby, *End* at the very end), now and then elsewhere. */
  next(): Promise<void>;
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
  const pressed: Pressed[] = [];
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

  const press = async (act: FacilitatorAct | undefined): Promise<void> => {
    if (!act) return;
    const { command, cardText = null } = act;
    const at = performance.now();
    const outcome: Outcome = await sender.send(command);
    pressed.push({ command, fate: fateOf(outcome), at, cardText });
  };

  const act = async (): Promise<void> => {
    const { view } = client;
    if (view) await press(random.pick(facilitatorActs(view, random)));
  };

  return {
    client,
    sender,
    pressed,
    seen,
    ...liveBy(act, PAUSE_MS, random),
    async next() {
      const { view } = client;
      if (view) await press(leadingActs(view, random));
    },
    close() {
      sender.close();
      client.close();
    },
  };
}
