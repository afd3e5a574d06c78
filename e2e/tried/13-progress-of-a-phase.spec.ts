import { expect, test } from "../fixtures";
import { advance, COUNTED_WITHIN_MS, inLocale, join, planned, score } from "../workshop";
import { openRoom } from "./room";

/** With the two phones in the hand eight: fewer are counted more rarely (P143). */
const SIMULATED = 6;
const PEOPLE = SIMULATED + 2;

test("13: a phase begins with nobody done, on stage and console in the same moment", async ({
  account,
  facilitator: console_,
  participants,
  server,
  stage,
  t,
}) => {
  const desk = console_.getByRole("main");
  const room = await openRoom({ facilitator: console_, account, server, t, phones: SIMULATED });
  try {
    await stage.goto(room.stageUrl);
    const phones = await participants(2);
    for (const phone of phones) await join(phone, room.code, t);
    await room.to("before", "ask");
    await room.takePart();
    for (const phone of phones) await score(phone, t, [5, 5, 5], "scoreKeep");
    const done = (n: number) => t("console.progress", { done: n, total: PEOPLE });
    await expect(stage.getByText(done(PEOPLE))).toBeVisible({ timeout: COUNTED_WITHIN_MS });
    await expect(desk.getByText(done(PEOPLE))).toBeVisible();

    await advance(console_, t);
    // Whatever a screen shows of the next phase, it shows with its own progress.
    await expect(stage.getByText(inLocale(planned("small-no").prompt, "de"))).toBeVisible();
    for (const screen of [desk, stage]) {
      expect(await screen.getByText(/^\d+ von 8 fertig$/).textContent()).toBe(done(0));
    }
  } finally {
    room.close();
  }
});
