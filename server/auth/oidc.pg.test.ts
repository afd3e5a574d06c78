import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Account, type Accounts, createAccounts } from "@/server/auth/accounts";
import { type Auth, createAuth, type SetCookie } from "@/server/auth/auth";
import { connect, type DbConnection } from "@/server/db/client";
import { identities, installation, users } from "@/server/db/schema/accounts";
import { type HostileProvider, startHostileProvider } from "@/server/testing/hostile-provider";
import {
  type IdentityProvider,
  type ProviderPerson,
  startIdentityProvider,
} from "@/server/testing/identity-provider";
import { createTestDatabase, type TestDatabase } from "@/server/testing/test-database";

const SECRET = "k9Vt2LxQ7mBz4RcY8sWd1HpN6gJf3TaE";
const PUBLIC_URL = "http://127.0.0.1:3999";
const CALLBACK = `${PUBLIC_URL}/api/auth/callback/oidc`;
const ada = { name: "Ada", email: "ada@example.org", password: "ein langer Satz", language: "de" };
const headers = { "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0" };

const people: Record<string, ProviderPerson> = {
  ben: { name: "Ben Okafor", email: "ben@example.org", email_verified: true },
  /** Claims the admin's address, and the provider even vouches for it. */
  mallory: { name: "Mallory", email: ada.email, email_verified: true },
  /** Claims somebody's address without anybody vouching for it. */
  eve: { name: "Eve", email: "eve@example.org", email_verified: false },
};

let database: TestDatabase;
let connection: DbConnection;
let accounts: Accounts;
let provider: IdentityProvider;
let hostile: HostileProvider;

beforeAll(async () => {
  database = await createTestDatabase();
  connection = connect(database.url);
  // What the boot sets with PUBLIC_URL.
  process.env.NEXTAUTH_URL = PUBLIC_URL;
  provider = await startIdentityProvider(CALLBACK, people);
  hostile = await startHostileProvider();
});

afterAll(async () => {
  delete process.env.NEXTAUTH_URL;
  await provider.close();
  await hostile.close();
  await connection.close();
  await database.drop();
});

beforeEach(() => {
  accounts = createAccounts(connection.db);
});

afterEach(async () => {
  await connection.db.delete(users);
  await connection.db.delete(installation);
});

/** Our side, told that this provider is the organisation's. */
function authWith({ issuer, clientId, clientSecret }: IdentityProvider): Auth {
  return createAuth({
    ...{ db: connection.db, accounts, secret: SECRET, publicUrl: PUBLIC_URL },
    oidc: { issuer, clientId, clientSecret, label: "Example" },
  });
}

const oidcOf = (auth: Auth) => {
  if (!auth.oidc) throw new Error("no provider is configured");
  return auth.oidc;
};

/** The cookies of one browser. */
function createJar() {
  const held = new Map<string, string>();
  const set = (name: string, value: string) => (value ? held.set(name, value) : held.delete(name));
  return {
    keep: (cookies: readonly SetCookie[]) => {
      for (const { name, value } of cookies) set(name, value);
    },
    keepFrom: (response: Response) => {
      for (const line of response.headers.getSetCookie()) {
        const [pair = ""] = line.split(";");
        const at = pair.indexOf("=");
        set(pair.slice(0, at), pair.slice(at + 1));
      }
    },
    header: () => [...held].map(([name, value]) => `${name}=${value}`).join("; "),
    has: (name: string) => held.has(name),
    copy: () => {
      const other = createJar();
      for (const [name, value] of held) other.keep([{ name, value } as SetCookie]);
      return other;
    },
  };
}
type Jar = ReturnType<typeof createJar>;

/** Goes through the provider's own pages like a person, up to the address that leads back to us. */
async function throughProvider(url: string, login: string): Promise<URL> {
  const jar = createJar();
  let next = new URL(url);
  let form: URLSearchParams | null = null;
  for (let steps = 0; steps < 20; steps += 1) {
    const response: Response = await fetch(next, {
      redirect: "manual",
      headers: { cookie: jar.header() },
      ...(form ? { method: "POST", body: form } : {}),
    });
    jar.keepFrom(response);
    const location = response.headers.get("location");
    if (location) {
      next = new URL(location, next);
      form = null;
      if (next.href.startsWith(CALLBACK)) return next;
      continue;
    }
    const page = await response.text();
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
    if (!action) throw new Error(`the provider shows no form: ${response.status} ${page}`);
    next = new URL(action, next);
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? "";
    form = new URLSearchParams({ prompt, login, password: "any" });
  }
  throw new Error("the provider never leads back");
}

