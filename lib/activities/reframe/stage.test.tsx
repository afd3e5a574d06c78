import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { ReframeRecord } from "@/lib/activities/reframe/record";
import { reframeSettings } from "@/lib/activities/reframe/schema";
import { ReframeStage } from "@/lib/activities/reframe/stage";
import { messagesFor } from "@/lib/i18n/messages";
import { otherReadings } from "@/lib/workshops/activities/other-readings";

const messages = messagesFor("de", "du");
const caseId = "a".repeat(32);

const planned = {
  ...otherReadings.activity,
  settings: reframeSettings.parse(otherReadings.activity.settings),
  optOut: null,
  talkInstead: otherReadings.activity.script.talkInstead,
};

/** The stage after a vote that came to this. */
function stageOf(results: ReframeRecord["results"]): string {
  const record: ReframeRecord = {
    cases: [{ id: caseId, text: "Keine Antwort.", markHash: null }],
    readingsEach: 1,
    enough: true,
    results,
  };
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="de" messages={messages} timeZone="UTC">
      <ReframeStage
        cards={[]}
        clock={null}
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

const { noVotes } = messages.kinds.reframe.stage;

describe("the stage after the vote", () => {
  it("doesn't say that too few voted where nobody chose a reading", () => {
    expect(stageOf({ [caseId]: [] })).toContain(noVotes);
    expect(stageOf({ [caseId]: null })).not.toContain(noVotes);
    expect(stageOf({ [caseId]: null })).toContain("Zu wenige Stimmen, um sie zu zeigen.");
  });
});
