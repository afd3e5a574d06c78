import type { NextApiRequest, NextApiResponse } from "next";
import nextAuth, { type AuthOptions, type CookieOption, type User } from "next-auth";
import { getToken } from "next-auth/jwt";
import credentialsProvider from "next-auth/providers/credentials";
import type { Account } from "@/server/auth/accounts";
import { SIGN_IN_DAYS, type SignIns } from "@/server/auth/sign-ins";

/** The cookie that holds the encrypted token with the id of the sign-in. */
export interface SignInCookie {
  name: string;
  options: { httpOnly: true; sameSite: "lax"; path: "/"; secure: boolean; maxAge: number };
}

/** What of a request matters here; the names of the headers are lower-case. */
export type RequestHeaders = Readonly<Record<string, string | undefined>>;

const DAY_SECONDS = 24 * 60 * 60;

/** Reasons that reach the person who signs in; everything else is "wrong". */
export class SignInRefused extends Error {
  constructor(readonly reason: "wait" | "busy") {
    super(reason);
  }
}

interface SigningIn extends User {
  userAgent: string;
}

/**
 * Over https the browser itself keeps `__Host-` cookies from other hosts and from plain http. Over
 * plain http on an address it would drop them, hence other names.
 */
function cookieNames(secure: boolean) {
  const prefix = secure ? "__Host-" : "";
  // No name may start with another one: next-auth would take it for a part of that cookie.
  return {
    signIn: `${prefix}aufwind-auth`,
    csrf: `${prefix}aufwind-csrf`,
    callbackUrl: `${prefix}aufwind-callback`,
    pkce: `${prefix}aufwind-pkce`,
    state: `${prefix}aufwind-state`,
    nonce: `${prefix}aufwind-nonce`,
  };
}

/** The cookie of a sign-in under this kind of address. */
export function signInCookie(secure: boolean): SignInCookie {
  return {
    name: cookieNames(secure).signIn,
    options: {
      httpOnly: true,
      sameSite: "lax",
      path: "/",
      secure,
      maxAge: SIGN_IN_DAYS * DAY_SECONDS,
    },
  };
}

/** Everything next-auth is told. Further providers are added to `providers`. */
export function authOptions(parts: {
  secret: string;
  secure: boolean;
  signIns: SignIns;
  /** Checks e-mail and password, or throws `SignInRefused`. */
  authorize: (entered: unknown, headers: RequestHeaders) => Promise<Account | null>;
  onError: (code: string) => void;
}): AuthOptions {
  const { secret, secure, signIns } = parts;
  const names = cookieNames(secure);
  const cookie = (name: string, maxAge?: number): CookieOption => ({
    name,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge },
  });
  const minutes = 60;
  return {
    secret,
    useSecureCookies: secure,
    session: { strategy: "jwt", maxAge: SIGN_IN_DAYS * DAY_SECONDS },
    pages: {
      signIn: "/sign-in",
      signOut: "/sign-in",
      error: "/sign-in",
      verifyRequest: "/sign-in",
    },
    cookies: {
      sessionToken: cookie(names.signIn),
      csrfToken: cookie(names.csrf),
      callbackUrl: cookie(names.callbackUrl),
      pkceCodeVerifier: cookie(names.pkce, 15 * minutes),
      state: cookie(names.state, 15 * minutes),
      nonce: cookie(names.nonce),
    },
    providers: [
      ours(credentialsProvider)({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(entered, request) {
          const headers: RequestHeaders = request.headers ?? {};
          const account = await parts.authorize(entered, headers);
          if (!account) return null;
          const user: SigningIn = { id: account.userId, userAgent: headers["user-agent"] ?? "" };
          return user;
        },
      }),
    ],
    callbacks: {
      /** At sign-in the row is made; at any later use it must still exist. */
      async jwt({ token, user, trigger }) {
        if (user && (trigger === "signIn" || trigger === "signUp")) {
          const agent =
            "userAgent" in user && typeof user.userAgent === "string" ? user.userAgent : "";
          return { sub: user.id, signInId: await signIns.start(user.id, agent) };
        }
        const facilitator = await signIns.check(String(token.signInId));
        if (!facilitator) throw new Error("signed out");
        return { sub: facilitator.userId, signInId: facilitator.signInId };
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.signInId === "string") await signIns.end(token.signInId);
      },
    },
    logger: {
      // A cookie that outlived its row or its secret is everyday life, not a fault.
      error: (code) => {
        if (code !== "JWT_SESSION_ERROR") parts.onError(code);
      },
      warn: () => {},
      debug: () => {},
    },
  };
}