type Intent = Parameters<NonNullable<Auth["oidc"]>["start"]>[0];

/** Sets out, logs in at the provider and comes back: what a browser does. */
async function journey(
  auth: Auth,
  jar: Jar,
  intent: Intent,
  back: (url: string) => Promise<URL>,
): Promise<string> {
  const answer = await setOut(auth, jar, intent).then(back);
  return await comeBack(auth, jar, answer);
}

async function setOut(auth: Auth, jar: Jar, intent: Intent): Promise<string> {
  const started = await oidcOf(auth).start(intent, "/sessions", headers);
  if (!started) throw new Error("the provider doesn't answer");
  jar.keep(started.cookies);
  return started.url;
}

async function comeBack(auth: Auth, jar: Jar, answer: URL): Promise<string> {
  const finished = await oidcOf(auth).finish({
    headers: { ...headers, cookie: jar.header() },
    query: Object.fromEntries(answer.searchParams),
  });
  jar.keep(finished.cookies);
  return finished.path;
}

const as = (login: string) => (url: string) => throughProvider(url, login);
const whoIs = (auth: Auth, jar: Jar) => auth.facilitatorFromRequest(jar.header());

async function admin(): Promise<Account> {
  const link = await accounts.setupLink();
  const made = await accounts.createFirstAccount(link?.split("/").at(-1) ?? "", ada);
  if (!made.ok) throw new Error("the first account was refused");
  return made.account;
}

async function invitation(createdBy: string, email: string | null = null): Promise<string> {
  const invited = await accounts.invite(createdBy, { email });
  if (!invited.ok) throw new Error("not invited");
  return invited.path.split("/").at(-1) ?? "";
}

const invite = (token: string): Intent => ({ kind: "invite", token, language: "en" });

describe("signing in with a real identity provider", () => {
  it("opens nothing for somebody without an invitation", async () => {
    await admin();
    const auth = authWith(provider);
    const jar = createJar();
    expect(await journey(auth, jar, { kind: "signIn" }, as("ben"))).toBe(
      "/sign-in?problem=unknown",
    );
    expect(await whoIs(auth, jar)).toBeNull();
    expect(await accounts.people()).toHaveLength(1);
  });

  it("makes an account with an invitation, and opens that one ever after", async () => {
    const { userId } = await admin();
    const auth = authWith(provider);
    const token = await invitation(userId);
    const jar = createJar();
    expect(await journey(auth, jar, invite(token), as("ben"))).toBe("/sessions");
    const made = await whoIs(auth, jar);
    expect(made).toMatchObject({ name: "Ben Okafor", role: "facilitator" });
    expect(await accounts.invitationFor(token)).toBeNull();
    const [device] = await auth.signIns.listOf(made?.userId ?? "");
    expect(device?.device).toBe("Firefox · Linux");

    const elsewhere = createJar();
    expect(await journey(auth, elsewhere, { kind: "signIn" }, as("ben"))).toBe("/sessions");
    expect((await whoIs(auth, elsewhere))?.userId).toBe(made?.userId);
    // Nothing of the journey stays in the browser.
    for (const name of ["state", "pkce", "nonce", "intent", "callback"]) {
      expect(elsewhere.has(`aufwind-${name}`)).toBe(false);
    }
    // No password opens it, not even an empty one.
    const byPassword = await auth.signIn({ email: "ben@example.org", password: "" }, headers);
    expect(byPassword).toEqual({ ok: false, reason: "wrong" });
  });

  it("takes the address of the invitation, whatever the provider says", async () => {
    const { userId } = await admin();
    const token = await invitation(userId, "eve.miller@example.org");
    const jar = createJar();
    expect(await journey(authWith(provider), jar, invite(token), as("eve"))).toBe("/sessions");
    expect((await accounts.people()).at(-1)?.email).toBe("eve.miller@example.org");
  });

  it("never joins an account because of an equal address, not even a verified one", async () => {
    const { userId } = await admin();
    const auth = authWith(provider);
    const jar = createJar();
    const signIn = await journey(auth, jar, { kind: "signIn" }, as("mallory"));
    expect(signIn).toBe("/sign-in?problem=unknown");
    const token = await invitation(userId);
    const accept = await journey(auth, jar, invite(token), as("mallory"));
    expect(accept).toBe(`/invite/${token}?problem=taken`);
    expect(await whoIs(auth, jar)).toBeNull();
    expect(await connection.db.select().from(identities)).toHaveLength(0);
    expect(await accounts.invitationFor(token)).not.toBeNull();
  });

  it("makes no account with an address that nobody vouches for", async () => {
    const { userId } = await admin();
    const token = await invitation(userId);
    const jar = createJar();
    expect(await journey(authWith(provider), jar, invite(token), as("eve"))).toBe(
      `/invite/${token}?problem=noEmail`,
    );
    expect(await accounts.people()).toHaveLength(1);
  });

  it("is linked to an account by its owner, and only to one", async () => {
    const { userId } = await admin();
    const auth = authWith(provider);
    const jar = createJar();
    const { name } = auth.cookie;
    const signedIn = await auth.signIn(ada, headers);
    jar.keep([{ name, value: signedIn.ok ? signedIn.cookieValue : "" } as SetCookie]);
    const signInId = (await whoIs(auth, jar))?.signInId ?? "";
    const link: Intent = { kind: "link", signInId };
    expect(await journey(auth, jar, link, as("mallory"))).toBe("/sessions/account");
    // Linking is not signing in again.
    expect((await whoIs(auth, jar))?.signInId).toBe(signInId);
    const elsewhere = createJar();
    await journey(auth, elsewhere, { kind: "signIn" }, as("mallory"));
    expect((await whoIs(auth, elsewhere))?.userId).toBe(userId);

    const ben = createJar();
    await journey(auth, ben, invite(await invitation(userId)), as("ben"));
    const benSignIn = (await whoIs(auth, ben))?.signInId ?? "";
    const again = await journey(auth, ben, { kind: "link", signInId: benSignIn }, as("mallory"));
    expect(again).toBe("/sessions/account?problem=taken");
  });

  it("links nothing in a browser that is signed out or somebody else's by then", async () => {
    const { userId } = await admin();
    const auth = authWith(provider);
    const signedIn = await auth.signIn(ada, headers);
    const cookie = signedIn.ok ? `${auth.cookie.name}=${signedIn.cookieValue}` : "";
    const signInId = (await auth.facilitatorFromRequest(cookie))?.signInId ?? "";
    const stranger = createJar();
    await journey(auth, stranger, { kind: "link", signInId }, as("mallory"));
    expect(await connection.db.select().from(identities)).toHaveLength(0);
    const ben = createJar();
    await journey(auth, ben, invite(await invitation(userId)), as("ben"));
    const before = await connection.db.select().from(identities);
    await journey(auth, ben, { kind: "link", signInId }, as("mallory"));
    expect(await connection.db.select().from(identities)).toEqual(before);
  });
});

