import { beforeAll, expect, test } from "vitest";
import { actions, builtActions, callAction, contact, keepPlan } from "@/attack/access/actions";
import { type RouteIds, routes } from "@/attack/access/routes";
import { everythingStored } from "@/attack/access/stored";
import { type Answer, ask } from "@/attack/ask";
import { hostileTexts, hostileValues } from "@/attack/input/hostile";
import { sceneForFile } from "@/attack/scene-for-file";
import { randomId } from "@/server/rooms/chance";
import { openWorkshop, signUp } from "@/server/testing/workshop";

/** What HTTP takes in: path segments, queries, bodies and the arguments of server actions. */

// Hundreds of wrong passwords: their pace is tried in server/auth.
const at = sceneForFile({ pages: true, services: true, passwordsPaced: false });
let account: Awaited<ReturnType<typeof signUp>>;
let other: Awaited<ReturnType<typeof signUp>>;
let ids: RouteIds;

beforeAll(async () => {
  const { admin } = at;
  account = await signUp(admin, "ada@example.org");
  const { id, facilitator } = await openWorkshop(admin, 0, { account });
  facilitator.close();
  other = await signUp(admin, "ben@example.org");
  const invited = await admin.server.accounts.invite(account.id);
  if (!invited.ok) throw new Error("Inviting failed");
  ids = {
    ...{ plan: await keepPlan(admin.server, account.id), preset: randomId() },
    ...{ session: id, ended: id, stageKey: randomId(), code: "7K3M9QTX" },
    ...{
      invitation: invited.path,
      link: "/link/x",
      shared: "/shared/x",
      sharedLink: randomId(),
      followUp: "/follow-up/x",
      wall: randomId(),
      person: other.id,
      device: randomId(),
    },
  };
});

/** No answer of the server's own making is a failure, and nothing went uncaught or into the log. */
async function expectUnharmed(answers: readonly (readonly [string, Answer])[]): Promise<void> {
  const failed = answers.filter(([, { status }]) => status >= 500);
  expect(failed.map(([what, { status }]) => `${what}: ${status}`)).toEqual([]);
  expect(at.target.complaints).toEqual([]);
  expect((await at.target.health()).uncaught).toEqual([]);
}

/** As they go onto the wire: encoded well, badly, and not at all. */
const segments = [
  ..."%00 a%00b %C0%80 %E0%A4%A %ff % %2 %u0000 %ED%A0%80 %2500 %25".split(" "),
  ..."..%2f..%2fetc%2fpasswd %2e%2e .. . %5c..%5c %2F ;x=1 [id]".split(" "),
  ..."__proto__ constructor toString hasOwnProperty undefined null NaN -1".split(" "),
  ..."' %22 %E2%80%AE %F0%9F%99%82".split(" "),
  ...["%3Cscript%3Ethrow 1%3C", "a".repeat(2_000), "A".repeat(32)],
];

