import type { PrivateLine } from "@/lib/session/plan-template";
import { joinAsPhone } from "@/server/simulated/phone";
import { expectTargets } from "./accessible";
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  PHONE,
  SMALLEST,
  test,
} from "./fixtures";
import { openWithPlan } from "./own-plan";
import { markup } from "./pictures";
import { connectRemote, handIn, join, moveTo, sentBy } from "./workshop";

const ACTIVITY = "small-no";
/** What fits beside ten others on the smallest phone (look-2, 4). */
const ZIGZAG_TARGET = 44;

/** With the three that are looked at enough for cards to be shown. */
const SIMULATED = 5;

const PLANNED = "Was war geplant?";
const COUNTED = "Mit wie vielen von zehn rechnest du?";
const line = (key: string, phase: string, prompt: string): PrivateLine => ({
  ...{ key, phase, prompt: { de: prompt }, placeholder: null, input: "line" },
});
const privateLines: PrivateLine[] = [
  line("planned", "write", PLANNED),
  { ...line("counted", "reveal", COUNTED), input: "number" },
];

const SECRET = "Ein Gespräch mit der Chefin der Kantine";
const CARD = "Auf meine Nachricht kam nie eine Antwort.";

test("P196 P197 a private line stays on the phone and goes onto the card that one takes along", async ({
  account,

  participants,
  server,
  t,
}) => {
  const { id, code } = await openWithPlan(server, {
    ...{ email: account.email, templateId: `single-${ACTIVITY}`, language: "de", address: "du" },
    change: (activities) =>
      activities.map((each) => (each.key === ACTIVITY ? { ...each, privateLines } : each)),
  });
  const phones = await participants(3);
  const [sending, skipping, watching] = phones;
  if (!sending || !skipping || !watching) throw new Error("unreachable");
  const sent = sentBy(sending);
  for (const phone of phones) await join(phone, code, t);
  const remote = await connectRemote(server.baseURL, id, account.storageState.cookies);
  const others = await Promise.all(
    Array.from({ length: SIMULATED }, (_, number) => joinAsPhone(server.baseURL, id, number)),
  );
  const areAlike = async () => new Set(await Promise.all(phones.map(markup))).size === 1;
  try {
    await remote.send({ type: "begin", endsAt: null });
    await remote.until(({ planned }) => planned);
    await moveTo(remote, ACTIVITY, "write");
    const own = sending.getByLabel(PLANNED);
    await own.fill(SECRET);
    // Before the card, which grows out of it.
    const editor = sending.getByLabel(t("kinds.collect.phone.yourText"));
    const [above, below] = [await own.boundingBox(), await editor.boundingBox()];
    expect(above?.y).toBeLessThan(below?.y ?? 0);
    await expectAccessible(sending);
    await sending.setViewportSize(SMALLEST);
    await expectNoSidewaysScroll(sending);
    await sending.setViewportSize(PHONE);

    // --- waiting phones cover it, whatever stands there --------------------------------------------------------
    await handIn(sending, t, CARD);
    await skipping.getByRole("button", { name: t("phone.skip"), exact: true }).click();
    await watching.getByRole("button", { name: t("phone.watch"), exact: true }).click();
    for (const phone of phones) {
      await expect(phone.getByRole("heading", { name: t("phone.waiting") })).toBeVisible();
    }
    await expect.poll(areAlike).toBe(true);
    await sending.getByRole("button", { name: t("phone.privateShow") }).click();
    await expect(sending.getByLabel(PLANNED)).toHaveValue(SECRET);
    await expect.poll(areAlike).toBe(false);

    // --- a number, after what the room shows -------------------------------------------------------------------
    await Promise.all(
      others.map(async (other) => {
        await other.client.until(({ activity }) => activity?.phase === "write");
        await other.takePart();
      }),
    );
    await moveTo(remote, ACTIVITY, "reveal");
    await expect(sending.getByText(CARD)).toBeVisible();
    await expect.poll(areAlike).toBe(true);
    const scores = sending.getByRole("radiogroup", { name: COUNTED });
    await sending.setViewportSize(SMALLEST);
    await scores.scrollIntoViewIfNeeded();
    await expectTargets(sending, ZIGZAG_TARGET);
    await expectNoSidewaysScroll(sending);
    await scores.getByRole("radio").nth(7).click();
    await expect(scores.getByRole("radio", { name: "7" })).toBeChecked();
    await expectAccessible(sending);
    await sending.setViewportSize(PHONE);
    await sending.reload();
    await expect(scores.getByRole("radio", { name: "7" })).toBeChecked();

    // --- what one takes along ----------------------------------------------------------------------------------
    await remote.send({ type: "end" });
    await sending.getByRole("button", { name: t("phone.keepsake.show") }).click();
    for (const said of [PLANNED, SECRET, COUNTED]) {
      await expect(sending.getByRole("main").getByText(said, { exact: true })).toBeVisible();
    }
    await expect(sending.getByText(t("phone.keepsake.noStep"))).toHaveCount(0);
    await expectAccessible(sending);
    await sending.emulateMedia({ media: "print" });
    await expect(sending.locator(".print-sheet").getByText(SECRET)).toBeVisible();
    await sending.emulateMedia({ media: "screen" });

    // --- nothing of it was said to the server, and nothing is left of it ----------------------------------------
    expect(sent.join("\n")).toContain(CARD);
    expect(sent.join("\n")).not.toContain(SECRET);
    await sending.getByRole("button", { name: t("phone.deleteLocal"), exact: true }).click();
    await sending
      .getByRole("button", { name: t("phone.deleteLocal"), exact: true })
      .last()
      .click();
    await expect(sending.getByText(t("phone.deletedLocal"))).toBeVisible();
    await expect(sending.getByText(SECRET)).toHaveCount(0);
  } finally {
    for (const client of [remote, ...others]) client.close();
  }
});
