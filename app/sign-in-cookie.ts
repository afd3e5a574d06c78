import { cookies, headers } from "next/headers";
import { running } from "@/server/running";

/** Signs this browser in, through next-auth, and gives it the cookie; or says why not. */
export async function signInHere(email: string, password: string) {
  const { auth } = running();
  const answer = await auth.signIn({ email, password }, Object.fromEntries(await headers()));
  if (!answer.ok) return answer.reason;
  const { name, options } = auth.cookie;
  (await cookies()).set(name, answer.cookieValue, options);
  return null;
}

/** Ends the sign-in of this browser, on the server first. */
export async function signOutHere(): Promise<void> {
  const { auth } = running();
  await auth.signOut((await headers()).get("cookie"));
  const { name, options } = auth.cookie;
  // A `__Host-` cookie is only replaced by one with the same attributes.
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

/**
 * A text field of a form; files and missing fields count as empty, and so does what is no form: an
 * action is an open endpoint, its arguments may be anything.
 */
export function textOf(form: unknown, name: string): string {
  const value = form instanceof FormData ? form.get(name) : null;
  return typeof value === "string" ? value : "";
}

/** Where to go after signing in: only to pages of facilitators here, never to another site. */
export function safeNext(next: string | undefined): string {
  const here = "http://here.invalid";
  if (!next || !URL.canParse(next, here)) return "/sessions";
  const url = new URL(next, here);
  const ours = url.origin === here && /^\/sessions(\/|$)/.test(url.pathname);
  return ours ? `${url.pathname}${url.search}` : "/sessions";
}
