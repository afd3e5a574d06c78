import { readFile } from "node:fs/promises";
import { demoSetbacks } from "../lib/activities/collect/simulated-texts";
import { commitSettings } from "../lib/activities/commit/schema";
import { demoReadings } from "../lib/activities/reframe/simulated-texts";
import {
  CONNECTION_LOST,
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  test,
  texts,
} from "./fixtures";
import {
  type Answers,
  addTheme,
  advance,
  answerChecks,
  arm,
  chooseTemplate,
  expectSaved,
  handIn,
  inLocale,
  join,
  openSession,
  planned,
  putIntoTheme,
  readAll,
  score,
  walkTo,
} from "./workshop";

// Whether its screens are accessible every-screen.spec.ts looks at, phase by phase; here only what it doesn't come to.

/** A whole workshop with ten browsers on two cores. */
const WORKSHOP_TIMEOUT_MS = 6 * 60_000;

/** The console's counts change every five seconds, so that nobody's answer can be watched. */
const COUNTED_WITHIN_MS = 15_000;

const BEFORE = [9, 8, 7, 9, 8, 6, 7];
const AFTER = [5, 6, 7, 4, 5, 6, 3, 5];
/** In the closing: six say how safe it was, four how useful, two would rather stay; two skip. */
const CLOSING: readonly (Answers | null)[] = [
  { safe: 8, useful: 7, settled: true },
  { safe: 9, useful: 8, settled: false },
  { safe: 7, useful: 9 },
  null,
  { safe: 9, settled: false },
  { safe: 10, useful: 6, settled: true },
  { safe: 6, settled: true },
  null,
];

