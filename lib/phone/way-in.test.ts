import { afterEach, expect, test, vi } from "vitest";
import { beginWayIn } from "@/lib/phone/way-in";

const CODE = "7K3M9QTX";

/** A server whose answers are counted. */
function answering() {
  let asked = 0;
  vi.stubGlobal("fetch", async () => {
    asked += 1;
    return Response.json({ answer: asked });
  });
  return () => asked;
}

afterEach(() => vi.unstubAllGlobals());

test("P220 what was asked early holds for the first time alone, also where it was known before anybody asked", async () => {
  const asked = answering();
  const wayIn = beginWayIn(`/j/${CODE}`);
  await expect.poll(() => wayIn.known()).toEqual({ answer: 1 });
  expect(asked()).toBe(1);
  expect(await wayIn.ask(CODE)).toEqual({ answer: 2 });
});

test("P220 whoever asks before it has come gets the early answer, and then a new one", async () => {
  const asked = answering();
  const wayIn = beginWayIn(`/j/${CODE}`);
  expect(await wayIn.ask(CODE)).toEqual({ answer: 1 });
  expect(await wayIn.ask(CODE)).toEqual({ answer: 2 });
  expect(asked()).toBe(2);
});

test("P220 a phone that went in without its early answer asks anew, also about the same code", async () => {
  const asked = answering();
  const wayIn = beginWayIn(`/j/${CODE}`);
  wayIn.forget();
  await expect.poll(asked).toBe(1);
  expect(await wayIn.ask(CODE)).toEqual({ answer: 2 });
});
