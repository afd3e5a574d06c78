import { expectNoTextCutOff, expectTargets, SMALLEST_TARGET } from "./accessible";
import { openPages } from "./every-page";
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  PHONE,
  SMALLEST,
  test,
} from "./fixtures";

/** Every page, several windows each. */
const TIMEOUT_MS = 3 * 60_000;

/** Shows one screen of a session in a frame that is scaled down, and is pressed by nobody. */
const FRAMED = "/preview";

/** This product has no mail server: there is no such page. */
const WITHOUT_SERVICES = "/sign-in/by-mail";

test("every page can be used with a finger, in the windows of phones", async ({
  account,
  facilitator,
  guard,
  open,
  t,
}) => {
  test.setTimeout(TIMEOUT_MS);
  const opened = await openPages(facilitator, account, t);
  guard.tolerate(/the server responded with a status of 404/);
  const [stranger, known] = [
    await open({ viewport: PHONE, touch: true }),
    await open({ viewport: PHONE, touch: true, storageState: account.storageState }),
  ];
  for (const { route, path, isOpen } of opened) {
    if (route === FRAMED || path === WITHOUT_SERVICES) continue;
    await test.step(route, async () => {
      const page = isOpen ? stranger : known;
      await page.setViewportSize(PHONE);
      await page.goto(path, { waitUntil: "networkidle" });
      await expect(page.getByRole("heading").first()).toBeVisible();
      for (const viewport of [PHONE, SMALLEST]) {
        await page.setViewportSize(viewport);
        await expectNoSidewaysScroll(page);
        await expectNoTextCutOff(page);
        await expectTargets(page, SMALLEST_TARGET.phone);
      }
      await expectAccessible(page);
    });
  }
});
