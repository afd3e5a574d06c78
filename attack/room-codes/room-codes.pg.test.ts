import { beforeAll, expect, test } from "vitest";
import type { Answer } from "@/attack/ask";
import {
  codesByState,
  enumerate,
  expectedHits,
  randomCode,
  tryCode,
} from "@/attack/room-codes/codes";
import { sceneForFile } from "@/attack/scene-for-file";
import { joinAnswer } from "@/lib/protocol";
import { randomId } from "@/server/rooms/chance";
import { connectClient } from "@/server/simulated/live-client";
import { signUp } from "@/server/testing/workshop";
import { JOIN_CODE_LIMITS, WRONG_CODES_DELAY_MS } from "@/server/wrong-codes";

const JOINS = 300;
const GUESSERS = 40;

const at = sceneForFile({ pages: true });
let codes: Awaited<ReturnType<typeof codesByState>>;

beforeAll(async () => {
  const { id } = await signUp(at.admin, "ada@example.org");
  codes = await codesByState(at.admin, id);
});

/** A policy's nonce is drawn by chance for each answer. */
function withoutNonce(answer: Answer): Answer {
  const policy = answer.headers["content-security-policy"]?.replace(/'nonce-[^']+'/g, "'nonce'");
  return { ...answer, headers: { ...answer.headers, "content-security-policy": policy ?? "" } };
}

test("unknown, locked and ended codes get one answer, headers and bytes (P2)", async () => {
  const asked = [randomCode(), codes.locked, codes.ended, "", "12345678", "\u0000", "x".repeat(40)];
  const answers = [];
  for (const code of asked) answers.push(withoutNonce(await tryCode(at.target.url, code)));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]).toMatchObject({ status: 200, body: '{"ok":false}' });
  // So that the comparison could fail.
  expect((await tryCode(at.target.url, codes.open)).body).not.toBe('{"ok":false}');
});

test(`${JOINS} people behind one address join without a refusal`, async () => {
  const clients = await Promise.all(
    Array.from({ length: JOINS }, async () => {
      const answer = joinAnswer.parse(JSON.parse((await tryCode(at.target.url, codes.open)).body));
      if (!answer.ok) throw new Error("refused");
      return connectClient(
        at.target.url,
        { role: "participant", session: answer.session, device: randomId() },
        { keepFrames: false },
      );
    }),
  );
  expect(clients).toHaveLength(JOINS);
  for (const client of clients) client.close();
});

test("guessing uses the budget up; then every answer waits, and a right code is never refused", async () => {
  const { unlike } = await enumerate(at.target.url, JOIN_CODE_LIMITS.wrongPerMinute * 2);
  expect(unlike).toEqual([]);
  // The budget refills steadily; these keep it empty.
  let joined = false;
  const guessing = Array.from({ length: GUESSERS }, async () => {
    while (!joined) await tryCode(at.target.url, randomCode());
  });
  const rightOnes = Array.from({ length: 10 }, async () => {
    const began = performance.now();
    const { body } = await tryCode(at.target.url, codes.open);
    expect(JSON.parse(body).ok).toBe(true);
    return performance.now() - began >= WRONG_CODES_DELAY_MS;
  });
  const waited = await Promise.all(rightOnes);
  joined = true;
  await Promise.all(guessing);
  // All but what came in the moment after a refill.
  expect(waited.filter(Boolean).length).toBeGreaterThan(5);
});

test("guesses that come all at once don't slip by: no more than the budget is answered at once", async () => {
  const guesses = JOIN_CODE_LIMITS.wrongPerMinute * 2;
  // Without HTTP around it, whose queue would look like waiting.
  const times = await Promise.all(
    Array.from({ length: guesses }, async () => {
      const began = performance.now();
      await at.admin.server.sessions.joinByCode(randomCode());
      return performance.now() - began;
    }),
  );
  const waited = times.filter((ms) => ms >= WRONG_CODES_DELAY_MS).length;
  expect(waited).toBeGreaterThan(guesses / 3);
});

test("what a million guesses find among a thousand rooms is stated, not claimed to be nought", () => {
  expect(expectedHits(1_000, 1_000_000)).toBeCloseTo(0.000909, 6);
});
