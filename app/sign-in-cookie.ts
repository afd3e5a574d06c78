import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { type RunningServer, running } from "@/server/running-server";

type Auth = RunningServer["auth"];
type OidcIntent = Parameters<NonNullable<Auth["oidc"]>["start"]>[0];

/** Signs this browser in, through next-auth, and gives it the cookie; or says why not. */
export async function signInHere(email: string, password: string) {
  const answer = await running().auth.signIn({ email, password }, await sentHeaders());
  return await keep(answer);
}

/** Signs this browser in with a link that was sent by e-mail. */
export async function signInByLinkHere(token: string) {
  return await keep(await running().auth.signInByLink(token, await sentHeaders()));
}

async function keep(answer: Awaited<ReturnType<Auth["signIn"]>>) {
  if (!answer.ok) return answer.reason;
  const { auth } = running();
  // One browser is one sign-in: the one from before would stay in the list as a ghost.
  await auth.signOut((await headers()).get("cookie"));
  const { name, options } = auth.cookie;
  const jar = await cookies();
  jar.set(name, answer.cookieValue, options);
  jar.set(answer.browser.name, answer.browser.value, answer.browser.options);
  return null;
}

/** Sends this browser to the organisation's sign-in; returns only when that doesn't answer. */
export async function goToProvider(intent: OidcIntent, next: string): Promise<void> {
  const journey = await running().auth.oidc?.start(intent, next, await sentHeaders());
  if (!journey) return;
  const jar = await cookies();
  for (const { name, value, options } of journey.cookies) jar.set(name, value, options);
  redirect(journey.url);
}

/** Ends the sign-in of this browser, on the server first. */
export async function signOutHere(): Promise<void> {
  const { auth } = running();
  await auth.signOut((await headers()).get("cookie"));
  const { name, options } = auth.cookie;
  // A `__Host-` cookie is only replaced by one with the same attributes.
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

/** The headers of this request; `x-forwarded-for` was written by our own HTTP server. */
export async function sentHeaders(): Promise<Record<string, string>> {
  return Object.fromEntries(await headers());
}

/**
 * A text field of a form; files and missing fields count as empty, and so does what is no form: an
 * action is an open endpoint, its arguments may be anything.
 */
export function textOf(form: unknown, name: string): string {
  return asText(form instanceof FormData ? form.get(name) : null);
}

/**
 * An argument of an action that should be a text; empty for anything else. `String()` would ask
 * the value itself, which may have no answer.
 */
export function asText(argument: unknown): string {
  return typeof argument === "string" ? argument : "";
}

/** Where to go after signing in: only to pages of facilitators here, never to another site. */
export function safeNext(next: string | undefined): string {
  const here = "http://here.invalid";
  if (!next || !URL.canParse(next, here)) return "/sessions";
  const url = new URL(next, here);
  const ours = url.origin === here && /^\/sessions(\/|$)/.test(url.pathname);
  return ours ? `${url.pathname}${url.search}` : "/sessions";
}
