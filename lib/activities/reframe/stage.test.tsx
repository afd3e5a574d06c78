import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { RevealedCard } from "@/lib/activities/card-schema";
import type { ReframeRecord } from "@/lib/activities/reframe/record";
import { reframeSettings } from "@/lib/activities/reframe/schema";
import { ReframeStage } from "@/lib/activities/reframe/stage";
import { messagesFor } from "@/lib/i18n/messages";
import { otherReadings } from "@/lib/workshops/activities/other-readings";

const messages = messagesFor("de", "du");
const caseId = "a".repeat(32);
const keptWaiting = { id: caseId, text: "Keine Antwort.", markHash: null };

const planned = {
  ...otherReadings.activity,
  settings: reframeSettings.parse(otherReadings.activity.settings),
  optOut: null,
  privateLines: [],
  talkInstead: otherReadings.activity.script.talkInstead,
};

/** The stage after a vote that came to this. */
function stageOf(
  results: ReframeRecord["results"],
  {
    cases = [keptWaiting],
    cards = [],
  }: { cases?: ReframeRecord["cases"]; cards?: RevealedCard[] } = {},
): string {
  const record: ReframeRecord = {
    cases,
    readingsEach: 1,
    enough: true,
    results,
  };
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="de" messages={messages} timeZone="UTC">
      <ReframeStage
        cards={cards}
        clock={null}
        goesOnAt={null}
        runningClock={null}
        joined={0}
        page={0}
        phase="show"
        planned={planned}
        progress={null}
        sealed={null}
        aid={null}
        record={record}
        surroundings={{ label: "", joinUrl: "", code: "", offline: false }}
        textOf={({ de }) => de ?? ""}
        wordingOf={({ de }) => ({ text: de ?? "", language: "de" })}
        words={({ de }) => de}
      />
    </NextIntlClientProvider>,
  );
}

const noVotes = "Keine Sichtweise bekam Stimmen.";

describe("the stage after the vote", () => {
  it("doesn't say that too few voted where nobody chose a reading", () => {
    expect(stageOf({ [caseId]: [] })).toContain(noVotes);
    expect(stageOf({ [caseId]: null })).not.toContain(noVotes);
    expect(stageOf({ [caseId]: null })).toContain("Zu wenige Stimmen, um sie zu zeigen.");
  });

  it("names each of several cases, and then tells it, above its own readings", () => {
    const other = { id: "b".repeat(32), text: "Eine Absage.", markHash: null };
    const cards = ["Volles Postfach.", "Die Stelle war vergeben."].map((text, at) => ({
      id: `${at}`.repeat(32),
      text,
      attributes: {},
      notForStage: false,
      markHash: "",
    }));
    const [first, second] = cards.map(({ id }) => [{ id, votes: 3, shown: 5 }]);
    const html = stageOf(
      { [caseId]: first ?? [], [other.id]: second ?? [] },
      { cases: [keptWaiting, other], cards },
    );
    const inOrder = ["Der Fall", "Keine Antwort.", "Volles Postfach.", "Der Fall", "Eine Absage."];
    expect(
      html.match(new RegExp([...new Set(inOrder), "Die Stelle war vergeben."].join("|"), "g")),
    ).toEqual([...inOrder, "Die Stelle war vergeben."]);
  });
});
