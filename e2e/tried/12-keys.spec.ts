import { expect, expectAccessible, test } from "../fixtures";
import type { KeyBelow } from "../texts";
import { primary, whenSettled } from "../workshop";
import { openRoom } from "./room";

test("12: every key of the console acts, or says why it doesn't (P123)", async ({
  account,
  facilitator: console_,
  server,
  stage,
  t,
}) => {
  const room = await openRoom({ facilitator: console_, account, server, t, phones: 5 });
  const notice = (key: KeyBelow<"console.notice">) =>
    console_.getByText(t(`console.notice.${key}`));
  try {
    await stage.goto(room.stageUrl);

    // --- the code also on an empty stage ---------------------------------------------------------------
    await room.to("small-no", "write");
    await room.takePart();
    const code = stage.getByText(room.code, { exact: true });
    await console_.keyboard.press("b");
    await expect(code).toHaveCount(0);
    await console_.keyboard.press("j");
    await expect(code).toBeVisible();
    await console_.keyboard.press("PageDown");
    await expect(notice("pagesHidden")).toBeVisible();
    await console_.keyboard.press("j");

    // --- nothing there to do it with --------------------------------------------------------------------
    await console_.keyboard.press("Backspace");
    await expect(notice("firstPhase")).toBeVisible();
    await console_.keyboard.press("h");
    await expect(notice("noCards")).toBeVisible();
    // Once the server has taken the large code away again.
    await expect(async () => {
      await console_.keyboard.press("PageDown");
      await expect(notice("lastPage")).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await console_.keyboard.press("t");
    await expect(notice("noteCovered")).toBeVisible();

    // --- cards: covered, none chosen, the last one --------------------------------------------------------
    await room.to("small-no", "review");
    await expect(primary(console_)).toHaveText(new RegExp(t("cards.readCovered")));
    await console_.keyboard.press("ArrowDown");
    await expect(notice("cardsCovered")).toBeVisible();
    await whenSettled(console_);
    await console_.keyboard.press("n");
    // Reading leads to the first card.
    await expect(console_.locator(":focus")).toHaveText(t("console.hold"));
    await console_.keyboard.press("ArrowUp");
    await expect(notice("firstCard")).toBeVisible();
    await console_.keyboard.press("h");
    await expect(console_.locator(":focus")).toHaveText(t("console.release"));
    await console_.keyboard.press("h");
    await expect(console_.locator(":focus")).toHaveText(t("console.hold"));

    // --- A10: a flooded review in two presses, and back ----------------------------------------------------
    const all = Object.keys(room.remote.view?.review ?? {}).length;
    const heldNow = () =>
      Object.values(room.remote.view?.review ?? {}).filter(({ held }) => held).length;
    const pressTwice = async (name: "holdAll" | "releaseAll", n: number) => {
      await console_.getByRole("button", { name: t(`console.${name}`), exact: true }).click();
      await console_.getByRole("button", { name: t(`console.${name}Again`, { n }) }).click();
    };
    await pressTwice("holdAll", all);
    await expect.poll(heldNow).toBe(all);
    await expectAccessible(console_);
    await pressTwice("releaseAll", all);
    await expect.poll(heldNow).toBe(0);

    // --- what is destroyed is not undone, and no clock runs -----------------------------------------------
    await room.to("small-no", "reveal");
    await expect(console_.getByText(new RegExp(`^${t("console.now")} · `))).toContainText(
      t("phases.reveal.name"),
    );
    await console_.keyboard.press("Backspace");
    await expect(notice("notUndone")).toBeVisible();
  } finally {
    room.close();
  }
});

test("12: N goes on after a radio was chosen, and leaves it the arrows", async ({
  account,
  facilitator: console_,
  server,
  t,
}) => {
  const room = await openRoom({ facilitator: console_, account, server, t, phones: 5 });
  try {
    await room.to("small-no", "write");
    await room.takePart();
    await room.to("other-readings", "choose");
    await console_
      .getByRole("button", { name: t("console.coverShow"), exact: true })
      .first()
      .click();
    const choice = console_
      .getByRole("main")
      .getByRole("radio")
      .or(console_.getByRole("main").getByRole("checkbox"));
    await console_.keyboard.press("p");
    await expect(console_.getByText(t("console.notice.noClock"))).toBeVisible();
    await choice.nth(1).click();
    await expect(choice.nth(1)).toBeChecked();
    await expect(choice.nth(1)).toBeFocused();
    await whenSettled(console_);
    await console_.keyboard.press("n");
    await expect.poll(() => room.remote.view?.activity?.phase).toBe("case");
  } finally {
    room.close();
  }
});
