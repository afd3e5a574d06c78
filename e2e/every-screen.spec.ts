import type { Page } from "@playwright/test";
import { chanceOf, seeded } from "@/attack/random";
import { wholeWorkshop } from "@/attack/whole-workshop";
import { pressedIn } from "@/attack/witnesses";
import { CARD_CHARACTERS_MAX } from "@/lib/activities/card-schema";
import { viewFrame } from "@/lib/protocol";
import { K_CARDS, K_SCORES } from "@/lib/session/state";
import type { SessionView } from "@/lib/session/view-schema";
import type { Words } from "@/lib/words";
import { workshops } from "@/lib/workshops/registry";
import { connectClient } from "@/server/simulated/live-client";
import { joinAsPhone } from "@/server/simulated/phone";
import { frameOf } from "@/server/simulated/received-view";
import { expectNoTextCutOff } from "./accessible";
import {
  CONNECTION_LOST,
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  LAPTOP,
  PROJECTOR,
  test,
  texts,
} from "./fixtures";
import { openWithPlan } from "./own-plan";
import { connectRemote, goOn, inLocale, join, phaseText, uncover } from "./workshop";

/**
 * Every screen of every kind of activity, in each of its phases: on the narrowest phone, the console and
 * the stage. A new kind is picked up by itself, from the ready-made workshops in which it stands and from
 * what is stated of it in its `witness.ts`; simulated people play it.
 */

const NARROW_PHONE = { width: 360, height: 740 };

/** A whole workshop, three screens to a phase. */
const WALK_TIMEOUT_MS = 6 * 60_000;

/** Below it neither cards nor numbers are shown; from it on both are. */
const TOO_FEW = Math.min(K_CARDS, K_SCORES) - 1;
const ENOUGH = Math.max(K_CARDS, K_SCORES);

/** How many take part besides the phone that is looked at. */
const rooms = [
  { room: "nobody takes part", people: 0 },
  { room: "too few take part", people: TOO_FEW },
  { room: "many take part", people: ENOUGH + 3 },
] as const;

const languages = [
  { locale: "de-DE", address: "du" },
  { locale: "de-DE", address: "sie" },
  { locale: "en-GB", address: "du" },
] as const;

/** One word, as long as a card may be: nothing breaks it at a space. */
const LONG_WORD = "Anschlussgespräch".repeat(CARD_CHARACTERS_MAX);

interface Screens {
  phone: Page;
  console_: Page;
  stage: Page;
}

/** What runs every day: what is easily shown wrong, and each language once. */
const EVERYDAY: ReadonlySet<string> = new Set([
  "de-DE: many take part",
  "en-GB: too few take part",
]);

/** Rooms and languages; every other one in the dark, and with the other settings of the witnesses. */
const walks = rooms.flatMap((room, row) =>
  languages.map((language, column) => ({
    ...{ ...room, ...language },
    scheme: (row + column) % 2 === 0 ? ("light" as const) : ("dark" as const),
    isEveryday: EVERYDAY.has(`${language.locale}: ${room.room}`) && language.address === "du",
  })),
);

// Each walks through a session of its own.
test.describe.configure({ mode: "parallel" });

