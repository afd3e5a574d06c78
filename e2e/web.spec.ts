import type { Page } from "@playwright/test";
import { payloads } from "@/attack/web/payloads";
import { reframeRecord } from "@/lib/activities/reframe/record";
import { hashSecret, randomId } from "@/server/rooms/chance";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { cookieOf } from "./every-page";
import { expect, expectNoSidewaysScroll, PHONE, PROJECTOR, test } from "./fixtures";
import { acceptInvitation, invite } from "./invited";
import { openSession } from "./workshop";

/** One card each, as the plan allows. */
const PHONES = payloads.length;
const CARD_LIMIT = 200;

test("what people write runs nowhere, on no screen and in no export", async ({
  account,
  facilitator,
  open,
  server,
  t,
}) => {
  test.slow();
  const { id, code, stageUrl } = await openSession(facilitator, t, "de-DE");
  const facilitating = await connectClient(
    server.baseURL,
    { role: "facilitator", session: id },
    { cookie: cookieOf(account) },
  );
  const phones = await Promise.all(
    Array.from({ length: PHONES }, () =>
      connectClient(server.baseURL, { role: "participant", session: id, device: randomId() }),
    ),
  );
  const phone = await open({ viewport: PHONE, touch: true });
  const stage = await open({ viewport: PROJECTOR });
  await phone.goto(`/j/${code.replace(" ", "")}`);
  await phone.getByRole("button", { name: t("join.enter") }).click();
  await stage.goto(stageUrl);
  const screens = [facilitator, phone, stage];

  const to = async (activity: string, phase: string) => {
    const { view } = facilitating;
    if (view?.session.status === "lobby") await facilitating.send({ type: "begin", endsAt: null });
    await facilitating.until((seen) => seen.planned);
    while (!isAt(facilitating, activity, phase)) {
      const from = placeOf(facilitating);
      expect(await facilitating.send({ type: "advance", from })).toEqual({ ok: true });
      await facilitating.until(
        () => JSON.stringify(placeOf(facilitating)) !== JSON.stringify(from),
      );
    }
    for (const each of phones) await each.until(() => isAt(each, activity, phase));
  };
  /** Hands in what the kind calls a card; every text is accepted, none is refused for its looks. */
  const write = async (each: LiveClient | undefined, text: string, more: Card) => {
    const secrets = { edit: randomId(), markHash: hashSecret(randomId()), revision: 1 };
    const shortened = [...text].slice(0, CARD_LIMIT).join("");
    const answer = await each?.act({ ...secrets, text: shortened, mayBeQuoted: true, ...more });
    expect(answer, text).toEqual({ ok: true });
  };

  await to("small-no", "write");
  for (const [index, text] of payloads.entries()) {
    await write(phones[index], text, { type: "submitCard", mayBeCase: true });
  }
  for (const [index, text] of payloads.slice(0, 7).entries()) {
    const activity = facilitating.view?.facilitator?.agenda[index]?.key ?? "small-no";
    await facilitating.send({ type: "writeNote", activity, text });
  }
  await to("small-no", "review");
  // Cards and notes are covered each for themselves.
  const covers = facilitator.getByRole("button", { name: t("console.coverShow"), exact: true });
  while ((await covers.count()) > 0) await covers.first().click();
  await expectHarmless(screens);
  await to("small-no", "reveal");
  await expect(phone.getByText("Donaudampf").first()).toBeVisible();
  await expectHarmless(screens);
  await to("small-no", "cluster");
  for (const name of payloads.slice(0, 12)) {
    const themeId = randomId();
    expect(
      await facilitating.act({ type: "addTheme", themeId, name: [...name].slice(0, 60).join("") }),
    ).toEqual({ ok: true });
    const cards = Object.keys(facilitating.view?.cards ?? {});
    for (const cardId of cards.slice(0, 3)) {
      await facilitating.act({ type: "sortCard", cardId, themeId });
    }
  }
  await expectHarmless(screens);

  await to("other-readings", "write");
  await expectHarmless(screens);
  const { cases } = reframeRecord.parse(facilitating.view?.activity?.record);
  for (const [index, text] of payloads.entries()) {
    const caseId = cases[0]?.id;
    if (caseId === undefined) continue;
    await write(phones[index], text, { type: "submitCard", attributes: { caseId, lens: null } });
  }
  for (const phase of ["review", "vote", "show"]) {
    await to("other-readings", phase);
    await expectHarmless(screens);
  }
  await facilitating.send({ type: "end" });
  await facilitating.until((view) => view.session.status === "finished");
  await expectHarmless(screens);

  await facilitator.goto(`/sessions/${id}/summary`);
  await facilitator
    .getByRole("article")
    .getByRole("textbox")
    .fill(payloads.join("\n").slice(0, 2_000));
  await facilitator.getByRole("article").getByRole("textbox").blur();
  await facilitator.reload();
  await expectHarmless([facilitator]);
  for (const each of [...phones, facilitating]) each.close();
});

test("a name that is markup stays a name", async ({ facilitator, open, t }) => {
  const guest = await open();
  const name = payloads[1] ?? "";
  const invitation = await invite(facilitator, t);
  await acceptInvitation(guest, invitation, t, { name, email: "gast@example.org" });
  await facilitator.reload();
  await expect(facilitator.getByText(name)).toBeVisible();
  await expectHarmless([guest, facilitator]);
});

type Card = { type: string } & Record<string, unknown>;

const placeOf = ({ view }: LiveClient) => ({
  activity: view?.planned?.key ?? null,
  phase: view?.activity?.phase ?? null,
});

const isAt = (client: LiveClient, activity: string, phase: string) =>
  placeOf(client).activity === activity && placeOf(client).phase === phase;

/** Nothing ran, nothing became an element of a page, and no screen grew sideways. */
async function expectHarmless(screens: readonly Page[]): Promise<void> {
  for (const screen of screens) {
    const found = await screen.evaluate(() => ({
      ran: Reflect.has(window, "pwned"),
      drawn: [...document.querySelectorAll("[src], [href], [action], [srcdoc], [data]")]
        // Attributes that load or lead somewhere; what stands inside may well say such words.
        .flatMap((each) =>
          ["src", "href", "action", "srcdoc", "data"].map((name) => each.getAttribute(name) ?? ""),
        )
        .filter((value) => /evil\.example|javascript:|pwned/.test(value)),
    }));
    expect(found).toEqual({ ran: false, drawn: [] });
    await expectNoSidewaysScroll(screen);
  }
}
