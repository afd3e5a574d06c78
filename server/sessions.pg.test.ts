import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { readPlan } from "@/lib/session/stored";
import type { ReviewChange } from "@/lib/summary/review";
import { firstAidAfterANo } from "@/lib/workshops/first-aid-after-a-no";
import { sessions as sessionsTable, summaryVersions } from "@/server/db/schema/sessions";
import { nodeForFile } from "@/server/testing/own-node";
import { anyWorkshop, signUp } from "@/server/testing/workshop";

const at = nodeForFile();

test("which sections a summary leaves out is kept with the session, and its owner's to choose", async () => {
  const { sessions } = at.node.server;
  const owner = await signUp(at.node, "ada@example.org");
  const other = await signUp(at.node, "eve@example.org");
  const { id } = await sessions.open({
    userId: owner.id,
    ...anyWorkshop,
  });
  const hidden = async () => (await sessions.summary(owner.id, id))?.hiddenSections;
  expect(await hidden()).toEqual([]);
  expect(
    await sessions.hideSections(owner.id, { session: id, version: 1 }, [
      "quotes",
      "agenda",
      "quotes",
    ]),
  ).toBe(true);
  expect(await hidden()).toEqual(["quotes", "agenda"]);
  expect(await sessions.hideSections(other.id, { session: id, version: 1 }, [])).toBe(false);
  expect(await hidden()).toEqual(["quotes", "agenda"]);
  expect(await sessions.hideSections(owner.id, { session: id, version: 1 }, [])).toBe(true);
  expect(await hidden()).toEqual([]);
});

test("what a facilitator makes of a summary is kept, change by change, and is theirs alone", async () => {
  const { db, sessions } = at.node.server;
  const owner = await signUp(at.node, "mia@example.org");
  const other = await signUp(at.node, "kai@example.org");
  const { id } = await sessions.open({ userId: owner.id, ...anyWorkshop });
  const first = { session: id, version: 1 };
  const review = async () => (await sessions.summary(owner.id, id))?.review;
  const strike = (text: string) => ({ change: "strike", text }) as const;
  expect(await sessions.changeReview(other.id, first, strike("Anna"))).toBe(false);
  expect(await sessions.changeReview(owner.id, { ...first, session: "none" }, strike("Anna"))).toBe(
    false,
  );
  expect(await review()).toEqual({ order: [], intros: {}, struck: [] });
  // At once from two pages: neither undoes the other's.
  const changes: ReviewChange[] = [
    strike("Anna"),
    strike("Nord"),
    { change: "order", order: ["agenda"] },
  ];
  const kept = await Promise.all(
    changes.map((each) => sessions.changeReview(owner.id, first, each)),
  );
  expect(kept).toEqual([true, true, true]);
  const now = await review();
  expect(now).toMatchObject({ order: ["agenda"], intros: {} });
  expect(now?.struck.toSorted()).toEqual(["Anna", "Nord"]);
  // Nobody knows any more what was struck: nothing is shown.
  await db
    .update(summaryVersions)
    .set({ review: { version: 99 } })
    .where(eq(summaryVersions.sessionId, id));
  await db.update(sessionsTable).set({ status: "finished" }).where(eq(sessionsTable.id, id));
  expect(await sessions.summary(owner.id, id)).toMatchObject({ summary: "unreadable" });
  expect(await sessions.changeReview(owner.id, first, strike("Anna"))).toBe(false);
});

test("27: a session whose plan doesn't read is listed as unreadable, and the others as ever", async () => {
  const { db, sessions } = at.node.server;
  const { id: userId } = await signUp(at.node, "liv@example.org");
  const open = async () => {
    const template = { ...anyWorkshop, templateId: firstAidAfterANo.id, language: "en" } as const;
    return (await sessions.open({ userId, ...template })).id;
  };
  const [broken, whole] = [await open(), await open()];
  const code = (await sessions.forFacilitator(userId, broken))?.code ?? "";
  await db
    .update(sessionsTable)
    .set({ plan: { headings: ["of a release to come"] } })
    .where(eq(sessionsTable.id, broken));
  expect(await sessions.list(userId)).toMatchObject([
    { id: whole, language: "en", title: { en: "First aid after a no" } },
    { id: broken, language: null, title: null, status: "lobby" },
  ]);
  expect(await sessions.summary(userId, broken)).toMatchObject({ title: null, summary: "notYet" });
  expect(await sessions.joinByCode(code)).toBeNull();
});

test("the list says how long a session is planned, its code, and how many were there unless they were few", async () => {
  const { db, sessions } = at.node.server;
  const { id: userId } = await signUp(at.node, "ute@example.org");
  const { id } = await sessions.open({ userId, ...anyWorkshop });
  const code = (await sessions.forFacilitator(userId, id))?.code;
  const set = (joined: number) =>
    db.update(sessionsTable).set({ joined }).where(eq(sessionsTable.id, id));
  await set(4);
  expect(await sessions.list(userId)).toMatchObject([
    { code, minutes: firstAidAfterANo.minutes, joined: null },
  ]);
  await set(5);
  expect(await sessions.list(userId)).toMatchObject([{ joined: 5 }]);
});

test("11: what a session is called is its owner's to choose and to see, and nobody else's", async () => {
  const { sessions } = at.node.server;
  const owner = await signUp(at.node, "ida@example.org");
  const other = await signUp(at.node, "ivo@example.org");
  const { id } = await sessions.open({ userId: owner.id, ...anyWorkshop, name: "  Gruppe zwei " });
  expect(await sessions.list(owner.id)).toMatchObject([{ id, name: "Gruppe zwei" }]);
  expect(await sessions.rename(other.id, id, "Meine")).toBe(false);
  expect(await sessions.rename(owner.id, id, "Gruppe drei")).toBe(true);
  expect(await sessions.forFacilitator(owner.id, id)).toMatchObject({ name: "Gruppe drei" });
  expect(await sessions.forFacilitator(other.id, id)).toBeNull();
});

test("P166 a session is opened in the sizes that were chosen, and in no others", async () => {
  const { db, sessions } = at.node.server;
  const { id: userId } = await signUp(at.node, "una@example.org");
  const template = { ...anyWorkshop, templateId: firstAidAfterANo.id };
  const { id } = await sessions.open({ userId, ...template, sizes: { "small-no": 12 } });
  const [row] = await db.select().from(sessionsTable).where(eq(sessionsTable.id, id));
  const plan = readPlan(row?.plan);
  expect(plan.minutes).toBe(35);
  expect(plan.activities.find(({ key }) => key === "small-no")).toMatchObject({
    minutes: 12,
    settings: { dots: 3 },
  });
  await expect(sessions.open({ userId, ...template, sizes: { "small-no": 11 } })).rejects.toThrow(
    "can't be held in these minutes",
  );
});
