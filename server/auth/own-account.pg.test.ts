import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Account, type Accounts, createAccounts } from "@/server/auth/accounts";
import { type Auth, createAuth } from "@/server/auth/auth";
import { createLeaving, type Leaving } from "@/server/auth/leaving";
import { createLinks, type Links } from "@/server/auth/links";
import { createMailedLinks, type MailedLinks } from "@/server/auth/mailed-links";
import { createOwnAccount, type OwnAccount } from "@/server/auth/own-account";
import { createPasswords } from "@/server/auth/passwords";
import { connect, type DbConnection } from "@/server/db/client";
import { accountLinks, identities, installation, users } from "@/server/db/schema/accounts";
import { createNetwork } from "@/server/lan";
import { createMail, type Mail } from "@/server/mail/mail";
import { createSessions } from "@/server/sessions";
import { type MailServer, startMailServer, textOf } from "@/server/testing/mail-server";
import { createTestDatabase, type TestDatabase } from "@/server/testing/test-database";

const SECRET = "k9Vt2LxQ7mBz4RcY8sWd1HpN6gJf3TaE";
const PUBLIC_URL = "https://aufwind.example.org";
const ada = { name: "Ada", email: "ada@example.org", password: "ein langer Satz", language: "de" };
const ben = { name: "Ben", email: "ben@example.org", password: "a long sentence", language: "en" };
const ADDRESS = "192.168.1.20";
const headers = {
  "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0",
  "x-forwarded-for": ADDRESS,
};

let database: TestDatabase;
let connection: DbConnection;
let smtp: MailServer;
let mail: Mail;
let accounts: Accounts;
let auth: Auth;
let links: Links;
let mailed: MailedLinks;
let leaving: Leaving;
let own: OwnAccount;
let sessionsDeleted: string[];

beforeAll(async () => {
  database = await createTestDatabase();
  connection = connect(database.url);
  smtp = await startMailServer();
  mail = createMail({ url: smtp.url, from: "Aufwind <aufwind@example.org>" });
  process.env.NEXTAUTH_URL = PUBLIC_URL;
});

afterAll(async () => {
  delete process.env.NEXTAUTH_URL;
  mail.close();
  await smtp.close();
  await connection.close();
  await database.drop();
});

const OIDC = { issuer: "https://id.example", clientId: "a", clientSecret: "b", label: "Example" };

function build(withMail: boolean): OwnAccount {
  const { db } = connection;
  const passwords = createPasswords();
  accounts = createAccounts(db, passwords);
  auth = createAuth({ db, accounts, secret: SECRET, publicUrl: PUBLIC_URL, oidc: OIDC });
  links = createLinks(db);
  mailed = createMailedLinks({
    ...{ db, links, mail, publicUrl: PUBLIC_URL },
    onError: (error) => expect(error).toBeUndefined(),
  });
  leaving = createLeaving({
    db,
    signIns: auth.signIns,
    async onSessionsDeleted(ids) {
      sessionsDeleted.push(...ids);
    },
  });
  return createOwnAccount({
    ...{ db, passwords, auth, links, leaving, mailed: withMail ? mailed : null },
  });
}

beforeEach(() => {
  sessionsDeleted = [];
  smtp.received.length = 0;
  own = build(true);
});

afterEach(async () => {
  await mailed.settled();
  await connection.db.delete(users);
  await connection.db.delete(installation);
});

const tokenIn = (path: string) => path.split("/").at(-1) ?? "";

async function admin(): Promise<Account> {
  const made = await accounts.createFirstAccount(tokenIn((await accounts.setupLink()) ?? ""), ada);
  if (!made.ok) throw new Error("the first account was refused");
  return made.account;
}

async function facilitator(createdBy: string, details = ben): Promise<Account> {
  const invited = await accounts.invite(createdBy, { email: details.email });
  const token = tokenIn(invited.ok ? invited.path : "");
  const made = await accounts.acceptInvitation(token, details);
  if (!made.ok) throw new Error("the invitation was refused");
  return made.account;
}

async function signIn(details: { email: string; password: string }): Promise<string> {
  const answer = await auth.signIn(details, headers);
  if (!answer.ok) throw new Error(`refused: ${answer.reason}`);
  return `${auth.cookie.name}=${answer.cookieValue}`;
}

async function whoIs(cookie: string) {
  const found = await auth.facilitatorFromRequest(cookie);
  if (!found) throw new Error("nobody is signed in");
  return found;
}

/** The one link in a letter. */
function linkIn(text: string): string {
  const found = text.match(/https:\/\/aufwind\.example\.org\/link\/[\w-]+/g) ?? [];
  expect(found).toHaveLength(1);
  return tokenIn(found[0] ?? "");
}

