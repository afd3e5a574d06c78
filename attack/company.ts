import { markOf, type Person } from "@/lib/activities/simulation";
import type { Acknowledgement } from "@/lib/protocol";
import type { Command } from "@/lib/session/commands";
import type { SessionView } from "@/lib/session/view-schema";
import { hashSecret } from "@/server/rooms/chance";
import type { LiveClient } from "@/server/simulated/live-client";
import { cardsSceneOf, newPerson, playScene, sceneOf } from "@/server/simulated/person";
import { here } from "@/server/testing/workshop";

/**
 * One step on, as *Begin*, *Next* and at last *End* lead through a workshop; resolves once everybody is
 * there, and says whether there is a next one.
 */
export async function goOn(
  facilitator: LiveClient,
  others: readonly LiveClient[],
): Promise<boolean> {
  const from = here(facilitator);
  const isLast = facilitator.view?.facilitator?.agenda.at(-1)?.key === from.activity;
  const command: Command = isLast
    ? { type: "end" }
    : from.activity === null
      ? { type: "begin", endsAt: null }
      : { type: "advance", from };
  const answer = await facilitator.send(command);
  if (!answer.ok) throw new Error(`The walk ended at ${JSON.stringify(from)}: ${answer.code}`);
  const isThere = (view: SessionView) =>
    isLast
      ? view.session.status === "finished"
      : (view.planned?.key ?? null) !== from.activity ||
        (view.activity?.phase ?? null) !== from.phase;
  await Promise.all([facilitator, ...others].map((each) => each.until(isThere)));
  return !isLast;
}

/** What somebody was answered, and the marks and edit secrets of the cards that they handed in. */
export interface Taken {
  answers: Acknowledgement[];
  secrets: string[];
}

/**
 * Does what there is to do for this person, or hands in cards late; `allowed`: what its author says of each
 * card.
 */
export async function takePartAs(
  person: Pick<Person, "number"> & Partial<Person>,
  phone: LiveClient,
  { late = false, allowed = {} }: { late?: boolean; allowed?: object } = {},
): Promise<Taken> {
  const scene = late ? cardsSceneOf(phone.view) : sceneOf(phone.view);
  const taken: Taken = { answers: [], secrets: [] };
  if (!scene) return taken;
  const { kind = "" } = phone.view?.planned ?? {};
  await playScene(newPerson({ language: "de", ...person }), kind, scene, async (command) => {
    const { type, edit } = command;
    const answer = await phone.act(type === "submitCard" ? { ...command, ...allowed } : command);
    if (typeof edit === "string") taken.secrets.push(markOf({ hash: hashSecret }, edit), edit);
    taken.answers.push(answer);
    return answer.ok ? (answer.reply ?? null) : null;
  });
  return taken;
}
