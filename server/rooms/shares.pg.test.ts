import { expect, test } from "vitest";
import { reframeRecord } from "@/lib/activities/reframe/record";
import { K_CARDS } from "@/lib/session/state";
import { givenCases } from "@/lib/workshops/parts/cases";
import { hashSecret, randomId } from "@/server/rooms/chance";
import type { LiveClient } from "@/server/simulated/live-client";
import { nodeForFile } from "@/server/testing/own-node";
import { advanceTo, begin, openWorkshop } from "@/server/testing/workshop";

const at = nodeForFile();
const ACTIVITY = "other-readings";
const [first, second] = givenCases.map(({ key }) => key);

const write = (phone: LiveClient, caseId: string | undefined, edit = randomId(), revision = 1) =>
  phone.act({
    type: "submitCard",
    edit,
    markHash: hashSecret(edit),
    revision,
    attributes: { caseId, lens: null },
    text: "Vielleicht lag es an der Stunde",
    mayBeQuoted: false,
  });

test("6: P141 each case has a share of its own, and k counts people, not shares", async () => {
  const { facilitator, participants } = await openWorkshop(at.node, K_CARDS - 1, {
    change: (all) =>
      all.map((each) =>
        each.key === ACTIVITY && each.kind === "reframe"
          ? {
              ...each,
              settings: {
                ...each.settings,
                readingLimit: 1,
                source: { from: "given", givenCases, caseLimit: 2 },
              },
            }
          : each,
      ),
  });
  at.open.push(facilitator, ...participants);
  await begin(facilitator);
  await advanceTo(facilitator, ACTIVITY, "choose");
  const chosen = await facilitator.act({ type: "chooseCases", cases: [first, second] });
  expect(chosen).toEqual({ ok: true });
  await advanceTo(facilitator, ACTIVITY, "write");
  for (const phone of participants) {
    await phone.until((view) => view.activity?.phase === "write");
    const { cases } = reframeRecord.parse(phone.view?.activity?.record);
    expect(cases.map(({ id }) => id)).toEqual([first, second]);
  }
  const [phone, ...others] = participants;
  if (!phone) throw new Error("unreachable");

  const edit = randomId();
  expect(await write(phone, first, edit)).toEqual({ ok: true });
  expect(await write(phone, first)).toEqual({ ok: false, code: "over-budget" });
  // The share of the other case is untouched, and can't be had by moving a reading.
  expect(await write(phone, second, edit, 2)).toEqual({ ok: false, code: "not-allowed" });
  expect(await write(phone, second)).toEqual({ ok: true });
  expect(await write(phone, second)).toEqual({ ok: false, code: "over-budget" });
  // Taking one back gives the share of its own case back, and no other.
  expect(await phone.act({ type: "withdrawCard", edit })).toEqual({ ok: true });
  expect(await write(phone, second)).toEqual({ ok: false, code: "over-budget" });
  expect(await write(phone, first)).toEqual({ ok: true });

  for (const each of others) {
    expect(await write(each, first)).toEqual({ ok: true });
    expect(await write(each, second)).toEqual({ ok: true });
  }
  await advanceTo(facilitator, ACTIVITY, "review");
  // Twice as many readings as people, and still too few of them.
  expect(Object.keys(facilitator.view?.review ?? {})).toEqual([]);
});
