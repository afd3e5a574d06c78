import { goOn, takePartAs } from "@/attack/company";
import { chanceOf, seeded } from "@/attack/random";
import { pressedIn } from "@/attack/witnesses";
import type { LiveClient } from "@/server/simulated/live-client";
import { takesPart } from "@/server/simulated/person";

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
  const agenda = facilitator.view?.facilitator?.agenda ?? [];
  const steps = round % agenda.reduce((sum, { phases }) => sum + phases.length, 1);
  const secrets: string[] = [];
  for (let step = 0; step < steps; step += 1) {
    await goOn(facilitator, honest);
    secrets.push(...(await takePart(facilitator, honest, round)));
  }
  return secrets;
}

async function takePart(
  facilitator: LiveClient,
  honest: readonly LiveClient[],
  round: number,
): Promise<string[]> {
  const { view } = facilitator;
  if (!view?.activity) return [];
  for (const command of pressedIn(view, chanceOf(seeded(round)))) await facilitator.act(command);
  const everybody = async (late: boolean) => {
    const wording = () => `Ein Nein, ${late ? "late" : "in time"}`;
    const taken = honest.map((phone, number) =>
      takePartAs({ number, wording }, phone, { late, allowed: { mayBeCase: true } }),
    );
    return (await Promise.all(taken)).flatMap(({ secrets }) => secrets);
  };
  if (takesPart(facilitator.view)) return everybody(false);
  // Where cards can come late they do.
  if (view.facilitator?.late !== "waiting") return [];
  const late = await everybody(true);
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
