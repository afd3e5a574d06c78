import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { reframeOffer, reframeRecord } from "@/lib/activities/reframe/record";
import { readingBallot } from "@/lib/activities/reframe/schema";
import { scaleRecord } from "@/lib/activities/scale/record";
import { scaleSettings } from "@/lib/activities/scale/schema";
import type { SessionView } from "@/lib/session/view-schema";
import {
  activityKeys,
  handledCommands,
  sealedBallots,
  sealedCards,
  sealedContributors,
} from "@/server/db/schema/sessions";
import { hashSecret, randomId } from "@/server/rooms/chance";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { nodeForEachTest } from "@/server/testing/own-node";
import {
  advance,
  advanceTo,
  begin,
  handIn,
  openWorkshop,
  startNode,
} from "@/server/testing/workshop";

const at = nodeForEachTest();

const BEFORE = [9, 8, 7, 9, 8, 6, 7, 9];
const AFTER = [5, 6, 7, 4, 5, 6, 3, 5];
/** What they come to. Two stayed the same, which alone would be told of too few. */
const SHIFT = {
  n: 8,
  directions: [{ parts: [0, 1, 2], count: 8 }],
  medians: { before: 8, after: 5 },
  bands: null,
  mean: null,
};

/** A view without what differs between nodes for a moment: the soft counts. */
const settled = ({ people: _, room: __, ...view }: SessionView) => view;