describe("an answer that is no proof", () => {
  const failed = "/sign-in?problem=provider";

  it("is one that comes a second time, with the same cookies too", async () => {
    const { userId } = await admin();
    const auth = authWith(provider);
    await journey(auth, createJar(), invite(await invitation(userId)), as("ben"));
    const jar = createJar();
    const answer = await setOut(auth, jar, { kind: "signIn" }).then(as("ben"));
    const stolen = jar.copy();
    expect(await comeBack(auth, jar, answer)).toBe("/sessions");
    expect(await comeBack(auth, jar, answer)).toBe(failed);
    expect(await comeBack(auth, stolen, answer)).toBe(failed);
    expect(await whoIs(auth, stolen)).toBeNull();
  });

  it("is one for another browser, or for another journey of this one", async () => {
    const { userId } = await admin();
    const auth = authWith(provider);
    await journey(auth, createJar(), invite(await invitation(userId)), as("ben"));
    const answer = await setOut(auth, createJar(), { kind: "signIn" }).then(as("ben"));
    const other = createJar();
    expect(await comeBack(auth, other, answer)).toBe(failed);
    await setOut(auth, other, { kind: "signIn" });
    expect(await comeBack(auth, other, answer)).toBe(failed);
    expect(await whoIs(auth, other)).toBeNull();
  });

  it("is one whose purpose was forged", async () => {
    await admin();
    const auth = authWith(provider);
    const jar = createJar();
    const answer = await setOut(auth, jar, { kind: "signIn" }).then(as("ben"));
    const forged = { name: "aufwind-intent", value: "eyJhbGciOiJkaXIifQ..a.b.c" } as SetCookie;
    jar.keep([forged]);
    expect(await comeBack(auth, jar, answer)).toBe(failed);
  });

  it("is one whose purpose belongs to another journey", async () => {
    const { userId } = await admin();
    const auth = authWith(provider);
    const invited = createJar();
    await setOut(auth, invited, invite(await invitation(userId)));
    const jar = createJar();
    const answer = await setOut(auth, jar, { kind: "signIn" }).then(as("ben"));
    const purpose = /aufwind-intent=([^;]+)/.exec(invited.header())?.[1] ?? "";
    jar.keep([{ name: "aufwind-intent", value: purpose } as SetCookie]);
    expect(await comeBack(auth, jar, answer)).toMatch(/\?problem=provider$/);
    expect(await accounts.people()).toHaveLength(1);
  });

  it("leads to no other site, whatever the browser brings along", async () => {
    const { userId } = await admin();
    const auth = authWith(provider);
    await journey(auth, createJar(), invite(await invitation(userId)), as("ben"));
    for (const callback of [
      "https://evil.example/",
      `${PUBLIC_URL}//evil.example`,
      "//evil.example",
    ]) {
      const jar = createJar();
      const answer = await setOut(auth, jar, { kind: "signIn" }).then(as("ben"));
      jar.keep([{ name: "aufwind-callback", value: callback } as SetCookie]);
      expect(await comeBack(auth, jar, answer)).toMatch(/^\/(?!\/)/);
    }
  });

  it("is one in which the person declined", async () => {
    await admin();
    const auth = authWith(provider);
    const jar = createJar();
    const url = new URL(await setOut(auth, jar, { kind: "signIn" }));
    const state = url.searchParams.get("state") ?? "";
    const declined = new URL(
      `${CALLBACK}?${new URLSearchParams({ error: "access_denied", state })}`,
    );
    expect(await comeBack(auth, jar, declined)).toBe(failed);
  });

  it("leads to an honest word when the provider is away", async () => {
    const away = { ...provider, issuer: "http://127.0.0.1:9" };
    expect(await oidcOf(authWith(away)).start({ kind: "signIn" }, "/sessions", headers)).toBeNull();
  });
});

