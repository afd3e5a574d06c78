import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Account } from "@/server/auth/account";
import { type Accounts, createAccounts } from "@/server/auth/accounts";
import { type Auth, createAuth } from "@/server/auth/auth";
import { createKnownBrowsers } from "@/server/auth/known-browsers";
import { createPasswords, type Passwords } from "@/server/auth/passwords";
import {
  installation,
  invitations,
  knownBrowsers,
  signIns,
  users,
} from "@/server/db/schema/accounts";
import { databaseForFile } from "@/server/testing/test-database";

const SECRET = "k9Vt2LxQ7mBz4RcY8sWd1HpN6gJf3TaE";
const details = {
  name: "Ada Demir",
  email: "Ada@Example.org",
  password: "ein langer Satz",
  language: "de",
};
const laptop = {
  host: "localhost:3000",
  "x-forwarded-host": "localhost:3000",
  "x-forwarded-proto": "http",
  "x-forwarded-for": "192.168.1.20",
  "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0",
};

const at = databaseForFile();
let accounts: Accounts;
let auth: Auth;
let checked: (string | null)[];

beforeAll(async () => {
  // What the boot sets in LAN mode.
  process.env.AUTH_TRUST_HOST = "true";
});

afterAll(async () => {
  delete process.env.AUTH_TRUST_HOST;
});

beforeEach(() => {
  checked = [];
  const real = createPasswords();
  const passwords: Passwords = {
    hash: real.hash,
    matches: (password, hashed, lane) => {
      checked.push(hashed);
      return real.matches(password, hashed, lane);
    },
  };
  accounts = createAccounts(at.connection.db, passwords);
  auth = createAuth({ db: at.connection.db, accounts, secret: SECRET, publicUrl: undefined });
});

afterEach(async () => {
  await at.connection.db.delete(users);
  await at.connection.db.delete(installation);
});

const tokenIn = (path: string | null) => path?.split("/").at(-1) ?? "";

async function firstAccount(): Promise<Account> {
  const made = await accounts.createFirstAccount(tokenIn(await accounts.setupLink()), details);
  if (!made.ok) throw new Error("the first account was refused");
  return made.account;
}

async function signedIn(headers: Record<string, string> = laptop): Promise<string> {
  const answer = await auth.signIn(details, headers);
  if (!answer.ok) throw new Error(`refused: ${answer.reason}`);
  return `${auth.cookie.name}=${answer.cookieValue}`;
}

describe("the set-up link", () => {
  it("makes one admin, once", async () => {
    const token = tokenIn(await accounts.setupLink());
    expect(await accounts.setupTokenWorks(token)).toBe(true);
    const made = await accounts.createFirstAccount(token, details);
    expect(made).toMatchObject({ ok: true, account: { email: "ada@example.org", role: "admin" } });
    expect(await accounts.setupTokenWorks(token)).toBe(false);
    const again = { ...details, email: "b@example.org" };
    expect(await accounts.createFirstAccount(token, again)).toEqual({ ok: false, reason: "link" });
  });

  it("makes one account for everybody who presses at the same time", async () => {
    const token = tokenIn(await accounts.setupLink());
    const answers = await Promise.all(
      ["a", "b", "c"].map((name) =>
        accounts.createFirstAccount(token, { ...details, email: `${name}@example.org` }),
      ),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await accounts.people()).toHaveLength(1);
  });

  it("is gone as soon as there is an account, also after a restart", async () => {
    await firstAccount();
    expect(await accounts.setupLink()).toBeNull();
  });

  it("is replaced at each start, and only a hash of it is stored", async () => {
    const earlier = tokenIn(await accounts.setupLink());
    const token = tokenIn(await accounts.setupLink());
    expect(Buffer.from(token, "base64url").length).toBeGreaterThanOrEqual(16);
    expect(await accounts.setupTokenWorks(earlier)).toBe(false);
    const [row] = await at.connection.db.select().from(installation);
    expect(row?.setupTokenHash).toBe(createHash("sha256").update(token).digest("hex"));
  });

  it("stays open when the details are refused, and says why for each field", async () => {
    const token = tokenIn(await accounts.setupLink());
    const input = { name: " ", email: "nobody", password: "short", language: "de" };
    expect(await accounts.createFirstAccount(token, input)).toEqual({
      ok: false,
      fields: { name: "missing", email: "invalid", password: "tooShort" },
    });
    expect(await accounts.setupTokenWorks(token)).toBe(true);
  });
});

