import { eq, sql } from "drizzle-orm";
import { sessions } from "@/server/db/schema/sessions";
import { withDatabase } from "../database";
import { CONNECTION_LOST, expect, expectAccessible, test } from "../fixtures";
import { join, openSession } from "../workshop";

test("9: a code that was prepared the evening before still lets people in, until the day that is shown", async ({
  facilitator: console_,
  guard,
  participants,
  server,
  t,
  locale,
}) => {
  guard.tolerate(CONNECTION_LOST);
  const { id, code } = await openSession(console_, t, locale ?? "de-DE");
  await expect(console_.getByText(t("sessions.lobbyUntil", { date: shown(14) }))).toBeVisible();

  await console_.getByRole("button", { name: t("sessions.lobbyUntilChange") }).click();
  const day = console_.getByLabel(t("sessions.lobbyUntilDay"));
  await expectAccessible(console_);
  await day.fill(entered(40));
  await console_.getByRole("button", { name: t("sessions.lobbyUntilKeep") }).click();
  await expect(console_.getByText(t("sessions.lobbyUntil", { date: shown(40) }))).toBeVisible();
  await console_.goto("/sessions");
  const entry = console_.getByRole("listitem").filter({
    hasText: t("sessions.lobbyUntil", { date: shown(40) }),
  });
  await expect(entry).toHaveCount(1);
  await expectAccessible(console_);

  // Days in which nobody did anything, and the sweep of a new start.
  await withDatabase(server, (db) =>
    db
      .update(sessions)
      .set({ actedAt: sql`now() - interval '39 days'` })
      .where(eq(sessions.id, id)),
  );
  await server.restart();
  const [phone] = await participants(1);
  if (!phone) throw new Error("unreachable");
  await join(phone, code, t);
  await expect(phone.getByRole("heading", { name: t("join.lobby") })).toBeVisible();
});

const DAY_MS = 24 * 3_600_000;

/** As the browser of the test writes the day so many days from now. */
const shown = (days: number): string =>
  new Intl.DateTimeFormat("de-DE", { dateStyle: "medium", timeZone: "Europe/Berlin" }).format(
    Date.now() + days * DAY_MS,
  );

/** As a date field takes it. */
const entered = (days: number): string =>
  new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone: "Europe/Berlin" }).format(
    Date.now() + days * DAY_MS,
  );
