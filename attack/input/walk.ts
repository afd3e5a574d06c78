import { chanceOf, seeded } from "@/attack/random";
import { witnessOf } from "@/attack/witnesses";
import { markOf } from "@/lib/activities/simulation";
import type { SessionView } from "@/lib/session/view-schema";
import { hashSecret } from "@/server/rooms/chance";
import type { LiveClient } from "@/server/simulated/live-client";
import { cardsSceneOf, newPerson, playScene, sceneOf, takesPart } from "@/server/simulated/person";
import { here } from "@/server/testing/workshop";

/**
 * Advances as many steps as the round says, so that all steps are reached, again and again. On the way
 * honest people do what later commands need: what the activities ask for, late cards and their review, a
 * reply and a request to talk. Returns the marks and edit secrets of their cards.
 */
export async function walk(
  facilitator: LiveClient,
  honest: readonly LiveClient[],
  round: number,
): Promise<string[]> {
  const steps =
    round %
    (facilitator.view?.facilitator?.agenda ?? []).reduce(
      (sum, { phases }) => sum + phases.length,
      1,
    );
  const secrets: string[] = [];
  for (let step = 0; step < steps; step += 1) {
    const from = here(facilitator);
    const command =
      step === 0
        ? ({ type: "begin", endsAt: null } as const)
        : ({ type: "advance", from } as const);
    const answer = await facilitator.send(command);
    if (!answer.ok) throw new Error(`The walk ended at ${JSON.stringify(from)}: ${answer.code}`);
    const moved = (view: SessionView) =>
      view.planned?.key !== from.activity || view.activity?.phase !== from.phase;
    await Promise.all([facilitator, ...honest].map((each) => each.until(moved)));
    secrets.push(...(await takePart(facilitator, honest, round)));
  }
  return secrets;
}

async function takePart(
  facilitator: LiveClient,
  honest: readonly LiveClient[],
  round: number,
): Promise<string[]> {
  const { planned, facilitator: own } = facilitator.view ?? {};
  const scene = sceneOf(facilitator.view);
  if (!planned || !scene) return [];
  const chance = chanceOf(seeded(round));
  for (const command of witnessOf(planned.kind).press?.(scene, own?.ofKind, chance) ?? []) {
    await facilitator.act(command);
  }
  if (takesPart(facilitator.view)) return takePartAs(honest, "in time");
  // Where cards can come late they do.
  if (own?.late !== "waiting") return [];
  const late = await takePartAs(honest, "late");
  // Every other session stands with its late cards under review.
  if (round % 2 === 0) {
    await facilitator.until((seen) => seen.facilitator?.late === "ready");
    await facilitator.act({ type: "reviewLate" });
  }
  const [card] = Object.keys(facilitator.view?.cards ?? {});
  if (card) await facilitator.send({ type: "replyBlind", card, text: "Danke dafür" });
  const mark = late[0] ?? null;
  await honest[0]?.send({ type: "wantToTalk", mark, revision: 1 });
  return late;
}

/**
 * Everybody does what there is to do, late with their cards or not. Returns the marks and edit secrets of
 * cards that were handed in.
 */
async function takePartAs(
  honest: readonly LiveClient[],
  when: "in time" | "late",
  said: string = when,
): Promise<string[]> {
  const secrets = await Promise.all(
    honest.map(async (phone, number) => {
      const scene = when === "late" ? cardsSceneOf(phone.view) : sceneOf(phone.view);
      const own: string[] = [];
      if (!scene) return own;
      const person = newPerson({ number, language: "de", wording: () => `Ein Nein, ${said}` });
      await playScene(person, phone.view?.planned?.kind ?? "", scene, async (command) => {
        const { type, edit } = command;
        const answer = await phone.act(
          type === "submitCard" ? { ...command, mayBeCase: true } : command,
        );
        if (typeof edit === "string") own.push(markOf({ hash: hashSecret }, edit), edit);
        return answer.ok ? (answer.reply ?? null) : null;
      });
      return own;
    }),
  );
  return secrets.flat();
}
