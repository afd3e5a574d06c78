import { afterAll, beforeAll, expect, test } from "vitest";
import { actions, builtActions, callAction } from "@/attack/access/actions";
import { type RouteIds, routes } from "@/attack/access/routes";
import { everythingStored } from "@/attack/access/stored";
import { type Answer, ask } from "@/attack/ask";
import type { AttackedNode } from "@/attack/attacked-node";
import { hostileTexts, hostileValues } from "@/attack/input/hostile";
import { type Scene, setScene } from "@/attack/scene";
import { randomId } from "@/server/rooms/chance";
import { type Node, openWorkshop, signUp } from "@/server/testing/workshop";

/** What HTTP takes in: path segments, queries, bodies and the arguments of server actions. */

let scene: Scene;
let admin: Node;
let target: AttackedNode;
let account: Awaited<ReturnType<typeof signUp>>;
let ids: RouteIds;

beforeAll(async () => {
  scene = await setScene({ pages: true });
  ({ admin, target } = scene);
  account = await signUp(admin, "ada@example.org");
  const { id, facilitator } = await openWorkshop(admin, 0, { account });
  facilitator.close();
  ids = { session: id, ended: id, stageKey: randomId(), code: "7K3M9QTX", invitation: "/invite/x" };
});

afterAll(async () => {
  await scene.stop();
});

/** No answer of the server's own making is a failure, and nothing went uncaught or into the log. */
async function expectUnharmed(answers: readonly (readonly [string, Answer])[]): Promise<void> {
  const failed = answers.filter(([, { status }]) => status >= 500);
  expect(failed.map(([what, { status }]) => `${what}: ${status}`)).toEqual([]);
  expect(target.complaints).toEqual([]);
  expect((await target.health()).uncaught).toEqual([]);
}

/** As they go onto the wire: encoded well, badly, and not at all. */
const segments = [
  ...[
    "%00",
    "a%00b",
    "%C0%80",
    "%E0%A4%A",
    "%ff",
    "%",
    "%2",
    "%u0000",
    "%ED%A0%80",
    "%2500",
    "%25",
  ],
  ...[
    "..%2f..%2fetc%2fpasswd",
    "%2e%2e",
    "..",
    ".",
    "%5c..%5c",
    "%2F",
    ";x=1",
    "[id]",
    "[...nextauth]",
  ],
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "undefined", "null", "NaN", "-1"],
  ...[
    "%3Cscript%3Ethrow 1%3C",
    "'",
    "%22",
    "%E2%80%AE",
    "%F0%9F%99%82",
    "a".repeat(2_000),
    "A".repeat(32),
  ],
];

const send = (path: string, options: Partial<Parameters<typeof ask>[1]> = {}, cookie = "") =>
  ask(target.url, {
    path: path.replaceAll(" ", "%20"),
    ...options,
    headers: { origin: target.url, ...(cookie ? { cookie } : {}), ...options.headers },
  });

const dynamic = Object.keys(routes).filter((route) => route.includes("["));

test.each(dynamic)("hostile segments of %s", async (route) => {
  const answers: [string, Answer][] = [];
  for (const segment of segments) {
    const path = route.replace(/\[[^\]]+\]/, segment);
    for (const cookie of ["", account.cookie]) answers.push([path, await send(path, {}, cookie)]);
  }
  await expectUnharmed(answers);
});

test("hostile queries and headers", async () => {
  const answers: [string, Answer][] = [];
  for (const text of [...segments, ...hostileTexts.map(encodeURIComponentLoosely)]) {
    for (const path of ["/sign-in?next=", "/?x=", `/sessions/${ids.session}/summary?language=`]) {
      answers.push([path + text, await send(path + text, {}, account.cookie)]);
    }
  }
  for (const header of [
    "accept-language",
    "cookie",
    "next-action",
    "rsc",
    "next-router-state-tree",
  ]) {
    for (const value of [
      "",
      "x".repeat(4_000),
      "%00",
      "[]",
      "{}",
      "__proto__",
      "de;q=1e999",
      "*",
    ]) {
      answers.push([
        `${header}: ${value.slice(0, 20)}`,
        await send("/sessions", { headers: { [header]: value } }),
      ]);
    }
  }
  await expectUnharmed(answers);
});

/** Lone surrogates have no encoding; they become what browsers make of them. */
const encodeURIComponentLoosely = (text: string) =>
  encodeURIComponent(Buffer.from(text, "utf8").toString("utf8")).slice(0, 2_000);

test("hostile bodies to the route handlers", async () => {
  const answers: [string, Answer][] = [];
  const bodies = [
    ...["", "{", "null", "[]", '"x"', "{}{}", "\u0000", '{"code":1e999}', '{"code":"x","more":1}'],
    ...[...hostileTexts, ...hostileValues].map((code) => JSON.stringify({ code })),
    '{"__proto__":{"code":"7K3M9QTX"}}',
    `${"[".repeat(50_000)}`,
  ];
  const types = [
    "application/json",
    "text/plain",
    "multipart/form-data",
    "application/x-www-form-urlencoded",
  ];
  for (const path of [
    "/api/join",
    ...["callback/credentials", "signin/credentials", "signout", "csrf", "session"].map(
      (action) => `/api/auth/${action}`,
    ),
  ]) {
    for (const body of bodies) {
      for (const type of types) {
        const headers = { "content-type": type };
        const answer = await send(path, { method: "POST", body, headers });
        answers.push([`${path} ${type} ${body.slice(0, 40)}`, answer]);
      }
    }
  }
  await expectUnharmed(answers.filter(([what]) => !what.startsWith("/api/join ")));
  for (const [what, { status, body }] of answers.filter(([what]) =>
    what.startsWith("/api/join "),
  )) {
    expect({ what, status, body }).toEqual({ what, status: 200, body: '{"ok":false}' });
  }
});

test("a body that is too long, or does not say how long it is, is not read", async () => {
  for (const path of ["/api/join", "/api/auth/callback/credentials", "/sign-in"]) {
    const length = String(10 ** 9);
    const tooLong = await send(path, { method: "POST", headers: { "content-length": length } });
    expect(tooLong.status).toBe(413);
    const chunked = { method: "POST", headers: { "transfer-encoding": "chunked" } };
    expect((await send(path, chunked)).status).toBe(411);
  }
  for (const method of ["TRACE", "PROPFIND"])
    expect((await send("/", { method })).status).toBe(405);
});

test("hostile arguments of server actions change nothing", async () => {
  const built = builtActions();
  const before = await everythingStored(admin.server.db);
  const answers: [string, Answer][] = [];
  const lists: unknown[][] = [
    [],
    [null, null, null],
    ...hostileValues
      .filter((value) => !Buffer.isBuffer(value))
      .map((value) => [value, value, value]),
    [ids.session],
    [{ id: ids.session }, ["x"]],
    ["\u0000", "\u0000"],
  ];
  for (const [name, action] of Object.entries(actions)) {
    // Signing out is what it does, whatever it is told.
    if (name.endsWith("#signOut")) continue;
    for (const args of lists) {
      const id = built.get(name) ?? "";
      const answer = await callAction(target.url, id, action.page(ids), args, account.cookie);
      answers.push([`${name} ${JSON.stringify(args).slice(0, 60)}`, answer]);
    }
  }
  await expectUnharmed(answers);
  expect(await everythingStored(admin.server.db)).toBe(before);
});
