import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Account } from "@/server/auth/account";
import { type Accounts, createAccounts } from "@/server/auth/accounts";
import { type Auth, createAuth } from "@/server/auth/auth";
import type { SetCookie } from "@/server/auth/browser-cookies";
import { identities, installation, users } from "@/server/db/schema/accounts";
import {
  type IdentityProvider,
  type ProviderPerson,
  startIdentityProvider,
} from "@/server/testing/identity-provider";
import {
  CALLBACK,
  comeBack,
  createJar,
  headers,
  type Intent,
  journey,
  PUBLIC_URL,
  setOut,
  throughProvider,
  whoIs,
} from "@/server/testing/oidc-browser";
import { databaseForFile } from "@/server/testing/test-database";

const SECRET = "k9Vt2LxQ7mBz4RcY8sWd1HpN6gJf3TaE";
const ada = { name: "Ada", email: "ada@example.org", password: "ein langer Satz", language: "de" };

const people: Record<string, ProviderPerson> = {
  ben: { name: "Ben Okafor", email: "ben@example.org", email_verified: true },
  /** Claims the admin's address, and the provider even vouches for it. */
  mallory: { name: "Mallory", email: ada.email, email_verified: true },
  /** Claims somebody's address without anybody vouching for it. */
  eve: { name: "Eve", email: "eve@example.org", email_verified: false },
};

const at = databaseForFile();
let accounts: Accounts;
let provider: IdentityProvider;

beforeAll(async () => {
  // What the boot sets with PUBLIC_URL.
  process.env.NEXTAUTH_URL = PUBLIC_URL;
  provider = await startIdentityProvider(CALLBACK, people);
});

afterAll(async () => {
  delete process.env.NEXTAUTH_URL;
  await provider.close();
});

beforeEach(() => {
  accounts = createAccounts(at.connection.db);
});

afterEach(async () => {
  await at.connection.db.delete(users);
  await at.connection.db.delete(installation);
});

/** Our side, told that this provider is the organisation's. */
function authWith({ issuer, clientId, clientSecret }: IdentityProvider): Auth {
  return createAuth({
    ...{ db: at.connection.db, accounts, secret: SECRET, publicUrl: PUBLIC_URL },
    oidc: { issuer, clientId, clientSecret, label: "Example" },
  });
}

const as = (login: string) => (url: string) => throughProvider(url, login);

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
    expect(elsewhere.header()).not.toContain("aufwind-journey");
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
    expect(await at.connection.db.select().from(identities)).toHaveLength(0);
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
    expect(await at.connection.db.select().from(identities)).toHaveLength(0);
    const ben = createJar();
    await journey(auth, ben, invite(await invitation(userId)), as("ben"));
    const before = await at.connection.db.select().from(identities);
    await journey(auth, ben, { kind: "link", signInId }, as("mallory"));
    expect(await at.connection.db.select().from(identities)).toEqual(before);
  });
});

describe("a browser with several journeys", () => {
  async function known() {
    const { userId } = await admin();
    const auth = authWith(provider);
    await journey(auth, createJar(), invite(await invitation(userId)), as("ben"));
    return { auth, jar: createJar() };
  }

  it("finishes two of two tabs in either order", async () => {
    const { auth, jar } = await known();
    const first = await setOut(auth, jar, { kind: "signIn" }).then(as("ben"));
    const second = await setOut(auth, jar, { kind: "signIn" }).then(as("ben"));
    expect(await comeBack(auth, jar, second)).toBe("/sessions");
    expect(await comeBack(auth, jar, first)).toBe("/sessions");
    // One browser is one sign-in, also then.
    const { userId } = (await whoIs(auth, jar)) ?? { userId: "" };
    expect((await auth.signIns.listOf(userId)).length).toBe(2);
  });

  it("goes on with one while an answer to none of them comes by", async () => {
    const { auth, jar } = await known();
    const answer = await setOut(auth, jar, { kind: "signIn" }).then(as("ben"));
    const foreign = new URL(`${CALLBACK}?code=x&state=of-nobody`);
    expect(await comeBack(auth, jar, foreign)).toBe("/sign-in?problem=provider");
    expect(await comeBack(auth, jar, answer)).toBe("/sessions");
  });

  it("keeps the latest ones, in room for no more", async () => {
    const { auth, jar } = await known();
    const answers: URL[] = [];
    for (let tab = 0; tab < 5; tab += 1) {
      answers.push(await setOut(auth, jar, { kind: "signIn" }).then(as("ben")));
    }
    // Node refuses a request with headers of more than 16 kB.
    expect(jar.header().length).toBeLessThan(8_000);
    const [oldest, , ...latest] = answers;
    if (!oldest) throw new Error("nobody set out");
    expect(await comeBack(auth, jar, oldest)).toBe("/sign-in?problem=provider");
    for (const answer of latest) expect(await comeBack(auth, jar, answer)).toBe("/sessions");
    expect(jar.header()).not.toContain("aufwind-journey");
  });

  it("loses nothing by a look of somebody else, who has its address and no cookies", async () => {
    const { auth, jar } = await known();
    const answer = await setOut(auth, jar, { kind: "signIn" }).then(as("ben"));
    for (let looks = 0; looks < 2; looks += 1) {
      expect(await comeBack(auth, createJar(), answer)).toBe("/sign-in?problem=provider");
    }
    expect(await comeBack(auth, jar, answer)).toBe("/sessions");
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
    const forged = { name: "aufwind-journey-0", value: "eyJhbGciOiJkaXIifQ..a.b.c" } as SetCookie;
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
    const purpose = /aufwind-journey-0=([^;]+)/.exec(invited.header())?.[1] ?? "";
    jar.keep([{ name: "aufwind-journey-0", value: purpose } as SetCookie]);
    expect(await comeBack(auth, jar, answer)).toMatch(/\?problem=provider$/);
    expect(await accounts.people()).toHaveLength(1);
  });

  it("leads to no other site, whatever was asked for", async () => {
    const { userId } = await admin();
    const auth = authWith(provider);
    await journey(auth, createJar(), invite(await invitation(userId)), as("ben"));
    for (const next of ["https://evil.example/", `${PUBLIC_URL}//evil.example`, "//evil.example"]) {
      const jar = createJar();
      const answer = await setOut(auth, jar, { kind: "signIn" }, next).then(as("ben"));
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
    expect(await authWith(away).oidc?.start({ kind: "signIn" }, "/sessions", headers)).toBeNull();
  });
});
