import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import type { Account } from "@/server/auth/account";
import { type Accounts, createAccounts } from "@/server/auth/accounts";
import { type Attempts, createAttempts } from "@/server/auth/attempts";
import { type Auth, createAuth } from "@/server/auth/auth";
import { createLeaving, type Leaving } from "@/server/auth/leaving";
import { createLinks, type Links } from "@/server/auth/links";
import { createMailedLinks, type MailedLinks } from "@/server/auth/mailed-links";
import { createOwnAccount, type OwnAccount } from "@/server/auth/own-account";
import { createPasswords } from "@/server/auth/passwords";
import type { DbConnection } from "@/server/db/client";
import { installation, users } from "@/server/db/schema/accounts";
import { createMail, type Mail } from "@/server/mail/mail";
import {
  type MailServer,
  type ReceivedLetter,
  startMailServer,
} from "@/server/testing/mail-server";
import { databaseForFile } from "@/server/testing/test-database";

const SECRET = "k9Vt2LxQ7mBz4RcY8sWd1HpN6gJf3TaE";
export const PUBLIC_URL = "https://aufwind.example.org";
/** The organisation's sign-in; nobody answers there. */
export const OIDC = {
  ...{ issuer: "https://id.example", clientId: "a", clientSecret: "b", label: "Example" },
};

export const ada = {
  ...{ name: "Ada", email: "ada@example.org", password: "ein langer Satz", language: "de" },
};
export const ben = {
  ...{ name: "Ben", email: "ben@example.org", password: "a long sentence", language: "en" },
};

/** What requests of these tests come with. */
export const headers = {
  "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0",
  "x-forwarded-for": "192.168.1.20",
};

export const tokenIn = (path: string): string => path.split("/").at(-1) ?? "";

/** The one link in a letter. */
export function linkIn(text: string): string {
  const found = text.match(/https:\/\/aufwind\.example\.org\/link\/[\w-]+/g) ?? [];
  expect(found).toHaveLength(1);
  return tokenIn(found[0] ?? "");
}

export interface AccountParts {
  connection: DbConnection;
  smtp: MailServer;
  accounts: Accounts;
  auth: Auth;
  /** What `auth` counts by. */
  attempts: Attempts;
  links: Links;
  mailed: MailedLinks;
  leaving: Leaving;
  own: OwnAccount;
  /** Ids of the sessions that went with accounts. */
  sessionsDeleted: string[];
}

/**
 * All that accounts are made of, on a real database and a real mail server, made anew for each test
 * of the file that calls it.
 */
export function accountParts() {
  const own = databaseForFile();
  // Filled before each test.
  const at = {} as AccountParts;
  let mail: Mail;

  /** The same once more, as where no mail server is configured. */
  function withoutMail(): void {
    at.own = assemble(null);
  }

  function assemble(mailed: MailedLinks | null): OwnAccount {
    const { db } = at.connection;
    const passwords = createPasswords();
    at.accounts = createAccounts(db, passwords);
    const { accounts } = at;
    at.attempts = createAttempts();
    at.auth = createAuth({
      ...{ db, accounts, secret: SECRET, publicUrl: PUBLIC_URL, oidc: OIDC },
      attempts: at.attempts,
    });
    at.leaving = createLeaving({
      db,
      signIns: at.auth.signIns,
      async onSessionsDeleted(ids) {
        at.sessionsDeleted.push(...ids);
      },
    });
    const { auth, links, leaving } = at;
    return createOwnAccount({ db, passwords, auth, links, leaving, mailed });
  }

  beforeAll(async () => {
    at.connection = own.connection;
    at.smtp = await startMailServer();
    mail = createMail({ url: at.smtp.url, from: "Aufwind <aufwind@example.org>" });
    process.env.NEXTAUTH_URL = PUBLIC_URL;
  });

  afterAll(async () => {
    delete process.env.NEXTAUTH_URL;
    mail.close();
    await at.smtp.close();
  });

  beforeEach(() => {
    const { db } = at.connection;
    at.sessionsDeleted = [];
    at.smtp.received.length = 0;
    at.links = createLinks(db);
    at.mailed = createMailedLinks({
      ...{ db, links: at.links, mail, publicUrl: PUBLIC_URL },
      onError: (error) => expect(error).toBeUndefined(),
    });
    at.own = assemble(at.mailed);
  });

  afterEach(async () => {
    await at.mailed.settled();
    await at.connection.db.delete(users);
    await at.connection.db.delete(installation);
  });

  return {
    at,
    withoutMail,

    /** The first account, Ada's. */
    async admin(): Promise<Account> {
      const link = await at.accounts.setupLink();
      const made = await at.accounts.createFirstAccount(tokenIn(link ?? ""), ada);
      if (!made.ok) throw new Error("the first account was refused");
      return made.account;
    },

    /** A further one, Ben's unless said otherwise. */
    async facilitator(createdBy: string, details = ben): Promise<Account> {
      const invited = await at.accounts.invite(createdBy, { email: details.email });
      const token = tokenIn(invited.ok ? invited.path : "");
      const made = await at.accounts.acceptInvitation(token, details);
      if (!made.ok) throw new Error("the invitation was refused");
      return made.account;
    },

    /** The cookie of a browser that has signed in. */
    async signIn(details: { email: string; password: string }): Promise<string> {
      const answer = await at.auth.signIn(details, headers);
      if (!answer.ok) throw new Error(`refused: ${answer.reason}`);
      return `${at.auth.cookie.name}=${answer.cookieValue}`;
    },

    async whoIs(cookie: string) {
      const found = await at.auth.facilitatorFromRequest(cookie);
      if (!found) throw new Error("nobody is signed in");
      return found;
    },

    /** What was sent because of it. */
    async lettersAfter(work: () => void): Promise<ReceivedLetter[]> {
      const before = at.smtp.received.length;
      work();
      await at.mailed.settled();
      return at.smtp.received.slice(before);
    },
  };
}
