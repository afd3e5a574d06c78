import type { Command, Position } from "@/lib/session/commands";
import { DEMO_PHONES } from "@/server/demo/demo-session";
import { END, steps } from "@/server/demo/steps";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { joinAsPhone, type SimulatedPhone } from "@/server/simulated/phone";

export interface Seeded {
  facilitator: LiveClient;
  phones: readonly SimulatedPhone[];
  close(): void;
}

/**
 * Plays a session through the real protocol, as fast as it goes, up to a step (see `steps`). In the
 * step itself the phones have taken part as well. The facilitator and the phones stay connected.
 */
export async function seedSession(options: {
  url: string;
  session: string;
  /** The facilitator's sign-in. */
  cookie: string;
  to: string;
  phones?: number;
}): Promise<Seeded> {
  const { url, session, cookie, to, phones: count = DEMO_PHONES } = options;
  const target = steps.find(({ name }) => name === to)?.at;
  if (!target && to !== END) throw new Error(`There is no step called ${to}`);
  const facilitator = await connectClient(
    url,
    { role: "facilitator", session },
    { cookie, keepFrames: false },
  );
  const phones = await Promise.all(
    Array.from({ length: count }, (_, number) => joinAsPhone(url, session, number)),
  );
  const seeded: Seeded = {
    facilitator,
    phones,
    close() {
      for (const { close } of [facilitator, ...phones]) close();
    },
  };
  try {
    await play(seeded, target);
    return seeded;
  } catch (error) {
    seeded.close();
    throw error;
  }
}

/** Advances as a facilitator does, and lets everybody take part wherever that leads. */
async function play({ facilitator, phones }: Seeded, target: Position | undefined): Promise<void> {
  if (target?.activity === null) return;
  await tell(facilitator, { type: "begin", endsAt: null });
  await facilitator.until((view) => view.planned);
  for (;;) {
    const here = positionOf(facilitator);
    await Promise.all(
      phones.map(async (phone) => {
        await phone.client.until(() => isSame(positionOf(phone.client), here));
        await phone.takePart();
      }),
    );
    if (target && isSame(here, target)) return;
    if (isLast(facilitator)) break;
    await tell(facilitator, { type: "advance", from: here });
    await facilitator.until(() => !isSame(positionOf(facilitator), here));
  }
  if (target) throw new Error("The plan ended before that step");
  await tell(facilitator, { type: "end" });
  await facilitator.until((view) => view.session.status === "finished");
}

async function tell(facilitator: LiveClient, command: Command): Promise<void> {
  const answer = await facilitator.send(command);
  if (!answer.ok) throw new Error(`The server refused ${command.type}: ${answer.code}`);
}

const positionOf = ({ view }: LiveClient): Position => ({
  activity: view?.planned?.key ?? null,
  phase: view?.activity?.phase ?? null,
});

const isSame = (a: Position, b: Position): boolean =>
  a.activity === b.activity && a.phase === b.phase;

/** Whether only ending the session leads on from here. */
function isLast({ view }: LiveClient): boolean {
  const last = view?.facilitator?.agenda.at(-1);
  return last?.status === "open" && last.phase === last.phases.at(-1)?.name;
}
