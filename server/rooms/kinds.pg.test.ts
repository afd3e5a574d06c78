import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { collectRecord } from "@/lib/activities/collect/record";
import { reframeRecord } from "@/lib/activities/reframe/record";
import { READINGS_ONE_EACH_FROM } from "@/lib/activities/reframe/schema";
import { activityKeys, sealedBallots } from "@/server/db/schema/sessions";
import { randomId } from "@/server/rooms/chance";
import type { LiveClient } from "@/server/simulated/live-client";
import { joinAsPhone, type SimulatedPhone } from "@/server/simulated/phone";
import { nodeForEachTest } from "@/server/testing/own-node";
import { advance, advanceTo, begin, openWorkshop } from "@/server/testing/workshop";

const DOTS = 3;
const PHONES = 6;

const at = nodeForEachTest();

test("a dot vote over real sockets: one ballot per device, totals only at the close, nothing sealed remains", async () => {
  const { id, facilitator, participants, devices } = await openWorkshop(at.node, 1, {
    change: (all) =>
      all.map((activity) =>
        activity.kind === "collect"
          ? { ...activity, settings: { ...activity.settings, dots: DOTS } }
          : activity,
      ),
  });
  const [participant] = participants;
  if (!participant) throw new Error("unreachable");
  const phones: SimulatedPhone[] = await Promise.all(
    Array.from({ length: PHONES }, (_, number) => joinAsPhone(at.node.url, id, number)),
  );
  at.open.push(facilitator, participant, ...phones);
  const all: LiveClient[] = [facilitator, participant, ...phones.map(({ client }) => client)];
  const arrive = async (phase: string) => {
    await advanceTo(facilitator, "small-no", phase);
    await Promise.all(
      all.map((each) =>
        each.until(
          ({ planned, activity }) => planned?.key === "small-no" && activity?.phase === phase,
        ),
      ),
    );
  };
  const ballots = () =>
    at.node.server.db.select().from(sealedBallots).where(eq(sealedBallots.sessionId, id));

  await begin(facilitator);
  await arrive("write");
  await Promise.all(phones.map((phone) => phone.takePart()));
  await arrive("cluster");
  const themes = [randomId(), randomId()];
  for (const [n, themeId] of themes.entries()) {
    await facilitator.act({ type: "addTheme", themeId, name: `Thema ${n}` });
  }
  await Promise.all(
    all.map((each) =>
      each.until(({ activity }) => collectRecord.parse(activity?.record).themes.length === 2),
    ),
  );

  await arrive("vote");
  await Promise.all(phones.map((phone) => phone.takePart()));
  const [first = "", second = ""] = themes;
  const cast = (revision: number, dots: Record<string, number>) =>
    participant.act({ type: "castDots", revision, dots });
  expect(await cast(1, { [first]: DOTS })).toEqual({ ok: true });
  // Changed until the close, and however often it is sent: one ballot.
  for (let times = 0; times < 3; times += 1) {
    expect(await cast(2, { [second]: DOTS })).toEqual({ ok: true });
  }
  expect(await cast(3, { [first]: DOTS, [second]: 1 })).toEqual({ ok: false, code: "over-budget" });
  expect(await facilitator.act({ type: "castDots", revision: 1, dots: {} })).toEqual({
    ok: false,
    code: "not-allowed",
  });
  const stored = await ballots();
  expect(stored).toHaveLength(PHONES + 1);
  expect(stored.map(({ content }) => JSON.stringify(content))).toContain(
    JSON.stringify({ dots: { [second]: DOTS } }),
  );
  // A ballot names no device, and no frame says anything of any ballot.
  for (const device of devices) expect(JSON.stringify(stored)).not.toContain(device);
  const tells = (client: LiveClient) =>
    client.frames.some((frame) => /"activity\/record\/vote(?:\/[^"]*)?":(?!null)/.test(frame));
  expect([facilitator, participant].filter(tells)).toEqual([]);

  await arrive("show");
  expect([facilitator, participant].filter(tells)).toHaveLength(2);
  for (const client of all) {
    const { vote } = collectRecord.parse(client.view?.activity?.record);
    expect(vote?.enough).toBe(true);
    const given = vote?.themes.reduce((sum, { dots }) => sum + dots, 0);
    expect(given).toBe((PHONES + 1) * DOTS);
  }
  expect(await cast(4, { [first]: 1 })).toEqual({ ok: false, code: "closed" });

  await advance(facilitator);
  await facilitator.until((view) => view.planned?.key !== "small-no");
  expect(await ballots()).toEqual([]);
  const keys = await at.node.server.db
    .select()
    .from(activityKeys)
    .where(eq(activityKeys.sessionId, id));
  expect(keys.map(({ activity }) => activity)).not.toContain("small-no");
});

test.each([
  [READINGS_ONE_EACH_FROM - 1, 2],
  [READINGS_ONE_EACH_FROM, 1],
])("with %i phones in the room everybody may write so many readings: %i", async (n, allowed) => {
  const { facilitator, participants } = await openWorkshop(at.node, n);
  at.open.push(facilitator, ...participants);
  await facilitator.until((view) => view.people?.joined === n);
  await begin(facilitator);
  await advanceTo(facilitator, "other-readings", "write");
  const { readingsEach } = reframeRecord.parse(facilitator.view?.activity?.record);
  expect(readingsEach).toBe(allowed);
});
