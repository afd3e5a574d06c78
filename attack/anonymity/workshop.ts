import { readingBallot } from "@/lib/activities/reframe/schema";
import { scaleSettings } from "@/lib/activities/scale/schema";
import { randomId } from "@/server/rooms/chance";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { advanceTo, handIn, type Node, openSession } from "@/server/testing/workshop";

/** One person's part in the 30-minute workshop. */
export interface Part {
  card: string;
  mayBeQuoted?: boolean;
  reading: string;
  /** In rooms below ten people two are allowed. */
  secondReading?: string;
  /** The reading that they vote for. */
  vote: string;
  /** Null: not there then, or not answering. */
  before: number | null;
  after: number | null;
  finishes: boolean;
}

export interface Happening {
  smallGroup?: boolean;
  /** How many cards the facilitator holds in the first review. */
  held?: number;
  /** How many take their card back after review has begun. */
  withdrawn?: number;
  /** Theme of each card, by its text. */
  themes?: ReadonlyMap<string, string>;
}

export interface Played {
  session: string;
  facilitator: LiveClient;
  /** Everything that anybody received, by audience. */
  frames: { facilitator: readonly string[]; stage: readonly string[]; participants: string[] };
}

const CASE = "linkedin-silence";

/** Plays the 30-minute workshop with these people, in this order, to its end. */
export async function playWorkshop(
  node: Node,
  account: { id: string; cookie: string },
  parts: readonly Part[],
  happening: Happening = {},
): Promise<Played> {
  const { server, url } = node;
  const { id: session, facilitator } = await openSession(node, account);
  const links = await server.sessions.forFacilitator(account.id, session);
  const stage = await connectClient(url, { role: "stage", key: links?.stageKey ?? "" });
  const phones = new Map<Part, LiveClient>();
  const join = async (part: Part) => {
    const shake = { role: "participant", session, device: randomId() } as const;
    phones.set(part, await connectClient(url, shake));
  };
  const each = <T>(act: (phone: LiveClient, part: Part) => Promise<T>): Promise<T[]> =>
    Promise.all([...phones].map(([part, phone]) => act(phone, part)));
  const to = async (activity: string, phase: string) => {
    await advanceTo(facilitator, activity, phase);
    await each((phone) =>
      phone.until((view) => view.planned?.key === activity && view.activity?.phase === phase),
    );
  };
  const late = parts.filter(({ before }) => before === null);
  for (const part of parts) if (!late.includes(part)) await join(part);

  // The summary prints how many joined, and they are counted twice a second.
  await facilitator.until((view) => view.people?.joined === phones.size);
  const small = happening.smallGroup ?? false;
  await facilitator.send({ type: "chooseSmallGroup", on: small });
  await facilitator.send({ type: "begin", endsAt: null });
  await facilitator.until((view) => view.planned);
  // The first answers stay on the phones.
  await to("before", "ask");
  const items = itemsOf(facilitator);

  await to("small-no", "write");
  for (const part of late) await join(part);
  const withdrawals = await each(async (phone, { card, mayBeQuoted }) => {
    const { edit } = await handIn(phone, card, { mayBeQuoted: mayBeQuoted ?? false });
    return () => phone.act({ type: "withdrawCard", edit });
  });
  await to("small-no", "review");
  const review = Object.keys(facilitator.view?.review ?? {});
  for (const reviewId of review.slice(0, happening.held ?? 0)) {
    await facilitator.act({ type: "holdCard", reviewId, held: true });
  }
  for (const takesBack of withdrawals.slice(0, happening.withdrawn ?? 0)) await takesBack();
  await to("small-no", "reveal");
  await to("small-no", "cluster");
  const themeIds = new Map<string, string>();
  for (const { id, text } of Object.values(facilitator.view?.cards ?? {})) {
    const name = happening.themes?.get(text);
    if (name === undefined) continue;
    const themeId = themeIds.get(name) ?? randomId();
    if (!themeIds.has(name)) await facilitator.act({ type: "addTheme", themeId, name });
    themeIds.set(name, themeId);
    await facilitator.act({ type: "sortCard", cardId: id, themeId });
  }

  await to("other-readings", "choose");
  await facilitator.act({ type: "chooseCases", cases: [CASE] });
  await to("other-readings", "write");
  await each(async (phone, { reading, secondReading, mayBeQuoted = false }) => {
    for (const text of secondReading === undefined ? [reading] : [reading, secondReading]) {
      await handIn(phone, text, { mayBeQuoted });
    }
  });
  await to("other-readings", "review");
  await to("other-readings", "vote");
  await each(async (phone, { vote }) => {
    const opened = await phone.act({ type: "openBallot", caseId: CASE });
    if (!opened.ok) return;
    const { shown } = readingBallot.parse(opened.reply);
    const readings = shown.filter((id) => phone.view?.cards[id]?.text === vote);
    await phone.act({ type: "castBallot", caseId: CASE, revision: 1, readings });
  });
  await to("other-readings", "show");
  await to("after", "ask");
  await each(async (phone, { before, after }) => {
    if (before === null || after === null) return;
    const scores = items.map((item) => ({ item, score: after, before }));
    await phone.act({ type: "castScores", revision: 1, scores });
  });
  await to("after", "show");
  await to("if-then", "fill");
  await each(async (phone, { finishes }) => {
    if (finishes) await phone.act({ type: "reportFinished", revision: 1, steps: [] });
  });
  await to("close", "show");
  await facilitator.send({ type: "end" });
  for (const client of [facilitator, stage, ...phones.values()]) {
    await client.until((view) => view.session.status === "finished");
    client.close();
  }
  return {
    session,
    facilitator,
    frames: {
      facilitator: facilitator.frames,
      stage: stage.frames,
      participants: [...phones.values()].flatMap((phone) => phone.frames),
    },
  };
}

function itemsOf({ view }: LiveClient): string[] {
  return scaleSettings.parse(view?.planned?.settings).items.map(({ key }) => key);
}