/** The id in a cookie header, if next-auth's token in it is genuine and young. */
export async function signInIdOf(
  cookieHeader: string | undefined,
  secret: string,
  secure: boolean,
): Promise<string | null> {
  const { name } = signInCookie(secure);
  const value = cookiesOf(cookieHeader)[name];
  if (!value) return null;
  const request = { cookies: { [name]: value }, headers: {} };
  const token = await getToken({
    // next-auth reads nothing else of a request.
    req: request as NextApiRequest,
    secret,
    secureCookie: secure,
    cookieName: name,
  });
  return typeof token?.signInId === "string" ? token.signInId : null;
}

export type CredentialsAnswer =
  | { ok: true; cookieValue: string }
  | { ok: false; reason: "wrong" | "wait" | "busy" };

/**
 * Signs in through next-auth's own handler, for forms that work before any script has loaded. Its
 * CSRF cookie is made and returned in here; the request itself was checked for its Origin.
 */
export async function callCredentials(
  options: AuthOptions,
  entered: { email: string; password: string },
  headers: RequestHeaders,
): Promise<CredentialsAnswer> {
  const csrfName = options.cookies?.csrfToken?.name ?? "";
  const first = await call(options, { action: ["csrf"], method: "GET", headers, cookies: {} });
  const csrf = first.cookies[csrfName] ?? "";
  const answer = await call(options, {
    action: ["callback", "credentials"],
    method: "POST",
    headers,
    cookies: { [csrfName]: csrf },
    body: { ...entered, csrfToken: csrf.split("|")[0] ?? "", json: "true" },
  });
  const cookieValue = answer.cookies[options.cookies?.sessionToken?.name ?? ""];
  if (cookieValue) return { ok: true, cookieValue };
  const url = new URL(answer.url ?? "", "http://localhost");
  const reason = url.searchParams.get("error");
  return { ok: false, reason: reason === "wait" || reason === "busy" ? reason : "wrong" };
}

async function call(
  options: AuthOptions,
  request: {
    action: string[];
    method: "GET" | "POST";
    headers: RequestHeaders;
    cookies: Record<string, string>;
    body?: Record<string, string>;
  },
): Promise<{ cookies: Record<string, string>; url: string | undefined }> {
  const set: string[] = [];
  let url: string | undefined;
  const response = {
    status: () => response,
    getHeader: () => set,
    setHeader: () => response,
    send: () => response,
    end: () => response,
    json: (body: { url?: string }) => {
      url = body.url;
      return response;
    },
  };
  const { action, ...rest } = request;
  await ours(nextAuth)(
    // The few members that next-auth's handler uses.
    { ...rest, query: { nextauth: action } } as unknown as NextApiRequest,
    response as unknown as NextApiResponse,
    options,
  );
  return { cookies: cookiesOf(set.map((line) => line.split(";")[0]).join("; ")), url };
}

/** Names and values of a cookie header. The first of two with the same name counts. */
function cookiesOf(header: string | undefined): Record<string, string> {
  const found: Record<string, string> = Object.create(null);
  for (const part of (header ?? "").split(";")) {
    const equals = part.indexOf("=");
    const name = part.slice(0, equals).trim();
    if (equals < 1 || name in found) continue;
    const value = part.slice(equals + 1).trim();
    try {
      found[name] = decodeURIComponent(value);
    } catch {
      found[name] = value;
    }
  }
  return found;
}

/** Node hands over a CommonJS module as an object with `default`; bundlers hand over the function. */
function ours<T>(imported: T): T {
  return typeof imported === "object" && imported !== null && "default" in imported
    ? (imported.default as T)
    : imported;
}
