import type { Page } from "@playwright/test";
import type { Texts } from "./texts";

/** Makes a link to the summary of a session that has ended, and says it. Leaves the page there. */
export async function shareSummary(
  facilitator: Page,
  session: string,
  t: Texts,
  version = 1,
): Promise<string> {
  await facilitator.goto(`/sessions/${session}/summary?version=${version}`);
  await facilitator.getByRole("button", { name: t("exports.share") }).click();
  await facilitator.getByRole("button", { name: t("exports.shareMake") }).click();
  const link = await facilitator.getByLabel(t("exports.shareLink"), { exact: true }).inputValue();
  await facilitator.getByRole("button", { name: t("common.close") }).click();
  return link;
}

/** Asks after the plans of a session that has ended, and says the link. Leaves the page there. */
export async function openFollowUp(facilitator: Page, session: string, t: Texts): Promise<string> {
  await facilitator.goto(`/sessions/${session}/summary`);
  await facilitator.getByRole("button", { name: t("followUp.ask") }).click();
  await facilitator.getByRole("button", { name: t("followUp.make") }).click();
  const link = await facilitator.getByLabel(t("followUp.link"), { exact: true }).inputValue();
  await facilitator.getByRole("button", { name: t("common.close") }).click();
  return link;
}
