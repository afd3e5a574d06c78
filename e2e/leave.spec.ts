import type { Page } from "@playwright/test";
import { joinAsPhone } from "@/server/simulated/phone";
import {
  CONNECTION_LOST,
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  test,
  texts,
} from "./fixtures";
import { advanceTo, COUNTED_WITHIN_MS, expectSaved, handIn, join, openSession } from "./workshop";

/** When one has left they are eight: fewer are counted more rarely (P143). */
const OTHERS = 8;

const MINE = "Meine Frage blieb stehen, bis alle gegangen waren.";

for (const { locale, tag } of [
  { locale: "de-DE", tag: [] },
  { locale: "en-GB", tag: ["@all"] },
]) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("whoever leaves is counted out, keeps what is theirs, and comes back", { tag }, async ({
      facilitator: console_,
      guard,
      participants,
      server,
    }) => {
      // Five times somebody is counted out or in.
      test.setTimeout(4 * 60_000);
      guard.tolerate(CONNECTION_LOST);
      const t = texts(locale);
      const to = (key: string, phase: string) => advanceTo(console_, t, locale, key, phase);
      const desk = console_.getByRole("main");
      const people = (n: number) =>
        expect(console_.getByText(t("console.people", { n })).first()).toBeVisible({
          timeout: COUNTED_WITHIN_MS,
        });

      const { id, code } = await openSession(console_, t, locale);
      const [phone] = await participants(1);
      if (!phone) throw new Error("unreachable");
      await join(phone, code, t);
      const simulated = await Promise.all(
        Array.from({ length: OTHERS }, (_, number) => joinAsPhone(server.baseURL, id, number)),
      );
      await console_
        .getByRole("button", { name: t("console.beginWith", { n: OTHERS + 1 }) })
        .click();
      await to("small-no", "write");
      for (const each of simulated) {
        await each.client.until((view) => view.activity?.phase === "write");
        await each.takePart();
      }
      await handIn(phone, t, MINE);
      await expectSaved(phone, t, MINE);
      await people(OTHERS + 1);

      // --- out: asked once, gone from the count, gone for good also after a reload ---------------
      await phone.getByRole("button", { name: t("phone.help") }).click();
      await expectAccessible(phone);
      // Esc takes back the question, not the help around it.
      const asks = phone.getByRole("button", { name: t("phone.leave") });
      await asks.press("Enter");
      await expect(phone.getByText(t("phone.leaveSure"))).toBeVisible();
      await phone.keyboard.press("Escape");
      await expect(phone.getByText(t("phone.leaveSure"))).toBeHidden();
      await expect(asks).toBeFocused();
      await leave(phone, t);
      const outside = phone.getByRole("heading", { name: t("phone.left") });
      await expect(outside).toBeVisible();
      await people(OTHERS);
      await expectAccessible(phone);
      await expectNoSidewaysScroll(phone);
      const contacts = phone.getByRole("button", { name: t("help.contacts"), exact: true });
      await expect(contacts).toBeVisible();
      await phone.getByRole("button", { name: t("phone.keepsake.show") }).click();
      // What is taken along names them itself.
      await expect(phone.getByRole("heading", { name: t("help.contacts") })).toBeVisible();
      await expect(contacts).toHaveCount(0);
      await phone.getByText(t("phone.ownCards")).click();
      await expect(phone.getByText(MINE)).toBeVisible();
      const sockets: string[] = [];
      phone.on("websocket", (socket) => sockets.push(socket.url()));
      await phone.reload();
      await expect(outside).toBeVisible();

      // --- the card stayed -------------------------------------------------------------------------
      await to("small-no", "reveal");
      const [other] = simulated;
      await other?.client.until(({ cards }) =>
        Object.values(cards).some(({ text }) => text === MINE),
      );
      await people(OTHERS);
      expect(sockets).toEqual([]);

      // --- back: the same place, the same card ------------------------------------------------------
      await phone.getByRole("button", { name: t("phone.comeBack") }).click();
      await expect(phone.getByText(MINE)).toBeVisible();
      await phone.getByRole("button", { name: t("phone.myCard") }).click();
      await expect(phone.getByText(t("phone.isShown"))).toBeVisible();
      await phone.getByRole("button", { name: t("phone.myCard") }).click();
      await people(OTHERS + 1);

      // --- out without a network: told as soon as there is one ----------------------------------------
      await phone.context().setOffline(true);
      await expect(phone.getByText(t("common.searching"))).toBeVisible();
      await phone.getByRole("button", { name: t("phone.help") }).click();
      await leave(phone, t);
      await expect(outside).toBeVisible();
      await phone.context().setOffline(false);
      await people(OTHERS);

      // --- help for everybody, also for whoever comes back to it --------------------------------------
      const fromMenu = async (name: string) => {
        await console_.getByRole("button", { name: t("console.moreMenu"), exact: true }).click();
        await console_.getByRole("menuitem", { name, exact: true }).click();
      };
      // A dialog that the menu has opened gives the focus back to its button.
      await fromMenu(t("console.waysIn"));
      await expect(console_.getByRole("dialog")).toBeVisible();
      await console_.keyboard.press("Escape");
      await expect(
        console_.getByRole("button", { name: t("console.moreMenu"), exact: true }),
      ).toBeFocused();
      await fromMenu(t("console.showHelp"));
      await phone.goto(`/j/${code.replace(" ", "")}`);
      await phone.getByRole("button", { name: t("phone.comeBack") }).click();
      const card = phone.getByRole("heading", { name: t("help.forEveryone") });
      await expect(card).toBeVisible();
      await expectAccessible(phone);
      await expectNoSidewaysScroll(phone);
      await phone.getByRole("button", { name: t("help.putAway") }).click();
      await expect(card).toHaveCount(0);
      await phone.reload();
      await expect(phone.getByText(MINE)).toBeVisible();
      await expect(card).toHaveCount(0);
      await fromMenu(t("console.showHelpAgain"));
      await expect(card).toBeVisible();
      await expect(desk.getByRole("heading", { name: t("help.forEveryone") })).toHaveCount(0);
      for (const each of simulated) each.close();
    });
  });
}

/** From the open Help dialog. */
async function leave(phone: Page, t: ReturnType<typeof texts>): Promise<void> {
  const name = t("phone.leave");
  await phone.getByRole("button", { name }).click();
  await expect(phone.getByText(t("phone.leaveSure"))).toBeVisible();
  await phone.getByRole("dialog", { name }).getByRole("button", { name }).click();
}
