import { registry } from "@/lib/activities/registry";
import type { Witness } from "@/lib/activities/witness";

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
