import { expect, test } from "vitest";
import { type OwnPlan, ownPlanOf } from "@/lib/session/own-plan";
import { readPlan } from "@/lib/session/stored";
import { firstAidAfterANo } from "@/lib/workshops/first-aid-after-a-no";
import { otherChairs } from "@/lib/workshops/other-chairs";
import { series3 } from "@/lib/workshops/series-3";
import { PLANS_PER_ACCOUNT_MAX } from "@/server/plans/plans";
import { PRESETS_PER_ACCOUNT_MAX } from "@/server/plans/presets";
import { randomId } from "@/server/rooms/chance";
import { nodeForEachTest } from "@/server/testing/own-node";
import { query } from "@/server/testing/test-database";
import { signUp } from "@/server/testing/workshop";

const at = nodeForEachTest();

const adapted = (template = otherChairs): OwnPlan => {
  const plan = ownPlanOf(template);
  if (!plan) throw new Error("It can't be one's own");
  return plan;
};

const named = (de: string): OwnPlan => ({ ...adapted(), title: { de } });

/** Somebody with a plan of their own. */
async function owner() {
  const account = await at.account();
  const { plans } = at.node.server;
  const id = (await plans.add(account.id, named("Mein Plan"))) ?? "";
  return { account, plans, id };
}

/** What a session runs. */
async function planOf(session: string) {
  const [row] = await query(at.database.url, `select plan from sessions where id = '${session}'`);
  return readPlan(row?.plan);
}

test("P300 a plan is its account's alone: to anybody else it does not exist", async () => {
  const { account, plans, id } = await owner();
  const eve = await signUp(at.node, "eve@example.org");
  for (const [who, which] of [
    [eve.id, id],
    [account.id, randomId()],
    [account.id, "first-aid-after-a-no"],
    [account.id, "\u0000'; drop table plans"],
  ] as const) {
    expect(await plans.find(who, which)).toBeNull();
    expect(await plans.save(who, which, 1, named("Anders"))).toEqual({ is: "gone" });
    expect(await plans.rename(who, which, { de: "Anders" })).toBe(false);
    expect(await plans.copy(who, which)).toBeNull();
    expect(await plans.delete(who, which)).toBe(false);
  }
  expect(await at.node.server.sessions.template(eve.id, id)).toBeNull();
  await expect(
    at.node.server.sessions.open({ userId: eve.id, templateId: id, address: "du", language: "de" }),
  ).rejects.toThrow("There is no such plan");
  expect(await plans.list(eve.id)).toEqual([]);
  expect(await plans.list(account.id)).toMatchObject([
    { id, plan: { templateId: "other-chairs", title: { de: "Mein Plan" }, buffer: 4 } },
  ]);
});

test("P301 whoever saves what another page has changed is told, and changes nothing", async () => {
  const { account, plans, id } = await owner();
  expect(await plans.save(account.id, id, 1, named("Erste Seite"))).toEqual({
    ...{ is: "saved", revision: 2 },
  });
  const together = await Promise.all(
    ["A", "B", "C"].map((name) => plans.save(account.id, id, 2, named(name))),
  );
  expect(together.map(({ is }) => is).sort()).toEqual(["newer", "newer", "saved"]);
  const kept = await plans.find(account.id, id);
  expect(kept?.revision).toBe(3);
  expect(await plans.save(account.id, id, 1, named("Alt"))).toEqual({ is: "newer" });
  // Another name is a change as any other.
  expect(await plans.rename(account.id, id, { en: "Mine" })).toBe(true);
  expect(await plans.save(account.id, id, 3, named("Alt"))).toEqual({ is: "newer" });
  expect(await plans.find(account.id, id)).toMatchObject({
    ...{ revision: 4, plan: { title: { en: "Mine" } } },
  });
});

test("P301 a change whose answer got lost is told as kept when it comes again, and no other is", async () => {
  const { account, plans, id } = await owner();
  const kept = { is: "saved", revision: 2 };
  expect(await plans.save(account.id, id, 1, named("Einmal"))).toEqual(kept);
  expect(await plans.save(account.id, id, 1, named("Einmal"))).toEqual(kept);
  expect((await plans.find(account.id, id))?.revision).toBe(2);
  expect(await plans.save(account.id, id, 1, named("Anders"))).toEqual({ is: "newer" });
  await plans.save(account.id, id, 2, named("Zweimal"));
  expect(await plans.save(account.id, id, 1, named("Zweimal"))).toEqual({ is: "newer" });
});

test("P303 a session has its own copy of the plan that it was opened from", async () => {
  const { account, plans, id } = await owner();
  const { sessions } = at.node.server;
  const opened = await sessions.open({
    ...{ userId: account.id, templateId: id, address: "sie", language: "de" },
    sizes: { "small-no": 12 },
  });
  await plans.save(account.id, id, 1, adapted(firstAidAfterANo));
  await plans.delete(account.id, id);
  const held = await planOf(opened.id);
  expect(held).toMatchObject({ templateId: id, title: { de: "Mein Plan" }, minutes: 94 });
  expect(held.activities).toHaveLength(otherChairs.activities.length);
  // Rehearsed the same way: its title says what it is.
  const again = await plans.add(account.id, named("Mein Plan"));
  const rehearsed = await at.node.server.rehearsals.start({
    ...{ userId: account.id, templateId: again ?? "", address: "du", language: "de" },
  });
  expect((await planOf(rehearsed?.id ?? "")).title).toEqual({ de: "Probe: Mein Plan" });
});

