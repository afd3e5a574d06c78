import { expect, expectAccessible, test } from "./fixtures";
import { openSession } from "./workshop";

test("the beginning that the facilitator announces is on stage and phones", async ({
  facilitator: console_,
  participants,
  stage,
  t,
}) => {
  const { code, stageUrl } = await openSession(console_, t, "de-DE");
  await stage.goto(stageUrl);
  const [phone] = await participants(1);
  if (!phone) throw new Error("unreachable");
  await phone.goto(`/j/${code.replace(" ", "")}`);
  await phone.getByRole("button", { name: t("join.enter") }).click();
  const field = console_.getByLabel(t("console.lobbyBeginTime"));
  await field.fill("14:05");
  await field.blur();
  await expect(stage.getByText("Beginn 14:05")).toBeVisible();
  await expect(phone.getByText("Beginn um 14:05.")).toBeVisible();
  await expectAccessible(console_);
  await field.fill("");
  await field.blur();
  await expect(stage.getByText("14:05")).toBeHidden();
});
