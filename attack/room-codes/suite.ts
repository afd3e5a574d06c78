import type { Figures } from "@/attack/report";
import {
  codesByState,
  enumerate,
  expectedHits,
  randomCode,
  timeTells,
} from "@/attack/room-codes/codes";
import { setScene } from "@/attack/scene";
import { signUp } from "@/server/testing/workshop";
import { JOIN_CODE_LIMITS } from "@/server/wrong-codes";

/** What a full run asks of each kind. */
export const EACH = 10_000;
/** How far from 0.5 the AUC may be (anonymity.md, "join code"). */
const AUC_TOLERANCE = 0.02;
const OPEN_ROOMS = 1_000;
const GUESSES = 1_000_000;

/** Measures whether time tells codes apart, and how far guessing gets. Needs a build. */
export async function attackRoomCodes(databaseUrl: string, each: number): Promise<Figures> {
  /** Without the budget, whose delays would drown what is measured. */
  const unhurried = { wrongPerMinute: 1e9, answerMs: JOIN_CODE_LIMITS.answerMs };
  const scene = await setScene(databaseUrl, {
    product: { pages: true },
    measured: { pages: true, joinCodes: unhurried },
    atOnce: { pages: true, joinCodes: { ...unhurried, answerMs: 0 } },
  });
  const { admin, targets: nodes } = scene;
  const figures: Figures = { figures: [], defects: [] };
  const tell = (what: string, tries: number, result: string) =>
    figures.figures.push({ what, tries, result });
  const { defects } = figures;

  try {
    const { id } = await signUp(admin, "ada@example.org");
    const codes = await codesByState(admin, id);

    for (const [what, node, first, second] of [
      ["a right code from an unknown one", nodes.measured, randomCode, () => codes.open],
      ["a locked room from an unknown one", nodes.measured, randomCode, () => codes.locked],
      // No promise: what there would be to see if answers came as soon as they can.
      ["a right code, answered at once", nodes.atOnce, randomCode, () => codes.open],
    ] as const) {
      const { auc, withLeak } = await timeTells(node.url, first, second, each);
      tell(
        `time tells ${what}`,
        2 * each,
        `AUC ${auc.toFixed(3)}; ${withLeak.toFixed(3)} had it leaked 2 ms`,
      );
      if (node !== nodes.measured) continue;
      if (Math.abs(auc - 0.5) > AUC_TOLERANCE) defects.push(`time tells ${what}: AUC ${auc}`);
      if (withLeak - 0.5 <= AUC_TOLERANCE) {
        defects.push("a leak of 2 ms would not have been seen: too much else runs on this machine");
      }
    }

    const guesses = 2 * JOIN_CODE_LIMITS.wrongPerMinute;
    const { unlike, delayed } = await enumerate(nodes.product.url, guesses);
    tell("guesses all at once", guesses, `${unlike.length} hits, ${delayed} waited a second`);
    if (unlike.length > 0 || delayed === 0) defects.push("guessing is not slowed down");

    const expected = expectedHits(OPEN_ROOMS, GUESSES).toPrecision(3);
    tell(`expected hits among ${OPEN_ROOMS} open rooms`, GUESSES, expected);
    return figures;
  } finally {
    await scene.stop();
  }
}
