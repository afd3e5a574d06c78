import * as z from "zod";
import type { Accounts } from "@/server/auth/accounts";
import { accountOfIdentity, addIdentity } from "@/server/auth/identities";
import type { Claims } from "@/server/auth/next-auth";
import type { SignIns } from "@/server/auth/sign-ins";
import type { Db } from "@/server/db/client";

/**
 * What somebody wants when they set out to the provider. It travels in an encrypted cookie, bound to
 * the `state` of that one journey, so that no other answer can serve it.
 */
export const oidcIntent = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("signIn") }),
  /** Make an account with this invitation. */
  z.object({ kind: z.literal("invite"), token: z.string(), language: z.enum(["de", "en"]) }),
  /** Let the provider open the account of this sign-in from now on. */
  z.object({ kind: z.literal("link"), signInId: z.string() }),
]);

export type OidcIntent = z.infer<typeof oidcIntent>;

/**
 * Why an answer of the provider opened nothing: it was no proof (or the person declined), nobody
 * here is known by it, it is another account's, it vouches for no e-mail, the invitation is gone.
 */
export type OidcProblem = "provider" | "unknown" | "taken" | "noEmail" | "link" | "busy";

/** Where each intent ends when it comes to nothing. */
export function problemPath(intent: OidcIntent | null, problem: OidcProblem): string {
  const pages = { signIn: "/sign-in", link: "/sessions/account" } as const;
  const page =
    intent?.kind === "invite"
      ? `/invite/${encodeURIComponent(intent.token)}`
      : pages[intent?.kind ?? "signIn"];
  return `${page}?problem=${problem}`;
}

/** What it takes to let somebody in. */
export interface Admitting {
  db: Db;
  accounts: Pick<Accounts, "acceptInvitationAs">;
  signIns: SignIns;
}

/**
 * Decides what a proven identity opens. Only issuer and subject are compared, never an e-mail
 * address; an account is opened by what it was linked to, or made by an invitation.
 */
export async function admit(
  parts: Admitting,
  intent: OidcIntent,
  recognised: Claims,
  /** Whose browser this is, if somebody is signed in. */
  currentSignIn: string | null,
): Promise<{ userId: string } | { goTo: string }> {
  const { db, accounts, signIns } = parts;
  const identity = { issuer: recognised.iss, subject: recognised.sub };
  const known = await accountOfIdentity(db, identity);
  const instead = (problem: OidcProblem) => ({ goTo: problemPath(intent, problem) });
  switch (intent.kind) {
    case "signIn":
      return known ? { userId: known } : instead("unknown");
    case "link": {
      const here = currentSignIn === intent.signInId ? await signIns.check(intent.signInId) : null;
      if (!here) return { goTo: problemPath(null, "provider") };
      const linked = await addIdentity(db, here.userId, identity);
      return linked ? { goTo: "/sessions/account" } : instead("taken");
    }
    case "invite": {
      // Somebody who has an account already doesn't need a second one.
      if (known) return { userId: known };
      const made = await accounts.acceptInvitationAs(intent.token, identity, {
        name: nameOf(recognised),
        email: recognised.email_verified === true ? (recognised.email ?? null) : null,
        language: intent.language,
      });
      if (made.ok) return { userId: made.account.userId };
      if ("reason" in made) return instead("link");
      return instead(made.fields.email === "taken" ? "taken" : "noEmail");
    }
  }
}

/** Providers know people by a name, a handle, or only by an address. */
function nameOf({ name, preferred_username, email, sub }: Claims): string {
  const given = [name, preferred_username, email?.split("@")[0], sub].find((text) => text?.trim());
  return (given ?? "").trim().slice(0, 80);
}
