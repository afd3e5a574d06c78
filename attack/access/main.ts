import { actors, expectations, holesIn } from "@/attack/access/expectations";
import { commandMatrix, named, WORKSHOPS } from "@/attack/access/matrix";
import { everyCommand } from "@/attack/commands";
import { report } from "@/attack/report";
import { mayAttempt } from "@/lib/session/authorise";
import { startTestPostgres } from "@/server/testing/postgres-for-tests";
import { signUp, startNode } from "@/server/testing/workshop";

/** `npm run attack:access`: the commands. Routes, actions and origins are in the tests beside it. */
const postgres = await startTestPostgres();
const node = await startNode(postgres.url, undefined, {
  frameRate: { perSecond: 1e6, burst: 1e6 },
  peopleEveryMs: 500,
});
const defects = holesIn((actor, command) => mayAttempt(actor, named(command)));
const figures: Record<string, string | number>[] = [
  {
    part: "authorisation table",
    amount: everyCommand.length * Object.keys(actors).length,
    result: `${Object.keys(expectations).length} commands, ${defects.length} holes`,
  },
];
try {
  const account = await signUp(node, "ada@example.org");
  for (const workshop of WORKSHOPS) {
    const matrix = await commandMatrix(node, account, workshop, { isEverythingTried: true });
    defects.push(...matrix.defects);
    figures.push({
      part: `commands over the wire, ${matrix.positions} phases`,
      amount: matrix.sent,
      result: `${matrix.accepted} accepted where they should be, ${matrix.defects.length} answers wrong`,
    });
  }
} finally {
  await node.stop();
  await postgres.stop();
}
report("Access matrix", figures, defects);
