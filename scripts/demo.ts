import { join } from "node:path";
import { DEMO_FOLDER, refuseDemoInProduction, startDemo } from "@/server/demo/demo";
import { readEnv } from "@/server/env";
import { projectRoot } from "@/server/project-root";
import { run } from "@/server/run";

// `npm run demo`, bundled as dist/demo.mjs: the product, and ten simulated phones beside it. The
// product's own bundle knows nothing of this.
run({
  env(variables) {
    refuseDemoInProduction(variables);
    const dataDir = join(variables.AUFWIND_DATA_DIR || ".data", DEMO_FOLDER);
    return readEnv({ ...variables, AUFWIND_DATA_DIR: dataDir }, projectRoot());
  },
  started: startDemo,
});
