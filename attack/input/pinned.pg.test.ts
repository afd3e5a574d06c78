import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { randomId } from "@/server/rooms/chance";
import type { LiveClient } from "@/server/simulated/live-client";
import { nodeForEachTest } from "@/server/testing/own-node";
import { advanceTo, begin, handIn, openWorkshop } from "@/server/testing/workshop";

/** What once failed a whole room's transaction or broke a screen, each by its name. */

const at = nodeForEachTest();

async function opened(n: number) {
  const { facilitator, participants } = await openWorkshop(at.node, n);
  at.open.push(facilitator, ...participants);
  return { facilitator, participants };
}

async function writing(n: number) {
  const { facilitator, participants } = await opened(n);
  await begin(facilitator);
  await advanceTo(facilitator, "small-no", "write");
  for (const each of participants) await each.until((view) => view.activity?.phase === "write");
  return { facilitator, participants };
}

const card = {
  type: "submitCard",
  markHash: "c".repeat(64),
  revision: 1,
  text: "Ein Nein",
  mayBeCase: false,
  mayBeQuoted: false,
};

/** Cards of six people, sent together, so that they share a transaction with the bad one. */
async function besides(participants: readonly LiveClient[], bad: Record<string, unknown>) {
  const [sender, ...others] = participants;
  const cards = others.map((each, index) => handIn(each, `Karte ${index}`));
  const answer = await sender?.act({ ...card, edit: randomId(), ...bad });
  for (const { acknowledged } of await Promise.all(cards))
    expect(acknowledged).toEqual({ ok: true });
  return answer;
}

test.each([
  ["NUL", "a\u0000b", "ab"],
  ["the first half of a surrogate pair", "a\ud83d", "a"],
  ["the second half of a surrogate pair", "\ude42b", "b"],
  ["an escape sequence", "\u001b[2Jweg", "[2Jweg"],
  ["an override of the reading direction", "\u202enieN\u202c", "nieN"],
])("a card with %s is stored without it", async (_, text, stored) => {
  const { facilitator, participants } = await writing(7);
  expect(await besides(participants, { text })).toEqual({ ok: true });
  await advanceTo(facilitator, "small-no", "reveal");
  await facilitator.until((view) => Object.values(view.cards).some((each) => each.text === stored));
});

test.each([
  ["nothing to see", { text: "\u200b\u2060 \u0000" }],
  ["a revision beyond the database's integer", { revision: 2 ** 31 }],
])("a card with %s is refused alone", async (_, bad) => {
  const { participants } = await writing(7);
  expect(await besides(participants, bad)).toEqual({ ok: false, code: "bad-input" });
});

test("what only the database refuses is refused alone, and for good", async () => {
  const { participants } = await writing(7);
  await at.node.server.db.execute(
    sql`alter table sealed_cards add constraint only_here check (content->>'text' <> 'Gift')`,
  );
  expect(await besides(participants, { text: "Gift" })).toEqual({ ok: false, code: "bad-input" });
});

test("moments that no clock can show are refused", async () => {
  const { facilitator } = await opened(0);
  const at = Number.MAX_SAFE_INTEGER;
  for (const command of [
    { type: "begin", endsAt: at } as const,
    { type: "planBegin", at } as const,
  ]) {
    expect(await facilitator.send(command)).toEqual({ ok: false, code: "bad-input" });
  }
});

test("a note with NUL is kept without it", async () => {
  const { facilitator } = await opened(0);
  const activity = facilitator.view?.facilitator?.agenda[0]?.key ?? "";
  expect(await facilitator.send({ type: "writeNote", activity, text: "a\u0000b" })).toEqual({
    ok: true,
  });
});
