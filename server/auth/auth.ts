import type { Account } from "@/server/auth/account";
import type { Accounts } from "@/server/auth/accounts";
import { type Attempts, createAttempts, type From } from "@/server/auth/attempts";
import {
  createBrowserCookies,
  type SetCookie,
  type WithCookie,
} from "@/server/auth/browser-cookies";
import { credentials } from "@/server/auth/details";
import { createLinks } from "@/server/auth/links";
import {
  type Admission,
  addressOf,
  authOptions,
  CREDENTIALS,
  type RequestHeaders,
  SignInBusy,
} from "@/server/auth/next-auth";
import { callCredentials } from "@/server/auth/next-auth-calls";
import { type SignInCookie, signInCookie } from "@/server/auth/next-auth-cookies";
import { admitsNobody, createOidcSignIn, type OidcSignIn } from "@/server/auth/oidc-sign-in";
import {
  createPasswordCheck,
  type PasswordCheck,
  type SignInRefusal,
} from "@/server/auth/password-check";
import { createSignIns, type Facilitator, type SignIns } from "@/server/auth/sign-ins";
import type { Db } from "@/server/db/client";
import type { OidcSettings } from "@/server/env-services";

/** Everything that knows who is signed in. next-auth is hidden behind it. */
export interface Auth {
  cookie: SignInCookie;
  /** Who this is, looked up in the database each time; null when signed out. */
  facilitatorFromRequest(request: WithCookie): Promise<Facilitator | null>;
  /** The value for `cookie`, or why not. */
  signIn(
    entered: { email: string; password: string },
    headers: RequestHeaders,
  ): Promise<SignInAnswer>;
  /** Signs in with a link that was sent by e-mail, and uses it up. */
  signInByLink(token: string, headers: RequestHeaders): Promise<SignInAnswer>;
  checkPassword: PasswordCheck;
  /** Null where the organisation has no sign-in of its own. */
  oidc: OidcSignIn | null;
  /** The browsers of one account. */
  signIns: Pick<SignIns, "listOf" | "endOwn" | "endAll">;
  /** Ends the sign-in of this request, also for its sockets. */
  signOut(request: WithCookie): Promise<void>;
  /** For sockets: called with the id of each sign-in that ends on this node. */
  onSignedOut(listener: (signInId: string) => void): () => void;
  /** For sockets of which another node may have ended the sign-in. */
  stillSignedIn(signInIds: readonly string[]): Promise<Set<string>>;
}

/** The value of the sign-in's cookie and the cookie by which this browser is known later on. */
export type SignInAnswer =
  | { ok: true; cookieValue: string; browser: SetCookie }
  | { ok: false; reason: SignInRefusal };

/** `publicUrl` decides about secure cookies: without https a browser would drop them. */
export function createAuth(parts: {
  db: Db;
  accounts: Accounts;
  secret: string;
  publicUrl: string | undefined;
  oidc?: OidcSettings | null;
  onError?: (code: string) => void;
  attempts?: Attempts;
}): Auth {
  const { db, accounts, secret, publicUrl, oidc = null, onError = () => {} } = parts;
  const { attempts = createAttempts() } = parts;
  const secure = publicUrl?.startsWith("https:") ?? false;
  const signIns = createSignIns(db);
  const links = createLinks(db);
  const cookies = createBrowserCookies({ db, signIns, secret, secure });
  const checkPassword = createPasswordCheck({ accounts, attempts, onError });

  async function authorize(entered: unknown, headers: RequestHeaders): Promise<Account | null> {
    const parsed = credentials.safeParse(entered);
    if (!parsed.success) return null;
    const browser = await cookies.knownAs(headers, parsed.data.email);
    const from: From = browser ? { browser } : { address: addressOf(headers) };
    const checked = await checkPassword(parsed.data, from);
    if (checked.ok) return checked.account;
    if (checked.reason === "wrong") return null;
    throw new SignInBusy();
  }

  async function authorizeLink(token: string): Promise<Account | null> {
    const used = await links.use(token, "signIn");
    return used && (await accounts.byId(used.userId));
  }

  const options = (admission: Admission) =>
    authOptions({ secret, secure, signIns, oidc, authorize, authorizeLink, onError, ...admission });

  async function signInWith(
    provider: (typeof CREDENTIALS)[keyof typeof CREDENTIALS],
    entered: Record<string, string>,
    headers: RequestHeaders,
  ): Promise<SignInAnswer> {
    const answer = await callCredentials(options(admitsNobody), provider, entered, headers);
    if (!answer.ok) return answer;
    return { ...answer, browser: await cookies.remember(answer.cookieValue, headers) };
  }

  return {
    cookie: signInCookie(secure),
    async facilitatorFromRequest(request) {
      const id = await cookies.signInId(request);
      return id ? await signIns.check(id) : null;
    },
    signIn: (entered, headers) => signInWith(CREDENTIALS.password, entered, headers),
    signInByLink: (token, headers) => signInWith(CREDENTIALS.link, { token }, headers),
    checkPassword,
    oidc:
      oidc &&
      createOidcSignIn({
        settings: oidc,
        address: { secret, secure, publicUrl },
        ...{ cookies, attempts, options, onError },
        admitting: { db, accounts, signIns },
      }),
    signIns,
    async signOut(request) {
      const id = await cookies.signInId(request);
      if (id) await signIns.end(id);
    },
    onSignedOut: signIns.onSignedOut,
    stillSignedIn: signIns.stillSignedIn,
  };
}
