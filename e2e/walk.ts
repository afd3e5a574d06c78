import type { Page } from "@playwright/test";
import { chanceOf, seeded } from "@/attack/random";
import { wholeWorkshop } from "@/attack/whole-workshop";
import { pressedIn } from "@/attack/witnesses";
import type { RawCommand } from "@/lib/activities/simulation";
import { viewFrame } from "@/lib/protocol";
import type { SessionPlan } from "@/lib/session/plan";
import type { SessionView } from "@/lib/session/view-schema";
import type { Words } from "@/lib/words";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { takesPart } from "@/server/simulated/person";
import { joinAsPhone, type SimulatedPhone } from "@/server/simulated/phone";
import { frameOf } from "@/server/simulated/received-view";
import { type Account, expect } from "./fixtures";
import { openWithPlan } from "./own-plan";
import type { Product } from "./product";
import type { Texts } from "./texts";
import {
  COUNTED_WITHIN_MS,
  connectRemote,
  goOn,
  inLocale,
  join,
  phaseText,
  uncover,
} from "./workshop";

/** The three screens on which a session is looked at. */
export interface Screens {
  phone: Page;
  console_: Page;
  stage: Page;
}

export interface WalkOptions {
  server: Product;
  account: Account;
  screens: Screens;
  t: Texts;
  locale: string;
  address: "du" | "sie";
  templateId: string;
  /** What is held, if it isn't what the plan holds. */
  activities?: SessionPlan["activities"];
  /** How many take part besides the phone that is looked at. */
  people: number;
  /** Which of the witnesses' settings the plan gets. */
  session: number;
  /** What the first of them writes, if it isn't what simulated people write. */
  wording?: () => string;
  /** What the facilitator calls what needs a name, in turn, if it isn't as unmistakable as suites call it. */
  names?: readonly string[];
  /**
   * Called at every step, once all three screens show it: "lobby", `activity/phase`, "end" and "summary". `isAsked`: whether people
   * have something to do in it.
   */
  look: (step: string, shown: readonly Page[], isAsked: boolean) => Promise<void>;
}

/** The lobby, a whole workshop phase by phase, its end and its summary; simulated people play it. */
export async function walkThrough(options: WalkOptions): Promise<void> {
  const { server, account, screens, t, locale, address, look } = options;
  const { templateId, activities, people, session, wording, names = [] } = options;
  const { phone, console_, stage } = screens;
  const { id, code, stageKey } = await openWithPlan(server, {
    ...{ email: account.email, templateId, address },
    language: locale === "en-GB" ? "en" : "de",
    change: (planned) => wholeWorkshop(activities ?? planned, session),
  });
  const pictures = picturesOn(stage);
  const named = namingAfter(names);
  await console_.goto(`/sessions/${id}`);
  await stage.goto(`/stage/${stageKey}`);
  await join(phone, code, t);
  const remote = await connectRemote(server.baseURL, id, account.storageState.cookies);
  const beamer = await connectClient(server.baseURL, { role: "stage", key: stageKey });
  const others = await Promise.all(
    Array.from({ length: people }, (_, number) =>
      joinAsPhone(server.baseURL, id, number, number === 0 && wording ? { wording } : {}),
    ),
  );
  const all = [phone, console_, stage];
  const arrived = () => arrivedEverywhere(options, { remote, beamer, others, pictures });
  try {
    await expect(phone.getByRole("heading", { name: t("join.lobby") })).toBeVisible();
    // Everybody has been counted: the ring has all its chairs.
    const counted = phone.getByText(t("join.lobbyJoined", { n: people + 1 }));
    await expect(counted).toBeVisible({ timeout: COUNTED_WITHIN_MS });
    await look("lobby", all, false);
    expect(await remote.send({ type: "begin", endsAt: null })).toEqual({ ok: true });
    await remote.until(({ planned }) => planned);
    const seen: string[] = [];
    const phases = remote.view?.facilitator?.agenda.flatMap(({ key, phases: named }) =>
      named.map(({ name }) => `${key}/${name}`),
    );
    for (;;) {
      const view = await arrived();
      const step = `${view.planned?.key}/${view.activity?.phase}`;
      seen.push(step);
      // What is asked of people, before they have answered; with what they do, it is there after.
      for (const command of pressedIn(remote.view, chanceOf(seeded(seen.length)))) {
        await remote.act(named(command));
      }
      await Promise.all(others.map((other) => other.takePart()));
      await uncover(console_, t);
      await look(step, all, takesPart(view));
      if (!(await goOn(remote))) break;
    }
    // None was left out.
    expect(seen).toEqual(phases);

    expect(await remote.send({ type: "end" })).toEqual({ ok: true });
    await expect(phone.getByRole("heading", { name: t("phone.ended") })).toBeVisible();
    await expect(stage.getByText(t("stage.thanks"))).toBeVisible();
    await expect(console_.getByRole("link", { name: t("sessions.summary") })).toBeVisible();
    await look("end", all, false);
    await console_.goto(`/sessions/${id}/summary`);
    await expect(console_.getByRole("article")).toBeVisible();
    await look("summary", [console_], false);
  } finally {
    for (const client of [remote, beamer, ...others]) client.close();
  }
}