test("a whole workshop: totals equal what eight phones did, any node shows the same, nothing sealed remains", async () => {
  const { facilitator, participants, devices, id, account } = await openWorkshop(at.node, 8);
  at.open.push(facilitator, ...participants);
  const all = [facilitator, ...participants];
  const arrive = async (activity: string, phase: string) => {
    await advanceTo(facilitator, activity, phase);
    await Promise.all(
      all.map((each) =>
        each.until((view) => view.planned?.key === activity && view.activity?.phase === phase),
      ),
    );
  };
  /** Log and sealed rows rebuild the live state: a node that knows nothing shows the same. */
  const rebuilt = async () => {
    const fresh = await startNode(at.database.url);
    const shake = { role: "facilitator", session: id } as const;
    try {
      // Cookies are signed by each node's own secret here; the phones' view needs none.
      await expect(connectClient(fresh.url, shake, { cookie: account.cookie })).rejects.toThrow();
      const again = await connectClient(fresh.url, {
        role: "participant",
        session: id,
        device: randomId(),
      });
      const [phone] = participants;
      if (!again.view || !phone?.view) throw new Error("No view came");
      expect(settled(again.view)).toEqual(settled(phone.view));
      again.close();
    } finally {
      await fresh.stop();
    }
  };

  await begin(facilitator);
  await arrive("before", "ask");
  const planned = participants[0]?.view?.planned;
  const items = scaleSettings.parse(planned?.settings).items.map(({ key }) => key);
  const score = (values: readonly number[], before: readonly number[] | null) =>
    Promise.all(
      participants.map((each, index) =>
        each.act({
          type: "castScores",
          revision: 1,
          scores: items.map((item) => ({
            item,
            score: values[index] ?? 0,
            before: before?.[index] ?? null,
          })),
        }),
      ),
    );
  // The first answers stay on the phones: nobody would take them.
  for (const answer of await score(BEFORE, null)) {
    expect(answer).toEqual({ ok: false, code: "not-allowed" });
  }

  await arrive("small-no", "write");
  const cards = await Promise.all(
    participants.map((each, index) =>
      handIn(each, `Ein Nein ${index}`, { mayBeCase: index === 3 }),
    ),
  );
  for (const { acknowledged } of cards) expect(acknowledged).toEqual({ ok: true });
  await arrive("small-no", "review");
  await facilitator.until((view) => Object.keys(view.review ?? {}).length === 8);
  await arrive("small-no", "reveal");
  await facilitator.until((view) => Object.keys(view.cards).length === 8);
  await rebuilt();

  await arrive("other-readings", "choose");
  const [offered] = reframeOffer.parse(facilitator.view?.facilitator?.ofKind).cases;
  await facilitator.act({ type: "chooseCases", cases: [offered?.id] });
  // Until it is shown, the choice is the facilitator's alone.
  expect(reframeRecord.parse(participants[0]?.view?.activity?.record).cases).toEqual([]);
  await arrive("other-readings", "case");
  const { cases } = reframeRecord.parse(participants[0]?.view?.activity?.record);
  expect(cases).toMatchObject([{ text: "Ein Nein 3" }]);
  const caseId = cases[0]?.id ?? "";
  await arrive("other-readings", "write");
  for (const [index, each] of participants.entries()) {
    const answer = await each.act({
      type: "submitCard",
      edit: randomId(),
      markHash: hashSecret(randomId()),
      revision: 1,
      attributes: { caseId, lens: "time" },
      text: `Lesart ${index}`,
      mayBeQuoted: false,
    });
    expect(answer).toEqual({ ok: true });
  }
  await arrive("other-readings", "vote");
  await Promise.all(
    participants.map((each) => each.until((view) => Object.keys(view.cards).length === 8)),
  );
  const target = Object.values(participants[0]?.view?.cards ?? {}).find(
    ({ text }) => text === "Lesart 5",
  );
  for (const each of participants) {
    const opened = await each.act({ type: "openBallot", caseId });
    const { shown } = readingBallot.parse(opened.ok ? opened.reply : null);
    expect(shown).toContain(target?.id);
    const cast = { type: "castBallot", caseId, revision: 1, readings: [target?.id] };
    // However often it is sent: one ballot.
    for (let times = 0; times < 3; times += 1) expect(await each.act(cast)).toEqual({ ok: true });
  }
  // No interim tallies to anyone.
  const counted = (client: LiveClient) =>
    client.frames.some((frame) => /record\/results\//.test(frame));
  expect(all.filter(counted)).toEqual([]);
  await arrive("other-readings", "show");
  expect(all.filter(counted)).toEqual(all);
  const { results } = reframeRecord.parse(facilitator.view?.activity?.record);
  expect(results?.[caseId]).toEqual([{ id: target?.id, votes: 8, shown: 8 }]);
  await rebuilt();

  await arrive("after", "ask");
  for (const answer of await score(AFTER, null)) {
    expect(answer).toEqual({ ok: false, code: "bad-input" });
  }
  for (const answer of await score(AFTER, BEFORE)) expect(answer).toEqual({ ok: true });
  await arrive("after", "show");
  const { totals, shifts } = scaleRecord.parse(participants[0]?.view?.activity?.record);
  expect(totals).toBeNull();
  expect(shifts?.[items[0] ?? ""]).toEqual(SHIFT);

  await arrive("if-then", "fill");
  for (const each of participants) {
    await each.act({ type: "reportFinished", revision: 1, steps: [] });
  }
  await arrive("close", "show");
  expect(await advance(facilitator)).toEqual({ ok: false, code: "wrong-phase" });
  expect(await facilitator.send({ type: "end" })).toEqual({ ok: true });
  await Promise.all(all.map((each) => each.until((view) => view.session.status === "finished")));

  const { db } = at.node.server;
  for (const table of [
    sealedCards,
    sealedContributors,
    sealedBallots,
    activityKeys,
    handledCommands,
  ]) {
    expect(await db.select().from(table).where(eq(table.sessionId, id))).toEqual([]);
  }
  // No frame carried a secret of a device, and no phone can be entered by the code any more.
  const frames = all.flatMap((each) => each.frames).join("\n");
  for (const secret of [...devices, ...cards.flatMap(({ edit, mark }) => [edit, mark])]) {
    expect(frames.includes(secret)).toBe(false);
  }
});