async function lettersAfter(work: () => void) {
  const before = smtp.received.length;
  work();
  await mailed.settled();
  return smtp.received.slice(before);
}

describe("a link to sign in", () => {
  it("comes by e-mail in the account's language, and works once", async () => {
    const { userId } = await admin();
    await facilitator(userId);
    const [letter] = await lettersAfter(() => mailed.request("signIn", " BEN@example.org "));
    if (!letter) throw new Error("no letter came");
    expect(letter).toMatchObject({ from: "aufwind@example.org", to: ben.email });
    expect(textOf(letter)).toContain("Hello Ben,");
    const token = linkIn(textOf(letter));
    // A mail scanner opens it, again and again.
    for (let i = 0; i < 3; i += 1) {
      expect(await own.openLink(token)).toMatchObject({ purpose: "signIn", email: ben.email });
    }
    const answer = await auth.signInByLink(token, headers);
    if (!answer.ok) throw new Error(`refused: ${answer.reason}`);
    const cookie = `${auth.cookie.name}=${answer.cookieValue}`;
    expect(await whoIs(cookie)).toMatchObject({ name: "Ben", role: "facilitator" });
    expect(await auth.signInByLink(token, headers)).toEqual({ ok: false, reason: "wrong" });
    expect(await own.openLink(token)).toBeNull();
  });

  it("goes to nobody without an account, and the answer is the same and at once", async () => {
    await admin();
    // Both return before anything was looked up, so there is nothing to be told apart.
    expect(mailed.request("signIn", "nobody@example.org")).toBe(
      mailed.request("signIn", ada.email),
    );
    await mailed.settled();
    expect(smtp.received.map(({ to }) => to)).toEqual([ada.email]);
  });

  it("floods nobody, and what has come still works", async () => {
    await admin();
    const letters = await lettersAfter(() => {
      for (let i = 0; i < 20; i += 1) mailed.request("signIn", ada.email);
    });
    expect(letters).toHaveLength(5);
    const [first] = letters;
    const token = linkIn(first ? textOf(first) : "");
    expect((await auth.signInByLink(token, headers)).ok).toBe(true);
    // One of them was enough: the others are worth nothing any more.
    expect(await connection.db.select().from(accountLinks)).toHaveLength(0);
  });

  it("opens one sign-in for everybody who presses at the same moment", async () => {
    const { userId } = await admin();
    const tokens = await Promise.all(
      [1, 2, 3].map(async () => tokenIn(await links.make(userId, "signIn"))),
    );
    const answers = await Promise.all(
      [...tokens, ...tokens].map((token) => auth.signInByLink(token, headers)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("runs out, is stored as a hash only, and is good for nothing else", async () => {
    const { userId } = await admin();
    const token = tokenIn(await links.make(userId, "signIn"));
    const [row] = await connection.db.select().from(accountLinks);
    expect(JSON.stringify(row)).not.toContain(token);
    expect(await own.resetPassword(token, "ein neuer Satz hier")).toBeNull();
    expect(await own.confirmEmail(token)).toBe("link");
    const late = sql`now() - interval '1 second'`;
    await connection.db.update(accountLinks).set({ expiresAt: late });
    expect(await own.openLink(token)).toBeNull();
    expect(await auth.signInByLink(token, headers)).toEqual({ ok: false, reason: "wrong" });
  });
});

describe("a new password", () => {
  it("by link ends every sign-in and leaves the link open while it is refused", async () => {
    const { userId } = await admin();
    const cookie = await signIn(ada);
    const [letter] = await lettersAfter(() => mailed.request("reset", ada.email));
    const token = linkIn(letter ? textOf(letter) : "");
    expect(await own.resetPassword(token, "kurz")).toEqual({
      ok: false,
      fields: { password: "tooShort" },
    });
    expect(await own.resetPassword(token, "ein ganz neuer Satz")).toEqual({
      ok: true,
      email: ada.email,
    });
    expect(await auth.facilitatorFromRequest(cookie)).toBeNull();
    expect((await auth.signIn(ada, headers)).ok).toBe(false);
    await signIn({ email: ada.email, password: "ein ganz neuer Satz" });
    expect(await own.resetPassword(token, "noch ein neuer Satz")).toBeNull();
    expect(await auth.signIns.listOf(userId)).toHaveLength(1);
  });

  it("on the account page asks for the current one and ends all other sign-ins", async () => {
    await admin();
    const here = await signIn(ada);
    const elsewhere = await signIn(ada);
    const me = await whoIs(here);
    const other = await whoIs(elsewhere);
    const ended: string[] = [];
    auth.onSignedOut((id) => ended.push(id));
    const wrong = { me, entered: "ein falscher Satz", address: ADDRESS };
    const next = "ein ganz neuer Satz";
    expect(await own.changePassword(wrong, next)).toEqual({ ok: false, reason: "wrong" });
    expect(ended).toEqual([]);
    const right = { ...wrong, entered: ada.password };
    expect(await own.changePassword(right, next)).toEqual({ ok: true });
    // What sockets listen to.
    expect(ended).toEqual([other.signInId]);
    expect(await auth.facilitatorFromRequest(elsewhere)).toBeNull();
    expect(await auth.facilitatorFromRequest(here)).toEqual(me);
  });

  it("can't be guessed at on the account page faster than at the sign-in", async () => {
    await admin();
    const me = await whoIs(await signIn(ada));
    for (let i = 0; i < 10; i += 1) {
      const proof = { me, entered: `guess ${i}`, address: ADDRESS };
      expect(await own.leave(proof)).toEqual({ ok: false, reason: "wrong" });
    }
    const proof = { me, entered: ada.password, address: ADDRESS };
    expect(await own.leave(proof)).toEqual({ ok: false, reason: "wait" });
    expect(await auth.signIn(ada, headers)).toEqual({ ok: false, reason: "wait" });
  });
});

describe("another address", () => {
  it("counts once the letter to it was answered", async () => {
    const { userId } = await admin();
    const me = await whoIs(await signIn(ada));
    const proof = { me, entered: ada.password, address: ADDRESS };
    const next = "ada.demir@example.org";
    expect(await own.changeEmail(proof, next)).toEqual({ ok: true, sent: true });
    await mailed.settled();
    expect((await own.profile(userId)).email).toBe(ada.email);
    const [letter] = smtp.received;
    expect(letter?.to).toBe(next);
    expect(await own.confirmEmail(linkIn(letter ? textOf(letter) : ""))).toBe("done");
    expect((await own.profile(userId)).email).toBe(next);
  });

  it("that is somebody's is neither told nor written to", async () => {
    const { userId } = await admin();
    await facilitator(userId);
    const me = await whoIs(await signIn(ada));
    const proof = { me, entered: ada.password, address: ADDRESS };
    expect(await own.changeEmail(proof, ben.email)).toEqual({ ok: true, sent: true });
    await mailed.settled();
    expect(smtp.received).toHaveLength(0);
    // Taken only after the letter went out: the account keeps what it has.
    const token = tokenIn(await links.make(userId, "email", { email: ben.email }));
    expect(await own.confirmEmail(token)).toBe("taken");
    expect((await own.profile(userId)).email).toBe(ada.email);
  });

  it("counts at once where no letters can be sent", async () => {
    own = build(false);
    const { userId } = await admin();
    const me = await whoIs(await signIn(ada));
    const wrong = { me, entered: "ein falscher Satz", address: ADDRESS };
    expect(await own.changeEmail(wrong, "x@example.org")).toEqual({ ok: false, reason: "wrong" });
    const right = { ...wrong, entered: ada.password };
    expect(await own.changeEmail(right, "no address")).toMatchObject({ ok: false });
    expect(await own.changeEmail(right, "x@example.org")).toEqual({ ok: true });
    expect((await own.profile(userId)).email).toBe("x@example.org");
  });
});

describe("the organisation's sign-in", () => {
  it("is unlinked, except where it is the only way in", async () => {
    const { userId } = await admin();
    const { userId: other } = await facilitator(userId);
    const { issuer } = OIDC;
    await connection.db.insert(identities).values([
      { issuer, subject: "ada", userId },
      { issuer, subject: "ben", userId: other },
    ]);
    await connection.db.update(users).set({ passwordHash: null }).where(eq(users.id, other));
    expect(await own.unlink(other)).toBe(false);
    expect((await own.profile(other)).linkedAt).not.toBeNull();
    expect(await own.unlink(userId)).toBe(true);
    expect((await own.profile(userId)).linkedAt).toBeNull();
    expect((await own.profile(other)).linkedAt).not.toBeNull();
  });
});

describe("signed-in devices", () => {
  it("are listed with two words, and ended one by one or all but this one", async () => {
    const { userId } = await admin();
    const other = await facilitator(userId);
    const [here, second, third] = [await signIn(ada), await signIn(ada), await signIn(ada)];
    const bens = await signIn(ben);
    const devices = await auth.signIns.listOf(userId);
    expect(devices.map(({ device }) => device)).toEqual(Array(3).fill("Firefox · Linux"));
    await auth.signIns.endOwn(userId, (await whoIs(second)).signInId);
    expect(await auth.facilitatorFromRequest(second)).toBeNull();
    // Nobody ends the sign-ins of others.
    await auth.signIns.endOwn(userId, (await whoIs(bens)).signInId);
    await auth.signIns.endAll(userId, (await whoIs(here)).signInId);
    expect(await auth.facilitatorFromRequest(third)).toBeNull();
    expect((await whoIs(here)).userId).toBe(userId);
    expect((await whoIs(bens)).userId).toBe(other.userId);
  });
});

describe("leaving", () => {
  const open = (userId: string) => {
    const network = createNetwork({ publicUrl: PUBLIC_URL, allowedHosts: [] }, () => 0);
    const sessions = createSessions({ db: connection.db, network });
    const [template] = sessions.templates;
    if (!template) throw new Error("there is no template");
    return sessions.open({ userId, templateId: template.id, address: "du", language: "de" });
  };

  /** How many rows each table holds. */
  async function rows(): Promise<Record<string, number>> {
    const { rows: tables } = await connection.db.execute<{ name: string }>(
      sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
    );
    const found: Record<string, number> = {};
    for (const { name } of tables) {
      const counted = await connection.db.execute<{ n: number }>(
        sql`select count(*)::int as n from ${sql.identifier(name)}`,
      );
      found[name] = counted.rows[0]?.n ?? 0;
    }
    return found;
  }

  it("takes the account and everything of it along, and nothing of others", async () => {
    const { userId } = await admin();
    await open(userId);
    await signIn(ada);
    const before = await rows();
    const leaver = await facilitator(userId);
    const { id } = await open(leaver.userId);
    const issuer = "https://accounts.example";
    await connection.db.insert(identities).values({ issuer, subject: "b", userId: leaver.userId });
    await links.make(leaver.userId, "reset");
    await accounts.invite(leaver.userId);
    await accounts.invite(userId, { email: ben.email });
    const cookie = await signIn(ben);
    const me = await whoIs(cookie);
    expect(await own.profile(leaver.userId)).toMatchObject({ sessions: 1, hasPassword: true });
    expect(await rows()).not.toEqual(before);

    const wrong = { me, entered: "not the sentence", address: ADDRESS };
    expect(await own.leave(wrong)).toEqual({ ok: false, reason: "wrong" });
    expect(await own.leave({ ...wrong, entered: ben.password })).toEqual({ ok: true });
    expect(sessionsDeleted).toEqual([id]);
    expect(await auth.facilitatorFromRequest(cookie)).toBeNull();
    // The used invitation is the admin's own record; it names nobody.
    expect(await rows()).toEqual({ ...before, invitations: (before.invitations ?? 0) + 1 });
    const text = JSON.stringify(await connection.db.execute(sql`select * from invitations`));
    expect(text).not.toContain(ben.email);
  });

  it("asks an account without a password for its address", async () => {
    const { userId } = await admin();
    const { userId: id } = await facilitator(userId);
    await connection.db.update(users).set({ passwordHash: null }).where(eq(users.id, id));
    const me = { userId: id, signInId: "00000000-0000-0000-0000-000000000000" };
    const proof = { me, entered: ada.email, address: ADDRESS };
    expect(await own.leave(proof)).toEqual({ ok: false, reason: "wrong" });
    expect(await own.leave({ ...proof, entered: " BEN@example.org" })).toEqual({ ok: true });
  });

  it("is not for the last admin beside others, until somebody takes over", async () => {
    const { userId } = await admin();
    const { userId: next } = await facilitator(userId);
    const me = await whoIs(await signIn(ada));
    const proof = { me, entered: ada.password, address: ADDRESS };
    expect(await own.leave(proof)).toEqual({ ok: false, reason: "lastAdmin" });
    expect(await leaving.remove(userId)).toBe(false);
    expect(await leaving.setRole(userId, "facilitator")).toBe(false);
    expect(await leaving.setRole(next, "admin")).toBe(true);
    expect(await own.leave(proof)).toEqual({ ok: true });
    expect(await accounts.people()).toMatchObject([{ userId: next, role: "admin" }]);
  });

  it("leaves one admin, also when two step back in the same moment", async () => {
    const { userId } = await admin();
    const { userId: second } = await facilitator(userId);
    await facilitator(userId, { ...ben, email: "cem@example.org" });
    for (let i = 0; i < 10; i += 1) {
      await leaving.setRole(userId, "admin");
      await leaving.setRole(second, "admin");
      await Promise.all([
        leaving.setRole(userId, "facilitator"),
        leaving.setRole(second, "facilitator"),
      ]);
      const admins = (await accounts.people()).filter(({ role }) => role === "admin");
      expect(admins).toHaveLength(1);
    }
  });

  it("of the only account makes room for a first one again", async () => {
    await admin();
    const me = await whoIs(await signIn(ada));
    expect(await own.leave({ me, entered: ada.password, address: ADDRESS })).toEqual({ ok: true });
    expect(await accounts.setupLink()).not.toBeNull();
  });
});
