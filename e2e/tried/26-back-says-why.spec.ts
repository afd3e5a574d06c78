import type { Locator } from "@playwright/test";
import type { MessageKey } from "@/lib/i18n/messages";
import { expect, expectAccessible, test } from "../fixtures";
import type { KeyBelow } from "../texts";
import { openRoom } from "./room";

test("26: a greyed Back, and every other greyed button of the bar, says why when it is pressed (P123)", async ({
  account,
  facilitator: console_,
  server,
  t,
}) => {
  const room = await openRoom({ facilitator: console_, account, server, t, phones: 5 });
  const button = (name: MessageKey) => console_.getByRole("button", { name: t(name), exact: true });
  const back = button("console.back");
  /** Grey, within reach of Tab and finger, and no riddle: before it is pressed and after. */
  const expectSaysWhy = async (
    pressed: Locator,
    notice: KeyBelow<"console.notice">,
    press: () => Promise<void>,
  ) => {
    const why = t(`console.notice.${notice}`);
    await expect(pressed).toHaveAttribute("aria-disabled", "true");
    await expect(pressed).toHaveAttribute("title", why);
    await expect(pressed).toHaveAccessibleDescription(why);
    await press();
    await expect(console_.getByRole("status").getByText(why)).toBeVisible();
  };
  try {
    await room.to("small-no", "write");
    await expectSaysWhy(back, "firstPhase", async () => {
      await back.focus();
      await expect(back).toBeFocused();
      await console_.keyboard.press("Enter");
    });
    await expectAccessible(console_);
    await room.takePart();
    await room.to("small-no", "reveal");
    // As a finger does it: there is nothing to hover with.
    await expectSaysWhy(back, "notUndone", () => back.click({ force: true }));
    await expect.poll(() => room.remote.view?.activity?.phase).toBe("reveal");
    // Where one can go back it does, and nothing is left of the sentence.
    await room.to("small-no", "cluster");
    await expect(back).not.toHaveAttribute("aria-disabled");
    await expect(back).toHaveAccessibleDescription("");
    await back.click();
    await expect.poll(() => room.remote.view?.activity?.phase).toBe("reveal");
    await expect(console_.getByText(t("console.notice.notUndone"))).toHaveCount(0);

    // Nothing here has a clock yet.
    await room.to("other-readings", "choose");
    const pause = button("console.pause");
    await expectSaysWhy(pause, "noClock", () => pause.click({ force: true }));
  } finally {
    room.close();
  }
});
