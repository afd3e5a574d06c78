import { setTimeout as sleep } from "node:timers/promises";
import type { AuthOptions } from "next-auth";
import type { Account, Accounts } from "@/server/auth/accounts";
import { type Attempts, createAttempts } from "@/server/auth/attempts";
import { credentials } from "@/server/auth/details";
import {
  authOptions,
  type CredentialsAnswer,
  callCredentials,
  type RequestHeaders,
  type SignInCookie,
  SignInRefused,
  signInCookie,
  signInIdOf,
} from "@/server/auth/next-auth";
import { PasswordsBusyError } from "@/server/auth/passwords";
import { createSignIns, type Facilitator } from "@/server/auth/sign-ins";
import type { Db } from "@/server/db/client";

/** A request of Node, or the bare cookie header that pages have. */
type WithCookie = { headers: { cookie?: string | undefined } } | string | null | undefined;

/** Everything that knows who is signed in. next-auth is hidden behind it. */
export interface Auth {
  /** For next-auth's own route. */
  options: AuthOptions;
  cookie: SignInCookie;
  /** Who this is, looked up in the database each time; null when signed out. */
  facilitatorFromRequest(request: WithCookie): Promise<Facilitator | null>;
  /** The value for `cookie`, or why not. */
  signIn(
    entered: { email: string; password: string },
    headers: RequestHeaders,
  ): Promise<CredentialsAnswer>;
  /** Ends the sign-in of this request, also for its sockets. */
  signOut(request: WithCookie): Promise<void>;
  /** For sockets: called with the id of each sign-in that ends on this node. */
  onSignedOut(listener: (signInId: string) => void): () => void;
  /** For sockets of which another node may have ended the sign-in. */
  stillSignedIn(signInIds: readonly string[]): Promise<Set<string>>;
}

/** `publicUrl` decides about secure cookies: without https a browser would drop them. */
export function createAuth(parts: {
  db: Db;
  accounts: Accounts;
  secret: string;
  publicUrl: string | undefined;
  onError?: (code: string) => void;
  attempts?: Attempts;
}): Auth {
  const { accounts, secret } = parts;
  const secure = parts.publicUrl?.startsWith("https:") ?? false;
  const signIns = createSignIns(parts.db);
  const attempts = parts.attempts ?? createAttempts();

  async function authorize(entered: unknown, headers: RequestHeaders): Promise<Account | null> {
    const parsed = credentials.safeParse(entered);
    if (!parsed.success) return null;
    const { email, password } = parsed.data;
    // Written by our own HTTP server, whatever the client sent.
    const address = headers["x-forwarded-for"] ?? "";
    const attempt = attempts.begin(address, email);
    if (attempt.refused) throw new SignInRefused("wait");
    if (attempt.waitMs > 0) await sleep(attempt.waitMs);
    const account = await accounts.verify(email, password).catch((error: unknown) => {
      // next-auth would put the message of any other error, with its values, into an address.
      if (!(error instanceof PasswordsBusyError)) parts.onError?.("SIGN_IN_FAILED");
      throw new SignInRefused("busy");
    });
    if (account) attempts.succeeded(address, email);
    return account;
  }

  const options = authOptions({
    secret,
    secure,
    signIns,
    authorize,
    onError: parts.onError ?? (() => {}),
  });

  const idOf = (request: WithCookie) =>
    signInIdOf(typeof request === "string" ? request : request?.headers.cookie, secret, secure);

  return {
    options,
    cookie: signInCookie(secure),
    async facilitatorFromRequest(request) {
      const id = await idOf(request);
      return id ? await signIns.check(id) : null;
    },
    signIn: (entered, headers) => callCredentials(options, entered, headers),
    async signOut(request) {
      const id = await idOf(request);
      if (id) await signIns.end(id);
    },
    onSignedOut: signIns.onSignedOut,
    stillSignedIn: signIns.stillSignedIn,
  };
}
