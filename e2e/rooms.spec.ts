import type { Page } from "@playwright/test";
import { demoSetbacks } from "../lib/activities/collect/simulated-texts";
import { commitSettings } from "../lib/activities/commit/schema";
import { reframeSettings } from "../lib/activities/reframe/schema";
import { demoReadings } from "../lib/activities/reframe/simulated-texts";
import { scaleSettings } from "../lib/activities/scale/schema";
import { CONNECTION_LOST, expect, expectAccessible, test, texts } from "./fixtures";
import {
  advanceTo,
  answerChecks,
  arm,
  beginWithFew,
  handIn,
  inLocale,
  join,
  openSession,
  planned,
  score,
} from "./workshop";

/** A whole workshop, up to eleven browsers on two cores. */
const WORKSHOP_TIMEOUT_MS = 10 * 60_000;

/** People whose numbers and, outside a small group, whose cards are shown. */
const K = 5;

interface Room {
  n: number;
  locale: "de-DE" | "en-GB";
  address: "du" | "sie";
  smallGroup: boolean;
}

/**
 * The everyday run is `workshop.spec.ts`, eight phones in German. In rooms of three and four it is either a
 * small group, which sees cards and no numbers, or one that talks instead.
 */
const rooms: readonly Room[] = [
  { n: 11, locale: "de-DE", address: "du", smallGroup: false },
  { n: 11, locale: "en-GB", address: "du", smallGroup: false },
  { n: 8, locale: "en-GB", address: "du", smallGroup: false },
  { n: 8, locale: "de-DE", address: "sie", smallGroup: false },
  { n: 4, locale: "de-DE", address: "sie", smallGroup: true },
  { n: 4, locale: "en-GB", address: "du", smallGroup: false },
  { n: 3, locale: "en-GB", address: "du", smallGroup: true },
  { n: 3, locale: "de-DE", address: "du", smallGroup: false },
];

