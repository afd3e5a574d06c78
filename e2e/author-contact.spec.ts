import { reframeRecord } from "@/lib/activities/reframe/record";
import { hashSecret, randomId } from "@/server/rooms/chance";
import { joinAsPhone } from "@/server/simulated/phone";
import { expect, expectAccessible, expectNoSidewaysScroll, test, texts } from "./fixtures";
import {
  advanceTo,
  arm,
  COUNTED_WITHIN_MS,
  expectSaved,
  handIn,
  join,
  openSession,
  readAll,
} from "./workshop";

/** With the two phones in the hand eight: enough for k with one card held, and fewer are counted more rarely (P143). */
const SIMULATED = 6;

const HELD = "Nach dem Gespräch hieß es, ich sei zu leise für diese Runde.";
const PHONES_ONLY = "Mein Vorschlag stand im Protokoll, mein Name nicht.";
const LATE = "Die Einladung kam, als alle schon saßen.";
const REPLY = "Danke für diese Zeilen. In der Pause stehe ich am Fenster.";
const READING = "Leise ist in dieser Runde vielleicht nur ungewohnt.";

for (const { locale, tag } of [
  { locale: "de-DE", tag: [] },
  { locale: "en-GB", tag: ["@all"] },
]) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("what happens to a card stays between it, its author and the facilitator", {
      tag,
    }, async ({ facilitator: console_, participants, server, stage }) => {
      test.setTimeout(4 * 60_000);
      const t = texts(locale);
      const desk = console_.getByRole("main");
      const to = (key: string, phase: string) => advanceTo(console_, t, locale, key, phase);

      const { id, code, stageUrl } = await openSession(console_, t, locale);
      await stage.goto(stageUrl);
      const [author, other] = await participants(2);
      if (!author || !other) throw new Error("unreachable");
      await join(author, code, t);
      await join(other, code, t);
      const simulated = await Promise.all(
        Array.from({ length: SIMULATED }, (_, number) => joinAsPhone(server.baseURL, id, number)),
      );
      const takePart = async (phase: string) => {
        for (const phone of simulated) {
          await phone.client.until((view) => view.activity?.phase === phase);
          await phone.takePart();
        }
      };
      await console_
        .getByRole("button", { name: t("console.beginWith", { n: SIMULATED + 2 }) })
        .click();

      // --- writing: pointed out, never in the way --------------------------------------------------
      await to("small-no", "write");
      await takePart("write");
      const editor = author.getByLabel(t("kinds.collect.phone.yourText"));
      await expect(author.getByText(t("phone.namesToo"))).toBeVisible();
      await editor.fill(`${HELD} leise@example.org`);
      await expect(author.getByText(t("phone.contactFound"))).toBeVisible();
      await expectAccessible(author);
      await handIn(author, t, `${HELD} leise@example.org`);
      await author.getByRole("button", { name: t("phone.myCard") }).click();
      await author.getByRole("button", { name: t("phone.edit") }).click();
      await handIn(author, t, HELD, { button: t("phone.handInChanged") });
      await expectSaved(author, t, HELD);
      await handIn(other, t, PHONES_ONLY, { consents: [t("phone.notForStage")] });
      await expectSaved(other, t, PHONES_ONLY);

      // --- held, and told to one phone after the reveal -------------------------------------------
      await to("small-no", "review");
      await desk.getByRole("button", { name: t("console.coverShow"), exact: true }).click();
      await expect(desk.getByText(t("console.notForStage"))).toHaveCount(1);
      const heldRow = desk.getByRole("listitem").filter({ hasText: HELD });
      await heldRow.getByRole("button", { name: t("console.hold") }).click();
      await expect(heldRow.getByRole("button", { name: t("console.release") })).toBeVisible();
      await to("small-no", "reveal");
      const mine = author.getByRole("button", { name: t("phone.myCard") });
      // Told to every phone alike: where to look. What there is to see is for whoever asks.
      for (const phone of [author, other]) {
        await expect(phone.getByText(t("phone.myCardNews"))).toBeVisible();
      }
      await expect(author.getByText(t("phone.held"))).toBeHidden();
      await mine.click();
      await expect(author.getByText(t("phone.held"))).toBeVisible();
      await expectAccessible(author);
      await expectNoSidewaysScroll(author);
      await expect(other.getByRole("listitem").filter({ hasText: PHONES_ONLY })).toBeVisible();
      await expect(other.getByText(t("phone.held"))).toHaveCount(0);
      const { client } = simulated[0] ?? {};
      const shown = Object.values(client?.view?.cards ?? {}).filter((card) => !card.notForStage);
      await expect(stage.getByText(new RegExp(` ${shown.length}$`))).toBeVisible();
      await expect(stage.getByText(PHONES_ONLY)).toHaveCount(0);
      await expect(desk.getByText(PHONES_ONLY).filter({ visible: true })).toHaveCount(1);

      // --- a reply that reaches one phone ------------------------------------------------------------
      await heldRow.getByRole("button", { name: t("console.reply"), exact: true }).click();
      await console_.getByRole("textbox", { name: t("console.replyLabel") }).fill(REPLY);
      await expectAccessible(console_);
      await console_.getByRole("button", { name: t("console.replySend") }).click();
      await expect(desk.getByText(t("console.replied", { text: REPLY }))).toBeVisible();
      await expect(author.getByText(REPLY)).toBeVisible();
      await expect(other.getByText(REPLY)).toHaveCount(0);
      await author.reload();
      await mine.click();
      await expect(author.getByText(REPLY)).toBeVisible();

      // --- "I'd like to talk" ---------------------------------------------------------------------------
      await author.getByRole("button", { name: t("help.talk") }).click();
      await expect(author.getByText(t("help.sent"))).toBeVisible();
      const fromCard = console_.getByText(t("console.talkCard", { text: HELD }));
      await expect(fromCard).toBeVisible({ timeout: COUNTED_WITHIN_MS });
      await other.getByRole("button", { name: t("phone.help") }).click();
      await expect(other.getByText(t("help.talkText"))).toBeVisible();
      await expectAccessible(other);
      await other.getByRole("button", { name: t("help.send") }).click();
      await expect(other.getByText(t("help.sent"))).toBeVisible();
      await other.getByRole("button", { name: t("common.close") }).click();
      const fromHelp = console_.getByText(t("console.talkCount", { n: 1 }));
      await console_.reload();
      await expect(fromHelp).toBeVisible({ timeout: COUNTED_WITHIN_MS });
      await expect(fromCard).toBeVisible();
      await expectAccessible(console_);
      const seen = console_.getByRole("button", { name: t("console.talkSeen") });
      await seen.first().click();
      await expect(fromHelp).toHaveCount(0);
      await seen.click();
      await expect(fromCard).toHaveCount(0);

      // --- late cards: a round of their own --------------------------------------------------------------
      await expect(desk.getByText(t("console.lateWaiting"))).toBeVisible();
      await other.getByRole("button", { name: t("kinds.collect.phone.anotherCard") }).click();
      await expect(other.getByText(t("kinds.collect.phone.lateCard", { k: 5 }))).toBeVisible();
      await expectAccessible(other);
      await other.getByLabel(t("kinds.collect.phone.yourText")).fill(LATE);
      await other.getByRole("button", { name: t("kinds.collect.phone.handIn") }).click();
      await expectSaved(other, t, LATE);
      await expectAccessible(other);
      for (const [index, phone] of simulated.entries()) {
        const answer = await phone.client.act({
          type: "submitCard",
          edit: randomId(),
          markHash: hashSecret(randomId()),
          revision: 1,
          text: `${LATE} (${index + 2})`,
          mayBeCase: false,
          mayBeQuoted: false,
        });
        expect(answer.ok).toBe(true);
      }
      await expect(desk.getByText(t("console.lateReady"))).toBeVisible({
        timeout: COUNTED_WITHIN_MS,
      });
      await desk.getByRole("button", { name: t("console.lateReview") }).click();
      await expect(desk.getByText(`${LATE} (2)`)).toBeVisible();
      await expect(author.getByText(`${LATE} (2)`)).toHaveCount(0);
      await expectAccessible(console_);
      await readAll(console_, t);
      await desk
        .getByRole("button", { name: t("console.lateReveal", { n: SIMULATED + 1 }) })
        .click();
      await desk
        .getByRole("button", { name: t("console.lateRevealAgain", { n: SIMULATED + 1 }) })
        .click();
      await expect(author.getByText(`${LATE} (2)`)).toBeVisible();

      // --- leaving names what it destroys -----------------------------------------------------------------
      await to("small-no", "cluster");
      await expect(heldRow).toBeVisible();
      await arm(console_, t("console.leaveAgain", { n: 1 }));
      await console_.keyboard.press("Escape");

      // --- a reading that the stage doesn't print -----------------------------------------------------------
      await to("other-readings", "write");
      await expect(author.getByText(t("phone.held"))).toHaveCount(0);
      // What its reader has opened stays open, also into the next activity.
      await expect(author.getByText(REPLY)).toBeVisible();
      await mine.click();
      await takePart("write");
      await handIn(author, t, READING, {
        label: t("kinds.reframe.phone.reading"),
        button: t("kinds.reframe.phone.readingHandIn"),
        consents: [t("phone.notForStage")],
      });
      await handIn(other, t, "Vielleicht war der Tag einfach voll.", {
        label: t("kinds.reframe.phone.reading"),
        button: t("kinds.reframe.phone.readingHandIn"),
      });
      await expectSaved(other, t, "Vielleicht war der Tag einfach voll.");
      await to("other-readings", "vote");
      // All for the same one: which readings come out on top must not be left to chance.
      for (const { client } of simulated) {
        await client.until((view) => view.activity?.phase === "vote");
        const { cases } = reframeRecord.parse(client.view?.activity?.record);
        const caseId = cases[0]?.id ?? "";
        const chosen = Object.values(client.view?.cards ?? {}).find(({ text }) => text === READING);
        await client.act({ type: "openBallot", caseId });
        const readings = [chosen?.id ?? ""];
        const cast = { type: "castBallot", caseId, revision: 1, readings };
        expect((await client.act(cast)).ok).toBe(true);
      }
      for (const phone of [author, other]) {
        await phone.getByRole("button", { name: READING }).click();
        await phone.getByRole("button", { name: t("kinds.reframe.phone.voteHandIn") }).click();
        await expect(phone.getByRole("heading", { name: t("phone.waiting") })).toBeVisible();
      }
      await to("other-readings", "show");
      await expect(author.getByText(READING)).toBeVisible();
      // The stage measures its cards on a hidden copy.
      await expect(
        stage
          .getByText(t("kinds.reframe.stage.notForStage", { what: "view" }))
          .filter({ visible: true }),
      ).toHaveCount(1);
      await expect(stage.getByText(READING)).toHaveCount(0);
      await expectAccessible(stage);
      await expectAccessible(author);
      for (const phone of simulated) phone.close();
    });
  });
}
