import { parseArgs } from "node:util";
import { attackByCrash } from "@/attack/crash/crash";
import { weaknesses } from "@/attack/crash/weaknesses";
import { report } from "@/attack/report";

/**
 * `npm run attack:crash [-- --cycles 500 --clients 40 --seed 1 --nodes 1]`: kills app and database
 * under load, again and again. `--weakness` puts one in, to see it found.
 */
const { values } = parseArgs({
  options: {
    cycles: { type: "string", default: "500" },
    clients: { type: "string", default: "40" },
    seed: { type: "string", default: "1" },
    nodes: { type: "string", default: "1" },
    weakness: { type: "string" },
  },
});
const weakness = weaknesses.find((each) => each === values.weakness);
if (values.weakness && !weakness) throw new Error(`--weakness is ${weaknesses.join(", ")}`);
const { figures, defects } = await attackByCrash({
  cycles: Number(values.cycles),
  clients: Number(values.clients),
  seed: Number(values.seed),
  nodes: Number(values.nodes),
  ...(weakness ? { weakness } : {}),
  say: (line) => console.log(line),
});
report("Crashes", figures, defects);
// Sockets that a defect left open must not keep the program.
process.exit();
