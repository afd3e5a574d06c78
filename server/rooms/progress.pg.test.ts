import { expect, test } from "vitest";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { nodeForEachTest } from "@/server/testing/own-node";
import {
  advanceTo,
  begin,
  here,
  openStage,
  openWorkshop,
  startNode,
} from "@/server/testing/workshop";

const at = nodeForEachTest({ peopleEveryMs: 500 });

/** Each phase that a client saw, with how many were done when it first did. */
function phasesSeenBy(client: LiveClient): [string, number][] {
  const seen: [string, number][] = [];
  client.onView(() => {
    const { activity, phase } = here(client);
    const place = `${activity}/${phase}`;
    if (seen.at(-1)?.[0] !== place) seen.push([place, client.view?.people?.done ?? 0]);
  });
  return seen;
}

test("13: a frame with a new phase has the done of that phase, on every node (P29, P30, P97)", async () => {
  const { facilitator, participants, id, account } = await openWorkshop(at.node, 2);
  const stage = await openStage(at.node, { account, id });
  const other = await startNode(at.database.url, undefined, { peopleEveryMs: 500 });
  const elsewhere = await connectClient(other.url, {
    role: "participant",
    session: id,
    device: "e".repeat(32),
  });
  const seenElsewhere = await openStage(other, { account, id });
  at.open.push(facilitator, stage, elsewhere, seenElsewhere, ...participants);
  try {
    await begin(facilitator);
    await advanceTo(facilitator, "before", "ask");
    const phones = [...participants, elsewhere];
    for (const phone of phones) {
      await phone.until((view) => view.planned?.key === "before");
      phone.setDone(true);
    }
    const watchers = [facilitator, stage, seenElsewhere];
    for (const each of watchers) await each.until((view) => view.people?.done === 3);

    const seen = watchers.map(phasesSeenBy);
    await advanceTo(facilitator, "small-no", "write");
    for (const each of watchers) await each.until((view) => view.planned?.key === "small-no");
    expect(seen).toEqual(watchers.map(() => [["small-no/write", 0]]));

    // Counted anew: one is done with this phase, the others were with the one before.
    await participants[0]?.until((view) => view.planned?.key === "small-no");
    participants[0]?.setDone(true);
    for (const each of watchers) await each.until((view) => view.people?.done === 1);
  } finally {
    await other.stop();
  }
});
