import { expect, expectAccessible, test } from "../fixtures";
import { chooseTemplate, openSession, signIn } from "../workshop";

const NAME = "Jobcenter Mitte, zweite Gruppe";
const RENAMED = "Jobcenter Mitte, dritte Gruppe";

test("11: Back from a session shows it in the list, under the name it was given", async ({
  account,
  open,
  server,
  t,
}) => {
  // Where pages follow each other within one document, Back shows what the browser remembers.
  const console_ = await open({ baseURL: server.localURL });
  await signIn(console_, account, t);
  // --- the template says what it holds before anything is opened ----------------------------------------
  await chooseTemplate(console_);
  await expect(console_.getByText("Ein kleines Nein", { exact: true })).toBeVisible();
  await expectAccessible(console_);
  await console_.getByLabel(t("sessions.nameNew")).fill(NAME);
  await openSession(console_, t, "de-DE");
  await expect(console_.getByRole("banner").getByText(NAME)).toBeVisible();

  // --- the browser's Back: in the same document ----------------------------------------------------------
  await console_.goBack();
  const row = console_.getByRole("listitem").filter({ hasText: NAME });
  await expect(row.getByText(t("sessions.stateLobby"))).toBeVisible();
  await expect(console_.getByText(t("sessions.none"))).toHaveCount(0);

  // --- into it again by its link, which loads a document, on with it, and Back --------------------------------
  await row.getByRole("link", { name: t("sessions.resume") }).click();
  await console_.getByRole("button", { name: t("console.begin"), exact: true }).click();
  await console_
    .getByRole("dialog")
    .getByRole("button", { name: t("console.beginAnyway") })
    .click();
  await expect(console_.getByText(new RegExp(`^${t("console.now")} · `))).toBeVisible();
  await console_.goBack();
  await expect(row.getByText(t("sessions.stateRunning"))).toBeVisible();

  // --- and by the console's own way there, which a phone has too ---------------------------------------------
  await console_.goForward();
  await console_.setViewportSize({ width: 320, height: 640 });
  await console_.getByRole("link", { name: t("console.toSessions"), exact: true }).click();
  await console_.waitForURL("**/sessions");

  // --- the name can be changed ------------------------------------------------------------------------------
  await row.getByRole("button", { name: t("sessions.moreOf", { title: NAME }) }).click();
  await console_.getByRole("menuitem", { name: t("sessions.renameAsk") }).click();
  const dialog = console_.getByRole("dialog");
  await dialog.getByLabel(t("sessions.name"), { exact: true }).fill(RENAMED);
  await expectAccessible(console_);
  await dialog.getByRole("button", { name: t("sessions.rename") }).click();
  await expect(console_.getByText(RENAMED)).toBeVisible();
  await expect(console_.getByText(NAME)).toHaveCount(0);
});
