import { eq, sql } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { GUESS_KNOW_ASK } from "@/lib/activities/roleplay/schema";
import { simulatedRows } from "@/lib/activities/roleplay/simulated-texts";
import { PAD_COLUMNS } from "@/lib/documents/pad";
import { REHEARSAL_PEOPLE } from "@/lib/session/rehearsal";
import { toMarkdown } from "@/lib/summary/markdown";
import { fewWorkshops } from "@/lib/testing/few-workshops";
import { sealedCards, sessionEvents, sessions } from "@/server/db/schema/sessions";
import { REHEARSALS_PER_ACCOUNT } from "@/server/rehearsals/limits";
import { randomId } from "@/server/rooms/chance";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { nodeForEachTest } from "@/server/testing/own-node";
import {
  advance,
  advanceTo,
  begin,
  here,
  openSession,
  openStage,
  signUp,
  startNode,
} from "@/server/testing/workshop";

const at = nodeForEachTest({ peopleEveryMs: 50, rehearsals: { slowness: 0, leftAfterMs: 0 } });

/** One card of each, shown once all are read. */
const SMALL_NO = { templateId: "single-small-no", address: "du", language: "de" } as const;

type Account = Awaited<ReturnType<typeof at.account>>;

async function start(
  account: Account,
  chosen: Partial<typeof SMALL_NO> | { templateId: string } = {},
) {
  const { rehearsals } = at.node.server;
  const opened = await rehearsals.start({ userId: account.id, ...SMALL_NO, ...chosen });
  if (!opened) throw new Error("There was no place for a rehearsal");
  return opened.id;
}

/** A rehearsal with its console, once everybody is in. */
async function rehearse(account: Account, chosen: { templateId?: string } = {}) {
  const id = await start(account, chosen);
  const shake = { role: "facilitator", session: id } as const;
  const console_ = await connectClient(at.node.url, shake, { cookie: account.cookie });
  at.open.push(console_);
  await console_.until((view) => view.people?.joined === REHEARSAL_PEOPLE);
  return { id, console_ };
}

/** What the database has of a session. */
async function left(id: string): Promise<number> {
  const { db } = at.node.server;
  const counts = await Promise.all([
    db.$count(sessions, eq(sessions.id, id)),
    db.$count(sessionEvents, eq(sessionEvents.sessionId, id)),
    db.$count(sealedCards, eq(sealedCards.sessionId, id)),
  ]);
  return counts.reduce((sum, count) => sum + count, 0);
}

const gone = (id: string) => vi.waitFor(async () => expect(await left(id)).toBe(0), 20_000);

