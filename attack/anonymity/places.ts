import type * as z from "zod";
import type { Evidence, Json } from "@/attack/anonymity/evidence";
import { PLACED } from "@/attack/anonymity/plan";
import type { VoteTruth } from "@/attack/anonymity/truth";
import { CELL_MIN } from "@/lib/activities/small-cells";
import { sortBallot, type Tally, tally } from "@/lib/activities/sort/schema";

/** Points of a sort, as they are handed in. */
type Counts = z.infer<typeof sortBallot>["counts"];

/** What each person placed in the end. */
export function placedBy(votes: readonly VoteTruth[]): Map<string, Counts> {
  const placed = new Map<string, Counts>();
  for (const { activity, voter, content } of votes) {
    const read = activity === PLACED ? sortBallot.safeParse(content) : null;
    if (read?.success) placed.set(voter, read.data.counts);
  }
  return placed;
}

/** Everything that a text of JSON tells of how much lies where: as the log has it, and as screens get it. */
function talliesIn(text: string): Tally[] {
  const told: Tally[] = [];
  JSON.parse(text, (_, value: Json) => {
    const read = tally.safeParse(value);
    if (read.success) told.push(read.data);
    return value;
  });
  return told;
}

const isSmall = (people: number): boolean => people > 0 && people < CELL_MIN;

/** Whether a tally tells of one or two people, of whom one knows what everybody placed. */
function isOfFew({ places, other }: Tally, placed: readonly Counts[]): boolean {
  const using = (keys: readonly string[]): number =>
    placed.filter((counts) => keys.some((key) => (counts[key] ?? 0) > 0)).length;
  const hidden = Object.keys(placed[0] ?? {}).filter((key) => !Object.hasOwn(places, key));
  const isNamed = Object.entries(places).some(
    ([key, { people }]) =>
      isSmall(using([key])) ||
      (people !== null && (isSmall(people) || isSmall(placed.length - people))),
  );
  // "Other" by another name, or of too few itself.
  return isNamed || (other !== null && (hidden.length === 1 || isSmall(using(hidden))));
}

/** Places that one or two people used, named or among the others, in log and frames of a session. */
export function findFewPlaces({ trace, rows }: Evidence): string[] {
  const placed = [...placedBy(trace.votes).values()];
  const texts = new Set([...rows.map(({ text }) => text), ...[...trace.frames.values()].flat()]);
  const told = [...texts].filter((text) => text.includes('"placesCounted"')).flatMap(talliesIn);
  const isTold = told.some((each) => isOfFew(each, placed));
  return isTold ? ["a place that one or two people used"] : [];
}
