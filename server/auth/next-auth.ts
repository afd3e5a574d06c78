import type { AuthOptions, User } from "next-auth";
import credentialsProvider from "next-auth/providers/credentials";
import type { OAuthConfig } from "next-auth/providers/oauth";
import * as z from "zod";
import type { Account } from "@/server/auth/account";
import { nextAuthCookies } from "@/server/auth/next-auth-cookies";
import { SIGN_IN_DAYS, type SignIns } from "@/server/auth/sign-ins";
import type { OidcSettings } from "@/server/env-services";

/** What of a request matters here; the names of the headers are lower-case. */
export type RequestHeaders = Readonly<Record<string, string | undefined>>;

/** Written by our own HTTP server, whatever the client sent. */
export function addressOf(headers: RequestHeaders): string {
  return headers["x-forwarded-for"] ?? "";
}

/** Ways to sign in by something that was entered or sent here. */
export const CREDENTIALS = { password: "credentials", link: "link" } as const;

/** The organisation's sign-in; the last part of the address that the provider sends people to. */
export const OIDC = "oidc";

const DAY_SECONDS = 24 * 60 * 60;
/** A provider that takes longer is as good as away. */
const PROVIDER_TIMEOUT_MS = 10_000;

/** The password could not be checked; everything else is "wrong" to the person who signs in. */
export class SignInBusy extends Error {
  constructor() {
    super("busy");
  }
}

const claims = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  name: z.string().optional().catch(undefined),
  preferred_username: z.string().optional().catch(undefined),
  email: z.string().optional().catch(undefined),
  email_verified: z.boolean().optional().catch(undefined),
});

/** Whom the provider has recognised, after everything in its answer was checked. */
export type Claims = z.infer<typeof claims>;

interface SigningIn extends User {
  userAgent: string;
}

/** What next-auth is told of the one request that it is called for. */
export interface Admission {
  /** Which account the provider's word opens, else where to go instead. */
  admit: (recognised: Claims) => Promise<{ userId: string } | { goTo: string }>;
  userAgent: string;
}

/** Everything next-auth is told. Made anew for each call, since some of it is about one request. */
export function authOptions(
  parts: Admission & {
    secret: string;
    secure: boolean;
    signIns: SignIns;
    oidc: OidcSettings | null;
    /** Checks e-mail and password, or throws `SignInBusy`. */
    authorize: (entered: unknown, headers: RequestHeaders) => Promise<Account | null>;
    /** Uses up a link that was sent by e-mail. */
    authorizeLink: (token: string) => Promise<Account | null>;
    onError: (code: string) => void;
  },
): AuthOptions {
  const { secret, secure, signIns } = parts;
  let admitted: string | null = null;
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
    cookies: nextAuthCookies(secure),
    providers: [
      ours(credentialsProvider)({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(entered, request) {
          const headers: RequestHeaders = request.headers ?? {};
          return userOf(await parts.authorize(entered, headers), headers);
        },
      }),
      ours(credentialsProvider)({
        id: CREDENTIALS.link,
        credentials: { token: {} },
        async authorize(entered, request) {
          const account = await parts.authorizeLink(entered?.token ?? "");
          return userOf(account, request.headers ?? {});
        },
      }),
      ...(parts.oidc ? [oidcProvider(parts.oidc)] : []),
    ],
    callbacks: {
      async signIn({ account, profile }) {
        if (account?.provider !== OIDC) return true;
        const answer = await parts.admit(claims.parse(profile));
        if ("goTo" in answer) return answer.goTo;
        admitted = answer.userId;
        return true;
      },
      /** At sign-in the row is made; at any later use it must still exist. */
      async jwt({ token, user, account, trigger }) {
        if (user && (trigger === "signIn" || trigger === "signUp")) {
          const isOidc = account?.provider === OIDC;
          const userId = isOidc ? admitted : user.id;
          if (!userId) throw new Error("nobody was admitted");
          const agent =
            "userAgent" in user && typeof user.userAgent === "string" ? user.userAgent : "";
          const signInId = await signIns.start(userId, isOidc ? parts.userAgent : agent);
          return { sub: userId, signInId };
        }
        const facilitator = await signIns.check(String(token.signInId));
        if (!facilitator) throw new Error("signed out");
        return { sub: facilitator.userId, signInId: facilitator.signInId };
      },
      session: ({ session }) => ({ expires: session.expires }),
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

function userOf(account: Account | null, headers: RequestHeaders): SigningIn | null {
  return account && { id: account.userId, userAgent: headers["user-agent"] ?? "" };
}

/** A generic OpenID Connect provider. Its answer is worth something only with all three checks. */
function oidcProvider(settings: OidcSettings): OAuthConfig<Record<string, unknown>> {
  const { issuer, clientId, clientSecret, label } = settings;
  return {
    id: OIDC,
    name: label,
    type: "oauth",
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: "openid profile email" } },
    httpOptions: { timeout: PROVIDER_TIMEOUT_MS },
    userinfo: {
      // Many providers keep name and e-mail out of the token. What the token says wins; an
      // e-mail and the word that it was verified always come from the same place.
      async request({ client, tokens }) {
        const token =
          "claims" in tokens && typeof tokens.claims === "function" ? tokens.claims() : {};
        if (!client.issuer.metadata.userinfo_endpoint || !tokens.access_token) return token;
        const { email_verified, ...info } = await client.userinfo(tokens.access_token);
        if (info.sub !== token.sub) throw new Error("userinfo is about somebody else");
        return token.email ? { ...info, ...token } : { ...info, email_verified, ...token };
      },
    },
    profile(profile) {
      const { iss, sub } = claims.parse(profile);
      // The provider's own configuration could name another one.
      if (iss !== issuer) throw new Error("another issuer answered");
      return { id: sub };
    },
  };
}

/** Node hands over a CommonJS module as an object with `default`; bundlers hand over the function. */
export function ours<T>(imported: T): T {
  return typeof imported === "object" && imported !== null && "default" in imported
    ? (imported.default as T)
    : imported;
}
