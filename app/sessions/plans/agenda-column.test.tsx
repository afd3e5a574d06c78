import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { AgendaColumn } from "@/app/sessions/plans/agenda-column";
import { useRefusalWords } from "@/app/sessions/plans/refusal-words";
import { messagesFor } from "@/lib/i18n/messages";
import { type EditRefusal, insertActivity, moveActivity } from "@/lib/session/plan-edits";
import type { PlanTemplate } from "@/lib/session/plan-template";
import { specificallySeen } from "@/lib/workshops/activities/specifically-seen";
import { notOnlyMe } from "@/lib/workshops/not-only-me";
import { otherChairs } from "@/lib/workshops/other-chairs";

const inGerman = (children: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="de" messages={messagesFor("de", "du")} timeZone="Europe/Berlin">
      {children}
    </NextIntlClientProvider>,
  );

/** As text: tags fall away, what is only for readers stays. */
const textOf = (markup: string) => markup.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

const NINE = 9 * 60;

const shown = (plan: PlanTemplate, chosen = "small-no", start: number | null = NINE) =>
  inGerman(
    <AgendaColumn
      chosen={chosen}
      onChange={() => {}}
      onChoose={() => {}}
      plan={plan}
      start={start}
    />,
  );

describe("the agenda of a plan", () => {
  test("says of each activity when it begins and how long it takes", () => {
    const text = textOf(shown(otherChairs));
    expect(text).toContain("Willkommen und Regeln 09:00 5 Minuten");
    expect(text).toContain("Andere Stühle 09:30 32 Minuten");
    expect(text).toContain("Abschluss 10:20 6 Minuten");
    // To the end, with the buffer.
    expect(text).toContain("09:00 tiefster Punkt bei 53 % 10:30");
    expect(textOf(shown(otherChairs, "small-no", null))).not.toContain("09:");
  });

  test("asks for the minutes of the chosen one alone, which alone is reached with the tab key", () => {
    const markup = shown(otherChairs);
    expect(markup.match(/<input/g)).toHaveLength(1);
    expect(markup).toContain('aria-label="Minuten für „Ein kleines Nein“"');
    expect(markup.match(/aria-current="true"/g)).toHaveLength(1);
    expect(markup.match(/tabindex="0"/g)).toHaveLength(2);
  });

  test("gives the focus to a row also where the chosen one is gone", () => {
    expect(shown(otherChairs, "seance").match(/aria-current="true"/g)).toHaveLength(1);
  });

  test("hints at what comes too early, and at a deepest point elsewhere", () => {
    expect(textOf(shown(notOnlyMe))).not.toContain("Besser");
    const early = insertActivity(notOnlyMe, specificallySeen.activity, "welcome");
    expect(early.ok && textOf(shown(early.plan))).toContain(
      "Besser erst nach 45 Minuten gemeinsamer Arbeit.",
    );
    const once = moveActivity(otherChairs, "if-then", 2);
    const late = once.ok ? moveActivity(once.plan, "break", 2) : null;
    expect(late?.ok && textOf(shown(late.plan))).toContain("Besser zwischen 50 und 65 % der Zeit");
  });
});

function Refusal({ why }: { why: EditRefusal }) {
  return useRefusalWords(notOnlyMe)(why);
}

test.each<[EditRefusal, string]>([
  [
    { reason: "order", activity: "other-readings", on: "small-no" },
    "„Andere Sichtweisen“ nimmt auf, was aus „Ein kleines Nein“ kommt.",
  ],
  [{ reason: "needed", activity: "small-no", by: ["other-readings"] }, "Sichtweisen“ nimmt auf"],
  [
    { reason: "needed", activity: "small-no", by: ["other-readings", "if-then"] },
    "„Andere Sichtweisen“ und „Wenn–dann“ nehmen auf",
  ],
  // Not in the plan: its title is the catalogue's.
  [{ reason: "missing", activity: "other-readings", on: "other-chairs" }, "„Andere Stühle“"],
  [{ reason: "opening" }, "am Anfang"],
  [{ reason: "closing" }, "am Ende"],
  [{ reason: "full", most: 60 }, "60 Aktivitäten"],
  [{ reason: "tooShort", least: 2.5 }, "2,5 Minuten"],
  [{ reason: "tooLong", most: 600 }, "600 Minuten"],
  [{ reason: "gone", activity: "seance" }, "Er bleibt, wie er war."],
  [{ reason: "unfit", problems: [] }, "Er bleibt, wie er war."],
])("why it can't be is said in words: %o", (why, words) => {
  expect(textOf(inGerman(<Refusal why={why} />))).toContain(words);
});
