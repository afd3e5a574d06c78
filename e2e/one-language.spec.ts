import { activityTemplate } from "@/lib/session/plan-template";
import { CONNECTION_LOST, expect, expectAccessible, PHONE, test, texts } from "./fixtures";
import { changePlan } from "./own-plan";
import { advanceTo, beginWithFew, inLocale, join, openSession, planned } from "./workshop";

/** The same as somebody would have written it who runs it in German only. */
function inGermanOnly(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inGermanOnly);
  if (typeof value !== "object" || value === null) return value;
  if ("de" in value && "en" in value) return { de: value.de };
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, inGermanOnly(child)]),
  );
}

test("P165 words in German only stand on English screens as German, and say so", async ({
  facilitator: console_,
  guard,
  open,
  server,
  stage,
  t,
}) => {
  guard.tolerate(CONNECTION_LOST);
  const en = texts("en");
  const { id, code, stageUrl } = await openSession(console_, t, "de-DE");
  await changePlan(server, id, (activity) => activityTemplate.parse(inGermanOnly(activity)));
  const phone = await open({ locale: "en-GB", viewport: PHONE, touch: true });
  await join(phone, code, en);
  await stage.goto(stageUrl);
  await beginWithFew(console_, t, 1);
  await advanceTo(console_, t, "de-DE", "small-no", "write");

  const prompt = inLocale(planned("small-no").prompt, "de");
  const heading = phone.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText(`${prompt} ${en("common.inOtherLanguage")}`);
  await expect(heading.locator("[lang=de]")).toHaveText(prompt);
  await expectAccessible(phone);
  // Where German is read, there is nothing to say.
  await expect(console_.getByRole("heading", { level: 1 })).toHaveText(prompt);
  await expect(stage.getByText(prompt, { exact: true })).toBeVisible();
  await expect(stage.getByText(t("common.inOtherLanguage"))).toHaveCount(0);
  // What somebody takes over is theirs to go on from.
  await phone.getByRole("button", { name: en("phone.starters") }).click();
  await phone.getByRole("button", { name: "Ich hatte gefragt, ob" }).click();
  await expect(phone.getByRole("textbox")).toHaveValue("Ich hatte gefragt, ob ");
});
