import type { NextApiRequest } from "next";
import type { CookieOption } from "next-auth";
import { getToken } from "next-auth/jwt";
import { SIGN_IN_DAYS } from "@/server/auth/sign-ins";

const DAY_SECONDS = 24 * 60 * 60;

/** Signing in at a provider, with a lost phone and a second factor, takes minutes. */
export const OIDC_SECONDS = 15 * 60;

/** The cookie that holds the encrypted token with the id of the sign-in. */
export interface SignInCookie {
  name: string;
  options: { httpOnly: true; sameSite: "lax"; path: "/"; secure: boolean; maxAge: number };
}

/**
 * Over https the browser itself keeps `__Host-` cookies from other hosts and from plain http. Over
 * plain http on an address it would drop them, hence other names.
 */
export function cookieNames(secure: boolean) {
  const prefix = secure ? "__Host-" : "";
  // No name may start with another one: next-auth would take it for a part of that cookie.
  return {
    signIn: `${prefix}aufwind-auth`,
    csrf: `${prefix}aufwind-csrf`,
    callbackUrl: `${prefix}aufwind-callback`,
    pkce: `${prefix}aufwind-pkce`,
    state: `${prefix}aufwind-state`,
    nonce: `${prefix}aufwind-nonce`,
    journey: `${prefix}aufwind-journey`,
    browser: `${prefix}aufwind-browser`,
  };
}

/** The cookie of a sign-in under this kind of address. */
export function signInCookie(secure: boolean): SignInCookie {
  return {
    name: cookieNames(secure).signIn,
    options: { ...cookieOptions(secure), maxAge: SIGN_IN_DAYS * DAY_SECONDS },
  };
}

/** What all our cookies have in common. */
export function cookieOptions(secure: boolean) {
  return { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
}

/** The names and attributes that next-auth is to use. */
export function nextAuthCookies(secure: boolean) {
  const names = cookieNames(secure);
  const cookie = (name: string, maxAge?: number): CookieOption => ({
    name,
    options: { ...cookieOptions(secure), maxAge },
  });
  return {
    sessionToken: cookie(names.signIn),
    csrfToken: cookie(names.csrf),
    callbackUrl: cookie(names.callbackUrl),
    pkceCodeVerifier: cookie(names.pkce, OIDC_SECONDS),
    state: cookie(names.state, OIDC_SECONDS),
    nonce: cookie(names.nonce, OIDC_SECONDS),
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

/** Names and values of a cookie header. The first of two with the same name counts. */
export function cookiesOf(header: string | undefined): Record<string, string> {
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
