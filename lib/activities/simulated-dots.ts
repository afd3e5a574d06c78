import { type Person, revisionOf, type Simulation } from "@/lib/activities/simulation";

/** All dots of one person, each on any of these: earlier ones are a little likelier to be liked. Nothing where there are none. */
export function* simulatedDots(
  person: Person,
  { slot, n, on }: { slot: string; n: number; on: readonly { id: string }[] },
): Simulation {
  if (on.length === 0) return;
  const any = () => person.chance.int(0, on.length);
  const dots: Record<string, number> = {};
  for (let laid = 0; laid < n; laid += 1) {
    const liked = on[Math.min(any(), any())];
    if (liked) dots[liked.id] = (dots[liked.id] ?? 0) + 1;
  }
  yield { type: "castDots", revision: revisionOf(person, slot), dots };
}
