import { expect, test } from "vitest";
import { reframeSettings } from "@/lib/activities/reframe/schema";
import { reframeUpcasts } from "@/lib/activities/reframe/upcasts";
import { upcast } from "@/lib/upcast";
import { talkToYourself } from "@/lib/workshops/activities/talk-to-yourself";

test("of version 2, an answer to one's own line is called a view, and nothing begins one", () => {
  const { starters, source, ...before } = reframeSettings.parse(talkToYourself.activity.settings);
  if (source.from !== "own") throw new Error("It has a case");
  expect(starters.length).toBeGreaterThan(0);
  const stored = { ...before, source: { from: "own", task: source.task }, version: 2 };
  expect(reframeSettings.parse(upcast(stored, reframeUpcasts.settings))).toEqual({
    ...before,
    starters: [],
    source: { from: "own", task: source.task, answer: null, keep: null },
  });
});
