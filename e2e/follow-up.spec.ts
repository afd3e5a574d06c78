import { sql } from "drizzle-orm";
import { followUps } from "@/server/db/schema/sessions";
import { randomId } from "@/server/rooms/chance";
import { call } from "./call";
import { withDatabase } from "./database";
import { openEndedSession } from "./every-page";
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  SMALLEST,
  test,
  texts,
} from "./fixtures";
import { openFollowUp } from "./shared";

const t = texts("de-DE");
const english = texts("en-GB");

test("P311 what became of plans is asked without an account, and counted once", async ({
  account,
  facilitator: console_,
  open,
  server,
}) => {
  const id = await openEndedSession(console_, account);
  const { pathname } = new URL(await openFollowUp(console_, id, t));

  const answers = ["done", "done", "done", "changed", "changed", "changed"] as const;
  const first = await open({ viewport: SMALLEST, touch: true, locale: "en-GB" });
  await first.goto(pathname);
  await first.getByRole("button", { name: english("followUp.send") }).click();
  await expect(first.getByText(english("followUp.missing"))).toBeVisible();
  // The last one counts, also after another look at the page.
  for (const answer of ["dropped", answers[0]] as const) {
    await first.getByText(english(`followUp.answers.${answer}`), { exact: true }).click();
    await first.getByRole("button", { name: english("followUp.send") }).click();
    await expect(first.getByText(english("followUp.sent"))).toBeVisible();
    if (answer === "dropped") await first.reload();
  }
  for (const answer of answers.slice(1)) {
    await call(server.baseURL, "app/follow-up/[token]/actions.ts#answerFollowUp", {
      page: pathname,
      args: [pathname.split("/").at(-1), randomId(), answer],
    });
  }
  await expectAccessible(first);
  await expectNoSidewaysScroll(first);

  const ask = console_.getByRole("button", { name: t("followUp.ask") });
  const dialog = console_.getByRole("dialog", { name: t("followUp.question") });
  await console_.reload();
  await ask.click();
  await expect(dialog).toContainText("Bis dahin sieht sie niemand");
  await expect(dialog).not.toContainText("Gemacht");
  await expectAccessible(console_);
  await withDatabase(server, (db) => db.update(followUps).set({ closesAt: sql`now()` }));
  await console_.reload();
  await ask.click();
  await expect(dialog).toContainText("6 Antworten");
  await expect(dialog.getByText("3 Gemacht")).toBeVisible();
  await expect(dialog.getByText("3 Anders gemacht")).toBeVisible();
  await expectAccessible(console_);
  const practice = console_.getByRole("region", { name: t("summary.practice") });
  await expect(practice).toContainText("Anders gemacht3 von 6");
  await first.reload();
  await expect(first.getByRole("heading", { level: 1 })).toHaveText(english("followUp.goneTitle"));
});
