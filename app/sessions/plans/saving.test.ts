import { describe, expect, it } from "vitest";
import { createSaving, type SavingState, type Sent } from "@/app/sessions/plans/saving";

/** Somebody who edits, a server that answers when it is told to, and a clock that is turned by hand. */
function editing() {
  const states: SavingState[] = [];
  const sent: { revision: number; value: string; answer(answer: Sent | Error): void }[] = [];
  let waiting: (() => void) | null = null;
  const saving = createSaving<string>({
    revision: 1,
    send: (revision, value) =>
      new Promise((resolve, reject) => {
        sent.push({
          ...{ revision, value },
          answer: (answer) => (answer instanceof Error ? reject(answer) : resolve(answer)),
        });
      }),
    onState: (state) => states.push(state),
    wait(work) {
      waiting = work;
      return setTimeout(() => undefined, 0);
    },
  });
  /** Lets what is due happen, and what follows from it. */
  async function settle() {
    for (let turns = 0; turns < 10; turns += 1) await Promise.resolve();
  }
  return {
    ...saving,
    states,
    sent,
    settle,
    async timePasses() {
      const due = waiting;
      waiting = null;
      due?.();
      await settle();
    },
    async answer(answer: Sent | Error) {
      sent.at(-1)?.answer(answer);
      await settle();
    },
  };
}

describe("saving", () => {
  it("P301 sends what stands there after a pause, in the place of what it knows", async () => {
    const { changed, timePasses, answer, sent, states } = editing();
    changed("a");
    changed("ab");
    expect(sent).toEqual([]);
    await timePasses();
    await answer({ is: "saved", revision: 2 });
    changed("abc");
    await timePasses();
    expect(sent.map(({ revision, value }) => [revision, value])).toEqual([
      [1, "ab"],
      [2, "abc"],
    ]);
    expect(states).toEqual(["unsaved", "unsaved", "saving", "saved", "unsaved", "saving"]);
  });

  it("P301 sends one after the other, the newest next", async () => {
    const { changed, timePasses, answer, flush, sent, states } = editing();
    changed("a");
    await timePasses();
    changed("ab");
    changed("abc");
    const [one, other] = [flush(), flush()];
    await timePasses();
    expect(sent).toHaveLength(1);
    await answer({ is: "saved", revision: 2 });
    expect(states.at(-1)).toBe("saving");
    expect(sent.map(({ value }) => value)).toEqual(["a", "abc"]);
    await answer({ is: "saved", revision: 3 });
    expect([await one, await other]).toEqual([true, true]);
    expect(sent).toHaveLength(2);
    expect(states.at(-1)).toBe("saved");
  });

  it("P301 keeps nothing over what another page has changed, and goes on holding its own", async () => {
    const { changed, timePasses, answer, flush, sent, states } = editing();
    changed("a");
    await timePasses();
    await answer({ is: "newer" });
    changed("ab");
    await timePasses();
    expect(await flush()).toBe(false);
    expect(sent).toHaveLength(1);
    expect(states.at(-1)).toBe("newer");
  });

  it("tries again where nobody answers, and says so to whoever wants to leave", async () => {
    const { changed, timePasses, answer, flush, sent, states } = editing();
    changed("a");
    await timePasses();
    await answer(new Error("no network"));
    expect(states.at(-1)).toBe("failed");
    const left = flush();
    await answer(new Error("no network"));
    await timePasses();
    await answer(new Error("no network"));
    expect(await left).toBe(false);
    await timePasses();
    await answer({ is: "saved", revision: 2 });
    expect(states.at(-1)).toBe("saved");
    expect(new Set(sent.map(({ revision }) => revision))).toEqual(new Set([1]));
    expect(await flush()).toBe(true);
  });

  it("does not send over and over what is refused, until it is another one", async () => {
    const { changed, timePasses, answer, flush, sent, states } = editing();
    changed("a");
    await timePasses();
    await answer({ is: "refused" });
    await timePasses();
    expect(sent).toHaveLength(1);
    const left = flush();
    await Promise.resolve();
    await answer({ is: "refused" });
    expect(await left).toBe(false);
    changed("b");
    await timePasses();
    await answer({ is: "saved", revision: 2 });
    expect(states.at(-1)).toBe("saved");
  });
});
