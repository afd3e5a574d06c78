import type { Page } from "@playwright/test";
import { type Seeded, seedSession } from "@/server/demo/seed";
import type { Texts } from "./texts";
import { cookieHeader, openSession } from "./workshop";

/** A session of this facilitator's, played up to a step by simulated phones. */
export async function openHeld(
  page: Page,
  t: Texts,
  { url, locale, to }: { url: string; locale: string; to: string },
): Promise<{ id: string; seeded: Seeded }> {
  const { id } = await openSession(page, t, locale);
  const cookie = cookieHeader(await page.context().cookies());
  return { id, seeded: await seedSession({ url, session: id, cookie, to }) };
}
