import { beforeEach, describe, expect, test } from "vitest";
import { collectRecord } from "@/lib/activities/collect/record";
import { positionOf } from "@/lib/session/state";
import {
  createMemorySession,
  hashOf,
  type MemorySession,
  plannedWorkshop,
} from "@/lib/testing/memory-session";

const THEME = "a".repeat(32);

/** The card that is not for the stage. */
const HIDDEN = "Nicht auf die Bühne";

let session: MemorySession;

const act = (command: { type: string } & Record<string, unknown>) => {
  const activity = positionOf(session.state).activity ?? "";
  return session.send("facilitator", { type: "activity", activity, command });
};
const advanceTo = (phase: string) => {
  while (positionOf(session.state).phase !== phase) {
    session.send("facilitator", { type: "advance", from: positionOf(session.state) });
  }
};
const recordFor = (audience: "participant" | "stage" | "facilitator") =>
  collectRecord.parse(session.view(audience).activity?.record);
const cardNamed = (text: string) =>
  Object.values(session.view("facilitator").cards).find((card) => card.text === text)?.id;

beforeEach(() => {
  session = createMemorySession(
    plannedWorkshop((each) => (each.kind === "collect" ? [each] : [])),
    1,
  );
  session.send("facilitator", { type: "begin", endsAt: null });
  for (const [n, text] of ["Eins", "Zwei", "Drei", "Vier", HIDDEN].entries()) {
    const edit = (100 + n).toString(16).padStart(32, "0");
    const command = {
      ...{ type: "submitCard", edit, markHash: hashOf(edit), revision: 1, text },
      ...{ mayBeCase: false, mayBeQuoted: false, notForStage: text === HIDDEN },
    };
    const device = (n + 1).toString(16).padStart(32, "0");
    session.send({ device }, { type: "activity", activity: "small-no", command });
  }
  advanceTo("cluster");
  act({ type: "addTheme", themeId: THEME, name: "Stille" });
});

describe("a theme's colour", () => {
  const colour = () => recordFor("participant").themes[0]?.colour;

  test("is given, changed and taken away", () => {
    expect(colour()).toBeNull();
    expect(act({ type: "colourTheme", themeId: THEME, colour: "ochre" }).ok).toBe(true);
    expect(colour()).toBe("ochre");
    expect(act({ type: "colourTheme", themeId: THEME, colour: null }).ok).toBe(true);
    expect(colour()).toBeNull();
    expect(act({ type: "colourTheme", themeId: THEME, colour: "#fff" }).ok).toBe(false);
  });

  test("goes with the theme, and comes back with it", () => {
    act({ type: "colourTheme", themeId: THEME, colour: "brick" });
    act({ type: "removeTheme", themeId: THEME });
    act({ type: "addTheme", themeId: THEME, name: "Stille" });
    expect(colour()).toBeNull();
    act({ type: "removeTheme", themeId: THEME });
    act({ type: "addTheme", themeId: THEME, name: "Stille", colour: "brick" });
    expect(colour()).toBe("brick");
  });
});

describe("P274 the spotlight", () => {
  test("is on one card, until it is on none", () => {
    const cardId = cardNamed("Eins");
    expect(act({ type: "spotlightCard", cardId }).ok).toBe(true);
    expect(recordFor("stage").spotlight).toBe(cardId);
    expect(act({ type: "spotlightCard", cardId: null }).ok).toBe(true);
    expect(recordFor("stage").spotlight).toBeNull();
  });

  test("never falls on a card whose author did not want it on the stage", () => {
    expect(act({ type: "spotlightCard", cardId: cardNamed(HIDDEN) })).toMatchObject({
      code: "not-allowed",
    });
    expect(act({ type: "spotlightCard", cardId: THEME })).toMatchObject({ code: "wrong-phase" });
    expect(recordFor("stage").spotlight).toBeNull();
  });
});

describe("P281 a theme in the spotlight", () => {
  const put = (...texts: string[]) => {
    for (const text of texts) {
      expect(act({ type: "sortCard", cardId: cardNamed(text), themeId: THEME }).ok).toBe(true);
    }
  };
  const spotlight = (themeId: string | null) => act({ type: "spotlightTheme", themeId });

  test("takes the place of a card, and a card takes its place; both go back to none", () => {
    put("Eins", "Zwei", "Drei");
    act({ type: "spotlightCard", cardId: cardNamed("Vier") });
    expect(spotlight(THEME).ok).toBe(true);
    for (const audience of ["participant", "stage", "facilitator"] as const) {
      expect(recordFor(audience)).toMatchObject({ spotlight: null, spotlitTheme: THEME });
    }
    act({ type: "spotlightCard", cardId: cardNamed("Vier") });
    expect(recordFor("stage")).toMatchObject({
      spotlight: cardNamed("Vier"),
      spotlitTheme: null,
    });
    spotlight(THEME);
    expect(spotlight(null).ok).toBe(true);
    expect(recordFor("stage")).toMatchObject({ spotlight: null, spotlitTheme: null });
  });

  test("has three cards that may be on the stage, is a theme, and is none that has gone", () => {
    expect(spotlight(cardNamed("Eins") ?? "")).toMatchObject({ code: "wrong-phase" });
    put("Eins", "Zwei", HIDDEN);
    expect(spotlight(THEME)).toMatchObject({ code: "too-few" });
    put("Drei");
    expect(spotlight(THEME).ok).toBe(true);
    act({ type: "removeTheme", themeId: THEME });
    expect(recordFor("stage").spotlitTheme).toBeNull();
    act({ type: "addTheme", themeId: THEME, name: "Stille" });
    expect(recordFor("stage").spotlitTheme).toBeNull();
  });
});
