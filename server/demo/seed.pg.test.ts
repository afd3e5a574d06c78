import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { readPlan } from "@/lib/session/stored";
import { recordAtClose } from "@/lib/testing/session-driver";
import { firstAidAfterANo } from "@/lib/workshops/first-aid-after-a-no";
import { sessions } from "@/server/db/schema/sessions";
import { DEMO_PHONES, demoAccount, openDemoSession } from "@/server/demo/demo-session";
import { type Seeded, seedSession } from "@/server/demo/seed";
import { steps } from "@/server/demo/steps";
import { nodeForFile } from "@/server/testing/own-node";
import { storedState } from "@/server/testing/workshop";

const at = nodeForFile();
let seeded: Seeded | undefined;

afterAll(() => seeded?.close());

async function seed(to: string) {
  const { db, auth } = at.node.server;
  const account = await demoAccount(db);
  const session = await openDemoSession(at.node.server, account.userId, "en");
  const signedIn = await auth.signIn(account, {});
  if (!signedIn.ok) throw new Error("Signing in failed");
  const cookie = `${auth.cookie.name}=${signedIn.cookieValue}`;
  seeded?.close();
  seeded = await seedSession({ url: at.node.url, session: session.id, cookie, to });
  return { ...seeded, session, account };
}

test("every step names a phase of the plan", async () => {
  const { facilitator } = await seed("lobby");
  const agenda = facilitator.view?.facilitator?.agenda ?? [];
  for (const { name, at } of steps.slice(1)) {
    const phases = agenda.find(({ key }) => key === at.activity)?.phases ?? [];
    expect(
      phases.map((phase) => phase.name),
      name,
    ).toContain(at.phase);
  }
});

test("simulated phones write what the reveal shows, in a session that says Demo", async () => {
  const { facilitator } = await seed("reveal");
  expect(facilitator.view?.session.title.en).toMatch(/^Demo: /);
  const texts = Object.values(facilitator.view?.cards ?? {}).map(({ text }) => text);
  expect(texts).toHaveLength(DEMO_PHONES);
  expect(new Set(texts).size).toBe(texts.length);
});

test("they play the whole plan: votes, pairs of scores, plans, the closing", async () => {
  const { session } = await seed("end");
  const state = await storedState(at.node, session.id);
  const facts = JSON.stringify(state.activities.map((run) => recordAtClose(run, "facilitator")));
  expect(facts).toMatch(/"asking":"second","totals":null,"shifts":\{"\w+":\{"n":10,/);
  expect(facts).toContain('"votes":');
  expect(facts).toContain('"finished":10');
  expect(facts).toContain('"steps":{"shown":[{"key":"follow-up","count":4}');
  expect(facts).toContain('"safe":[');
  // P167: what it was opened with is what is stored, whatever has happened since.
  const [row] = await at.node.server.db
    .select({ plan: sessions.plan })
    .from(sessions)
    .where(eq(sessions.id, session.id));
  const { activities, minutes, purpose } = firstAidAfterANo;
  expect(readPlan(row?.plan)).toMatchObject({ activities, minutes, purpose });
});
