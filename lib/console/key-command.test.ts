import { describe, expect, it } from "vitest";
import { type KeySituation, keyCommand } from "@/lib/console/key-command";
import { at } from "@/lib/console/view-for-tests";

const CLOCK = { endsAt: 1, remaining: null };

function situation(phase: string, change: Partial<KeySituation["view"]> = {}): KeySituation {
  return { view: { ...at("small-no", phase), ...change }, online: true, pages: 1 };
}

const withStage = (stage: Partial<KeySituation["view"]["stage"]>): KeySituation => {
  const plain = situation("reveal");
  return { ...plain, view: { ...plain.view, stage: { ...plain.view.stage, ...stage } }, pages: 3 };
};

describe("keyCommand", () => {
  it("says why there is no way back: nothing is before, or what is done stays so (P123)", () => {
    expect(keyCommand("back", situation("write"))).toEqual({ refused: "firstPhase" });
    expect(keyCommand("back", situation("reveal"))).toEqual({ refused: "notUndone" });
    const onCase = at("other-readings", "case");
    onCase.facilitator.canGoBack = false;
    expect(keyCommand("back", { ...situation("write"), view: onCase })).toEqual({
      refused: "casesStay",
    });
    const { view } = situation("cluster");
    const back = { ...view, facilitator: { ...view.facilitator, canGoBack: true } };
    expect(keyCommand("back", { ...situation("cluster"), view: back })).toEqual({
      move: { type: "goBack" },
    });
  });

  it("has no minutes to change and nothing to stop where no clock runs", () => {
    for (const key of ["pause", "plus", "minus"] as const) {
      expect(keyCommand(key, situation("reveal"))).toEqual({ refused: "noClock" });
    }
    const { activity } = at("small-no", "write");
    const running = situation("write", { activity: activity && { ...activity, clock: CLOCK } });
    expect(keyCommand("pause", running)).toEqual({ move: { type: "pauseClock" } });
    expect(keyCommand("minus", running)).toEqual({ move: { type: "addMinutes", minutes: -1 } });
  });

  it("shows the code also where the stage was empty", () => {
    expect(keyCommand("bigCode", withStage({ blank: true }))).toMatchObject({
      stage: { blank: false, bigCode: true },
    });
    expect(keyCommand("bigCode", withStage({ blank: true, bigCode: true }))).toMatchObject({
      stage: { blank: false, bigCode: true },
    });
    expect(keyCommand("bigCode", withStage({ bigCode: true }))).toMatchObject({
      stage: { bigCode: false },
    });
  });

  it("turns pages that can be seen, as far as there are any", () => {
    expect(keyCommand("pageOn", withStage({ page: 1 }))).toEqual({ page: 2 });
    expect(keyCommand("pageOn", withStage({ page: 2 }))).toEqual({ refused: "lastPage" });
    expect(keyCommand("pageBack", withStage({ page: 0 }))).toEqual({ refused: "firstPage" });
    // A stage that had more pages a moment ago.
    expect(keyCommand("pageBack", withStage({ page: 9 }))).toEqual({ page: 1 });
    for (const covered of [{ blank: true }, { bigCode: true }]) {
      expect(keyCommand("pageOn", withStage(covered))).toEqual({ refused: "pagesHidden" });
    }
  });

  it("sends nothing without a network, and says so", () => {
    expect(keyCommand("blank", { ...situation("write"), online: false })).toEqual({
      refused: "offline",
    });
  });
});
