import { expect, LAPTOP, PHONE, test } from "../fixtures";
import { primary, whenSettled } from "../workshop";
import { openRoom } from "./room";

/** As many cards, one each, as take several pages. */
const PHONES = 14;

test("24: the primary button turns the stage's pages until the room has seen them all", async ({
  account,
  facilitator: console_,
  server,
  stage,
  t,
}) => {
  const room = await openRoom({ facilitator: console_, account, server, t, phones: PHONES });
  try {
    await stage.goto(room.stageUrl);
    await room.to("small-no", "write");
    await room.takePart();
    await room.to("small-no", "reveal");
    const pager = console_.getByText(/^\S+ 1 \S+ \d+$/);
    await expect(pager).toBeVisible();
    const pages = Number(/\d+$/.exec((await pager.textContent()) ?? "")?.[0]);
    expect(pages).toBeGreaterThan(1);
    for (let page = 2; page <= pages; page += 1) {
      await expect(primary(console_)).toContainText(t("console.showPage", { page, pages }));
      await whenSettled(console_);
      // A second press that belongs to the first turns past no page, and leaves nothing.
      await console_.keyboard.press("n");
      await console_.keyboard.press("n");
    }
    await expect(console_.getByText(t("console.stagePage", { page: pages, pages }))).toBeVisible();
    expect(room.remote.view?.activity?.phase).toBe("reveal");
    expect(room.remote.view?.stage?.page).toBe(pages - 1);

    // --- all were shown: now it goes on, also when one looks back -----------------------------------------
    await console_.getByRole("button", { name: t("console.stagePrevious") }).click();
    await expect.poll(() => room.remote.view?.stage?.page).toBe(pages - 2);
    await whenSettled(console_);
    await console_.keyboard.press("n");
    await expect.poll(() => room.remote.view?.activity?.phase).toBe("cluster");
  } finally {
    room.close();
  }
});

test("24: the rest of the pages can be left out, and phase and clock stay in sight (P122)", async ({
  account,
  facilitator: console_,
  server,
  t,
}) => {
  const room = await openRoom({ facilitator: console_, account, server, t, phones: PHONES });
  const phaseLine = console_.getByText(new RegExp(`^${t("console.now")} · `));
  try {
    await room.to("small-no", "write");
    await room.takePart();
    await room.to("small-no", "review");
    await console_
      .getByRole("button", { name: t("console.coverShow"), exact: true })
      .first()
      .click();
    for (const size of [LAPTOP, PHONE, { width: 640, height: 400 }]) {
      await console_.setViewportSize(size);
      const show = console_.getByRole("button", { name: t("console.showScreen") });
      if (await show.isVisible()) await show.click();
      const last = console_.getByRole("main").getByRole("listitem").last();
      await last.scrollIntoViewIfNeeded();
      await expect(last).toBeInViewport();
      await expect(phaseLine).toBeInViewport({ ratio: 1 });
      await expect(console_.getByRole("timer").first()).toBeInViewport({ ratio: 1 });
    }
    await room.to("small-no", "reveal");
    await console_.getByRole("button", { name: t("console.stageWaive") }).click();
    await expect(primary(console_)).toHaveText(new RegExp(t("kinds.collect.console.toSorting")));
  } finally {
    room.close();
  }
});
