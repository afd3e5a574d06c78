import { expect, expectAccessible, test } from "../fixtures";
import { acceptInvitation, invite } from "../invited";
import { signIn, uncover } from "../workshop";
import { openRoom } from "./room";

/** What the browser says to a page that somebody comes back to; pages of a test never lose the focus. */
const comeBack = () => window.dispatchEvent(new Event("focus"));

test("P175 a console that was signed out in another tab shows nothing any more, and its note is not lost", async ({
  account,
  open,
  server,
  t,
}) => {
  const tab = await open();
  // A sign-in of its own: that of `account` itself is every test's.
  await signIn(tab, account, t);
  const storageState = await tab.context().storageState();
  const signedIn = { ...account, storageState };
  const room = await openRoom({ facilitator: tab, account: signedIn, server, t, phones: 6 });
  await room.to("small-no", "write");
  await room.takePart();
  await room.to("small-no", "review");
  await uncover(tab, t);
  const cards = tab.getByRole("button", { name: t("console.hold"), exact: true });
  await expect(cards.first()).toBeVisible();

  const other = await tab.context().newPage();
  await other.goto("/sessions");
  await tab.locator("[data-console-note]").fill("Vorher noch eine Pause");
  await other.getByRole("button", { name: t("auth.signOut") }).click();
  await other.waitForURL((url) => url.pathname === "/");

  await expect(tab.getByText(t("console.refused"))).toBeVisible();
  await expect(cards).toHaveCount(0);
  await expect(tab.locator("[data-console-note]")).toHaveCount(0);
  await expect(tab.getByText("Vorher noch eine Pause")).toHaveCount(0);
  await expectAccessible(tab);
  // The other connection had the same sign-in.
  await expect.poll(() => room.remote.isConnected).toBe(false);

  await tab.getByRole("link", { name: t("errors.reload") }).click();
  await tab.waitForURL(/\/sign-in/);
  await tab.getByLabel(t("auth.email"), { exact: true }).fill(account.email);
  await tab.getByLabel(t("auth.password"), { exact: true }).fill(account.password);
  await tab.getByRole("button", { name: t("auth.signIn"), exact: true }).click();
  await tab.waitForURL(`**/sessions/${room.id}`);
  await uncover(tab, t);
  await expect(tab.locator("[data-console-note]")).toHaveValue("Vorher noch eine Pause");
  await expect(tab.getByText(t("common.saved"), { exact: true })).toBeVisible();
  room.close();
});

test("P175 pages of a browser that was signed out elsewhere give way to the sign-in, unless something is unsaved", async ({
  facilitator,
  open,
  server,
  t,
}) => {
  const tab = await open();
  // All its sign-ins are ended here: an account that no other test has.
  const details = { name: "Alex Beispiel", email: "alex@example.org" };
  const account = await acceptInvitation(tab, await invite(facilitator, t), t, details);
  const room = await openRoom({ facilitator: tab, account, server, t, phones: 3 });
  await room.to("small-no", "write");
  expect(await room.remote.send({ type: "end" })).toEqual({ ok: true });
  room.close();
  await tab.goto(`/sessions/${room.id}/summary`);
  const takeaway = tab.getByLabel(t("summary.takeawayHint"));
  await takeaway.fill("Drei Sätze");
  await expect(tab.getByText(t("phone.saved"), { exact: true })).toBeVisible();

  // From another device, as "My account" does it.
  const elsewhere = await open();
  await signIn(elsewhere, account, t);
  const list = await tab.context().newPage();
  await list.goto("/sessions");
  await expect(list.getByRole("link", { name: t("sessions.summary") }).first()).toBeVisible();
  await elsewhere.goto("/sessions/account");
  const ends = elsewhere.getByRole("button", { name: t("account.deviceEnd"), exact: true });
  for (let left = await ends.count(); left > 0; left -= 1) {
    await ends.first().click();
    await expect(ends).toHaveCount(left - 1);
  }

  await takeaway.fill("Drei Sätze, und noch einer");
  const notice = tab.getByText(/^Nicht gespeichert: /);
  await expect(notice).toBeVisible();
  await expectAccessible(tab);
  await tab.evaluate(comeBack);
  await list.evaluate(comeBack);
  await list.waitForURL(/\/sign-in\?next=%2Fsessions$/);
  await expect(takeaway).toHaveValue("Drei Sätze, und noch einer");

  await signIn(list, account, t);
  await tab.getByRole("button", { name: t("common.retry") }).click();
  await expect(tab.getByText(t("phone.saved"), { exact: true })).toBeVisible();
  await expect(notice).toHaveCount(0);
  await tab.reload();
  await expect(takeaway).toHaveValue("Drei Sätze, und noch einer");
  // And with nothing unsaved it gives way, too; the account page signs others out, not the one it is on.
  await list.getByRole("button", { name: t("auth.signOut") }).click();
  await list.waitForURL((url) => url.pathname === "/");
  await tab.evaluate(comeBack);
  await tab.waitForURL(/\/sign-in\?next=/);
});