test("P200, P201: ten invented people play it, every screen says so, and nothing is left of it", async () => {
  const account = await at.account();
  const { id, console_ } = await rehearse(account);
  const { rehearsals, sessions: known } = at.node.server;
  const links = await known.forFacilitator(account.id, id);
  const stage = await openStage(at.node, { account, id });
  // A real session is the control: nobody calls that one a rehearsal.
  const real = await openSession(at.node, account);
  at.open.push(stage, real.facilitator);
  expect(real.facilitator.view?.session.rehearsal).toBeUndefined();

  // A person who comes in by the code is told before they enter, and on every screen after.
  const joined = await known.joinByCode(links?.code ?? "");
  expect(joined).toMatchObject({ session: id, rehearsal: true });
  const device = randomId();
  const phone = await connectClient(at.node.url, { role: "participant", session: id, device });
  at.open.push(phone);
  for (const { view } of [console_, stage, phone]) {
    expect(view?.session).toMatchObject({
      rehearsal: true,
      title: { de: expect.stringMatching(/^Probe: /) },
    });
  }

  await begin(console_);
  await advanceTo(console_, "small-no", "write");
  await console_.until((view) => view.people?.done === REHEARSAL_PEOPLE);
  await advanceTo(console_, "small-no", "reveal");
  await console_.until((view) => Object.keys(view.cards).length === REHEARSAL_PEOPLE);
  await console_.send({ type: "end" });
  await console_.until((view) => view.session.status === "finished");

  const summary = (await known.summary(account.id, id))?.summary;
  if (!summary || typeof summary === "string") throw new Error("There is no summary");
  expect(toMarkdown(summary.de)).toMatch(/^# Probe: [\s\S]*Zehn erfundene Personen/);
  expect((await known.list(account.id)).map((each) => each.id)).toEqual([real.id]);

  expect(await left(id)).toBeGreaterThan(0);
  expect(await rehearsals.end(account.id, id)).toBe(true);
  expect(await left(id)).toBe(0);
  expect(await left(real.id)).toBeGreaterThan(0);
  await vi.waitFor(() =>
    expect([console_, stage, phone].some((each) => each.isConnected)).toBe(false),
  );
  expect(await known.joinByCode(links?.code ?? "")).toBeNull();
});

test("the groups of a role-play write their sheets: a rehearsal has something to show", async () => {
  const account = await at.account();
  const { console_ } = await rehearse(account, { templateId: "single-other-chairs" });
  await begin(console_);
  await advanceTo(console_, "other-chairs", GUESS_KNOW_ASK);
  await console_.until((view) => view.people?.done === REHEARSAL_PEOPLE);
  await advance(console_);
  await console_.until((view) => view.activity?.phase !== GUESS_KNOW_ASK && view.activity);
  const shown = JSON.stringify(console_.view);
  for (const column of PAD_COLUMNS) {
    expect(simulatedRows[column].filter(({ de }) => shown.includes(de)).length).toBeGreaterThan(1);
  }
});

test("each of these workshops can be rehearsed to its end, by a facilitator who waits for nobody", async () => {
  await at.account();
  // Beside each other, each on an account of its own: most of it is waiting for the next tick.
  await Promise.all(
    fewWorkshops.map(async ({ id: templateId }) => {
      const account = await signUp(at.node, `${templateId}@example.org`);
      const { id, console_ } = await rehearse(account, { templateId });
      await toItsEnd(console_);
      await console_.send({ type: "end" });
      await console_.until((view) => view.session.status === "finished");
      expect(await at.node.server.rehearsals.end(account.id, id)).toBe(true);
    }),
  );
});

/** Through every phase, up to the last. */
async function toItsEnd(console_: LiveClient): Promise<void> {
  await begin(console_);
  for (let steps = 0; ; steps += 1) {
    const { agenda = [] } = console_.view?.facilitator ?? {};
    const last = agenda.at(-1);
    if (last?.status === "open" && last.phase === last.phases.at(-1)?.name) return;
    if (steps > 500) throw new Error("It never came to its end");
    const before = JSON.stringify(here(console_));
    const answer = await advance(console_);
    if (!answer.ok) throw new Error(`Advancing: ${answer.code}`);
    await console_.until(() => JSON.stringify(here(console_)) !== before);
  }
}

test("P202: two at once know nothing of each other; the one whose console closes goes, the other stays", async () => {
  const ada = await at.account();
  const eve = await signUp(at.node, "eve@example.org");
  const [first, second] = [
    await rehearse(ada),
    await rehearse(eve, { templateId: "single-if-then" }),
  ];
  await begin(first.console_);
  await advanceTo(first.console_, "small-no", "write");
  await first.console_.until((view) => view.people?.done === REHEARSAL_PEOPLE);
  expect(second.console_.view).toMatchObject({ session: { status: "lobby" }, people: { done: 0 } });
  // Nobody else's rehearsal can be ended, and no session that is none.
  expect(await at.node.server.rehearsals.end(eve.id, first.id)).toBe(false);
  const real = await openSession(at.node, eve);
  at.open.push(real.facilitator);
  expect(await at.node.server.rehearsals.end(eve.id, real.id)).toBe(false);

  first.console_.close();
  await gone(first.id);
  expect(second.console_.isConnected).toBe(true);
  expect(await left(second.id)).toBeGreaterThan(0);
  expect(await left(real.id)).toBeGreaterThan(0);
});

test("P202: one that has ended is left only by who says so: its summary is being read", async () => {
  const account = await at.account();
  const { id, console_ } = await rehearse(account);
  await begin(console_);
  await console_.send({ type: "end" });
  await console_.until((view) => view.session.status === "finished");
  console_.close();
  // Another one that was closed later has gone: by then this one had its turn.
  const other = await rehearse(account);
  other.console_.close();
  await gone(other.id);
  expect(await left(id)).toBeGreaterThan(0);
});

test("P202: one whose console came and went between two looks goes, too", async () => {
  const account = await at.account();
  const id = await start(account);
  const shake = { role: "facilitator", session: id } as const;
  (await connectClient(at.node.url, shake, { cookie: account.cookie })).close();
  await gone(id);
});

test("P202: an account has a few at a time, and one more once another has ended", async () => {
  const account = await at.account();
  const held = await Promise.all(
    Array.from({ length: REHEARSALS_PER_ACCOUNT }, () => rehearse(account)),
  );
  const { rehearsals } = at.node.server;
  const one = { userId: account.id, ...SMALL_NO };
  expect(await rehearsals.start(one)).toBeNull();
  await rehearsals.end(account.id, held[0]?.id ?? "");
  expect(await rehearsals.start(one)).not.toBeNull();
});

test("P202: however often it is pressed at once, an account has no more than these", async () => {
  const account = await at.account();
  const { rehearsals } = at.node.server;
  const one = { userId: account.id, ...SMALL_NO };
  const opened = await Promise.all(
    Array.from({ length: 2 * REHEARSALS_PER_ACCOUNT }, () => rehearsals.start(one)),
  );
  expect(opened.filter((each) => each !== null)).toHaveLength(REHEARSALS_PER_ACCOUNT);
});

test("P200: an account is told of its sessions without its rehearsals", async () => {
  const account = await at.account();
  await start(account);
  const profile = () => at.node.server.ownAccount.profile(account.id);
  expect(await profile()).toMatchObject({ sessions: 0 });
  const real = await openSession(at.node, account);
  at.open.push(real.facilitator);
  expect(await profile()).toMatchObject({ sessions: 1 });
});

test("P202: a sweep deletes what a node left behind, an hour after, and a stop what it has", async () => {
  const account = await at.account();
  const { db } = at.node.server;
  const open = async (rehearsal?: true) =>
    (
      await at.node.server.sessions.open({
        userId: account.id,
        ...SMALL_NO,
        ...(rehearsal && { rehearsal }),
      })
    ).id;
  const [old, young, real] = [await open(true), await open(true), await open()];
  for (const [id, minutes] of [
    [old, 61],
    [young, 59],
    [real, 61],
  ] as const) {
    await db
      .update(sessions)
      .set({ openedAt: sql`now() - make_interval(mins => ${minutes})` })
      .where(eq(sessions.id, id));
  }
  const sweeping = await startNode(at.database.url, undefined, { sweeps: true });
  try {
    await gone(old);
    expect(await left(young)).toBeGreaterThan(0);
    expect(await left(real)).toBeGreaterThan(0);
    const held = await sweeping.server.rehearsals.start({ userId: account.id, ...SMALL_NO });
    expect(await left(held?.id ?? "")).toBeGreaterThan(0);
    await sweeping.stop();
    expect(await left(held?.id ?? "")).toBe(0);
  } finally {
    await sweeping.stop();
  }
});
