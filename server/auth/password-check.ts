import { setTimeout as sleep } from "node:timers/promises";
import type { Account } from "@/server/auth/account";
import type { Accounts } from "@/server/auth/accounts";
import type { Attempts, From } from "@/server/auth/attempts";
import { LineFullError } from "@/server/auth/fair-line";

/** An account where the password was right, else why it opens nothing. */
export type Checked = { ok: true; account: Account } | { ok: false; reason: SignInRefusal };
export type SignInRefusal = "wrong" | "busy";

/** Whether this is the account's password, at the pace that guessing is allowed here. */
export type PasswordCheck = (
  entered: { email: string; password: string },
  from: From,
) => Promise<Checked>;

export function createPasswordCheck({
  accounts,
  attempts,
  onError,
}: {
  accounts: Pick<Accounts, "verify">;
  attempts: Attempts;
  onError: (code: string) => void;
}): PasswordCheck {
  return async ({ email, password }, from) => {
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
  };
}
