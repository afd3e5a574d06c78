import type { Page } from "@playwright/test";
import { demoSetbacks } from "@/lib/activities/collect/simulated-texts";
import { reframeSettings } from "@/lib/activities/reframe/schema";
import { demoReadings } from "@/lib/activities/reframe/simulated-texts";
import { joinAsPhone } from "@/server/simulated/phone";
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  SMALLEST,
  test,
  texts,
} from "../fixtures";
import {
  advanceTo,
  beginWithFew,
  handIn,
  inLocale,
  join,
  openSession,
  planned,
  score,
} from "../workshop";

const inOneLine = (text: string | null) => (text ?? "").replace(/\s+/g, " ");

/** What a screen says, in one line. */
const wordsOn = (page: Page) => async () =>
  inOneLine(await page.getByRole("main").first().textContent());

for (const { locale, address, tag } of [
  { locale: "de-DE", address: "sie", tag: [] },
  { locale: "en-GB", address: "du", tag: ["@all"] },
] as const) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("3: below k phone, stage and console say one thing", { tag: [...tag] }, async ({
      facilitator: console_,
      participants,
      server,
      stage,
    }) => {
      const t = texts(locale, address);
      const { id, code, stageUrl } = await openSession(console_, texts(locale), locale, address);
      await stage.goto(stageUrl);
      const [phone] = await participants(1);
      if (!phone) throw new Error("unreachable");
      await join(phone, code, t);
      const others = await Promise.all(
        [0, 1].map((number) => joinAsPhone(server.baseURL, id, number)),
      );
      const say = (words: Parameters<typeof inLocale>[0]) =>
        inOneLine(inLocale(words, locale, address));
      const to = (key: string, phase: string) => advanceTo(console_, t, locale, key, phase);
      const takePart = async (key: string, phase: string) => {
        for (const { client, takePart } of others) {
          await client.until((view) => view.planned?.key === key && view.activity?.phase === phase);
          await takePart();
        }
      };
      const sameOnAll = async (key: string) => {
        const { prompt, script } = planned(key);
        for (const screen of [phone, stage, console_]) {
          const words = wordsOn(screen);
          await expect.poll(words).toContain(t("common.tooFew"));
          await expect.poll(words).toContain(say(script.talkInstead));
        }
        // What somebody was asked for alone is nothing to be told to a neighbour.
        for (const screen of [phone, stage])
          expect(await wordsOn(screen)()).not.toContain(say(prompt));
      };
      try {
        await beginWithFew(console_, t, 3);
        await to("small-no", "write");
        await handIn(phone, t, say(demoSetbacks[0] ?? { de: "", deSie: "", en: "" }));
        await takePart("small-no", "write");
        await to("small-no", "review");
        await sameOnAll("small-no");
        await expectAccessible(phone);
        await expectAccessible(stage);
        await expectAccessible(console_);
        await phone.setViewportSize(SMALLEST);
        await expectNoSidewaysScroll(phone);
        await to("other-readings", "write");
        await takePart("other-readings", "write");
        await to("other-readings", "review");
        await sameOnAll("other-readings");
        await to("after", "ask");
        await score(phone, t, [3, 4, 5], "scoreKeep");
        await takePart("after", "ask");
        await to("after", "show");
        await sameOnAll("after");
        await expectAccessible(stage);
      } finally {
        for (const phone of others) phone.close();
      }
    });
  });
}

test("3: in a small group the views stay, and all three ask what the votes can't tell", async ({
  facilitator: console_,
  participants,
  server,
  stage,
  t,
}) => {
  const { id, code, stageUrl } = await openSession(console_, t, "de-DE");
  await stage.goto(stageUrl);
  const [phone] = await participants(1);
  if (!phone) throw new Error("unreachable");
  await join(phone, code, t);
  const others = await Promise.all([0, 1].map((number) => joinAsPhone(server.baseURL, id, number)));
  const to = (key: string, phase: string) => advanceTo(console_, t, "de-DE", key, phase);
  const own = demoReadings[0]?.text.de ?? "";
  try {
    await beginWithFew(console_, t, 3, { smallGroup: true });
    await to("other-readings", "write");
    await handIn(phone, t, own, {
      label: t("kinds.reframe.phone.reading"),
      button: t("kinds.reframe.phone.readingHandIn"),
    });
    for (const { client, takePart } of others) {
      await client.until((view) => view.activity?.phase === "write");
      await takePart();
    }
    await to("other-readings", "vote");
    await to("other-readings", "show");
    const { criterion } = reframeSettings.parse(planned("other-readings").settings);
    const question = t("kinds.reframe.common.tooFewVotes", {
      criterion: inLocale(criterion, "de"),
    });
    for (const screen of [phone, stage, console_]) {
      await expect.poll(wordsOn(screen)).toContain(question);
      await expect.poll(wordsOn(screen)).toContain(own);
    }
    await expectAccessible(stage);
  } finally {
    for (const phone of others) phone.close();
  }
});
