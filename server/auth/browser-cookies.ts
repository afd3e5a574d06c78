import { createKnownBrowsers, KNOWN_SECONDS } from "@/server/auth/known-browsers";
import type { RequestHeaders } from "@/server/auth/next-auth";
import { cookieNames, cookieOptions, cookiesOf, signInIdOf } from "@/server/auth/next-auth-cookies";
import type { SignIns } from "@/server/auth/sign-ins";
import type { Db } from "@/server/db/client";

/** A request of Node, or the bare cookie header that pages have. */
export type WithCookie = { headers: { cookie?: string | undefined } } | string | null | undefined;

/** A cookie to set, with the attributes of all of ours. */
export interface SetCookie {
  name: string;
  value: string;
  options: ReturnType<typeof cookieOptions> & { maxAge: number };
}

export type BrowserCookies = ReturnType<typeof createBrowserCookies>;

/** What a browser carries for us: who is signed in, and whom it has signed in before. */
export function createBrowserCookies({
  db,
  signIns,
  secret,
  secure,
}: {
  db: Db;
  signIns: SignIns;
  secret: string;
  secure: boolean;
}) {
  const names = cookieNames(secure);
  const knownBrowsers = createKnownBrowsers(db);

  const signInId = (request: WithCookie): Promise<string | null> =>
    signInIdOf(typeof request === "string" ? request : request?.headers.cookie, secret, secure);

  const set = (name: string, value: string, maxAge: number): SetCookie => ({
    name,
    value,
    options: { ...cookieOptions(secure), maxAge },
  });

  const browserTokenOf = (headers: RequestHeaders): string | undefined =>
    cookiesOf(headers.cookie)[names.browser];

  return {
    /** The id of the sign-in that a request comes with; null without a genuine and young one. */
    signInId,

    /** A cookie that lives for this many seconds; 0 takes it away. */
    set,

    /** What this browser is called, where the account with this address knows it. */
    knownAs: (headers: RequestHeaders, email: string): Promise<string | null> =>
      knownBrowsers.find(browserTokenOf(headers), email),

    /** From now on this browser is known to the account that it has just signed in to. */
    async remember(cookieValue: string, headers: RequestHeaders): Promise<SetCookie> {
      const id = await signInId(`${names.signIn}=${cookieValue}`);
      const who = id && (await signIns.check(id));
      if (!who) throw new Error("A sign-in that was just made is gone");
      const token = await knownBrowsers.remember(browserTokenOf(headers), who.userId);
      return set(names.browser, token, KNOWN_SECONDS);
    },
  };
}
