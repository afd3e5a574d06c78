import type { Page } from "@playwright/test";
import { IS_EVERYTHING_TRIED } from "@/lib/testing/everyday";
import { expect, expectNoSidewaysScroll, PHONE, SMALLEST, test } from "../fixtures";
import type { Texts } from "../texts";
import { expectSaved, handIn, join, primary, uncover } from "../workshop";
import { openRoom } from "./room";

/** What is left of a window at 200 and 400 %, a small phone, a narrow one, a low laptop. */
const SIZES = [
  { width: 640, height: 400 },
  { width: 320, height: 256 },
  { width: 320, height: 640 },
  { width: 390, height: 500 },
  { width: 700, height: 900 },
  { width: 1280, height: 600 },
];

/** Every day a third of a screen's windows is walked through with the Tab key, others of the next screen: each window, and each screen. */
const isWalkedThrough = (size: number, screen: number): boolean =>
  IS_EVERYTHING_TRIED || size % 3 === screen % 3;

/** 400 % of a laptop, a small phone, and one whose keyboard is open. */
const PHONE_SIZES = [
  { width: 320, height: 256 },
  { width: 320, height: 500 },
  { width: 390, height: 500 },
];

const KEYBOARD_OPEN = { width: 390, height: 500 };

/** px; what a finger hits where eleven targets share 320 px (look-2, change 5). */
const ZIGZAG_TARGET_MIN = 44;

/** px, room to write in. */
const EDITOR_MIN = 190;

/** Never narrower, whatever else is in the bar. */
const PRIMARY_MIN = 240;

/** Of a card's row, whatever stands in it besides. */
const WORDS_SHARE_MIN = 0.55;

/** More than any page of ours has. */
const STOPS_MAX = 150;

/**
 * Walks through the page with Tab: wherever the focus is, some of it is in sight and not behind a bar
 * (WCAG 2.2, 2.4.11).
 */
async function expectFocusInSight(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.scrollTo(0, 0);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  const hidden: string[] = [];
  for (let stops = 0; stops < STOPS_MAX; stops += 1) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!(focused instanceof HTMLElement) || focused === document.body) return null;
      const { left, right, top, bottom } = focused.getBoundingClientRect();
      // Where a column gets the focus to be scrolled, it is seen if any of it is.
      const places = [0.05, 0.25, 0.5, 0.75, 0.95].flatMap((across) =>
        [0.05, 0.25, 0.5, 0.75, 0.95].map((down) => ({
          x: left + across * (right - left),
          y: top + down * (bottom - top),
        })),
      );
      const inSight = places.some(({ x, y }) => {
        const there = document.elementFromPoint(x, y);
        return there !== null && (focused.contains(there) || there.contains(focused));
      });
      const name = `${focused.tagName} ${focused.textContent?.trim().slice(0, 40)}`;
      const isFirst = focused.dataset.walked === "1";
      focused.dataset.walked = "1";
      return { name, inSight, isFirst };
    });
    if (seen === null || seen.isFirst) break;
    if (!seen.inSight) hidden.push(seen.name);
  }
  await page.evaluate(() => {
    for (const each of document.querySelectorAll<HTMLElement>("[data-walked]")) {
      delete each.dataset.walked;
    }
  });
  expect(hidden, `behind a bar on ${page.url()}`).toEqual([]);
}