const send = (path: string, options: Partial<Parameters<typeof ask>[1]> = {}, cookie = "") =>
  ask(at.target.url, {
    path: path.replaceAll(" ", "%20"),
    ...options,
    headers: { origin: at.target.url, ...(cookie ? { cookie } : {}), ...options.headers },
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
    for (const path of [
      ...["/sign-in?next=", "/sign-in?problem=", "/?x=", "/api/auth/callback/oidc?state="],
      `/sessions/${ids.session}/summary?language=`,
    ]) {
      answers.push([path + text, await send(path + text, {}, account.cookie)]);
    }
  }
  for (const header of "accept-language cookie next-action rsc next-router-state-tree".split(" ")) {
    for (const value of ["", "x".repeat(4_000), ..."%00 [] {} __proto__ de;q=1e999 *".split(" ")]) {
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
  const form = ["multipart/form-data", "application/x-www-form-urlencoded"];
  const types = ["application/json", "text/plain", ...form];
  for (const path of ["/api/join", "/api/auth/callback/oidc"]) {
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
  for (const path of ["/api/join", "/api/auth/callback/oidc", "/sign-in"]) {
    const length = String(10 ** 9);
    const tooLong = await send(path, { method: "POST", headers: { "content-length": length } });
    expect(tooLong.status).toBe(413);
    const chunked = { method: "POST", headers: { "transfer-encoding": "chunked" } };
    expect((await send(path, chunked)).status).toBe(411);
  }
  for (const method of ["TRACE", "PROPFIND"])
    expect((await send("/", { method })).status).toBe(405);
});

/** All fields that any form here has, each with the same text. */
function formOf(text: string): FormData {
  const data = new FormData();
  const fields = "name email password proof language address next id templateId";
  for (const name of fields.split(" ")) {
    data.set(name, text);
  }
  return data;
}

/**
 * What an action is called with: nothing, the same everywhere, and its proper arguments with one of them
 * replaced by values of every kind or by a form in which every field holds the same text.
 */
function argumentLists(name: string): unknown[][] {
  const proper = actions[name]?.args(ids) ?? [];
  const values = hostileValues.filter((value) => !Buffer.isBuffer(value));
  const replaced = (at: number, value: unknown) => proper.with(at, value);
  return [
    [],
    ...[null, ids.session, "\u0000", unspeakable].map((value) => [value, value, value]),
    ...proper.flatMap((argument, at) => [
      ...values.map((value) => replaced(at, value)),
      ...(argument instanceof FormData
        ? hostileTexts.map((text) => replaced(at, formOf(text)))
        : []),
    ]),
  ];
}

/** Becomes no text, whoever asks. */
const unspeakable = { toString: null, valueOf: null };

/** Calls on their way at a time: what waits on purpose waits together. */
const CALLS_AT_A_TIME = 12;

async function call(
  name: string,
  lists: readonly unknown[][],
  cookie: string,
): Promise<[string, Answer][]> {
  const id = builtActions().get(name) ?? "";
  const page = actions[name]?.page(ids) ?? "/";
  const answers: [string, Answer][] = [];
  for (let from = 0; from < lists.length; from += CALLS_AT_A_TIME) {
    const calls = lists.slice(from, from + CALLS_AT_A_TIME).map(async (args) => {
      const answer = await callAction(at.target.url, id, page, args, cookie);
      answers.push([`${name} ${JSON.stringify(args).slice(0, 80)}`, answer]);
    });
    await Promise.all(calls);
  }
  return answers;
}

/** What changes something of the caller's own, whatever it is told. */
const NEEDS_NOTHING = [
  "#signOut",
  "#invite",
  "#endOtherDevices",
  "#changeProfile",
  "#openSession",
  "#adaptTemplate",
];

test.each(Object.keys(actions).filter((name) => !name.endsWith("#signOut")))(
  "hostile arguments of %s",
  async (name) => {
    const lists = argumentLists(name);
    // Some actions look at their arguments only when the admin calls.
    await expectUnharmed(await call(name, lists, account.cookie));
    const before = await everythingStored(at.admin.server.db);
    await expectUnharmed(await call(name, lists, other.cookie));
    if (NEEDS_NOTHING.some((end) => name.endsWith(end))) return;
    expect(await everythingStored(at.admin.server.db)).toBe(before);
  },
);

test("numbers to call with what no database takes, or no pattern gets through, are refused or cleaned", async () => {
  const name = "app/sessions/installation/actions.ts#saveHelpContacts";
  const texts = [...hostileTexts, `${"1".repeat(200_000)}x`, `${"1 ".repeat(100)}x`];
  const lists = Object.keys(contact).flatMap((field) =>
    texts.map((text) => [[{ ...contact, [field]: text }]]),
  );
  await expectUnharmed(await call(name, lists, account.cookie));
});

test("hostile answers in the provider's name lead back to a page, signed out", async () => {
  const id = builtActions().get("app/sign-in/actions.ts#signInWithProvider") ?? "";
  let from = 0;
  for (const text of hostileTexts) {
    // From everywhere, so that nobody has to wait for another journey to the provider.
    from += 1;
    const start = await callAction(at.target.url, id, "/sign-in", [formOf("x")], "", {
      "x-forwarded-for": `10.0.0.${from}`,
    });
    const state = new URL(start.headers["x-action-redirect"] ?? "").searchParams.get("state") ?? "";
    const cookie = cookiesIn(start);
    const value = encodeURIComponentLoosely(text);
    for (const query of [
      `state=${state}&code=${value}`,
      `state=${state}&code=${value}&code=${value}&iss=${value}`,
      `state=${state}&error=${value}&error_description=${value}`,
      `state=${state}&nextauth=${value}&__proto__=${value}`,
      `state=${value}`,
    ]) {
      const answer = await send(`/api/auth/callback/oidc?${query}`, {}, cookie);
      const { status, headers } = answer;
      expect({ query, status, to: headers.location }).toEqual({
        ...{ query, status: 303, to: "/sign-in?problem=provider" },
      });
      expect(cookiesIn(answer)).not.toContain("aufwind-auth");
    }
  }
  expect((await at.target.health()).uncaught).toEqual([]);
});

/** Name and value of each cookie that an answer sets. */
function cookiesIn({ headers }: Answer): string {
  const set = headers["set-cookie"] ?? "";
  return [...set.matchAll(/(?:^|,\s*)([\w-]+=[^;,]+);/g)].map(([, pair]) => pair).join("; ");
}
