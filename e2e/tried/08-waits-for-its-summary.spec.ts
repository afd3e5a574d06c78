import { eq, sql } from "drizzle-orm";
import { sessionEvents, sessions } from "@/server/db/schema/sessions";
import { withDatabase } from "../database";
import { CONNECTION_LOST, expect, expectAccessible, test } from "../fixtures";
import { openUnseen } from "../workshop";

test("8, 27: a session that can't be read is listed, waits to be erased and says why, and can be deleted by hand", async ({
  facilitator: console_,
  guard,
  server,
  t,
  locale,
}) => {
  guard.tolerate(CONNECTION_LOST);
  const language = locale ?? "de-DE";
  const due = await openUnseen(console_, language);
  const broken = await openUnseen(console_, language);
  await withDatabase(server, async (db) => {
    await db
      .update(sessions)
      .set({ status: "finished", code: null, endedAt: sql`now() - interval '31 days'` })
      .where(eq(sessions.id, due));
    const event = { type: "fromAnotherVersion" };
    await db.update(sessionEvents).set({ event }).where(eq(sessionEvents.sessionId, due));
    // Not even the heading of this one is there.
    await db.update(sessions).set({ plan: {} }).where(eq(sessions.id, broken));
  });
  // A start sweeps.
  await server.restart();
  await withDatabase(server, (db) =>
    expect.poll(() => db.$count(sessions, eq(sessions.erasureWaits, true))).toBe(1),
  );

  await console_.goto("/sessions");
  const waits = t("sessions.erasureWaits", { date: "" }).split(".")[1] ?? "";
  const entry = console_.getByRole("listitem").filter({ hasText: waits });
  await expect(entry).toHaveCount(1);
  await expect(
    console_.getByRole("listitem").filter({ hasText: t("sessions.unreadableTitle") }),
  ).toHaveCount(1);
  await expectAccessible(console_);

  await entry.getByRole("link", { name: t("sessions.summary") }).click();
  await expect(console_.getByText(t("summary.unreadable"))).toBeVisible();
  await console_.goBack();
  await entry.getByRole("button", { name: t("sessions.more") }).click();
  await console_.getByRole("menuitem", { name: t("sessions.deleteAsk") }).click();
  await entry.getByRole("button", { name: t("sessions.delete"), exact: true }).click();
  await entry.getByRole("button", { name: t("sessions.deleteRawAgain") }).click();
  await expect(console_.getByText(t("sessions.nothingKept"))).toBeVisible();
  await expect(entry).toHaveCount(0);
});