/** Eleven targets that fingers hit, in true order for eyes, keyboard and screen readers; none is chosen at first. */
async function expectZigzag(phone: Page, t: Texts): Promise<void> {
  const group = phone.getByRole("radiogroup");
  const radios = group.getByRole("radio");
  await expect(group.getByRole("radio", { checked: true })).toHaveCount(0);
  const boxes = await radios.evaluateAll((all) =>
    all.map((each) => {
      const { left, right, top, bottom } = each.getBoundingClientRect();
      return { left, right, top, bottom };
    }),
  );
  expect(boxes).toHaveLength(11);
  for (const [score, box] of boxes.entries()) {
    expect(box.right - box.left).toBeGreaterThanOrEqual(ZIGZAG_TARGET_MIN);
    expect(box.bottom - box.top).toBeGreaterThanOrEqual(ZIGZAG_TARGET_MIN);
    const later = boxes.slice(score + 1);
    expect(later.every(({ left }) => left > box.left)).toBe(true);
    const isApart = ({ left, top }: typeof box) => left >= box.right || top >= box.bottom;
    const isAbove = ({ bottom }: typeof box) => bottom <= box.top;
    expect(later.every((other) => isApart(other) || isAbove(other))).toBe(true);
  }
  const spoken = [...(await group.ariaSnapshot()).matchAll(/radio "(\d+)/g)];
  const scores = Array.from({ length: 11 }, (_, score) => score);
  expect(spoken.map(([, score]) => Number(score))).toEqual(scores);

  // Pressing on without a number leads to the numbers, and the keys go along them.
  await phone.getByRole("button", { name: t("kinds.scale.phone.chooseFirst") }).click();
  await expect(radios.first()).toBeFocused();
  for (const score of scores) {
    await phone.keyboard.press("ArrowRight");
    await expect(radios.nth(score)).toBeFocused();
    await expect(radios.nth(score)).toBeChecked();
  }
}

test("10: the console is usable in small windows and at 400 %, and hides no focus", async ({
  account,
  facilitator: console_,
  server,
  t,
}) => {
  const room = await openRoom({ facilitator: console_, account, server, t, phones: 6 });
  let screens = 0;
  const inEachSize = async () => {
    screens += 1;
    for (const [at, size] of SIZES.entries()) {
      await console_.setViewportSize(size);
      await expectNoSidewaysScroll(console_);
      if (isWalkedThrough(at, screens)) await expectFocusInSight(console_);
    }
  };
  try {
    await inEachSize();
    for (const phase of ["write", "review", "reveal"]) {
      await room.to("small-no", phase);
      if (phase === "write") await room.takePart();
      for (const size of SIZES) {
        await console_.setViewportSize(size);
        await expect(primary(console_)).toBeInViewport({ ratio: 1 });
        const box = await primary(console_).boundingBox();
        expect(box?.width, `at ${size.width} px`).toBeGreaterThanOrEqual(PRIMARY_MIN);
      }
      if (phase === "write") continue;
      const cover = console_.getByRole("button", { name: t("console.coverShow"), exact: true });
      while ((await cover.count()) > 0) await cover.first().click();
      await inEachSize();
    }
  } finally {
    room.close();
  }
});

test("10: sessions, account and people are usable at 320 px and at 400 %", async ({
  facilitator: page,
}) => {
  for (const path of [
    "/sessions",
    "/sessions/new/first-aid-after-a-no",
    "/sessions/account",
    "/sessions/people",
    "/sessions/installation",
  ]) {
    await page.goto(path);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await expectNoSidewaysScroll(page);
    }
    await page.setViewportSize({ width: 320, height: 256 });
    await expectFocusInSight(page);
  }
});

test("10: beside its buttons a card has room for its words, and the summary fits, too", async ({
  account,
  facilitator: page,
  server,
  t,
}) => {
  const room = await openRoom({ facilitator: page, account, server, t, phones: 6 });
  try {
    await room.to("small-no", "write");
    await room.takePart();
    await room.to("small-no", "review");
    await uncover(page, t);
    const card = page.getByRole("main").locator("[data-card]").first();
    // A tablet, and 200 % of a laptop, where the script takes a part of the width.
    for (const size of [
      { width: 768, height: 1024 },
      { width: 640, height: 400 },
    ]) {
      await page.setViewportSize(size);
      const row = await card.boundingBox();
      const words = await card.getByRole("paragraph").first().boundingBox();
      expect((words?.width ?? 0) / (row?.width ?? 1)).toBeGreaterThan(WORDS_SHARE_MIN);
    }
    // With bars and their words in it, which are what is wide of a summary.
    for (const phase of ["write", "vote", "show"]) {
      await room.to("other-readings", phase);
      await room.takePart();
    }
    expect(await room.remote.send({ type: "end" })).toEqual({ ok: true });
  } finally {
    room.close();
  }
  await page.goto(`/sessions/${room.id}/summary`);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page);
  }
});

test("10: a phone is usable at 320 px and at 400 %, and hides no focus", async ({
  account,
  facilitator: console_,
  open,
  server,
  t,
}) => {
  const room = await openRoom({ facilitator: console_, account, server, t, phones: 6 });
  const phone = await open({ viewport: PHONE });
  let screens = 0;
  const inEachSize = async () => {
    screens += 1;
    for (const [at, size] of PHONE_SIZES.entries()) {
      await phone.setViewportSize(size);
      await expectNoSidewaysScroll(phone);
      if (isWalkedThrough(at, screens)) await expectFocusInSight(phone);
    }
    await phone.setViewportSize(PHONE);
  };
  try {
    await phone.goto(`/j/${room.code.replace(" ", "")}`);
    await expect(phone.getByRole("button", { name: t("join.enter") })).toBeVisible();
    await inEachSize();
    await join(phone, room.code, t);
    await room.to("before", "ask");
    await expect(phone.getByRole("radiogroup")).toBeVisible();
    await inEachSize();
    await phone.setViewportSize(SMALLEST);
    await expectZigzag(phone, t);
    await room.to("small-no", "write");
    await room.takePart();
    const editor = phone.getByLabel(t("kinds.collect.phone.yourText"));
    await expect(editor).toBeVisible();
    await inEachSize();
    // With the keyboard open, what becomes of the text and the way on stay in sight.
    await phone.setViewportSize(KEYBOARD_OPEN);
    await editor.focus();
    const inReach = [t("receipt.more"), t("kinds.collect.phone.handIn")];
    for (const name of inReach) {
      await expect(phone.getByRole("button", { name, exact: true })).toBeInViewport({ ratio: 0.9 });
    }
    expect((await editor.boundingBox())?.height).toBeGreaterThanOrEqual(EDITOR_MIN);
    await phone.setViewportSize(PHONE);
    const card = "Donaudampfschifffahrtsgesellschaftskapitänskajüte";
    await handIn(phone, t, card);
    await expectSaved(phone, t, card);
    await room.to("small-no", "reveal");
    await phone.getByRole("button", { name: t("phone.myCard") }).click();
    await expect(phone.getByText(t("phone.isShown"))).toBeVisible();
    await inEachSize();
    await phone
      .getByRole("button", { name: t("kinds.collect.phone.anotherCard") })
      .first()
      .click();
    await expect(phone.getByLabel(t("kinds.collect.phone.yourText"))).toBeVisible();
    await inEachSize();
    await room.to("close", "show");
    await phone.getByRole("button", { name: t("phone.keepsake.show") }).click();
    await phone.getByText(t("phone.ownCards"), { exact: true }).click();
    await inEachSize();
  } finally {
    room.close();
  }
});
