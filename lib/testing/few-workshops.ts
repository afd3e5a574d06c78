import { IS_EVERYTHING_TRIED } from "@/lib/testing/everyday";
import { workshops } from "@/lib/workshops/registry";

/** The ready-made plans that every day is tried with where one of each kind shows it: few that have all kinds between them. */
export const fewWorkshops = IS_EVERYTHING_TRIED ? workshops : withEveryKind();

function withEveryKind(): typeof workshops {
  const kindsOf = ({ activities }: (typeof workshops)[number]) =>
    new Set(activities.map(({ kind }) => kind));
  const chosen: (typeof workshops)[number][] = [];
  const had = new Set<string>();
  /** How many kinds it adds for the time that it takes. */
  const worth = (each: (typeof workshops)[number]) =>
    [...kindsOf(each)].filter((kind) => !had.has(kind)).length / each.minutes;
  for (;;) {
    const [best] = workshops.toSorted((one, other) => worth(other) - worth(one));
    if (!best || worth(best) === 0) return chosen;
    chosen.push(best);
    for (const kind of kindsOf(best)) had.add(kind);
  }
}