for (const { locale, tag } of [
  { locale: "de-DE", tag: [] },
  { locale: "en-GB", tag: ["@all"] },
]) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("the 30-minute workshop, from the code to the summary", { tag }, async ({
      facilitator: console_,
      guard,
      open,
      account,
      participants,
      server,
      stage,
    }) => {
      test.setTimeout(WORKSHOP_TIMEOUT_MS);
      guard.tolerate(CONNECTION_LOST);
      const t = texts(locale);
      const say = (words: Parameters<typeof inLocale>[0]) => inLocale(words, locale);
      const to = (key: string, phase: string) => walkTo(console_, t, locale, key, phase);

      // The console also holds a small copy of the stage.
      const desk = console_.getByRole("main");

      // --- lobby: seven join, one types the code at the front door -------------------------------
      await console_.goto("/sessions");
      await chooseTemplate(console_);
      const { id, code, stageUrl } = await openSession(console_, t, locale);
      await stage.goto(stageUrl);
      await expect(stage.getByText(code).first()).toBeVisible();
      const phones = await participants(8);
      const [typing, ...scanning] = phones.slice(0, 7);
      const late = phones[7];
      if (!typing || !late) throw new Error("unreachable");
      const sent: string[] = [];
      typing.on("websocket", (socket) => {
        socket.on("framesent", ({ payload }) => sent.push(payload.toString()));
      });
      const posted: string[] = [];
      typing.on("request", (request) => posted.push(request.url() + (request.postData() ?? "")));
      await typing.goto("/");
      await typing.keyboard.type(code.toLowerCase().replace(" ", "-"));
      await typing.getByRole("button", { name: t("join.enter") }).click();
      await expectAccessible(typing);
      for (const phone of scanning) await join(phone, code, t);
      await expect(console_.getByText(t("console.people", { n: 7 })).first()).toBeVisible();
      await expect(stage.getByText(t("stage.devices", { n: 7 }))).toBeVisible();

      // --- rules and the first measure ----------------------------------------------------------
      await console_.getByRole("button", { name: t("console.beginWith", { n: 7 }) }).click();
      // Agreed to on the join screen: here they are to look up, and nothing is asked again.
      const welcome = planned("welcome");
      await expect(typing.getByText(welcome.hint ? say(welcome.hint) : "")).toBeVisible();
      await expect(typing.getByRole("main").getByRole("button")).toHaveCount(0);
      await to("before", "ask");
      for (const [index, phone] of phones.slice(0, 7).entries()) {
        const value = BEFORE[index] ?? 0;
        await score(phone, t, [value, value, value], "scoreKeep");
      }

      // --- cards: one reloads, one is offline, one comes late, one skips, the server is killed ---
      await to("small-no", "write");
      await join(late, code, t);
      const setbacks = demoSetbacks.map(say);
      const [reloading, offline, skipping] = [phones[1], phones[2], phones[3]];
      if (!reloading || !offline || !skipping) throw new Error("unreachable");
      await expectNoSidewaysScroll(reloading);
      await reloading.getByLabel(t("kinds.collect.phone.yourText")).fill(setbacks[1] ?? "");
      await reloading.reload();
      await expect(reloading.getByLabel(t("kinds.collect.phone.yourText"))).toHaveValue(
        setbacks[1] ?? "",
      );
      await handIn(reloading, t, setbacks[1] ?? "");

      await offline.context().setOffline(true);
      await expect(offline.getByText(t("phone.offline"))).toBeVisible();
      await handIn(offline, t, setbacks[2] ?? "", { button: t("phone.sendLater") });

      await skipping.getByRole("button", { name: t("phone.skip") }).click();
      await expect(skipping.getByRole("heading", { name: t("phone.waiting") })).toBeVisible();
      for (const index of [0, 4, 5, 6, 7]) {
        const phone = phones[index];
        if (!phone) continue;
        await handIn(phone, t, setbacks[index] ?? "", {
          consents:
            index === 0 ? [t("kinds.collect.phone.consentCase"), t("phone.consentQuote")] : [],
        });
        await expectSaved(phone, t, setbacks[index] ?? "");
      }

      await server.kill9();
      await server.restart();
      await offline.context().setOffline(false);
      await expectSaved(offline, t, setbacks[2] ?? "");
      await expect(desk.getByText(t("console.progress", { done: 8, total: 8 }))).toBeVisible({
        timeout: 30_000,
      });

      // --- review: covered, one held; a second device shows the same ------------------------------
      await to("small-no", "review");
      await expect(desk.getByText(setbacks[1] ?? "")).toBeHidden();
      await desk.getByRole("button", { name: t("console.coverShow"), exact: true }).click();
      const held = desk.getByRole("listitem").filter({ hasText: setbacks[4] ?? "" });
      await held.getByRole("button", { name: t("console.hold") }).click();
      await expect(held.getByRole("button", { name: t("console.release") })).toBeVisible();
      await expectAccessible(console_);
      const second = await open({ storageState: account.storageState, locale });
      await second.goto(`/sessions/${id}`);
      await expect(second.getByRole("main").getByRole("heading", { level: 1 })).toHaveText(
        t("cards.counted", { n: 7 }),
      );

      // --- the reveal ----------------------------------------------------------------------------
      await readAll(console_, t);
      await expect(
        console_.getByRole("button", { name: t("cards.reveal", { n: 6 }) }),
      ).toBeVisible();
      await advance(console_, t);
      for (const phone of phones) {
        await expect(phone.getByText(setbacks[0] ?? "")).toBeVisible();
        await expect(phone.getByText(setbacks[4] ?? "")).toBeHidden();
      }
      // Which one is one's own is told where it is asked for, and nowhere else.
      const mine = typing.getByRole("button", { name: t("phone.myCard") });
      await expect(typing.getByText(t("phone.isShown"))).toBeHidden();
      await mine.click();
      await expect(typing.getByText(t("phone.isShown"))).toBeVisible();
      await mine.click();
      await expect(skipping.getByText(t("phone.isShown"))).toHaveCount(0);
      await expect(stage.getByText(code)).toBeVisible();

      // --- themes --------------------------------------------------------------------------------
      await to("small-no", "cluster");
      await addTheme(console_, t, "Stille");
      for (const index of [0, 1, 2]) {
        await putIntoTheme(console_, t, setbacks[index] ?? "", "Stille");
      }
      await expect(typing.getByRole("heading", { name: "Stille" })).toBeVisible();

      // --- readings: the case is the one consented card --------------------------------------------
      await to("other-readings", "choose");
      const case_ = desk.getByRole("radio", { name: setbacks[0] ?? "" });
      await case_.click();
      await expect(case_).toBeChecked();
      await desk.getByRole("heading", { level: 1 }).click();
      await to("other-readings", "write");
      const readings = demoReadings.slice(0, 8).map(({ text }) => say(text));
      for (const [index, phone] of phones.entries()) {
        await expect(phone.getByText(setbacks[0] ?? "")).toBeVisible();
        await handIn(phone, t, readings[index] ?? "", {
          label: t("kinds.reframe.phone.reading"),
          button: t("kinds.reframe.phone.readingHandIn"),
        });
      }
      await to("other-readings", "vote");
      const winner = readings[5] ?? "";
      for (const [index, phone] of phones.entries()) {
        await phone.getByRole("button", { name: winner }).click();
        if (index === 6) {
          // A reload in the middle keeps what was chosen.
          await phone.reload();
          await expect(phone.getByRole("button", { name: winner })).toHaveAttribute(
            "aria-pressed",
            "true",
          );
        }
        await phone.getByRole("button", { name: t("kinds.reframe.phone.voteHandIn") }).click();
        await expect(phone.getByRole("heading", { name: t("phone.waiting") })).toBeVisible();
      }
      await to("other-readings", "show");
      await expect(
        stage
          .getByText(t("kinds.reframe.common.votesOfSeen", { n: 8, seen: 8 }))
          .filter({ visible: true }),
      ).toHaveCount(1);

      // --- the case's author keeps a reading, and nobody learns of it ------------------------------
      const commands = () => sent.filter((frame) => frame.includes('"command"'));
      expect(commands().join()).toContain(readings[0]);
      const before = commands();
      await typing.getByText(t("kinds.reframe.phone.keepIfMine")).click();
      await typing.getByRole("button", { name: readings[2] ?? "" }).click();
      await expect(typing.getByRole("button", { name: readings[2] ?? "" })).toHaveAttribute(
        "aria-pressed",
        "true",
      );
      await expectAccessible(typing);
      await reloading.getByText(t("kinds.reframe.phone.keepIfMine")).click();
      await expect(reloading.getByText(t("kinds.reframe.phone.keepNotMine"))).toBeVisible();
      await expect(reloading.getByRole("button", { name: readings[2] ?? "" })).toHaveCount(0);
      expect(commands()).toEqual(before);

      // --- the second measure and the plan ---------------------------------------------------------
      await to("after", "ask");
      for (const [index, phone] of phones.entries()) {
        const value = AFTER[index] ?? 0;
        // Who came after the first asking has no pair, and keeps the answers.
        const button = phone === late ? "scoreKeep" : "scoreSendBoth";
        await score(phone, t, [value, value, value], button);
      }
      await to("after", "show");
      await expect(desk.getByText(t("kinds.scale.console.pairs", { n: 7 })).first()).toBeVisible();

      // --- early to the closing, and back to what was passed over: what was answered stays ---------
      const unsettled = (n: number) => desk.getByText(t("console.signalUnsettled", { n }));
      const fromMenu = async (name: string) => {
        await console_.getByRole("button", { name: t("console.moreMenu"), exact: true }).click();
        await console_.getByRole("menuitem", { name }).click();
      };
      await fromMenu(t("console.skipOrEnd"));
      await console_.getByRole("button", { name: t("console.startClosing") }).click();
      await answerChecks(reloading, t, CLOSING[1] ?? {});
      await expect(unsettled(1)).toBeVisible({ timeout: COUNTED_WITHIN_MS });
      const ifThenTitle = say(planned("if-then").title);
      await fromMenu(t("console.reopenClosing", { title: ifThenTitle }));

      await expect(desk.getByRole("heading", { level: 1 })).toHaveText(
        say(planned("if-then").prompt),
      );
      await to("if-then", "fill");
      await expect(unsettled(1)).toBeVisible();
      const { fields, genericSteps } = commitSettings.parse(planned("if-then").settings);
      const [step] = genericSteps;
      const stepLabel = step ? say(step.label) : "";
      for (const [index, phone] of phones.entries()) {
        if (index < 5) {
          await phone.getByText(t("kinds.commit.phone.sharedSteps")).click();
          await phone.getByLabel(stepLabel).check();
        }
        for (const field of fields) {
          const value = field.input === "date" ? "2027-01-15" : "Mein Schritt";
          await phone.getByLabel(say(field.label), { exact: true }).fill(value);
        }
        await phone.getByRole("button", { name: t("kinds.commit.phone.planDone") }).click();
        await expect(phone.getByRole("heading", { name: t("phone.waiting") })).toBeVisible();
      }
      // That the plan is finished has been told, its words to nobody.
      expect(commands().join()).toContain("reportFinished");
      expect([...sent, ...posted].join()).not.toContain("Mein Schritt");

      // --- close, end, summary ---------------------------------------------------------------------
      await to("close", "show");
      const show = t("phone.keepsake.show");
      await typing.getByRole("button", { name: show }).click();
      await expect(typing.getByRole("main").getByText("Mein Schritt").first()).toBeVisible();
      await expect(typing.getByRole("main").getByText(readings[2] ?? "")).toBeVisible();
      // 23: the same button where there is nothing of the kind.
      await reloading.getByRole("button", { name: show }).click();
      await expect(
        reloading.getByRole("heading", { name: t("phone.keepsake.step") }),
      ).toBeVisible();
      await expectAccessible(typing);
      // Answered before the session was reopened: nothing is asked again.
      await expect(reloading.getByText(t("kinds.pause.phone.checksDone"))).toBeVisible();
      for (const [index, answers] of CLOSING.entries()) {
        const phone = phones[index];
        if (!phone || index === 1) continue;
        if (answers === null) await phone.getByRole("button", { name: t("phone.skip") }).click();
        else await answerChecks(phone, t, answers);
      }
      // A neighbour sees the same whether or what was answered, the offer to stay included.
      for (const phone of phones) {
        await expect(phone.getByText(t("kinds.pause.phone.checksDone"))).toBeVisible();
        await expect(phone.getByText(t("kinds.pause.phone.stayOffer"))).toBeVisible();
        await expect(phone.getByRole("radio")).toHaveCount(0);
      }
      await expect(unsettled(2)).toBeVisible({ timeout: COUNTED_WITHIN_MS });
      await expect(desk.getByText(t("console.progress", { done: 8, total: 8 }))).toBeVisible();
      await reloading.getByRole("button", { name: t("phone.edit") }).click();
      await expectAccessible(reloading);
      await answerChecks(reloading, t, { settled: true });
      await expect(unsettled(1)).toBeVisible({ timeout: COUNTED_WITHIN_MS });
      await arm(console_, t("console.endAgain"));
      await console_.getByRole("button", { name: t("console.endAgain") }).click();
      // P317: a phone whose page was closed finds its own again, at the address that all are led to.
      const qr = t("stage.ownPhoneQr", { url: "" }).trim();
      await expect(stage.getByRole("img", { name: qr })).toHaveAttribute("aria-label", /\/j$/);
      await typing.goto("/j");
      const own = typing.getByRole("region", { name: t("landing.onThisDevice") });
      await own.getByRole("link").click();
      await typing.getByRole("button", { name: show }).click();
      await expect(typing.getByRole("main").getByText("Mein Schritt").first()).toBeVisible();
      await console_.getByRole("link", { name: t("sessions.summary") }).click();
      await console_.waitForURL(/\/summary/);
      const paper = console_.getByRole("article");
      await expect(paper).toContainText("Stille");
      await expect(paper).toContainText(setbacks[0] ?? "");
      await expect(paper).not.toContainText(setbacks[4] ?? "");
      await expect(paper).not.toContainText("Mein Schritt");
      await expect(paper).toContainText(t("kinds.reframe.summary.votesOfSeen", { n: 8, seen: 8 }));
      await expect(paper).toContainText(t("kinds.commit.summary.plansFinished", { n: 8 }));
      await expect(paper).toContainText(t("kinds.scale.common.selfReport"));
      await expect(paper).toContainText(stepLabel + t("kinds.commit.common.times", { n: 5 }));
      const check = paper.getByRole("region", { name: t("summary.processCheck") });
      // 6, 7, 8, 9, 9, 10: half of them between 7 and 9. Four answers are too few.
      await expect(check).toContainText(
        `${t("summary.answersLabel")}6${t("summary.median")}9${t("summary.middleHalf")}${t("summary.range", { low: 7, high: 9 })}`,
      );
      await expect(check).toContainText(
        t("kinds.pause.summary.checkUseful") + t("summary.suppressedPeople", { k: 5 }),
      );
      await desk
        .getByRole("article")
        .getByRole("textbox")
        .fill("Ein Nein ist selten das letzte Wort.");
      await desk.getByRole("article").getByRole("textbox").blur();
      await expect(desk.getByText(t("phone.saved"), { exact: true })).toBeVisible();
      // What is switched off is missing everywhere, also after a reload.
      const quotes = console_.getByRole("checkbox", { name: t("summary.quotes") });
      await expect(paper.getByRole("heading", { name: t("summary.quotes") })).toBeVisible();
      await quotes.uncheck();
      await expect(paper.getByRole("heading", { name: t("summary.quotes") })).toBeHidden();
      await console_.reload();
      await expect(quotes).not.toBeChecked();
      await expect(paper.getByRole("heading", { name: t("summary.quotes") })).toBeHidden();
      await expect(paper).toContainText("Ein Nein ist selten das letzte Wort.");
      const downloading = console_.waitForEvent("download");
      await console_.getByRole("link", { name: t("exports.markdown") }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toMatch(/\.md$/);
      const file = await readFile(await download.path(), "utf8");
      const titles = [...file.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
      expect(titles).toEqual(await paper.getByRole("heading", { level: 2 }).allTextContents());
      expect(titles).not.toContain(t("summary.quotes"));
      expect(titles).toContain(t("summary.processCheck"));
    });
  });
}
