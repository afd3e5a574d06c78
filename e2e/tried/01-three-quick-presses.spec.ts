import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "../fixtures";
import type { Texts } from "../texts";
import { advance, primary, whenSettled } from "../workshop";
import { openRoom, type Room } from "./room";

const PHONES = 5;

/** A console in the phase that was asked for, which says so. */
async function expectPhase(
  console_: Page,
  t: Texts,
  phase: "write" | "review" | "reveal",
): Promise<void> {
  await expect(console_.getByText(new RegExp(`^${t("console.now")} · `))).toHaveText(
    new RegExp(` · ${t(`phases.${phase}.name`)}$`),
  );
}

/** The room has written, and the console has had the phase in view for long enough. */
async function whileWriting(console_: Page, room: Room, t: Texts): Promise<void> {
  await room.to("small-no", "write");
  await room.takePart();
  await expectPhase(console_, t, "write");
  await whenSettled(console_);
}

test("1: three quick presses of N close writing and show nothing", async ({
  account,
  facilitator: console_,
  server,
  t,
}) => {
  const room = await openRoom({ facilitator: console_, account, server, t, phones: PHONES });
  try {
    await whileWriting(console_, room, t);
    for (let presses = 0; presses < 3; presses += 1) await console_.keyboard.press("n");
    await expectPhase(console_, t, "review");
    for (let presses = 0; presses < 3; presses += 1) await console_.keyboard.press("n");
    await expect(console_.getByText(t("console.notice.unsettled"))).toBeVisible();

    // --- covered: the primary action is to read, and a held key does it no more than once ------------
    await expect(primary(console_)).toHaveText(new RegExp(t("cards.readCovered")));
    await whenSettled(console_);
    const cards = Object.values(room.remote.view?.review ?? {});
    const [first] = cards;
    if (!first) throw new Error("Nobody has written anything");
    await expect(console_.getByText(first.text)).toBeHidden();
    await console_.keyboard.down("n");
    for (let repeats = 0; repeats < 40; repeats += 1) await console_.keyboard.down("n");
    await console_.keyboard.up("n");
    await expect(console_.getByText(first.text)).toBeVisible();
    await expectAccessible(console_);

    // --- read: showing arms, and only what comes later confirms ---------------------------------------
    const show = console_.getByRole("button", {
      name: t("cards.reveal", { n: cards.length }),
      exact: false,
    });
    await expect(show).toBeVisible();
    await whenSettled(console_);
    for (let presses = 0; presses < 3; presses += 1) await console_.keyboard.press("n");
    const armed = console_.getByRole("button", {
      name: t("cards.revealAgain", { n: cards.length }),
    });
    await expect(armed).toBeVisible();
    await expect(console_.getByText(t("console.notice.tooQuick"))).toBeVisible();
    expect(room.remote.view?.activity?.phase).toBe("review");
    await advance(console_, t);
    await expectPhase(console_, t, "reveal");
  } finally {
    room.close();
  }
});

test("1: a double click, and Enter held down, arm and confirm nothing", async ({
  account,
  facilitator: console_,
  server,
  t,
}) => {
  const room = await openRoom({ facilitator: console_, account, server, t, phones: PHONES });
  try {
    await whileWriting(console_, room, t);

    // --- Enter held on "close writing" stays there ------------------------------------------------------
    await primary(console_).focus();
    await console_.keyboard.down("Enter");
    await expectPhase(console_, t, "review");
    for (let repeats = 0; repeats < 40; repeats += 1) await console_.keyboard.down("Enter");
    await console_.keyboard.up("Enter");

    await primary(console_).click();
    const { length: n } = Object.values(room.remote.view?.review ?? {});
    const show = console_.getByRole("button", { name: t("cards.reveal", { n }), exact: false });
    await expect(show).toBeVisible();
    await show.dblclick();
    await expect(
      console_.getByRole("button", { name: t("cards.revealAgain", { n }) }),
    ).toBeVisible();
    await console_.keyboard.press("Escape");
    await expect(show).toBeVisible();

    // --- the same in the dialog that ends the session ---------------------------------------------------
    await console_.getByRole("button", { name: t("console.moreMenu"), exact: true }).click();
    await console_.getByRole("menuitem", { name: t("console.skipOrEnd") }).click();
    const dialog = console_.getByRole("dialog");
    await dialog.getByRole("button", { name: t("console.end"), exact: true }).dblclick();
    await expect(dialog.getByRole("button", { name: t("console.endAgain") })).toBeVisible();
    await dialog.getByRole("button", { name: t("console.skipActivity") }).dblclick();
    const skip = dialog.getByRole("button", { name: t("console.skipAgain") });
    await expect(skip).toBeVisible();

    // --- what another facilitator does meanwhile disarms it --------------------------------------------
    const { view } = room.remote;
    const from = { activity: view?.planned?.key ?? null, phase: view?.activity?.phase ?? null };
    await room.remote.send({ type: "advance", from });
    await expect(skip).toBeHidden();
    await expectPhase(console_, t, "reveal");
    expect(room.remote.view?.session.status).toBe("running");
  } finally {
    room.close();
  }
});

test("1: where nobody has written, quick presses skip nothing", async ({
  account,
  facilitator: console_,
  server,
  t,
}) => {
  const room = await openRoom({ facilitator: console_, account, server, t, phones: 1 });
  try {
    await room.to("small-no", "write");
    await expectPhase(console_, t, "write");
    await whenSettled(console_);
    for (let presses = 0; presses < 5; presses += 1) await console_.keyboard.press("n");
    await expectPhase(console_, t, "review");
    for (let presses = 0; presses < 5; presses += 1) await console_.keyboard.press("n");
    await expect(console_.getByText(t("console.notice.unsettled"))).toBeVisible();
    expect(room.remote.view?.planned?.key).toBe("small-no");
  } finally {
    room.close();
  }
});
