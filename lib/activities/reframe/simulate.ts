import { reframeRecord } from "@/lib/activities/reframe/record";
import { type ReframeSettings, readingBallot } from "@/lib/activities/reframe/schema";
import { readingsOf } from "@/lib/activities/reframe/simulated-texts";
import {
  type Person,
  revisionOf,
  type Scene,
  type Simulation,
  secretsOf,
  written,
} from "@/lib/activities/simulation";

export function* simulateReframe(person: Person, scene: Scene<ReframeSettings>): Simulation {
  if (scene.phase === "write") yield* write(person, scene);
  if (scene.phase === "vote") yield* vote(person, scene);
}

/** One reading per case; whoever finds none just watches. */
function* write(person: Person, { key, settings, record }: Scene<ReframeSettings>): Simulation {
  const { number } = person;
  for (const { id } of reframeRecord.parse(record).cases) {
    const known = readingsOf(id);
    const reading = known[person.wording ? number % known.length : number];
    if (!reading) continue;
    const slot = `${key}/${id}`;
    yield {
      type: "submitCard",
      ...secretsOf(person, slot),
      revision: revisionOf(person, slot),
      text: written(person, reading.text, settings.characterLimit),
      attributes: {
        caseId: id,
        lens: settings.lenses.find(({ key }) => key === reading.lens)?.key ?? null,
      },
      mayBeQuoted: number % 2 === 0,
    };
  }
}

function* vote(person: Person, { key, settings, record }: Scene<ReframeSettings>): Simulation {
  for (const { id } of reframeRecord.parse(record).cases) {
    const ballot = readingBallot.safeParse(yield { type: "openBallot", caseId: id });
    if (!ballot.success) continue;
    // The ballot's own order is random already; earlier ones are a little likelier to be liked.
    const readings = ballot.data.shown
      .filter((_, place) => person.chance.int(0, 10) < 8 - place)
      .slice(0, settings.votes);
    const revision = revisionOf(person, `${key}/vote:${id}`);
    yield { type: "castBallot", caseId: id, revision, readings };
  }
}
