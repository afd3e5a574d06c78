import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { everyScope } from "@/lib/session/actor";
import { BUSY, createCommandQueue } from "@/server/rooms/command-queue";
import { isCommand, type Submission } from "@/server/rooms/submission";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const ofActivity = (id: string): Submission => ({
  sender: { kind: "participant", device: "d" },
  frame: {
    id,
    command: { type: "activity", activity: "small-no", command: { type: "castDots" } },
  },
});
const ofSession = (id: string): Submission => ({
  sender: { kind: "facilitator", account: "ada", scopes: everyScope },
  frame: { id, command: { type: "lockRoom", locked: true } },
});

/** A queue whose batches are only noted, as the ids of their commands. */
function noting({ hasDocuments = false } = {}) {
  const batches: string[][] = [];
  const queue = createCommandQueue(
    async (batch) => {
      batches.push(
        batch.map(({ submission }) => (isCommand(submission) ? submission.frame.id : "")),
      );
      for (const { answer } of batch) answer({ ok: true });
    },
    () => hasDocuments,
  );
  return { batches, queue };
}

test("P26, P38: what arrives while a batch waits for its tick is decided with it", async () => {
  const { batches, queue } = noting();
  void queue.push(ofActivity("first"));
  await queue.drain();
  expect(batches).toEqual([["first"]]);

  const answers = [queue.push(ofActivity("second"))];
  const draining = queue.drain();
  await vi.advanceTimersByTimeAsync(5);
  answers.push(queue.push(ofActivity("third")));
  // A quiet room decides, and so shows, at once; a busy one not before its tick.
  await vi.advanceTimersByTimeAsync(34);
  expect(batches).toEqual([["first"]]);
  await vi.runAllTimersAsync();
  await draining;
  expect(batches).toEqual([["first"], ["second", "third"]]);
  expect(await Promise.all(answers)).toEqual([{ ok: true }, { ok: true }]);
});

test("P211: a batch begins at its tick, whoever waits for it and with what", async () => {
  /** How long after the batch before the one begins for which these wait, ms. */
  const beginsAfter = async (commands: readonly Submission[], hasDocuments: boolean) => {
    const { batches, queue } = noting({ hasDocuments });
    void queue.push(ofActivity("before"));
    await queue.drain();
    for (const each of commands) void queue.push(each);
    const draining = queue.drain();
    let ms = 0;
    for (; batches.length === 1; ms += 1) await vi.advanceTimersByTimeAsync(1);
    await vi.runAllTimersAsync();
    await draining;
    return ms;
  };
  const document: Submission = { mayBegin: false, document: async () => undefined };
  const others = Array.from({ length: 300 }, (_, at) => ofActivity(String(at)));
  for (const some of [[ofActivity("a")], [ofSession("b")], [document], others]) {
    expect(await beginsAfter(some, false)).toBe(40);
    expect(await beginsAfter(some, true)).toBe(60);
  }
});

test("P38: a command to the session itself has a batch of its own, in its place", async () => {
  const { batches, queue } = noting();
  for (const each of [ofActivity("a"), ofActivity("b"), ofSession("c"), ofSession("d")]) {
    void queue.push(each);
  }
  void queue.push(ofActivity("e"));
  const draining = queue.drain();
  await vi.runAllTimersAsync();
  await draining;
  expect(batches).toEqual([["a", "b"], ["c"], ["d"], ["e"]]);
  expect(queue.isEmpty).toBe(true);
});

test("P37, P38: a batch holds 500 commands, and 2,000 may wait", async () => {
  const { batches, queue } = noting();
  for (let at = 0; at < 2_000; at += 1) void queue.push(ofActivity(String(at)));
  expect(await queue.push(ofActivity("one too many"))).toEqual(BUSY);
  const draining = queue.drain();
  await vi.runAllTimersAsync();
  await draining;
  expect(batches.map((batch) => batch.length)).toEqual([500, 500, 500, 500]);
});
