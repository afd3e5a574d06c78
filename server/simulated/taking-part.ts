import { randomInt } from "node:crypto";
import { kindOf } from "@/lib/activities/kinds";
import type { Person, RawCommand } from "@/lib/activities/simulation";
import { transientRefusals } from "@/lib/errors";
import type { Acknowledgement } from "@/lib/protocol";
import type { Command } from "@/lib/session/commands";
import type { SessionView } from "@/lib/session/view-schema";
import { type DocumentLine, writePad } from "@/server/simulated/pad-writing";
import { playScene, sceneOf, takesPart } from "@/server/simulated/person";

/** How often somebody asks again where the server said "busy" or "rate-limited". */
const TRIES = 5;
const TRY_AGAIN_MS = 500;

/** What a person's phone is connected by. */
export interface Line {
  /** What the phone shows; undefined before the first view. */
  readonly view: SessionView | undefined;
  /** Calls back after each change of the view, until the returned function is called. */
  onView(listener: () => void): () => void;
  send(command: Command): Promise<Acknowledgement>;
  /** What the phone sends about documents; left out where it has none to send. */
  readonly documents?: DocumentLine;
  /** Says whether the person is done with the current phase. */
  setDone(done: boolean): void;
}

/** A person at their phone. */
export interface TakingPart {
  /** Does at once what a person does in the current phase. Doing it again changes nothing. */
  takePart(): Promise<void>;
  /** Takes part in every phase that comes, in human time, until stopped. */
  follow(): void;
  stop(): void;
}

/**
 * Plays a person as their kinds' `simulate` has it, over whatever line their phone has. `slowness`: what human
 * time is multiplied by; only tests hurry.
 */
export function takingPart(line: Line, person: Person, slowness = 1): TakingPart {
  const finished = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let awaited = "";
  let stopped = false;
  let unfollow = (): void => undefined;

  /** The answer's reply, or null where the moment has passed. */
  const act = async (activity: string, command: RawCommand): Promise<unknown> => {
    for (let tries = 1; !stopped; tries += 1) {
      const answer = await line.send({ type: "activity", activity, command });
      if (answer.ok) return answer.reply ?? null;
      if (!transientRefusals.has(answer.code) || tries === TRIES) return null;
      await new Promise((done) => setTimeout(done, TRY_AGAIN_MS * tries));
    }
    return null;
  };

  const takePart = async (): Promise<void> => {
    const { view } = line;
    const place = placeOf(view);
    const scene = sceneOf(view);
    if (!view?.planned || !scene || !takesPart(view)) return;
    if (!finished.has(place)) {
      await playScene(person, view.planned.kind, scene, (command) => act(scene.key, command));
      const pad = kindOf(view.planned.kind).simulatePad(person, scene);
      if (pad && line.documents) await writePad(line.documents, scene.key, pad);
      finished.add(place);
    }
    // Somebody who has moved on while we wrote is not done with what came after.
    if (!stopped && placeOf(line.view) === place) line.setDone(true);
  };

  const waitForMoment = (): void => {
    const place = placeOf(line.view);
    if (stopped || place === awaited) return;
    awaited = place;
    clearTimeout(timer);
    const { view } = line;
    if (!view?.planned || !takesPart(view)) return;
    const [least, most] = kindOf(view.planned.kind).pace;
    timer = setTimeout(
      () => {
        // Offline or refused: the next phase is another chance.
        takePart().catch(() => undefined);
      },
      slowness * randomInt(least * 1000, most * 1000),
    );
  };

  return {
    takePart,
    follow() {
      unfollow = line.onView(waitForMoment);
      waitForMoment();
    },
    stop() {
      stopped = true;
      unfollow();
      clearTimeout(timer);
    },
  };
}

/** Where the session is, as `kind/activity/phase`. */
function placeOf(view: SessionView | undefined): string {
  const { planned, activity } = view ?? {};
  return `${planned?.kind}/${planned?.key}/${activity?.phase}`;
}
