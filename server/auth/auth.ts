import { setTimeout as sleep } from "node:timers/promises";
import type { Account, Accounts } from "@/server/auth/accounts";
import { type Attempts, createAttempts, type From } from "@/server/auth/attempts";
import { credentials } from "@/server/auth/details";
import { LineFullError } from "@/server/auth/fair-line";
import { createJourneys } from "@/server/auth/journeys";
import { createKnownBrowsers, KNOWN_SECONDS } from "@/server/auth/known-browsers";
import { createLinks } from "@/server/auth/links";
import { authOptions, CREDENTIALS, type RequestHeaders, SignInBusy } from "@/server/auth/next-auth";
import {
  type CredentialsAnswer,
  callCallback,
  callCredentials,
  callSignIn,
} from "@/server/auth/next-auth-calls";
import {
  cookieNames,
  cookieOptions,
  cookiesOf,
  OIDC_SECONDS,
  type SignInCookie,
  signInCookie,
  signInIdOf,
} from "@/server/auth/next-auth-cookies";
import { admit, type OidcIntent, problemPath } from "@/server/auth/oidc";
import { createSignIns, type Facilitator, type SignIns } from "@/server/auth/sign-ins";
import type { Db } from "@/server/db/client";
import type { OidcSettings } from "@/server/env-services";

/** A request of Node, or the bare cookie header that pages have. */
type WithCookie = { headers: { cookie?: string | undefined } } | string | null | undefined;

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
  /** Whether this is the account's password, at the pace that guessing is allowed here. */
  checkPassword(entered: { email: string; password: string }, from: From): Promise<Checked>;
  /** The organisation's own sign-in; null where there is none. */
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

/** An account where the password was right, else why it opens nothing. */
export type Checked = { ok: true; account: Account } | { ok: false; reason: SignInRefusal };
export type SignInRefusal = "wrong" | "busy";

/** The value of the sign-in's cookie and the cookie by which this browser is known later on. */
export type SignInAnswer =
  | { ok: true; cookieValue: string; browser: SetCookie }
  | { ok: false; reason: SignInRefusal };

/** A cookie to set, with the attributes of all of ours. */
export interface SetCookie {
  name: string;
  value: string;
  options: ReturnType<typeof cookieOptions> & { maxAge: number };
}