/** Gives what a command names the next of these names. */
function namingAfter(names: readonly string[]) {
  const left = [...names];
  return (command: RawCommand): RawCommand => {
    const name = "name" in command ? left.shift() : undefined;
    return name === undefined ? command : { ...command, name };
  };
}

interface Company {
  remote: LiveClient;
  beamer: LiveClient;
  others: readonly SimulatedPhone[];
  /** The number of the last picture that the stage has. */
  pictures: () => number;
}

/** All three screens, and every client behind them, once they are where the session is. */
async function arrivedEverywhere(
  { t, locale, address, screens: { phone, console_ } }: WalkOptions,
  { remote, beamer, others, pictures }: Company,
): Promise<SessionView> {
  const say = (words: Words) => inLocale(words, locale, address);
  const { view } = remote;
  if (!view?.planned || !view.activity) throw new Error("Nothing is open");
  const title = say(view.planned.title);
  const here = `${view.planned.key}/${view.activity.phase}`;
  const isHere = ({ planned, activity }: SessionView) =>
    `${planned?.key}/${activity?.phase}` === here;
  await Promise.all(
    [beamer, ...others.map(({ client }) => client)].map((each) => each.until(isHere)),
  );
  const { kind, key, prompt, settings } = view.planned;
  const { phase } = view.activity;
  const nowIn = (at: string) =>
    t(phaseText(kind, at, "now", settings), { title, prompt: say(prompt) });
  // What it would say of another phase: that one's screen could still be there.
  const elsewhere = view.facilitator?.agenda
    .find((entry) => entry.key === key)
    ?.phases.map(({ name }) => nowIn(name))
    .filter((text) => text !== nowIn(phase));
  const said = () => phone.getByRole("status").first().textContent();
  await expect.poll(said).toContain(`${title}.`);
  await expect.poll(async () => elsewhere?.includes((await said()) ?? "")).toBe(false);
  const name = t(phaseText(kind, phase, "name", settings));
  const line = [t("console.now"), title, name].join(" · ");
  await expect(console_.getByText(line, { exact: true })).toBeVisible();
  const [, counter] = viewFrame.parse(JSON.parse(beamer.frames.at(-1) ?? "")).version;
  await expect.poll(() => pictures()).toBeGreaterThanOrEqual(counter);
  return view;
}

/** Counts what a page was sent: the number of the last picture that it has. */
function picturesOn(page: Page): () => number {
  let last = -1;
  page.on("websocket", (socket) => {
    socket.on("framereceived", ({ payload }) => {
      const [, event] = /^42(\["view".*)$/s.exec(payload.toString()) ?? [];
      // What comes as bytes is a large view (P198).
      if (event === undefined && typeof payload === "string") return;
      const [, , body]: unknown[] = event === undefined ? [null, 0, payload] : JSON.parse(event);
      [, last] = frameOf(0, body).version;
    });
  });
  return () => last;
}
