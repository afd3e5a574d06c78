import type { Page } from "@playwright/test";
import { scaleSettings } from "../lib/activities/scale/schema";
import { tenRequests } from "../lib/workshops/activities/ten-requests";
import { expect, expectAccessible, PHONE, test } from "./fixtures";
import { openWithPlan } from "./own-plan";
import { connectRemote, inLocale, join, moveTo } from "./workshop";

const { key, settings } = tenRequests.activity;
const { items, overlay } = scaleSettings.parse(settings);

/** Six people: what they guess, and what they have experienced; null: they press "not yet". */
const answers = [
  [1, 0],
  [3, 2],
  [4, 8],
  [5, 1],
  [2, null],
  [9, 9],
] as const;

test("P188 P189 P190 who has nothing to tell of one question leaves it open, and nobody sees who", async ({
  account,
  open,
  participants,
  server,
  stage,
  t,
}) => {
  const say = (words: Parameters<typeof inLocale>[0]) => inLocale(words, "de");
  const { id, code, stageKey } = await openWithPlan(server, {
    ...{ email: account.email, templateId: `single-${key}`, language: "de", address: "du" },
    change: (activities) => activities,
  });
  const phones = await participants(answers.length, { viewport: PHONE, touch: true });
  const console_ = await open({ storageState: account.storageState });
  await Promise.all(phones.map((phone) => join(phone, code, t)));
  await console_.goto(`/sessions/${id}`);
  await stage.goto(`/stage/${stageKey}`);
  const remote = await connectRemote(server.baseURL, id, account.storageState.cookies);
  await remote.send({ type: "begin", endsAt: null });
  await remote.until(({ planned }) => planned);
  await moveTo(remote, key, "ask");

  const notYet = say(items[1]?.none ?? {});
  const press = (phone: Page, name: string) =>
    phone.getByRole("button", { name, exact: true }).click();
  const pick = (phone: Page, score: number) => phone.getByRole("radio").nth(score).click();
  for (const [at, [guess, lived]] of answers.entries()) {
    const phone = phones[at];
    if (!phone) throw new Error("unreachable");
    await pick(phone, guess);
    await press(phone, t("phone.stepNext", { n: 2 }));
    // It stands on every phone.
    await expect(phone.getByRole("button", { name: notYet })).toBeVisible();
    if (lived === null) {
      // Whoever changes their mind leaves nothing behind.
      await pick(phone, 4);
      await press(phone, notYet);
      await expect(phone.getByRole("button", { name: notYet })).toHaveAttribute(
        "aria-pressed",
        "true",
      );
      await expectAccessible(phone);
    } else await pick(phone, lived);
    await press(phone, t("kinds.scale.phone.scoreSend"));
    await expect(phone.getByRole("heading", { name: t("phone.waiting") })).toBeVisible();
  }
  // Handed in with a number or without: the same screen.
  await expect(async () => {
    // How many are done comes to each in its own instant.
    const screens = await Promise.all(phones.map((each) => each.getByRole("main").textContent()));
    expect(new Set(screens).size).toBe(1);
  }).toPass();

  await moveTo(remote, key, "show");
  const said = [6, 5].map((n) => t("kinds.scale.common.answers", { n }));
  for (const page of [...phones.slice(4), console_, stage]) {
    for (const [at, caption] of (overlay?.captions ?? []).entries()) {
      const line = page.getByRole("paragraph").filter({ hasText: say(caption) });
      await expect(line.filter({ hasText: said[at] ?? "" }).first()).toBeAttached();
    }
    await expect(page.getByText(say(overlay?.wide ?? {})).first()).toBeVisible();
    await expectAccessible(page);
  }
  remote.close();
});
