import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { AccountFormState } from "@/app/account-form";
import { signInHere, textOf } from "@/app/sign-in-cookie";
import type { RunningServer } from "@/server/running-server";

type Made = ReturnType<RunningServer["accounts"]["acceptInvitation"]>;

/** Makes an account from the form, signs in with it and goes to the sessions. */
export async function makeAccount(
  form: FormData,
  make: (details: Record<string, unknown>) => Made,
): Promise<AccountFormState> {
  const name = textOf(form, "name");
  const email = textOf(form, "email");
  const password = textOf(form, "password");
  const made = await make({ name, email, password, language: await getLocale() });
  if (!made.ok) {
    return "reason" in made ? { linkGone: true } : { name, email, fields: made.fields };
  }
  // The account exists; if signing in is refused right now, the form for it comes next.
  const refusal = await signInHere(made.account.email, password);
  redirect(refusal ? "/sign-in" : "/sessions");
}
