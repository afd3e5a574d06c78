import { reframeRecord } from "@/lib/activities/reframe/record";
import { joinAsPhone } from "@/server/simulated/phone";
import { expect, test } from "./fixtures";
import { advanceTo, join, openSession } from "./workshop";

/** With the phone of the test one more than the fewest that are shown. */
const OTHERS = 5;

test("a vote can't be handed in before its ballot is there, and counts after it", async ({
  facilitator: console_,
  participants,
  server,
  stage,
  t,
  locale,
}) => {
  const to = (key: string, phase: string) => advanceTo(console_, t, locale ?? "de-DE", key, phase);
  const { id, code, stageUrl } = await openSession(console_, t, locale ?? "de-DE");
  await stage.goto(stageUrl);
  const others = await Promise.all(
    Array.from({ length: OTHERS }, (_, number) => joinAsPhone(server.baseURL, id, number)),
  );
  const [phone] = await participants(1);
  if (!phone) throw new Error("unreachable");

  // The answer to "my ballot, please" is on its way for as long as the test wants.
  const late: (() => void)[] = [];
  let holds = true;
  await phone.routeWebSocket(/\/socket\.io\//, (socket) => {
    const upstream = socket.connectToServer();
    upstream.onMessage((message) => {
      if (holds && message.toString().includes('"shown":[')) late.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  try {
    await join(phone, code, t);
    await console_.getByRole("button", { name: t("console.beginWith", { n: 6 }) }).click();
    await to("other-readings", "write");
    for (const other of others) {
      await other.client.until((view) => view.planned?.key === "other-readings");
      await other.client.until((view) => view.activity?.phase === "write");
      await other.takePart();
    }
    await to("other-readings", "vote");
    // The others' ballots are blank: whatever is counted is this phone's.
    for (const { client } of others) {
      const view = await client.until((each) => each.activity?.phase === "vote" && each);
      const caseId = reframeRecord.parse(view.activity?.record).cases[0]?.id;
      await client.act({ type: "openBallot", caseId });
      const cast = { type: "castBallot", caseId, revision: 1, readings: [] };
      expect(await client.act(cast)).toEqual({ ok: true });
    }

    const handIn = phone.getByRole("button", { name: t("kinds.reframe.phone.voteHandIn") });
    await expect.poll(() => late.length).toBeGreaterThan(0);
    await handIn.focus();
    await phone.keyboard.press("Enter");
    await expect(handIn).toBeVisible();
    await expect(phone.getByRole("heading", { name: t("phone.waiting") })).toBeHidden();

    holds = false;
    for (const arrive of late.splice(0)) arrive();
    await phone.locator("[aria-pressed=false]").first().click();
    await handIn.click();
    await expect(phone.getByRole("heading", { name: t("phone.waiting") })).toBeVisible();
    await to("other-readings", "show");
    await expect(
      stage
        .getByText(t("kinds.reframe.common.votesOfSeen", { n: 1, seen: OTHERS + 1 }))
        .filter({ visible: true }),
    ).toHaveCount(1);
  } finally {
    for (const other of others) other.close();
  }
});