describe("an invitation", () => {
  const guest = { ...details, name: "Ben", email: "ben@example.org" };

  it("makes one facilitator, once", async () => {
    const { userId } = await firstAccount();
    const invited = await accounts.invite(userId);
    const token = tokenIn(invited.ok ? invited.path : "");
    expect(await accounts.openInvitations()).toHaveLength(1);
    const made = await accounts.acceptInvitation(token, guest);
    expect(made).toMatchObject({ ok: true, account: { role: "facilitator" } });
    const again = { ...guest, email: "cem@example.org" };
    expect(await accounts.acceptInvitation(token, again)).toEqual({ ok: false, reason: "link" });
    expect(await accounts.openInvitations()).toHaveLength(0);
    const [row] = await at.connection.db.select().from(invitations);
    expect(row?.tokenHash).toBe(createHash("sha256").update(token).digest("hex"));
  });

  it("makes one account for everybody who presses at the same time", async () => {
    const { userId } = await firstAccount();
    const invited = await accounts.invite(userId);
    const token = tokenIn(invited.ok ? invited.path : "");
    const answers = await Promise.all(
      ["b", "c", "d"].map((name) =>
        accounts.acceptInvitation(token, { ...guest, email: `${name}@example.org` }),
      ),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });

  it("runs out, and can be revoked", async () => {
    const { userId } = await firstAccount();
    const first = await accounts.invite(userId);
    const second = await accounts.invite(userId);
    if (!first.ok || !second.ok) throw new Error("not invited");
    await at.connection.db
      .update(invitations)
      .set({ expiresAt: sql`now() - interval '1 second'` })
      .where(eq(invitations.id, first.id));
    await accounts.revokeInvitation(second.id);
    for (const { path } of [first, second]) {
      expect(await accounts.invitationFor(tokenIn(path))).toBeNull();
      const answer = await accounts.acceptInvitation(tokenIn(path), guest);
      expect(answer).toEqual({ ok: false, reason: "link" });
    }
  });

  it("bound to an address makes no account for another one", async () => {
    const { userId } = await firstAccount();
    const invited = await accounts.invite(userId, { email: "Dora@Example.org" });
    const token = tokenIn(invited.ok ? invited.path : "");
    const made = await accounts.acceptInvitation(token, guest);
    expect(made).toMatchObject({ ok: true, account: { email: "dora@example.org" } });
  });

  it("stays open when the address is taken", async () => {
    const { userId } = await firstAccount();
    const invited = await accounts.invite(userId);
    const token = tokenIn(invited.ok ? invited.path : "");
    expect(await accounts.acceptInvitation(token, details)).toEqual({
      ok: false,
      fields: { email: "taken" },
    });
    expect(await accounts.acceptInvitation(token, guest)).toMatchObject({ ok: true });
  });
});

describe("signing in", () => {
  it("works with the address in any case, and tells whose request it is", async () => {
    const { userId } = await firstAccount();
    const cookie = await signedIn();
    const expected = { userId, role: "admin", name: "Ada Demir" };
    expect(await auth.facilitatorFromRequest({ headers: { cookie } })).toMatchObject(expected);
    expect(await auth.facilitatorFromRequest(`other=1; ${cookie}`)).toMatchObject(expected);
    const [row] = await at.connection.db.select().from(signIns);
    expect(row?.userAgent).toBe("Firefox · Linux");
  });

  it("refuses a wrong password", async () => {
    await firstAccount();
    const answer = await auth.signIn({ ...details, password: "ein anderer Satz" }, laptop);
    expect(answer).toEqual({ ok: false, reason: "wrong" });
    expect(await at.connection.db.select().from(signIns)).toHaveLength(0);
  });

  it("does the same work and gives the same answer for an unknown address", async () => {
    await firstAccount();
    const wrong = await auth.signIn({ ...details, password: "ein anderer Satz" }, laptop);
    const unknown = await auth.signIn({ email: "nobody@example.org", password: "x" }, laptop);
    expect(unknown).toEqual(wrong);
    expect(checked).toEqual([expect.stringContaining("$argon2id$"), null]);
    // Without a hash the same Argon2 runs against the hash of nobody: same parameters, false.
    const lane = { name: "", isKnown: false };
    expect(await createPasswords().matches("the password of nobody", null, lane)).toBe(false);
  });

  it("believes no cookie that isn't from this installation", async () => {
    await firstAccount();
    const cookie = await signedIn();
    const other = createAuth({
      db: at.connection.db,
      accounts,
      secret: `${SECRET}-of-another`,
      publicUrl: undefined,
    });
    expect(await other.facilitatorFromRequest(cookie)).toBeNull();
    for (const junk of [undefined, "", `${auth.cookie.name}=junk`, `${cookie.slice(0, -4)}AAAA`]) {
      expect(await auth.facilitatorFromRequest(junk)).toBeNull();
    }
  });

  it("ends after thirty days, and with the account", async () => {
    await firstAccount();
    const cookie = await signedIn();
    await at.connection.db.update(signIns).set({ createdAt: sql`now() - interval '31 days'` });
    expect(await auth.facilitatorFromRequest(cookie)).toBeNull();
    const fresh = await signedIn();
    expect(await at.connection.db.select().from(signIns)).toHaveLength(1);
    await at.connection.db.delete(users);
    expect(await auth.facilitatorFromRequest(fresh)).toBeNull();
  });

  it("uses __Host- cookies over https and plain ones on a LAN", () => {
    const withUrl = (publicUrl: string | undefined) =>
      createAuth({ db: at.connection.db, accounts, secret: SECRET, publicUrl }).cookie;
    const common = { httpOnly: true, sameSite: "lax", path: "/" };
    const https = withUrl("https://aufwind.example.org");
    expect(https.name).toMatch(/^__Host-/);
    expect(https.options).toMatchObject({ ...common, secure: true });
    for (const cookie of [withUrl(undefined), withUrl("http://lan.test:3000")]) {
      expect(cookie.name).not.toContain("__");
      expect(cookie.options).toMatchObject({ ...common, secure: false });
    }
  });

  it("works over https, where no plain cookie counts", async () => {
    await firstAccount();
    const publicUrl = "https://aufwind.example.org";
    const https = createAuth({ db: at.connection.db, accounts, secret: SECRET, publicUrl });
    const answer = await https.signIn(details, { ...laptop, "x-forwarded-proto": "https" });
    const value = answer.ok ? answer.cookieValue : "";
    expect(await https.facilitatorFromRequest(`${https.cookie.name}=${value}`)).not.toBeNull();
    expect(await https.facilitatorFromRequest(`${auth.cookie.name}=${value}`)).toBeNull();
  });

  it("makes a browser known to the account, also after signing out", async () => {
    await firstAccount();
    const first = await auth.signIn(details, laptop);
    if (!first.ok) throw new Error(first.reason);
    const { name, value, options } = first.browser;
    expect(options).toMatchObject({ httpOnly: true, sameSite: "lax", path: "/" });
    expect(options.maxAge).toBe(365 * 24 * 60 * 60);
    const known = async () => await at.connection.db.select().from(knownBrowsers);
    const hash = createHash("sha256").update(value).digest("hex");
    expect((await known()).map(({ tokenHash }) => tokenHash)).toEqual([hash]);
    await auth.signOut(`${auth.cookie.name}=${first.cookieValue}`);
    // The same browser stays one, whatever else it sends along.
    const again = await auth.signIn(details, { ...laptop, cookie: `${name}=${value}` });
    expect(again).toMatchObject({ ok: true, browser: { value } });
    expect(await known()).toHaveLength(1);
    const odd = await auth.signIn(details, { ...laptop, cookie: `${name}=short` });
    expect(odd.ok && odd.browser.value).not.toBe("short");
    expect(await known()).toHaveLength(2);
    await at.connection.db.delete(users);
    expect(await known()).toEqual([]);
  });

  it("keeps the browsers that came last, and none for longer than a year", async () => {
    const { userId } = await firstAccount();
    const { db } = at.connection;
    const browsers = createKnownBrowsers(db);
    const tokens: string[] = [];
    for (let i = 0; i < 21; i += 1) tokens.push(await browsers.remember(undefined, userId));
    const find = (token: string | undefined) => browsers.find(token, "ada@example.org");
    expect(await find(tokens[0])).toBeNull();
    expect(await find(tokens[20])).not.toBeNull();
    expect(await browsers.find(tokens[20], "ben@example.org")).toBeNull();
    await db.update(knownBrowsers).set({ signedInAt: sql`now() - interval '366 days'` });
    await browsers.remember(tokens[3], userId);
    expect(await db.select().from(knownBrowsers)).toHaveLength(1);
  });
});

describe("signing out", () => {
  it("ends the sign-in for requests and sockets, and no other one", async () => {
    await firstAccount();
    const here = await signedIn();
    const elsewhere = await signedIn();
    const facilitator = await auth.facilitatorFromRequest(here);
    const other = await auth.facilitatorFromRequest(elsewhere);
    const ended: string[] = [];
    const stop = auth.onSignedOut((id) => ended.push(id));
    await auth.signOut(here);
    stop();
    await auth.signOut(elsewhere.slice(0, -4));
    expect(ended).toEqual([facilitator?.signInId]);
    expect(await auth.facilitatorFromRequest(here)).toBeNull();
    expect(await auth.facilitatorFromRequest(elsewhere)).toEqual(other);
    const ids = [facilitator?.signInId ?? "", other?.signInId ?? "", "junk"];
    expect(await auth.stillSignedIn(ids)).toEqual(new Set([other?.signInId]));
  });
});
