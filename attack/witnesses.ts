import { registry } from "@/lib/activities/registry";
import type { Chance, RawCommand } from "@/lib/activities/simulation";
import type { Witness } from "@/lib/activities/witness";
import type { SessionView } from "@/lib/session/view-schema";
import { sceneOf } from "@/server/simulated/person";

/** By kind. Each is looked for in the kind's folder: one that is missing fails whoever asks. */
const witnesses = new Map(
  await Promise.all(
    registry.map(async ({ name }) => {
      const found: { witness: Witness } = await import(`../lib/activities/${name}/witness.ts`);
      return [name, found.witness] as const;
    }),
  ),
);

/** What somebody states of this kind by hand. */
export function witnessOf(kind: string): Witness {
  const witness = witnesses.get(kind);
  if (!witness) throw new Error(`Nobody has stated anything of ${kind}`);
  return witness;
}

/** What a facilitator who sees this presses that only the current kind has; nothing where none is open. */
export function pressedIn(view: SessionView | undefined, chance: Chance): RawCommand[] {
  const scene = sceneOf(view);
  if (!view?.planned || !scene) return [];
  return witnessOf(view.planned.kind).press?.(scene, view.facilitator?.ofKind, chance) ?? [];
}
