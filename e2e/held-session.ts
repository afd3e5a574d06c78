import type { Page } from "@playwright/test";
import { type Seeded, seedSession } from "@/server/demo/seed";
import { cookieHeader, openUnseen } from "./workshop";

/** A session of this facilitator's, played up to a step by simulated phones; no screen follows it. */
export async function openHeld(
  page: Page,
  { url, locale, to }: { url: string; locale: string; to: string },
): Promise<{ id: string; seeded: Seeded }> {
  const id = await openUnseen(page, locale);
  const cookie = cookieHeader(await page.context().cookies());
  return { id, seeded: await seedSession({ url, session: id, cookie, to }) };
}