export interface OidcSignIn {
  /** What the button calls it. */
  label: string;
  /** Part of the key by which its people are known. */
  issuer: string;
  /** Where to send the browser, and with which cookies; null when the provider doesn't answer. */
  start(
    intent: OidcIntent,
    next: string,
    headers: RequestHeaders,
  ): Promise<{ url: string; cookies: SetCookie[] } | null>;
  /** The provider's answer: where to go on, and with which cookies. */
  finish(request: {
    headers: RequestHeaders;
    query: Record<string, string>;
  }): Promise<{ path: string; cookies: SetCookie[] }>;
}

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
  const { db, accounts, secret, oidc = null } = parts;
  const secure = parts.publicUrl?.startsWith("https:") ?? false;
  const signIns = createSignIns(db);
  const knownBrowsers = createKnownBrowsers(db);
  const links = createLinks(db);
  const attempts = parts.attempts ?? createAttempts();
  const onError = parts.onError ?? (() => {});

  async function checkPassword(
    { email, password }: { email: string; password: string },
    from: From,
  ): Promise<Checked> {
    const attempt = attempts.begin(from, email);
    if (!attempt) return { ok: false, reason: "busy" };
    if (attempt.waitMs > 0) await sleep(attempt.waitMs);
    try {
      const account = await accounts.verify(email, password, attempt.lane);
      if (!account) return { ok: false, reason: "wrong" };
      attempts.succeeded(from, email);
      return { ok: true, account };
    } catch (error) {
      // next-auth would put the message of any other error, with its values, into an address.
      if (!(error instanceof LineFullError)) onError("SIGN_IN_FAILED");
      return { ok: false, reason: "busy" };
    }
  }

  async function authorize(entered: unknown, headers: RequestHeaders): Promise<Account | null> {
    const parsed = credentials.safeParse(entered);
    if (!parsed.success) return null;
    const browser = await knownBrowsers.find(browserTokenOf(headers), parsed.data.email);
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

  const options = (request?: {
    intent: OidcIntent;
    signInId: string | null;
    headers: RequestHeaders;
  }) =>
    authOptions({
      secret,
      secure,
      signIns,
      oidc,
      authorize,
      authorizeLink,
      userAgent: request?.headers["user-agent"] ?? "",
      async admit(recognised) {
        if (!request) return { goTo: problemPath(null, "provider") };
        try {
          return await admit(
            { db, accounts, signIns },
            request.intent,
            recognised,
            request.signInId,
          );
        } catch {
          onError("OIDC_FAILED");
          return { goTo: problemPath(request.intent, "busy") };
        }
      },
      onError,
    });

  const idOf = (request: WithCookie) =>
    signInIdOf(typeof request === "string" ? request : request?.headers.cookie, secret, secure);

  const names = cookieNames(secure);
  const setCookie = (name: string, value: string, maxAge: number): SetCookie => ({
    name,
    value,
    options: { ...cookieOptions(secure), maxAge },
  });

  const browserTokenOf = (headers: RequestHeaders): string | undefined =>
    cookiesOf(headers.cookie)[names.browser];

  /** From now on this browser is known to the account that it has just signed in to. */
  async function rememberBrowser(cookieValue: string, headers: RequestHeaders): Promise<SetCookie> {
    const id = await idOf(`${names.signIn}=${cookieValue}`);
    const who = id && (await signIns.check(id));
    if (!who) throw new Error("A sign-in that was just made is gone");
    const token = await knownBrowsers.remember(browserTokenOf(headers), who.userId);
    return setCookie(names.browser, token, KNOWN_SECONDS);
  }

  async function withBrowser(
    answer: CredentialsAnswer,
    headers: RequestHeaders,
  ): Promise<SignInAnswer> {
    if (!answer.ok) return answer;
    return { ...answer, browser: await rememberBrowser(answer.cookieValue, headers) };
  }

  const journeys = createJourneys({ secret, secure });
  /** What next-auth makes for a journey and wants back at its end; the browser gets them sealed. */
  const travelling = [names.state, names.pkce, names.nonce, names.callbackUrl];

  const oidcSignIn: OidcSignIn | null = oidc && {
    label: oidc.label,
    issuer: oidc.issuer,
    async start(intent, next, headers) {
      await sleep(attempts.pace(addressOf(headers)));
      const found = await callSignIn(options(), next, headers);
      if (!found) return null;
      const { name, value } = await journeys.keep(cookiesOf(headers.cookie), {
        state: found.url.searchParams.get("state") ?? "",
        intent,
        cookies: Object.fromEntries(travelling.map((each) => [each, found.cookies[each] ?? ""])),
        begunAt: Date.now(),
      });
      return { url: found.url.href, cookies: [setCookie(name, value, OIDC_SECONDS)] };
    },
    async finish({ headers, query }) {
      const journey = await journeys.find(cookiesOf(headers.cookie), query.state);
      // An answer to none of this browser's journeys ends none of them.
      if (!journey) return { path: problemPath(null, "provider"), cookies: [] };
      const { intent, cookies } = journey;
      // Whatever comes of it, this one is over: a second answer finds nothing to compare with.
      const over = [setCookie(journey.cookie, "", 0)];
      const signInId = await idOf(headers.cookie);
      const request = { intent, signInId, headers };
      const { url, cookieValue } = await callCallback(options(request), {
        headers,
        cookies,
        query,
      });
      const path = ownPath(url, parts.publicUrl);
      if (path === null) return { path: problemPath(intent, "provider"), cookies: over };
      if (!cookieValue) return { path, cookies: over };
      // One browser is one sign-in: the one from before would stay in the list as a ghost.
      if (signInId) await signIns.end(signInId);
      const { name, options: attributes } = signInCookie(secure);
      const browser = await rememberBrowser(cookieValue, headers);
      return { path, cookies: [...over, setCookie(name, cookieValue, attributes.maxAge), browser] };
    },
  };

  return {
    cookie: signInCookie(secure),
    async facilitatorFromRequest(request) {
      const id = await idOf(request);
      return id ? await signIns.check(id) : null;
    },
    signIn: async (entered, headers) =>
      withBrowser(
        await callCredentials(options(), CREDENTIALS.password, entered, headers),
        headers,
      ),
    signInByLink: async (token, headers) =>
      withBrowser(await callCredentials(options(), CREDENTIALS.link, { token }, headers), headers),
    checkPassword,
    oidc: oidcSignIn,
    signIns,
    async signOut(request) {
      const id = await idOf(request);
      if (id) await signIns.end(id);
    },
    onSignedOut: signIns.onSignedOut,
    stillSignedIn: signIns.stillSignedIn,
  };
}

/** Written by our own HTTP server, whatever the client sent. */
export function addressOf(headers: RequestHeaders): string {
  return headers["x-forwarded-for"] ?? "";
}

/** next-auth's own pages are not served: an address of theirs means that something went wrong. */
function ownPath(url: string, publicUrl: string | undefined): string | null {
  const base = publicUrl ?? "http://localhost";
  if (!URL.canParse(url, base)) return null;
  const { origin, pathname, search } = new URL(url, base);
  // A path that begins with two slashes would name another host.
  if (origin !== new URL(base).origin || /^\/(\/|api\/)/.test(pathname)) return null;
  return `${pathname}${search}`;
}