for (const { n, locale, address, smallGroup } of rooms) {
  const kind = n >= K ? "" : smallGroup ? ", as a small group" : ", who talk instead";
  test.describe(`in ${locale}, ${address}`, () => {
    test.use({ locale });

    test(`the whole workshop with ${n} phones${kind}`, { tag: "@all" }, async ({
      facilitator: console_,
      guard,
      participants,
      stage,
    }) => {
      test.setTimeout(WORKSHOP_TIMEOUT_MS);
      guard.tolerate(CONNECTION_LOST);
      const t = texts(locale, address);
      const say = (words: Parameters<typeof inLocale>[0]) => inLocale(words, locale, address);
      const to = (key: string, phase: string) => advanceTo(console_, t, locale, key, phase);
      const showsCards = n >= K || smallGroup;
      const showsNumbers = n >= K;
      const desk = console_.getByRole("main");
      const setbacks = demoSetbacks.slice(0, n).map(say);
      const views = demoReadings.slice(0, n).map(({ text }) => say(text));
      const [case_ = ""] = setbacks;
      const [winner = ""] = views;

      const { code, stageUrl } = await openSession(console_, texts(locale), locale, address);
      await stage.goto(stageUrl);
      const phones = await participants(n);
      for (const phone of phones) await join(phone, code, t);
      const screens: readonly Page[] = [...phones, stage, console_];
      const everywhere = async (text: string) => {
        for (const screen of screens) {
          await expect(visibly(screen, text)).not.toHaveCount(0);
        }
      };
      const talkInstead = async (key: string) => {
        await everywhere(t("common.tooFew"));
        await everywhere(say(planned(key).script.talkInstead));
      };

      if (n >= K) {
        await console_.getByRole("button", { name: t("console.beginWith", { n }) }).click();
      } else await beginWithFew(console_, t, n, { smallGroup });

      await to("before", "ask");
      for (const [index, phone] of phones.entries()) {
        await score(phone, t, [9 - (index % 4), 2, 3 + (index % 3)], "scoreKeep");
      }

      // --- cards -----------------------------------------------------------------------------------
      await to("small-no", "write");
      for (const [index, phone] of phones.entries()) {
        await handIn(phone, t, setbacks[index] ?? "", {
          consents:
            index === 0 ? [t("kinds.collect.phone.consentCase"), t("phone.consentQuote")] : [],
        });
      }
      await to("small-no", "review");
      if (showsCards) {
        await desk.getByRole("button", { name: t("console.coverShow"), exact: true }).click();
        await to("small-no", "reveal");
        for (const phone of phones) await expect(phone.getByText(case_)).toBeVisible();
        await expectAccessible(stage);
      } else {
        await talkInstead("small-no");
        for (const screen of screens) await expect(screen.getByText(case_)).toHaveCount(0);
      }

      // --- views of a case ---------------------------------------------------------------------------
      await to("other-readings", "choose");
      if (showsCards) {
        const offered = desk.getByRole("radio", { name: case_ });
        await offered.click();
        await expect(offered).toBeChecked();
        await desk.getByRole("heading", { level: 1 }).click();
      }
      await to("other-readings", "write");
      for (const [index, phone] of phones.entries()) {
        if (showsCards) await expect(phone.getByText(case_)).toBeVisible();
        await handIn(phone, t, views[index] ?? "", {
          label: t("kinds.reframe.phone.reading"),
          button: t("kinds.reframe.phone.readingHandIn"),
        });
      }
      await to("other-readings", "review");
      if (showsCards) {
        await to("other-readings", "vote");
        for (const phone of phones) {
          // Beyond eight views not every ballot has the same ones.
          const button = phone.getByRole("button", { name: winner });
          await expect(
            phone.getByRole("button", { name: t("kinds.reframe.phone.voteHandIn") }),
          ).toBeVisible();
          if ((await button.count()) > 0) await button.click();
          await phone.getByRole("button", { name: t("kinds.reframe.phone.voteHandIn") }).click();
          await expect(phone.getByRole("heading", { name: t("phone.waiting") })).toBeVisible();
        }
        await to("other-readings", "show");
        if (!showsNumbers) {
          const { settings } = planned("other-readings");
          const criterion = say(reframeSettings.parse(settings).criterion);
          await everywhere(t("kinds.reframe.common.tooFewVotes", { criterion }));
        }
        // The console draws its votes, and the stage has pages where all views stand on it.
        for (const screen of [...phones, showsNumbers ? stage : console_]) {
          await expect(visibly(screen, winner)).not.toHaveCount(0);
        }
        await expectAccessible(stage);
      } else await talkInstead("other-readings");

      // --- the second measure --------------------------------------------------------------------------
      await to("after", "ask");
      for (const [index, phone] of phones.entries()) {
        await score(phone, t, [4 + (index % 5), 6, 7], "scoreSendBoth");
      }
      await to("after", "show");
      if (showsNumbers) {
        const [item] = scaleSettings.parse(planned("after").settings).items;
        await expect(desk.getByText(t("kinds.scale.console.pairs", { n })).first()).toBeVisible();
        for (const screen of [...phones, stage]) {
          await expect(visibly(screen, item ? say(item.prompt) : "")).not.toHaveCount(0);
        }
      } else await talkInstead("after");

      // --- plan, close, summary --------------------------------------------------------------------------
      await to("if-then", "fill");
      const { fields } = commitSettings.parse(planned("if-then").settings);
      for (const phone of phones) {
        for (const { label, input } of fields) {
          const value = input === "date" ? "2027-01-15" : "Mein Schritt";
          await phone.getByLabel(say(label), { exact: true }).fill(value);
        }
        await phone.getByRole("button", { name: t("kinds.commit.phone.planDone") }).click();
        await expect(phone.getByRole("heading", { name: t("phone.waiting") })).toBeVisible();
      }
      await to("if-then", "keep");
      await to("close", "show");
      for (const phone of phones)
        await answerChecks(phone, t, { safe: 8, useful: 7, settled: true });
      await arm(console_, t("console.endAgain"));
      await console_.getByRole("button", { name: t("console.endAgain") }).click();
      for (const phone of phones) {
        await expect(phone.getByText(t("phone.ended")).first()).toBeVisible();
      }
      await console_.getByRole("link", { name: t("sessions.summary") }).click();
      await console_.waitForURL(/\/summary/);
      const paper = console_.getByRole("article");
      const finished = t("kinds.commit.summary.plansFinished", { n });
      if (showsNumbers) await expect(paper).toContainText(finished);
      else await expect(paper).not.toContainText(finished);
      // Released for quoting, and shown to everybody.
      if (showsCards) await expect(paper).toContainText(case_);
      else await expect(paper).not.toContainText(case_);
      await expect(paper).not.toContainText("Mein Schritt");
      await expectAccessible(console_);
    });
  });
}

/** What can be read on a screen: a stage also measures its cards on a hidden copy. */
function visibly(screen: Page, text: string) {
  return screen.getByRole("main").getByText(text).filter({ visible: true });
}
