import { cpus } from "node:os";
import { parseArgs } from "node:util";
import * as z from "zod";
import { type Channel, channels, known } from "@/attack/anonymity/channels";
import { bestOf } from "@/attack/anonymity/guess";
import { PEOPLE } from "@/attack/anonymity/personas";
import { AT_ONCE, play } from "@/attack/anonymity/run";
import {
  ALPHA,
  cardsNeeded,
  holm,
  interval,
  isLeak,
  MARGIN,
  type Result,
  spreadIn,
  test,
} from "@/attack/anonymity/statistics";
import { createWorld } from "@/attack/anonymity/world";
import { seeded } from "@/attack/random";
import { report } from "@/attack/report";

/** `npm run attack:anonymity -- --sessions 200 --seed 7`; `--at-once 4` on a machine with little to spare. */
const { values } = parseArgs({
  options: {
    sessions: { type: "string", default: "200" },
    seed: { type: "string", default: String(Date.now() % 2 ** 31) },
    "at-once": { type: "string", default: String(AT_ONCE) },
  },
});
const whole = z.coerce.number().int();
const sessions = whole.positive().parse(values.sessions);
const seed = whole.parse(values.seed);
const atOnce = whole.positive().parse(values["at-once"]);

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;
const points = (share: number): string => {
  const size = Math.abs(100 * share).toFixed(2);
  return Number(size) === 0 ? "0" : `${share < 0 ? "−" : "+"}${size}`;
};

const begun = Date.now();
const world = await createWorld();
try {
  const random = seeded(seed);
  const run = await play(world, sessions, random, atOnce);
  const attacked = (list: Channel[]) =>
    list.map(({ name, claimed, attacks }) => {
      const { outcomes, names } = bestOf(attacks());
      const leaks = isLeak(outcomes, random);
      return { name, claimed, names, result: test(outcomes), leaks };
    });
  const claims = attacked(channels(run.evidence, run.found, random));
  const info = attacked(known(run.evidence, run.sealed, random));

  const claimed = claims.filter((each) => each.claimed);
  const adjusted = holm(claimed.map(({ result }) => result.p));
  const needed = (result: Result) => cardsNeeded(spreadIn(result), claimed.length);
  const isEnough = (result: Result) => result.n >= needed(result);

  const figures = (name: string, result: Result) => {
    const [low, high] = interval(result);
    return {
      channel: name,
      cards: result.n,
      attributed: percent(result.rate),
      chance: percent(result.chance),
      "99 % interval above chance, points": `${points(low)} to ${points(high)}`,
    };
  };
  const verdict = (result: Result, p: number): string => {
    if (p < ALPHA) return "confirmed";
    return isEnough(result) ? "NOT CONFIRMED" : `too few, ${needed(result)} are needed`;
  };
  const defects = [
    ...run.defects,
    ...claims.flatMap(({ name, leaks, names }) =>
      leaks ? [`${name} tells authors: ${names.join(", ")}`] : [],
    ),
    ...claimed.flatMap(({ name, result }, at) =>
      isEnough(result) && (adjusted[at] ?? 1) >= ALPHA
        ? [`${name}: less than ${100 * MARGIN} points above chance is not confirmed`]
        : [],
    ),
  ];
  const seconds = Math.round((Date.now() - begun) / 1000);
  console.log(
    `${sessions} sessions of ${PEOPLE}, seed ${seed}, ${seconds} s on ${cpus().length} cores`,
  );
  const claimedAt = new Map(claimed.map(({ name }, at) => [name, adjusted[at] ?? 1]));
  report(
    "Anonymity: who wrote, shared, voted",
    claims.map(({ name, result, leaks }) => {
      const p = claimedAt.get(name);
      return {
        ...figures(name, result),
        "p (Holm)": p === undefined ? "" : p.toExponential(1),
        verdict: leaks ? "LEAKS" : p === undefined ? "" : verdict(result, p),
      };
    }),
    defects,
  );
  console.log("\nFor information: what is known otherwise");
  console.table(info.map(({ name, result }) => figures(name, result)));
  console.log("\nThe attacks that did best");
  console.table(claims.map(({ name, names }) => ({ channel: name, attack: names.join(" / ") })));
} finally {
  await world.stop();
}
