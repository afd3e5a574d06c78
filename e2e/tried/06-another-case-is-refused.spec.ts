import { reframeRecord } from "@/lib/activities/reframe/record";
import { expect, test } from "../fixtures";
import { expectSaved, handIn, join } from "../workshop";
import { openRoom } from "./room";

const ACTIVITY = "other-readings";
const VIEW = "Vielleicht lag die Nachricht hinter vierzig anderen.";
const ONE_MORE = "Vielleicht war es die falsche Woche.";

test("6: once people could write, Back leads to no other case, says why, and locks nobody out", async ({
  account,
  facilitator: console_,
  participants,
  server,
  t,
}) => {
  const room = await openRoom({ facilitator: console_, account, server, t, phones: 4 });
  const [phone] = await participants(1);
  if (!phone) throw new Error("unreachable");
  const reading = {
    label: t("kinds.reframe.phone.reading"),
    button: t("kinds.reframe.phone.readingHandIn"),
  };
  const caseId = () => reframeRecord.parse(room.remote.view?.activity?.record).cases[0]?.id;
  try {
    await join(phone, room.code, t);
    await room.to(ACTIVITY, "write");
    const shown = caseId();
    await handIn(phone, t, VIEW, reading);

    const back = console_.getByRole("button", { name: t("console.back"), exact: true });
    await back.click();
    await expect.poll(() => room.remote.view?.activity?.phase).toBe("case");
    const why = t("console.notice.casesStay");
    await expect(back).toHaveAccessibleDescription(why);
    await back.click({ force: true });
    await expect(console_.getByRole("status").getByText(why)).toBeVisible();
    // Whoever asks past the console is refused, too.
    const from = { activity: ACTIVITY, phase: "case" };
    expect(await room.remote.send({ type: "goBack", from })).toMatchObject({ ok: false });
    expect(await room.remote.act({ type: "chooseCases", cases: [shown] })).toEqual({
      ok: false,
      code: "wrong-phase",
    });
    expect(caseId()).toBe(shown);

    // Everybody goes on where they were: who has written has their share left, and who has not, too.
    await room.to(ACTIVITY, "write");
    await phone.getByRole("button", { name: t("phone.myCard") }).click();
    await expect(phone.getByText(VIEW, { exact: true })).toBeVisible();
    await phone.getByRole("button", { name: t("kinds.reframe.phone.anotherReading") }).click();
    await handIn(phone, t, ONE_MORE, reading);
    await expectSaved(phone, t, ONE_MORE);
    await room.takePart();
    await room.to(ACTIVITY, "review");
    const texts = await room.remote.until((view) => {
      const review = Object.values(view.review ?? {}).map(({ text }) => text);
      return review.includes(ONE_MORE) && review;
    });
    expect(texts).toContain(VIEW);
    expect(texts.length).toBeGreaterThanOrEqual(room.phones.length + 2);
  } finally {
    room.close();
  }
});
