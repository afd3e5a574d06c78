import { expect, test } from "../fixtures";
import { isLaidOut, withoutScripts } from "../without-scripts";
import { join, openSession, TEMPLATE } from "../workshop";

// That nothing moves on any page is looked at with all of them (every-page.spec.ts).

test("31: the way back into a session, which only the device knows, moves no code field", async ({
  facilitator,
  open,
  t,
}) => {
  const { code } = await openSession(facilitator, t, "de-DE");
  const page = await open();
  await join(page, code, t);
  // Before it has seen the session, the device knows of none.
  await expect(page.getByRole("heading", { name: t("join.lobby") })).toBeVisible();
  for (const path of ["/", "/j"]) {
    const release = await withoutScripts(page);
    await page.goto(path, { waitUntil: "commit" });
    const button = page.getByRole("button", { name: t("landing.join") });
    await expect(button).toBeVisible();
    await isLaidOut(page);
    const before = await button.boundingBox();
    await release();
    await expect(page.getByRole("region", { name: t("landing.onThisDevice") })).toBeVisible();
    expect(await button.boundingBox(), path).toEqual(before);
  }
});

test("31: a template's card is pressed before any script has come", async ({ facilitator }) => {
  await withoutScripts(facilitator);
  await facilitator.goto("/sessions", { waitUntil: "commit" });
  await facilitator.locator(`a[href="${TEMPLATE}"]`).click();
  // Its scripts are held back, too.
  await facilitator.waitForURL(`**${TEMPLATE}`, { waitUntil: "commit" });
});