describe("a hostile identity provider", () => {
  /** Somebody who has an account with it, so that only the lie can be what is refused. */
  async function known(): Promise<Auth> {
    const { userId } = await admin();
    const { issuer } = hostile;
    await connection.db.insert(identities).values({ issuer, subject: "ada", userId });
    return authWith(hostile);
  }

  it("gets in with the truth: the control for the lies below", async () => {
    const auth = await known();
    const jar = createJar();
    hostile.lie({});
    expect(await journey(auth, jar, { kind: "signIn" }, hostile.answer)).toBe("/sessions");
    expect(await whoIs(auth, jar)).not.toBeNull();
  });

  it.each([
    ["another issuer", { claims: { iss: "https://accounts.example" } }],
    ["an audience that is somebody else", { claims: { aud: "another-client" } }],
    ["several audiences and another party", { claims: { aud: ["aufwind", "b"], azp: "b" } }],
    ["the nonce of another journey", { claims: { nonce: "of-another-journey" } }],
    ["no nonce", { claims: { nonce: undefined } }],
    ["a token that has run out", { claims: { exp: 1 } }],
    ["a token from the future", { claims: { nbf: 9_999_999_999 } }],
    ["no subject", { claims: { sub: undefined } }],
    ["no signature", { unsigned: true }],
    ["a signature by a key of its own making", { foreignKey: true }],
    ["another name in its configuration", { configuredIssuer: "https://accounts.example" }],
    ["userinfo about somebody else", { userinfo: { sub: "mallory" } }],
    ["no token at all", { noIdToken: true }],
  ])("is refused with %s", async (_, lie) => {
    const auth = await known();
    const jar = createJar();
    hostile.lie(lie);
    expect(await journey(auth, jar, { kind: "signIn" }, hostile.answer)).toMatch(
      /^\/sign-in\?problem=provider$/,
    );
    expect(await whoIs(auth, jar)).toBeNull();
  });

  it("can't be asked for without our challenge, and gets the verifier that belongs to it", async () => {
    const auth = await known();
    hostile.lie({});
    const jar = createJar();
    const url = new URL(await setOut(auth, jar, { kind: "signIn" }));
    expect(url.searchParams.get("code_challenge_method")).toBe("S256");
    expect(url.searchParams.get("nonce")).toMatch(/^[\w-]{32,}$/);
    expect(url.searchParams.get("state")).toMatch(/^[\w-]{32,}$/);
    await comeBack(auth, jar, await hostile.answer(url.href));
    expect(hostile.verifierMatches(url.searchParams.get("code_challenge") ?? "")).toBe(true);
  });
});
