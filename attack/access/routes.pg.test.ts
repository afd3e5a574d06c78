import { beforeAll, describe, expect, test } from "vitest";
import {
  actions,
  builtActions,
  callAction,
  keepPlan,
  keptPart,
  outcomeOf,
} from "@/attack/access/actions";
import {
  type Actor,
  actionsOnDisk,
  actors,
  allRoutes,
  type RouteIds,
  routes,
} from "@/attack/access/routes";
import { everythingStored } from "@/attack/access/stored";
import { ask } from "@/attack/ask";
import { sceneForFile } from "@/attack/scene-for-file";
import { IS_EVERYTHING_TRIED } from "@/lib/testing/everyday";
import { createLinks } from "@/server/auth/links";
import { randomId } from "@/server/rooms/chance";
import { openWorkshop, PASSWORD, signUp } from "@/server/testing/workshop";

const at = sceneForFile({ pages: true, services: true });
let ids: RouteIds;
let accounts: Record<Exclude<Actor, "nobody">, Awaited<ReturnType<typeof signUp>>>;

beforeAll(async () => {
  const { admin } = at;
  accounts = {
    admin: await signUp(admin, "admin@example.org"),
    owner: await signUp(admin, "owner@example.org"),
    other: await signUp(admin, "other@example.org"),
  };
  const { sessions, accounts: all, auth } = admin.server;
  const { id: person } = await signUp(admin, "person@example.org");
  for (const device of ["first", "second"]) {
    const email = "owner@example.org";
    const answer = await auth.signIn({ email, password: PASSWORD }, { "user-agent": device });
    if (!answer.ok) throw new Error("Signing in failed");
  }
  const [device] = await auth.signIns.listOf(accounts.owner.id);
  const [{ id }, over] = [
    await openWorkshop(admin, 0, { account: accounts.owner }),
    await openWorkshop(admin, 0, { account: accounts.owner }),
  ];
  expect(await over.facilitator.send({ type: "end" })).toEqual({ ok: true });
  const opened = await sessions.forFacilitator(accounts.owner.id, id);
  const invited = await all.invite(accounts.admin.id);
  if (!invited.ok || !opened || !device) throw new Error("The scene could not be set");
  const first = { session: over.id, version: 1 };
  const shared = await sessions.shareVersion(accounts.owner.id, first, 7);
  const [sharedLink] = await sessions.linksTo(accounts.owner.id, first);
  const followUp = await sessions.openFollowUp(accounts.owner.id, over.id, 14);
  if (followUp === null || shared === null || !sharedLink)
    throw new Error("The summary could not be shared");
  const how = { userId: accounts.owner.id, address: "du", language: "de" } as const;
  await sessions.open({ ...how, templateId: "series-1" });
  const [meeting] = await sessions.list(accounts.owner.id);
  const plan = await keepPlan(admin.server, accounts.owner.id);
  await admin.server.presets.keep(accounts.owner.id, keptPart);
  const [preset] = await admin.server.presets.list(accounts.owner.id);
  if (!preset) throw new Error("There is no preset");
  ids = {
    ...{ plan, preset: preset.id },
    session: id,
    ended: over.id,
    stageKey: opened.stageKey,
    code: opened.code ?? "",
    invitation: invited.path,
    link: await createLinks(admin.server.db).make(accounts.owner.id, "signIn"),
    ...{ shared, sharedLink: sharedLink.id, followUp },
    ...{ person, device: device.id, wall: meeting?.wallId ?? "" },
  };
});

const cookieOf = (actor: Actor) => (actor === "nobody" ? "" : accounts[actor].cookie);

const get = (path: string, actor: Actor, method = "GET") =>
  ask(at.target.url, {
    method,
    path,
    headers: {
      origin: at.target.url,
      "accept-language": "de",
      ...(actor === "nobody" ? {} : { cookie: cookieOf(actor) }),
    },
  });

const METHODS = "HEAD POST PUT PATCH DELETE OPTIONS TRACE QUERY".split(" ");

/** Each method of each route is sent by one of them, by turns; in the long run by all. */
const sendersOf = (route: number, method: number): readonly Actor[] =>
  IS_EVERYTHING_TRIED
    ? actors
    : actors.filter((_, actor) => (route + method) % actors.length === actor);

/** In the long run some 1,400 requests, many of which render a page or make a file, beside other suites. */
const ALL_METHODS_MS = 300_000;

describe("routes", () => {
  test("each one on disk has an expectation, and no other", () => {
    expect(allRoutes().sort()).toEqual(Object.keys(routes).sort());
  });

  test.each(Object.entries(routes))("GET %s × who asks", async (_, route) => {
    const statuses: Record<string, number> = {};
    for (const actor of actors) {
      const answer = await get(route.path(ids), actor);
      statuses[actor] = answer.status;
      if (answer.status === 307) expect(answer.headers.location).toMatch(/^\/(sign-in\?|sessions)/);
    }
    expect(statuses).toEqual(route.get);
  });

  test.each(Object.entries(routes).filter(([, { hides }]) => hides))(
    "%s answers strangers alike for what exists and what does not",
    async (_, { path }) => {
      const nothing = randomId();
      const unknown = { ...ids, session: nothing, ended: nothing, plan: nothing, wall: nothing };
      for (const actor of ["nobody", "other", "admin"] as const) {
        const [there, nowhere] = [await get(path(ids), actor), await get(path(unknown), actor)];
        expect(there.status).toBe(nowhere.status);
        expect(withoutWhatVaries(there.body)).toBe(withoutWhatVaries(nowhere.body));
      }
    },
  );

  test("no method changes anything, whoever sends it", { timeout: ALL_METHODS_MS }, async () => {
    const before = await everythingStored(at.admin.server.db);
    const failed: string[] = [];
    for (const [route, [name, { path }]] of Object.entries(routes).entries()) {
      for (const [nth, method] of METHODS.entries()) {
        for (const actor of sendersOf(route, nth)) {
          const { status } = await get(path(ids), actor, method).catch(() => ({ status: 0 }));
          if (status >= 500) failed.push(`${method} ${name} by ${actor}: ${status}`);
        }
      }
    }
    expect(failed).toEqual([]);
    expect(await everythingStored(at.admin.server.db)).toBe(before);
  });
});

/** Ids and nonces are new for each page. */
function withoutWhatVaries(body: string): string {
  return body.replace(/[0-9a-f]{32}/g, "id").replace(/nonce(=|\\?":\\?)"[^"]*"/g, "nonce");
}

describe("server actions", () => {
  test("each one on disk has an expectation and is built", () => {
    expect(actionsOnDisk().sort()).toEqual(Object.keys(actions).sort());
    expect([...builtActions().keys()].sort()).toEqual(Object.keys(actions).sort());
  });

  // Signing out comes last: it takes the accounts' cookies with it.
  test.each(Object.entries(actions))("%s × who calls it", async (name, action) => {
    const id = builtActions().get(name) ?? "";
    const outcomes: Record<string, string> = {};
    const changed: string[] = [];
    for (const actor of actors) {
      const before = await everythingStored(at.admin.server.db);
      const answer = await callAction(
        at.target.url,
        id,
        action.page(ids),
        action.args(ids),
        cookieOf(actor),
      );
      outcomes[actor] = outcomeOf(answer);
      if ((await everythingStored(at.admin.server.db)) !== before) changed.push(actor);
    }
    expect(outcomes).toEqual(action.by);
    expect(changed.sort()).toEqual([...action.changes].sort());
  });
});
