import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Duration } from "@/app/sessions/plans/[plan]/duration";
import { messagesFor } from "@/lib/i18n/messages";
import { type OwnPlan, ownPlanOf } from "@/lib/session/own-plan";
import { otherChairs } from "@/lib/workshops/other-chairs";

const plan = ownPlanOf(otherChairs);

const shown = (of: OwnPlan, key: string) => {
  const activity = of.activities.find((each) => each.key === key);
  if (!activity) throw new Error(`There is no ${key}`);
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="de" messages={messagesFor("de", "du")} timeZone="Europe/Berlin">
      <Duration activity={activity} onEdit={() => null} plan={of} />
    </NextIntlClientProvider>,
  );
};

test("each part of the longest activity stands in words, with its minutes; rounds are one part each", () => {
  const markup = plan ? shown(plan, "other-chairs") : "";
  const list = /<ol.*?<\/ol>/s.exec(markup)?.[0] ?? "";
  const parts = [...list.matchAll(/<li.*?<\/li>/gs)].map(([part]) =>
    part
      .replace(/<[^>]*>/g, " ")
      .replace(/\s+/g, " ")
      .trim(),
  );
  expect(parts).toEqual([
    "1 Fall 3 min",
    "2 Zusammenfinden 2 min",
    "3 Runde 1 5 min Lesen 1 · Aus der Rolle 3 · Wechseln 1",
    "4 Runde 2 5 min Lesen 1 · Aus der Rolle 3 · Wechseln 1",
    "5 Runde 3 5 min Lesen 1 · Aus der Rolle 4",
    "6 Rollen ablegen 2 min",
    "7 Auf dem anderen Stuhl 2 min",
    "8 Überraschungen 2 min",
    "9 Vermuten, wissen, fragen 4 min",
    "10 Für die nächste Anfrage 2 min",
  ]);
  // What is drawn has as many parts, and where it names none it isn't read out.
  expect(markup.match(/flex-grow/g)).toHaveLength(parts.length);
  // Fields of the same name stand below the round that they are of.
  expect(markup.match(/<legend[^>]*>Runde \d<\/legend>/g)).toHaveLength(3);
});
