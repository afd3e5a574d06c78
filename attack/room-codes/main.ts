import { startAttackedNode } from "@/attack/attacked-node";
import { report } from "@/attack/report";
import {
  codesByState,
  enumerate,
  expectedHits,
  randomCode,
  timeTells,
} from "@/attack/room-codes/codes";
import { randomId } from "@/server/rooms/chance";
import { startTestPostgres } from "@/server/testing/postgres-for-tests";
import { signUp, startNode } from "@/server/testing/workshop";
import { JOIN_CODE_LIMITS } from "@/server/wrong-codes";

/** `npm run attack:room-codes -- --each 2000`; the full run asks 10,000 of each kind. Needs a build. */
const EACH = 10_000;
/** How far from 0.5 the AUC may be (anonymity.md, "join code"). */
const AUC_TOLERANCE = 0.02;
const OPEN_ROOMS = 1_000;
const GUESSES = 1_000_000;

const at = process.argv.indexOf("--each");
const each = at < 0 ? EACH : Number(process.argv[at + 1]);

const postgres = await startTestPostgres();
const secret = randomId() + randomId();
const parts = { databaseUrl: postgres.url, secret, pages: true };
const admin = await startNode(postgres.url, secret);
/** Without the budget, whose delays would drown what is measured. */
const unhurried = { wrongPerMinute: 1e9, answerMs: JOIN_CODE_LIMITS.answerMs };
const nodes = {
  product: await startAttackedNode(parts),
  measured: await startAttackedNode({ ...parts, joinCodes: unhurried }),
};
const figures: Record<string, string | number>[] = [];
const defects: string[] = [];

try {
  const { id } = await signUp(admin, "ada@example.org");
  const codes = await codesByState(admin, id);

  for (const [what, first, second] of [
    ["a right code from an unknown one", randomCode, () => codes.open],
    ["a locked room from an unknown one", randomCode, () => codes.locked],
  ] as const) {
    const { auc, withLeak } = await timeTells(nodes.measured.url, first, second, each);
    figures.push({
      what: `time tells ${what}`,
      tries: 2 * each,
      result: `AUC ${auc.toFixed(3)}; ${withLeak.toFixed(3)} had it leaked 2 ms`,
    });
    if (Math.abs(auc - 0.5) > AUC_TOLERANCE) defects.push(`time tells ${what}: AUC ${auc}`);
    if (withLeak - 0.5 <= AUC_TOLERANCE) {
      defects.push("a leak of 2 ms would not have been seen: too much else runs on this machine");
    }
  }

  const guesses = 2 * JOIN_CODE_LIMITS.wrongPerMinute;
  const { hits, delayed } = await enumerate(nodes.product.url, guesses);
  figures.push({
    what: "guesses all at once",
    tries: guesses,
    result: `${hits} hits, ${delayed} waited a second`,
  });
  if (hits > 0 || delayed === 0) defects.push("guessing is not slowed down");

  figures.push({
    what: `expected hits among ${OPEN_ROOMS} open rooms`,
    tries: GUESSES,
    result: expectedHits(OPEN_ROOMS, GUESSES).toPrecision(3),
  });
} finally {
  for (const node of Object.values(nodes)) await node.stop();
  await admin.stop();
  await postgres.stop();
}
report("Join codes", figures, defects);
