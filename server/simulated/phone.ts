import { randomInt } from "node:crypto";
import { kindOf } from "@/lib/activities/kinds";
import type { Person, RawCommand } from "@/lib/activities/simulation";
import { transientRefusals } from "@/lib/errors";
import { joinAnswer } from "@/lib/protocol";
import type { SessionView } from "@/lib/session/view-schema";
import { randomId } from "@/server/rooms/chance";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { newPerson, playScene, sceneOf, takesPart } from "@/server/simulated/person";

/** How often a phone asks again where the server said "busy" or "rate-limited". */
const TRIES = 5;
const TRY_AGAIN_MS = 500;

/** A participant that nobody holds in their hand. It knows what a phone knows, and no more. */
export interface SimulatedPhone {
  readonly client: LiveClient;
  /** Does at once what a person does in the current phase. Doing it again changes nothing. */
  takePart(): Promise<void>;
  /** Takes part in every phase that comes, in human time, until closed. */
  follow(): void;
  close(): void;
}

/** What a right code opens, asked as the join page asks. Throws for a wrong one. */
export async function joinByCode(url: string, code: string): Promise<string> {
  const response = await fetch(new URL("/api/join", url), {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ code }),
  });
  const answer = joinAnswer.parse(await response.json());
  if (!answer.ok) throw new Error("The session can't be joined");
  return answer.session;
}

/**
 * Joins a session as the participant with this number, which decides what it writes. `habits` are what
 * this one does otherwise. Resolves with the first view.
 */
export async function joinAsPhone(
  url: string,
  session: string,
  number: number,
  habits: Partial<Pick<Person, "wording">> = {},
): Promise<SimulatedPhone> {
  const shake = { role: "participant", session, device: randomId() } as const;
  const client = await connectClient(url, shake, { reconnects: true, keepFrames: false });
  const language = client.view?.session.language ?? "de";
  const person = newPerson({ number, language, ...habits });
  const finished = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let awaited = "";

  /** The answer's reply, or null where the moment has passed. */
  const act = async (activity: string, command: RawCommand): Promise<unknown> => {
    for (let tries = 1; ; tries += 1) {
      const answer = await client.send({ type: "activity", activity, command });
      if (answer.ok) return answer.reply ?? null;
      if (!transientRefusals.has(answer.code) || tries === TRIES) return null;
      await new Promise((done) => setTimeout(done, TRY_AGAIN_MS * tries));
    }
  };

  const takePart = async (): Promise<void> => {
    const { view } = client;
    const place = placeOf(view);
    const scene = sceneOf(view);
    if (!view?.planned || !scene || !takesPart(view)) return;
    if (!finished.has(place)) {
      await playScene(person, view.planned.kind, scene, (command) => act(scene.key, command));
      finished.add(place);
    }
    // Somebody who has moved on while we wrote is not done with what came after.
    if (placeOf(client.view) === place) client.setDone(true);
  };

  const waitForMoment = (): void => {
    const place = placeOf(client.view);
    if (place === awaited) return;
    awaited = place;
    clearTimeout(timer);
    const { view } = client;
    if (!view?.planned || !takesPart(view)) return;
    const [least, most] = kindOf(view.planned.kind).pace;
    timer = setTimeout(
      () => {
        // Offline or refused: the next phase is another chance.
        takePart().catch(() => undefined);
      },
      randomInt(least * 1000, most * 1000),
    );
  };

  return {
    client,
    takePart,
    follow() {
      client.onView(waitForMoment);
      waitForMoment();
    },
    close() {
      clearTimeout(timer);
      client.close();
    },
  };
}

/** Where the session is, as `kind/activity/phase`. */
function placeOf(view: SessionView | undefined): string {
  const { planned, activity } = view ?? {};
  return `${planned?.kind}/${planned?.key}/${activity?.phase}`;
}
