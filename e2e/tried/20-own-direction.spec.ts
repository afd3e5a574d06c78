import type { Page } from "@playwright/test";
import { expect, PHONE, test } from "../fixtures";
import {
  addTheme,
  COUNTED_WITHIN_MS,
  expectSaved,
  handIn,
  join,
  putIntoTheme,
  uncover,
} from "../workshop";
import { openRoom } from "./room";

/** Ends with a mark that has no direction of its own: it shows whose the sentence is. */
const CARD = "لم يرد أحد على رسالتي (XING).";
const REPLY = "شكرا على الثقة (Kim).";
const THEME = "صمت (2)";
const WHEN = "عندما أرى المنشور";
const WORD = "رسالة!";

/**
 * Every place on this page where these words stand, and that neither takes its direction from them nor is
 * isolated: they would turn what stands beside them, and be turned.
 */
function turned(page: Page, words: string): Promise<string[]> {
  return page.evaluate((wanted) => {
    const isIsolated = (text: string) => text.includes(`\u2068${wanted}\u2069`);
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? "";
      const parent = node.parentElement;
      if (!text.includes(wanted) || !parent || parent.closest("script, style")) continue;
      const isOwn = text.trim() === wanted && getComputedStyle(parent).direction === "rtl";
      if (!isOwn && !isIsolated(text)) found.push(parent.outerHTML);
    }
    for (const each of document.body.querySelectorAll("[aria-label], [title]")) {
      for (const name of ["aria-label", "title"]) {
        const text = each.getAttribute(name) ?? "";
        if (text.includes(wanted) && !isIsolated(text)) found.push(`${name}: ${text}`);
      }
    }
    return found;
  }, words);
}

test("20: people's words keep their direction, and turn none of ours @all", async ({
  account,
  facilitator: console_,
  open,
  server,
  stage,
  t,
}) => {
  test.setTimeout(120_000);
  const room = await openRoom({ facilitator: console_, account, server, t, phones: 6 });
  const phone = await open({ viewport: PHONE, touch: true });
  const desk = console_.getByRole("main");
  const pages = [console_, phone, stage];
  /** Looked for on all screens, once at least one of them shows it. */
  const expectOwn = async (words: string) => {
    await expect
      .poll(async () => {
        const counts = await Promise.all(pages.map((page) => page.getByText(words).count()));
        return counts.some((count) => count > 0);
      }, words)
      .toBe(true);
    for (const page of pages) expect(await turned(page, words), page.url()).toEqual([]);
  };
  try {
    await stage.goto(room.stageUrl);
    await join(phone, room.code, t);
    await room.to("before", "ask");
    await phone.getByRole("textbox").fill(WORD);
    await room.to("small-no", "write");
    await room.takePart();
    await handIn(phone, t, CARD, { consents: [t("kinds.collect.phone.consentCase")] });
    await expectSaved(phone, t, CARD);
    await room.to("small-no", "review");
    await uncover(console_, t);
    await expectOwn(CARD);
    await room.to("small-no", "reveal");
    await phone.getByRole("button", { name: t("phone.myCard") }).click();
    await expectOwn(CARD);

    const row = desk.getByRole("listitem").filter({ hasText: CARD });
    await row.getByRole("button", { name: t("console.reply"), exact: true }).click();
    await console_.getByRole("textbox", { name: t("console.replyLabel") }).fill(REPLY);
    await console_.getByRole("button", { name: t("console.replySend") }).click();
    await expect(phone.getByText(REPLY)).toBeVisible();
    await expectOwn(REPLY);
    await phone.getByRole("button", { name: t("help.talk") }).click();
    await expect(console_.getByRole("button", { name: t("console.talkSeen") })).toBeVisible({
      timeout: COUNTED_WITHIN_MS,
    });
    await expectOwn(CARD);

    await room.to("small-no", "cluster");
    await addTheme(console_, t, THEME);
    await putIntoTheme(console_, t, CARD, THEME);
    await expect(phone.getByRole("heading", { name: THEME })).toBeVisible();
    await expectOwn(CARD);
    await expectOwn(THEME);

    await room.to("other-readings", "choose");
    await expectOwn(CARD);
    const choice = desk.getByRole("radio", { name: CARD });
    // Checked once the server says so.
    await choice.click();
    await expect(choice).toBeChecked();
    for (const phase of ["case", "write"]) {
      await room.to("other-readings", phase);
      await expectOwn(CARD);
    }
    await room.to("after", "ask");
    await phone.getByText(t("kinds.scale.phone.reminder"), { exact: true }).click();
    await expectOwn(WORD);
    await room.to("if-then", "fill");
    const fields = phone.getByRole("textbox");
    await fields.nth(0).fill(WHEN);
    await fields.nth(1).fill(CARD);
    await phone.getByRole("button", { name: t("kinds.commit.phone.planDone") }).click();
    await room.to("close", "show");
    await phone.getByRole("button", { name: t("phone.keepsake.show") }).click();
    await phone.getByRole("heading", { name: t("phone.ownCards"), exact: true }).click();
    await expectOwn(WHEN);
    await expectOwn(REPLY);
  } finally {
    room.close();
  }
});
