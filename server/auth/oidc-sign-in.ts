import { setTimeout as sleep } from "node:timers/promises";
import type { AuthOptions } from "next-auth";
import type { Attempts } from "@/server/auth/attempts";
import type { BrowserCookies, SetCookie } from "@/server/auth/browser-cookies";
import { createJourneys } from "@/server/auth/journeys";
import { type Admission, addressOf, type RequestHeaders } from "@/server/auth/next-auth";
import { callCallback, callSignIn } from "@/server/auth/next-auth-calls";
import {
  cookieNames,
  cookiesOf,
  OIDC_SECONDS,
  signInCookie,
} from "@/server/auth/next-auth-cookies";
import { type Admitting, admit, type OidcIntent, problemPath } from "@/server/auth/oidc";
import type { OidcSettings } from "@/server/env-services";

/** The organisation's own sign-in. */
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

/** Nobody is admitted by a call that is not the end of a journey. */
export const admitsNobody: Admission = {
  userAgent: "",
  admit: async () => ({ goTo: problemPath(null, "provider") }),
};

/** The way to the provider and back. */
export function createOidcSignIn(parts: {
  settings: OidcSettings;
  /** Under which address we are, and the secret of what travels. */
  address: { publicUrl: string | undefined; secure: boolean; secret: string };
  cookies: BrowserCookies;
  attempts: Attempts;
  admitting: Admitting;
  /** What next-auth is told, and whom it is to admit. */
  options: (admission: Admission) => AuthOptions;
  onError: (code: string) => void;
}): OidcSignIn {
  const { settings, cookies, attempts, admitting, options, onError } = parts;
  const { secret, secure, publicUrl } = parts.address;
  const journeys = createJourneys({ secret, secure });
  const names = cookieNames(secure);
  /** What next-auth makes for a journey and wants back at its end; the browser gets them sealed. */
  const travelling = [names.state, names.pkce, names.nonce, names.callbackUrl];

  const admissionFor = (
    intent: OidcIntent,
    signInId: string | null,
    headers: RequestHeaders,
  ): Admission => ({
    userAgent: headers["user-agent"] ?? "",
    async admit(recognised) {
      try {
        return await admit(admitting, intent, recognised, signInId);
      } catch {
        onError("OIDC_FAILED");
        return { goTo: problemPath(intent, "busy") };
      }
    },
  });

  return {
    label: settings.label,
    issuer: settings.issuer,

    async start(intent, next, headers) {
      await sleep(attempts.pace(addressOf(headers)));
      const found = await callSignIn(options(admitsNobody), next, headers);
      if (!found) return null;
      const { name, value } = await journeys.keep(cookiesOf(headers.cookie), {
        state: found.url.searchParams.get("state") ?? "",
        intent,
        cookies: Object.fromEntries(travelling.map((each) => [each, found.cookies[each] ?? ""])),
        begunAt: Date.now(),
      });
      return { url: found.url.href, cookies: [cookies.set(name, value, OIDC_SECONDS)] };
    },

    async finish({ headers, query }) {
      const journey = await journeys.find(cookiesOf(headers.cookie), query.state);
      // An answer to none of this browser's journeys ends none of them.
      if (!journey) return { path: problemPath(null, "provider"), cookies: [] };
      const { intent } = journey;
      // Whatever comes of it, this one is over: a second answer finds nothing to compare with.
      const over = [cookies.set(journey.cookie, "", 0)];
      const signInId = await cookies.signInId(headers.cookie);
      const { url, cookieValue } = await callCallback(
        options(admissionFor(intent, signInId, headers)),
        { headers, cookies: journey.cookies, query },
      );
      const path = ownPath(url, publicUrl);
      if (path === null) return { path: problemPath(intent, "provider"), cookies: over };
      if (!cookieValue) return { path, cookies: over };
      // One browser is one sign-in: the one from before would stay in the list as a ghost.
      if (signInId) await admitting.signIns.end(signInId);
      const { name, options: attributes } = signInCookie(secure);
      const signedIn = cookies.set(name, cookieValue, attributes.maxAge);
      return { path, cookies: [...over, signedIn, await cookies.remember(cookieValue, headers)] };
    },
  };
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