for (const { id: templateId } of workshops) {
  for (const [session, walk] of walks.entries()) {
    const { room, people, locale, address, scheme, isEveryday } = walk;
    test.describe(`${templateId} in ${locale}, ${address}, ${scheme}`, () => {
      test.use({ locale, colorScheme: scheme });

      test(`every screen where ${room}`, { tag: isEveryday ? [] : ["@all"] }, async ({
        account,
        guard,
        open,
        server,
      }) => {
        test.setTimeout(WALK_TIMEOUT_MS);
        guard.tolerate(CONNECTION_LOST);
        const t = texts(locale, address);
        const say = (words: Words) => inLocale(words, locale, address);
        const { id, code, stageKey } = await openWithPlan(server, {
          ...{ email: account.email, templateId, address },
          language: locale === "en-GB" ? "en" : "de",
          change: (activities) => wholeWorkshop(activities, session),
        });
        const screens: Screens = {
          phone: await open({ viewport: NARROW_PHONE, touch: true }),
          console_: await open({ viewport: LAPTOP, storageState: account.storageState }),
          stage: await open({ viewport: PROJECTOR }),
        };
        const { phone, console_, stage } = screens;
        const pictures = picturesOn(stage);
        for (const page of Object.values(screens)) await page.emulateMedia({ colorScheme: scheme });
        await console_.goto(`/sessions/${id}`);
        await stage.goto(`/stage/${stageKey}`);
        await join(phone, code, t);
        const remote = await connectRemote(server.baseURL, id, account.storageState.cookies);
        const beamer = await connectClient(server.baseURL, { role: "stage", key: stageKey });
        const others = await Promise.all(
          Array.from({ length: people }, (_, number) =>
            joinAsPhone(
              server.baseURL,
              id,
              number,
              number === 0 ? { wording: () => LONG_WORD } : {},
            ),
          ),
        );
        /** All three screens, and every client behind them, once they are where the session is. */
        const arrived = async (): Promise<SessionView> => {
          const { view } = remote;
          if (!view?.planned || !view.activity) throw new Error("Nothing is open");
          const title = say(view.planned.title);
          const here = `${view.planned.key}/${view.activity.phase}`;
          const isHere = ({ planned, activity }: SessionView) =>
            `${planned?.key}/${activity?.phase}` === here;
          await Promise.all(
            [beamer, ...others.map(({ client }) => client)].map((each) => each.until(isHere)),
          );
          const { kind, key, prompt } = view.planned;
          const { phase } = view.activity;
          const nowIn = (at: string) =>
            t(phaseText(t, kind, at, "now"), { title, prompt: say(prompt) });
          // What it would say of another phase: that one's screen could still be there.
          const elsewhere = view.facilitator?.agenda
            .find((entry) => entry.key === key)
            ?.phases.map(({ name }) => nowIn(name))
            .filter((text) => text !== nowIn(phase));
          const said = () => phone.getByRole("status").first().textContent();
          await expect.poll(said).toContain(`${title}.`);
          await expect.poll(async () => elsewhere?.includes((await said()) ?? "")).toBe(false);
          const name = t(phaseText(t, kind, phase, "name"));
          const line = [t("console.now"), title, name].join(" · ");
          await expect(console_.getByText(line, { exact: true })).toBeVisible();
          const [, counter] = viewFrame.parse(JSON.parse(beamer.frames.at(-1) ?? "")).version;
          await expect.poll(() => pictures()).toBeGreaterThanOrEqual(counter);
          return view;
        };

        try {
          await expect(phone.getByRole("heading", { name: t("join.lobby") })).toBeVisible();
          await expectAllGood(screens);
          expect(await remote.send({ type: "begin", endsAt: null })).toEqual({ ok: true });
          await remote.until(({ planned }) => planned);
          const seen: string[] = [];
          const phases = remote.view?.facilitator?.agenda.flatMap(({ key, phases: all }) =>
            all.map(({ name }) => `${key}/${name}`),
          );
          for (;;) {
            const view = await arrived();
            seen.push(`${view.planned?.key}/${view.activity?.phase}`);
            await test.step(seen.at(-1) ?? "", async () => {
              // What is asked of people, before they have answered; with what they do, it is there after.
              const chance = chanceOf(seeded(seen.length));
              for (const command of pressedIn(remote.view, chance)) await remote.act(command);
              await Promise.all(others.map((other) => other.takePart()));
              await uncover(console_, t);
              await expectAllGood(screens);
            });
            if (!(await goOn(remote))) break;
          }
          // None was left out.
          expect(seen).toEqual(phases);

          expect(await remote.send({ type: "end" })).toEqual({ ok: true });
          await expect(phone.getByRole("heading", { name: t("phone.ended") })).toBeVisible();
          await expect(stage.getByText(t("stage.thanks"))).toBeVisible();
          await expect(console_.getByRole("link", { name: t("sessions.summary") })).toBeVisible();
          await expectAllGood(screens);
          await console_.goto(`/sessions/${id}/summary`);
          await expect(console_.getByRole("article")).toBeVisible();
          await expectGood(console_);
        } finally {
          for (const client of [remote, beamer, ...others]) client.close();
        }
      });
    });
  }
}

async function expectAllGood({ phone, console_, stage }: Screens): Promise<void> {
  for (const page of [phone, console_, stage]) await expectGood(page);
}

async function expectGood(page: Page): Promise<void> {
  await expectNoSidewaysScroll(page);
  await expectNoTextCutOff(page);
  await expectAccessible(page);
}

/** Counts what a page was sent: the number of the last picture that it has. */
function picturesOn(page: Page): () => number {
  let last = -1;
  page.on("websocket", (socket) => {
    socket.on("framereceived", ({ payload }) => {
      const [, event] = /^42(\["view".*)$/s.exec(payload.toString()) ?? [];
      if (event === undefined) return;
      const [, now, body]: unknown[] = JSON.parse(event);
      [, last] = frameOf(now, body).version;
    });
  });
  return () => last;
}
