import { expect, test } from "../fixtures";
import {
  advance,
  advanceTo,
  COUNTED_WITHIN_MS,
  inLocale,
  join,
  openSession,
  planned,
  score,
} from "../workshop";

test("13: a phase begins with nobody done, on stage and console in the same moment", async ({
  facilitator: console_,
  participants,
  stage,
  t,
}) => {
  const desk = console_.getByRole("main");
  const { code, stageUrl } = await openSession(console_, t, "de-DE");
  await stage.goto(stageUrl);
  const phones = await participants(2);
  for (const phone of phones) await join(phone, code, t);
  await console_.getByRole("button", { name: t("console.beginWith", { n: 2 }) }).click();
  await console_.getByRole("button", { name: t("console.beginAnyway") }).click();
  await advanceTo(console_, t, "de-DE", "before", "ask");
  for (const phone of phones) await score(phone, t, [5, 5, 5], "scoreKeep");
  const done = (n: number) => t("console.progress", { done: n, total: 2 });
  await expect(stage.getByText(done(2))).toBeVisible({ timeout: COUNTED_WITHIN_MS });
  await expect(desk.getByText(done(2))).toBeVisible();

  await advance(console_, t);
  // Whatever a screen shows of the next phase, it shows with its own progress.
  await expect(stage.getByText(inLocale(planned("small-no").prompt, "de"))).toBeVisible();
  for (const screen of [desk, stage]) {
    expect(await screen.getByText(/^\d+ von 2 fertig$/).textContent()).toBe(done(0));
  }
});