test("P303 a meeting that was adapted goes on with its series, and leads to the next one", async () => {
  const { account, plans } = await owner();
  const { sessions } = at.node.server;
  const how = { userId: account.id, address: "du", language: "de" } as const;
  const before = await sessions.open({ ...how, templateId: "series-2" });
  const id = (await plans.add(account.id, adapted(series3))) ?? "";
  const meeting = await sessions.open({ ...how, templateId: id, after: before.id });
  const [held, earlier] = await sessions.list(account.id);
  expect([held?.id, earlier?.id]).toEqual([meeting.id, before.id]);
  expect([held?.next, earlier?.next]).toEqual(["series-4", "series-3"]);
});

test("a copy is a plan of its own, and nobody keeps more than there may be", async () => {
  const { account, plans, id } = await owner();
  const copy = await plans.copy(account.id, id);
  expect(await plans.find(account.id, copy ?? "")).toMatchObject({
    ...{ revision: 1, plan: { title: { de: "Mein Plan (2)" } } },
  });
  await query(
    at.database.url,
    `insert into plans (id, owner_id, plan)
     select md5(n::text), owner_id, plan
     from plans, generate_series(1, ${PLANS_PER_ACCOUNT_MAX - 3}) n where id = '${id}'`,
  );
  const allAtOnce = <T>(work: () => Promise<T>) => Promise.all(Array.from({ length: 3 }, work));
  // Each with a connection that is there already: whoever waits for one comes too late to be in the way.
  await allAtOnce(() => plans.find(account.id, id));
  const together = await allAtOnce(() => plans.add(account.id, adapted()));
  expect(together.filter((each) => each !== null)).toHaveLength(1);
  expect(await plans.list(account.id)).toHaveLength(PLANS_PER_ACCOUNT_MAX);
  // Others have their own.
  const eve = await signUp(at.node, "eve@example.org");
  expect(await plans.add(eve.id, adapted())).not.toBeNull();
});

test("a plan that this release can't read is listed, and can be deleted", async () => {
  const { account, plans, id } = await owner();
  await query(at.database.url, "update plans set plan = '{\"version\": 99}'");
  expect(await plans.list(account.id)).toMatchObject([{ id, plan: null }]);
  expect(await plans.find(account.id, id)).toMatchObject({ plan: null });
  expect(await at.node.server.sessions.template(account.id, id)).toBeNull();
  expect(await plans.copy(account.id, id)).toBeNull();
  expect(await plans.rename(account.id, id, { de: "X" })).toBe(false);
  expect(await plans.delete(account.id, id)).toBe(true);
});

const preset = (name: string, value: unknown = adapted().activities[5]?.settings.roleSet) => ({
  ...{ kind: "roleplay", part: "roleSet", name, value },
});

test("P304 a part of settings is kept by its name for its account alone", async () => {
  const { account } = await owner();
  const { presets } = at.node.server;
  const eve = await signUp(at.node, "eve@example.org");
  expect(await presets.keep(account.id, preset("Meine Rollen"))).toBe(true);
  const [kept] = await presets.list(account.id);
  expect(kept).toEqual({ id: kept?.id, ...preset("Meine Rollen") });
  // Under the same name it takes its place.
  const other = { ...Object(adapted().activities[5]?.settings.roleSet), inLastRound: {} };
  expect(await presets.keep(account.id, preset("Meine Rollen", other))).toBe(true);
  expect(await presets.list(account.id)).toEqual([
    { id: kept?.id, ...preset("Meine Rollen", other) },
  ]);
  expect(await presets.list(eve.id)).toEqual([]);
  expect(await presets.delete(eve.id, kept?.id ?? "")).toBe(false);
  expect(await presets.delete(account.id, "\u0000")).toBe(false);
  expect(await presets.delete(account.id, kept?.id ?? "")).toBe(true);
  expect(await presets.list(account.id)).toEqual([]);
});

test("P304 nobody keeps more parts than there may be, but may replace one of them", async () => {
  const { account } = await owner();
  const { presets } = at.node.server;
  await presets.keep(account.id, preset("0"));
  await query(
    at.database.url,
    `insert into presets (id, owner_id, kind, part, name, value)
     select md5(n::text), owner_id, kind, part, n::text, value
     from presets, generate_series(1, ${PRESETS_PER_ACCOUNT_MAX - 1}) n`,
  );
  expect(await presets.keep(account.id, preset("Noch eines"))).toBe(false);
  expect(await presets.keep(account.id, preset("7"))).toBe(true);
  expect(await presets.list(account.id)).toHaveLength(PRESETS_PER_ACCOUNT_MAX);
});

test("P305 plans and kept parts go with their account", async () => {
  const { plans } = at.node.server;
  await at.account();
  const eve = await signUp(at.node, "eve@example.org");
  await plans.add(eve.id, adapted());
  await at.node.server.presets.keep(eve.id, preset("Meine Rollen"));
  expect(await at.node.server.leaving.remove(eve.id)).toBe(true);
  for (const table of ["plans", "presets"]) {
    expect(await query(at.database.url, `select 1 from ${table}`)).toEqual([]);
  }
});
