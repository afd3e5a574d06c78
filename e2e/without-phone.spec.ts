import type { Page } from "@playwright/test";
import { joinAsPhone } from "@/server/simulated/phone";
import {
  CONNECTION_LOST,
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  test,
  texts,
} from "./fixtures";
import { openWithPlan } from "./own-plan";
import {
  advance,
  advanceTo,
  connectRemote,
  expectSaved,
  handIn,
  join,
  moveTo,
  openSession,
  uncover,
} from "./workshop";

/** With the phone of the test one more than the fewest whose cards are shown. */
const OTHERS = 5;

const MINE = "My question stayed where it was until everybody had gone.";
const ON_PAPER = ["No answer for three weeks.", "The seat beside me stayed empty."];

for (const { locale, tag } of [
  { locale: "en-GB", tag: [] },
  { locale: "de-DE", tag: ["@all"] },
]) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("people without a phone are counted, their paper cards shown, and a phone passed on", {
      tag,
    }, async ({ facilitator: console_, guard, participants, server, stage }) => {
      test.setTimeout(4 * 60_000);
      guard.tolerate(CONNECTION_LOST);
      const t = texts(locale);
      const { id, code, stageUrl } = await openSession(console_, t, locale);
      await stage.goto(stageUrl);
      const [phone] = await participants(1);
      if (!phone) throw new Error("unreachable");
      await join(phone, code, t);
      const simulated = await Promise.all(
        Array.from({ length: OTHERS }, (_, number) => joinAsPhone(server.baseURL, id, number)),
      );

      // --- in the lobby: two without a phone, on every screen ----------------------------------
      const field = console_.getByRole("spinbutton", { name: t("console.withoutPhone") });
      await field.fill("2");
      await field.press("Enter");
      await expect(stage.getByText(t("common.withoutPhone", { n: 2 }))).toBeVisible();
      await expect(console_.getByText(t("common.withoutPhone", { n: 2 })).first()).toBeVisible();
      await expectAccessible(console_);
      await console_
        .getByRole("button", { name: t("console.beginWith", { n: OTHERS + 1 }) })
        .click();

      // --- writing: two paper cards, one a line ----------------------------------------------------
      await advanceTo(console_, t, locale, "small-no", "write");
      for (const each of simulated) {
        await each.client.until((view) => view.activity?.phase === "write");
        await each.takePart();
      }
      await handIn(phone, t, MINE);
      await expectSaved(phone, t, MINE);
      await expect(stage.getByText(t("common.withoutPhone", { n: 2 }))).toBeVisible();
      await console_.getByRole("button", { name: t("console.paperCards") }).click();
      await uncover(console_, t);
      await console_.getByLabel(t("console.paperCardsLabel")).fill(ON_PAPER.join("\n"));
      await console_.getByRole("button", { name: t("console.paperCardsAdd", { n: 2 }) }).click();
      await expect(console_.getByText(t("console.paperCardsAdded", { n: 2 }))).toBeVisible();
      await expectAccessible(console_);

      // --- the phone goes to the next person, who finds nothing of the first -----------------------
      await phone.getByRole("button", { name: t("phone.help") }).click();
      await phone.getByRole("button", { name: t("phone.passOn") }).click();
      const asking = phone.getByRole("dialog", { name: t("phone.passOn") });
      await expect(asking.getByRole("button", { name: t("phone.keepsake.show") })).toBeVisible();
      await expectAccessible(phone);
      await expectNoSidewaysScroll(phone);
      await asking.getByRole("button", { name: t("phone.passOn") }).click();
      const rules = phone.getByRole("heading", { name: t("join.rulesTitle") });
      await expect(rules).toBeVisible();
      await expectAccessible(phone);
      await phone.reload();
      await expect(rules).toBeVisible();
      await phone.getByRole("button", { name: t("join.enter") }).click();
      await expect(phone.getByLabel(t("kinds.collect.phone.yourText"))).toHaveValue("");
      await expect(phone.getByText(MINE)).toHaveCount(0);

      // --- review and reveal: only the console says which it has seen before ---------------------
      await advance(console_, t);
      await uncover(console_, t);
      const seen = console_
        .getByRole("main")
        .getByRole("listitem")
        .filter({ hasText: t("console.typedIn") });
      await expect(seen).toHaveCount(ON_PAPER.length);
      await expectAccessible(console_);
      await advanceTo(console_, t, locale, "small-no", "reveal");
      for (const text of [MINE, ...ON_PAPER]) {
        await expect(phone.getByText(text)).toBeVisible();
      }
      await expect(phone.getByText(t("console.typedIn"))).toHaveCount(0);
      await expect(seen).toHaveCount(ON_PAPER.length);
      await expectAccessible(phone);
      for (const each of simulated) each.close();
    });
  });
}

test("hands are counted at two consoles, and neither takes back what the other has counted", async ({
  account,
  facilitator: console_,
  server,
  t,
}) => {
  const { id } = await openWithPlan(server, {
    ...{ email: account.email, templateId: "single-contact-mix" },
    ...{ language: "de", address: "du", change: (all) => all },
  });
  const remote = await connectRemote(server.baseURL, id, account.storageState.cookies);
  try {
    await remote.send({ type: "begin", endsAt: null });
    await remote.until(({ planned }) => planned);
    await moveTo(remote, "contact-mix", "ask");
  } finally {
    remote.close();
  }
  const beside = await console_.context().newPage();
  const consoles = [console_, beside];
  for (const each of consoles) {
    await each.goto(`/sessions/${id}`);
    await each.getByRole("button", { name: t("console.handsOpen") }).click();
  }
  const hands = (page: Page, option: number) =>
    page.getByRole("group").first().getByRole("spinbutton").nth(option);
  for (const [page, option, count] of [
    [console_, 0, "2"],
    [beside, 1, "1"],
    // A field in which the first console has typed as well.
    [beside, 0, "3"],
  ] as const) {
    await hands(page, option).fill(count);
    await hands(page, option).press("Enter");
    await expect(page.getByText(t("console.handsSaved"))).toBeVisible();
    for (const each of consoles) await expect(hands(each, option)).toHaveValue(count);
  }
  for (const each of consoles) await expect(hands(each, 0)).toHaveValue("3");
  for (const each of consoles) await expect(hands(each, 1)).toHaveValue("1");
  await expectAccessible(console_);
});
