import { expect, test } from "../fixtures";
import { inLocale, planned, primary, uncover, whenSettled } from "../workshop";
import { openRoom } from "./room";

test("16: the console says each phase, and the focus stays where its owner works", async ({
  account,
  facilitator: console_,
  server,
  t,
}) => {
  const room = await openRoom({ facilitator: console_, account, server, t, phones: 6 });
  const said = console_.getByRole("status").first();
  const heading = console_.getByRole("heading", { level: 1 });
  const title = inLocale(planned("small-no").title, "de");
  try {
    await expect(said).toHaveText(t("console.lobbyTitle"));
    // What is said later comes to a place that a screen reader knows already.
    const place = await said.elementHandle();
    await console_.getByRole("button", { name: t("console.beginWith", { n: 6 }) }).press("Enter");
    await expect(said).toContainText(inLocale(planned("welcome").title, "de"));
    await expect(heading).toBeFocused();

    await room.to("small-no", "write");
    await expect(said).toHaveText(t("phases.write.said", { title }));
    await room.takePart();
    await whenSettled(console_);
    await primary(console_).press("Enter");
    await expect(said).toHaveText(t("phases.review.said", { title }));
    await expect(primary(console_)).toBeFocused();

    // Whoever is writing when somebody else goes on still writes, and presses no keys.
    await uncover(console_, t);
    const note = console_.getByLabel(t("console.note"), { exact: true });
    await note.pressSequentially("still");
    await room.to("small-no", "reveal");
    await expect(said).toHaveText(t("phases.reveal.said", { title }));
    await expect(note).toBeFocused();
    await room.to("other-readings", "choose");
    await expect(said).toContainText(inLocale(planned("other-readings").title, "de"));
    await expect(note).toBeFocused();
    await console_.keyboard.type("n");
    await expect(note).toHaveValue("n");

    await room.remote.send({ type: "end" });
    await expect(said).toHaveText(t("console.endedTitle"));
    await expect(heading).toBeFocused();
    expect(await said.evaluate((now, before) => now === before, place)).toBe(true);
  } finally {
    room.close();
  }
});
