import { reframeRecord } from "@/lib/activities/reframe/record";
import { readingBallot } from "@/lib/activities/reframe/schema";
import { joinAsPhone } from "@/server/simulated/phone";
import { expect, expectAccessible, test } from "../fixtures";
import { advanceTo, arm, handIn, join, openSession } from "../workshop";

/** With the phone in the hand the fewest whose views and votes are shown. */
const SIMULATED = 4;
const VIEW = "Vielleicht lag die Nachricht hinter vierzig anderen.";

test("5: a view may be quoted if its author says so, and stands in the summary with case and votes @all", async ({
  facilitator: console_,
  participants,
  server,
  t,
}) => {
  test.setTimeout(120_000);
  const { id, code } = await openSession(console_, t, "de");
  const to = (key: string, phase: string) => advanceTo(console_, t, "de", key, phase);
  const [phone] = await participants(1);
  if (!phone) throw new Error("unreachable");
  await join(phone, code, t);
  const others = await Promise.all(
    Array.from({ length: SIMULATED }, (_, number) => joinAsPhone(server.baseURL, id, number)),
  );
  try {
    await console_.getByRole("button", { name: t("console.beginWith", { n: 5 }) }).click();
    await to("other-readings", "write");
    await expect(phone.getByLabel(t("phone.consentQuote"))).not.toBeChecked();
    await expectAccessible(phone);
    await handIn(phone, t, VIEW, {
      label: t("kinds.reframe.phone.reading"),
      button: t("kinds.reframe.phone.readingHandIn"),
      consents: [t("phone.consentQuote")],
    });
    for (const { client } of others) await client.until((view) => view.activity?.phase === "write");
    for (const other of others) await other.takePart();
    await to("other-readings", "vote");
    await phone.getByRole("button", { name: VIEW }).click();
    await phone.getByRole("button", { name: t("kinds.reframe.phone.voteHandIn") }).click();
    await expect(phone.getByRole("heading", { name: t("phone.waiting") })).toBeVisible();
    for (const { client } of others) {
      const view = await client.until((each) => Object.keys(each.cards).length === 5 && each);
      const caseId = reframeRecord.parse(view.activity?.record).cases[0]?.id ?? "";
      const opened = await client.act({ type: "openBallot", caseId });
      const { shown } = readingBallot.parse(opened.ok ? opened.reply : null);
      const readings = shown.filter((each) => view.cards[each]?.text === VIEW);
      expect(await client.act({ type: "castBallot", caseId, revision: 1, readings })).toEqual({
        ok: true,
      });
    }
    await to("close", "show");
    await arm(console_, t("console.endAgain"));
    await console_.getByRole("button", { name: t("console.endAgain") }).click();
    await console_.getByRole("link", { name: t("sessions.summary") }).click();
    await console_.waitForURL(/\/summary/);
    const cases = console_.getByRole("region", { name: t("summary.cases") });
    await expect(cases).toContainText("Ich habe auf LinkedIn eine Person angeschrieben");
    await expect(cases.getByRole("listitem")).toHaveText(
      `${VIEW}${t("kinds.reframe.summary.votesOfSeen", { n: 5, seen: 5 })}`,
    );
  } finally {
    for (const other of others) other.close();
  }
});
