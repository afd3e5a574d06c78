import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { RoleplayRecord } from "@/lib/activities/roleplay/record";
import { roleplaySettings } from "@/lib/activities/roleplay/schema";
import { RoleplayStage } from "@/lib/activities/roleplay/stage";
import type { RunningClock } from "@/lib/activities/screens-contract";
import { messagesFor } from "@/lib/i18n/messages";
import { otherChairs } from "@/lib/workshops/activities/other-chairs";

const messages = messagesFor("de", "du");
const { activity } = otherChairs;
const planned = {
  ...activity,
  settings: roleplaySettings.parse(activity.settings),
  optOut: null,
  privateLines: [],
  talkInstead: activity.script.talkInstead,
};

const before: RoleplayRecord = {
  ...{ case: null, mode: "spoken", roundMode: "spoken", round: 0, runs: false },
  ...{ groups: [], enough: null, help: null, rows: { guess: [], know: [], ask: [] } },
};

/** The stage in this phase. */
const stageOf = (
  phase: string,
  record: Partial<RoleplayRecord> = {},
  runningClock: RunningClock | null = null,
): string =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="de" messages={messages} timeZone="UTC">
      <RoleplayStage
        aid={null}
        cards={[]}
        clock={null}
        goesOnAt={null}
        joined={0}
        page={0}
        phase={phase}
        planned={planned}
        progress={null}
        record={{ ...before, ...record }}
        runningClock={runningClock}
        sealed={null}
        surroundings={{ label: "", joinUrl: "", code: "", offline: false }}
        textOf={({ de }) => de ?? ""}
        wordingOf={({ de }) => ({ text: de ?? "", language: "de" })}
        words={({ de }) => de}
      />
    </NextIntlClientProvider>,
  );

/** How long the stroke of the ring is, beside the whole way round. */
const strokeOf = (html: string): number => {
  const [, stroke = "0", round = "1"] = /stroke-dasharray="([\d.]+) ([\d.]+)"/.exec(html) ?? [];
  return Number(stroke) / Number(round);
};

describe("the clock of a round", () => {
  const stopped = (remaining: number): RunningClock => ({
    ...{ endsAt: null, remaining },
    ...{ minutes: 4, clockOffset: 0 },
  });

  test("is a ring of what is left of the step's minutes", () => {
    expect(strokeOf(stageOf("play1", { round: 1 }, stopped(60_000)))).toBeCloseTo(0.25, 2);
    // Minutes that were added can't make it longer than the way round.
    expect(strokeOf(stageOf("play1", { round: 1 }, stopped(600_000)))).toBe(1);
    expect(strokeOf(stageOf("play1", { round: 1 }, stopped(-5_000)))).toBe(0);
  });

  test("says the round, the step, and the one that follows; nobody swaps after the last", () => {
    const first = stageOf("play1", { round: 1 }, stopped(60_000));
    expect(first).toContain("Runde 1 von 3");
    expect(first).toContain("Hinter der Tür: Was war los?");
    expect(first).toContain("dann: Wechseln");
    expect(first).toContain("Mögliche Gründe, nicht die Wahrheit");
    expect(stageOf("play3", { round: 3 }, stopped(60_000))).not.toContain("dann:");
  });
});

test("the stage names where groups meet, by letter, and tells nothing of who sits there", () => {
  const groups = [
    { letter: "A", place: "Tisch am Fenster", hasRemote: false },
    { letter: "B", place: null, hasRemote: true },
  ];
  const html = stageOf("gather", { groups });
  expect(html).toContain("Tisch am Fenster");
  expect(html).toContain("wo Platz ist");
  expect(html).toContain("mit Video");
  expect(stageOf("assign", { groups: [] })).not.toContain("Tisch");
});

test("rows of the groups' sheets take the question's place, in their columns", () => {
  expect(stageOf("guessKnowAsk")).toContain(
    "Was vermuten wir, was wissen wir, was ließe sich fragen?",
  );
  const html = stageOf("guessKnowAsk", {
    rows: { guess: ["Müde"], know: [], ask: ["Bis wann darf ich fragen?", "Wen sonst?"] },
  });
  const columns = [...html.matchAll(/<h2[^>]*>(\p{L}+)<span[^>]*>(\d)<\/span>/gu)];
  expect(columns.map(([, name, n]) => [name, n])).toEqual([
    ["Vermuten", "1"],
    ["Wissen", "0"],
    ["Fragen", "2"],
  ]);
  expect(html).toContain("aus allen Gruppen");
  expect(html).toContain("Mögliche Gründe, nicht die Wahrheit");
  expect(stageOf("takeAlong", { rows: { guess: ["Müde"], know: [], ask: [] } })).not.toContain(
    "Müde",
  );
});
