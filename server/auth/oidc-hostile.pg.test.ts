import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAccounts } from "@/server/auth/accounts";
import { type Auth, createAuth } from "@/server/auth/auth";
import { identities, users } from "@/server/db/schema/accounts";
import { type HostileProvider, startHostileProvider } from "@/server/testing/hostile-provider";
import {
  comeBack,
  createJar,
  journey,
  PUBLIC_URL,
  setOut,
  whoIs,
} from "@/server/testing/oidc-browser";
import { databaseForFile } from "@/server/testing/test-database";

const ada = { name: "Ada", email: "ada@example.org", language: "de", role: "admin" } as const;

const at = databaseForFile();
let hostile: HostileProvider;
let auth: Auth;

beforeAll(async () => {
  hostile = await startHostileProvider();
  // What the boot sets with PUBLIC_URL.
  process.env.NEXTAUTH_URL = PUBLIC_URL;
});

afterAll(async () => {
  delete process.env.NEXTAUTH_URL;
  await hostile.close();
});

/** Ada has an account with the provider, so that only its lie can be what is refused. */
beforeEach(async () => {
  const { db } = at.connection;
  const { issuer, clientId, clientSecret } = hostile;
  auth = createAuth({
    ...{ db, accounts: createAccounts(db), publicUrl: PUBLIC_URL },
    secret: "k9Vt2LxQ7mBz4RcY8sWd1HpN6gJf3TaE",
    oidc: { issuer, clientId, clientSecret, label: "Example" },
  });
  const [row] = await db.insert(users).values(ada).returning({ userId: users.id });
  await db.insert(identities).values({ issuer, subject: "ada", userId: row?.userId ?? "" });
});

afterEach(async () => {
  await at.connection.db.delete(users);
});

describe("a hostile identity provider", () => {
  it("gets in with the truth: the control for the lies below", async () => {
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
    const jar = createJar();
    hostile.lie(lie);
    expect(await journey(auth, jar, { kind: "signIn" }, hostile.answer)).toMatch(
      /^\/sign-in\?problem=provider$/,
    );
    expect(await whoIs(auth, jar)).toBeNull();
  });

  it("can't be asked for without our challenge, and gets the verifier that belongs to it", async () => {
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
