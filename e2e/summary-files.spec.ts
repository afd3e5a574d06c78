import { readFileSync } from "node:fs";
import { asLine, MAKING_MEDIA } from "@/lib/summary/document-steps";
import { expect, expectAccessible, expectNoSidewaysScroll, PHONE, test, texts } from "./fixtures";
import { openHeld } from "./held-session";

/** A whole session, played by simulated phones, and files that take seconds each on a busy machine. */
const TIMEOUT_MS = 3 * 60_000;

/** How files of each format begin. */
const BEGINS = { pdf: "%PDF-", docx: "PK", pptx: "PK", markdown: "# ", csv: "\ufeff", json: "{" };

const t = texts("de-DE");

test("each file of a summary is there, and one that is being made can be given up", async ({
  facilitator: console_,
  server,
  guard,
}) => {
  test.setTimeout(TIMEOUT_MS);
  const { id, seeded } = await openHeld(console_, {
    url: server.baseURL,
    locale: "de-DE",
    to: "end",
  });
  seeded.close();
  await console_.goto(`/sessions/${id}/summary`);

  for (const format of ["pdf", "docx", "pptx", "markdown", "csv", "json"] as const) {
    const [download] = await Promise.all([
      console_.waitForEvent("download"),
      console_.getByText(t(`exports.${format}`), { exact: true }).click(),
    ]);
    const content = readFileSync(await download.path(), "utf8");
    expect([format, content.startsWith(BEGINS[format])]).toEqual([format, true]);
    expect(download.suggestedFilename()).toMatch(/^aufwind-[a-z0-9-]+-\d{4}-\d\d-\d\d\.\w+$/);
  }
  await expect(console_.getByRole("status").filter({ hasText: /\S/ })).toHaveCount(0);
  await expectAccessible(console_);

  // Before it is handed on: what stands first, own words, and what nobody should see.
  const paper = console_.getByRole("article");
  const titles = paper.getByRole("heading", { level: 2 });
  const [first = "", second = ""] = await titles.allTextContents().then((all) => all.slice(1));
  await console_.getByRole("button", { name: t("exports.down", { section: first }) }).click();
  await expect(titles.nth(1)).toHaveText(second);
  await expect(titles.nth(2)).toHaveText(first);
  const intro = t("exports.introOf", { section: first });
  await console_.getByRole("button", { name: intro }).click();
  await console_.getByRole("textbox", { name: intro }).fill("Das kam am häufigsten.");
  await paper.getByRole("button", { name: t("exports.introKeep") }).click();
  await expect(paper.getByText("Das kam am häufigsten.")).toBeVisible();
  const quotes = paper.getByRole("blockquote");
  const before = await quotes.count();
  const word = /\p{L}{6,}/u.exec((await quotes.last().textContent()) ?? "")?.[0] ?? "";
  await expect(paper.getByText(word).first()).toBeVisible();
  await paper
    .getByRole("button", { name: t("exports.strikeQuote") })
    .first()
    .click();
  await expect(quotes).toHaveCount(before - 1);
  await console_.getByLabel(t("exports.struckLabel")).filter({ visible: true }).fill(word);
  await console_
    .getByRole("button", { name: t("exports.strike"), exact: true })
    .last()
    .click();
  await expect(quotes.last()).toContainText("[…]");
  await expect(paper.getByText(word)).toHaveCount(0);
  const file = await console_.request.get(`/sessions/${id}/summary/markdown`);
  expect(await file.text()).not.toContain(word);
  expect(await file.text()).toContain("Das kam am häufigsten.");
  await expectAccessible(console_);

  // The server is slow: there is time to think it over.
  guard.tolerate(/net::ERR_ABORTED|aborted/);
  await console_.route("**/summary/pdf*", () => undefined);
  const making = console_.getByText(t("exports.making", { format: "PDF" }));
  await console_.getByRole("button", { name: "PDF", exact: true }).click();
  await expect(making).toBeVisible();
  await console_.getByRole("button", { name: t("exports.cancel") }).click();
  await expect(making).toBeHidden();
  await console_.unroute("**/summary/pdf*");

  // It has no typesetter: the page says what does instead.
  guard.tolerate(/501/);
  await console_.route("**/summary/pdf*", (route) =>
    route.fulfill({ contentType: MAKING_MEDIA, body: asLine({ failed: "unavailable" }) }),
  );
  await console_.getByRole("button", { name: "PDF", exact: true }).click();
  await expect(console_.getByText(t("exports.unavailable"))).toBeVisible();
  await console_.setViewportSize(PHONE);
  await expectNoSidewaysScroll(console_);
  await expectAccessible(console_);
});
