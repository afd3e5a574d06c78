import { expect, test } from "vitest";
import { handsOnReadings } from "@/lib/activities/reframe/hands";
import { newReframeData } from "@/lib/activities/reframe/rules";
import { reframeSettings } from "@/lib/activities/reframe/schema";
import { plannedWorkshop } from "@/lib/testing/memory-session";

test("P205 a reading that is not for the stage is no answer to raise a hand for: its words would get there", () => {
  const activity = plannedWorkshop().activities.find(({ kind }) => kind === "reframe");
  const settings = reframeSettings.parse(activity?.settings);
  const data = newReframeData();
  data.cases = [{ id: "case", text: "Ein Nein", markHash: null }];
  for (const [id, notForStage] of [
    ["a".repeat(32), false],
    ["b".repeat(32), true],
  ] as const) {
    const attributes = { caseId: "case", lens: null };
    data.cards.set(id, { id, text: id, attributes, notForStage, markHash: "c".repeat(64) });
  }
  const [question] = handsOnReadings(settings, data, {
    facts: () => ({}),
    shownUnder: () => undefined,
  });
  expect(question?.options.map(({ key }) => key)).toEqual(["a".repeat(32)]);
});
