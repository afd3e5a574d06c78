import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { startStrictProxy } from "./strict-proxy";
import { advanceTo, expectSaved, handIn, join, openSession } from "./workshop";

/** A phone hands in a card on its way through whatever stands between it and the server. */
async function writeACard(
  console_: Page,
  phone: Page,
  t: Parameters<typeof join>[2],
  locale: string,
): Promise<void> {
  const { code } = await openSession(console_, t, locale);
  await join(phone, code, t);
  await console_.getByRole("button", { name: t("console.beginWith", { n: 1 }) }).click();
  await console_.getByRole("button", { name: t("console.beginAnyway") }).click();
  await advanceTo(console_, t, locale, "small-no", "write");
  await phone.getByLabel(t("kinds.collect.phone.yourText")).fill("Ein Entwurf");
  await phone.reload();
  await expect(phone.getByLabel(t("kinds.collect.phone.yourText"))).toHaveValue("Ein Entwurf");
  await handIn(phone, t, "Meine dritte Nachricht blieb ohne Antwort.");
  await expectSaved(phone, t, "Meine dritte Nachricht blieb ohne Antwort.");
}

test("over plain http on a LAN address, which is no secure context", async ({
  facilitator,
  participants,
  t,
  locale,
}) => {
  const [phone] = await participants(1, { insecure: true });
  if (!phone) throw new Error("unreachable");
  await phone.goto("/j");
  expect(await phone.evaluate(() => window.isSecureContext)).toBe(false);
  await writeACard(facilitator, phone, t, locale ?? "de-DE");
});

test("over long-polling, where a proxy refuses WebSockets", async ({
  facilitator,
  guard,
  participants,
  server,
  t,
  locale,
}) => {
  const proxy = await startStrictProxy(server.baseURL);
  guard.tolerate(new RegExp(`^request to somebody else: ${proxy.url}/`));
  guard.tolerate(/WebSocket connection to/);
  try {
    const [phone] = await participants(1, { baseURL: proxy.url });
    if (!phone) throw new Error("unreachable");
    await writeACard(facilitator, phone, t, locale ?? "de-DE");
    expect(proxy.refused()).toBeGreaterThan(0);
    expect(proxy.polled()).toBeGreaterThan(0);
    await phone.close();
  } finally {
    await proxy.close();
  }
});
