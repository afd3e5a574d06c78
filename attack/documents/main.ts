import { parseArgs } from "node:util";
import { fuzzGuard } from "@/attack/documents/guard-fuzz";
import { report } from "@/attack/report";

/** `npm run attack:documents [-- --updates 100000 --seed 1]`: the guard of boards and pads against mutated updates. */
const { values } = parseArgs({
  options: {
    updates: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
  },
});
const runs = (["board", "pad"] as const).map((model) => ({
  model,
  ...fuzzGuard({ model, seed: Number(values.seed), updates: Number(values.updates) }),
}));
report(
  `The guard of documents, seed ${values.seed}`,
  runs.map(({ model, count }) => ({ model, ...count })),
  runs.flatMap(({ defects }) => defects),
);
