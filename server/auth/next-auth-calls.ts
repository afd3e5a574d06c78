import type { NextApiRequest, NextApiResponse } from "next";
import nextAuth, { type AuthOptions } from "next-auth";
import { type CREDENTIALS, OIDC, ours, type RequestHeaders } from "@/server/auth/next-auth";
import { cookiesOf } from "@/server/auth/next-auth-cookies";

export type CredentialsAnswer =
  | { ok: true; cookieValue: string }
  | { ok: false; reason: "wrong" | "busy" };

/**
 * Signs in through next-auth's own handler, for forms that work before any script has loaded. Its
 * CSRF cookie is made and returned in here; the request itself was checked for its Origin.
 */
export async function callCredentials(
  options: AuthOptions,
  provider: (typeof CREDENTIALS)[keyof typeof CREDENTIALS],
  entered: Record<string, string>,
  headers: RequestHeaders,
): Promise<CredentialsAnswer> {
  const answer = await post(options, ["callback", provider], entered, headers);
  const cookieValue = answer.cookies[options.cookies?.sessionToken?.name ?? ""];
  if (cookieValue) return { ok: true, cookieValue };
  const url = new URL(answer.url ?? "", "http://localhost");
  const reason = url.searchParams.get("error");
  return { ok: false, reason: reason === "busy" ? reason : "wrong" };
}

/** Where the browser has to go to sign in, and the cookies it has to bring back; null: no answer. */
export async function callSignIn(
  options: AuthOptions,
  callbackUrl: string,
  headers: RequestHeaders,
): Promise<{ url: URL; cookies: Record<string, string> } | null> {
  const { url, cookies } = await post(options, ["signin", OIDC], { callbackUrl }, headers);
  const state = url && URL.canParse(url) ? new URL(url) : null;
  return state?.searchParams.has("state") ? { url: state, cookies } : null;
}

/** The provider's answer: where to go on, and the cookie of the sign-in if there is one now. */
export async function callCallback(
  options: AuthOptions,
  request: {
    headers: RequestHeaders;
    cookies: Record<string, string>;
    query: Record<string, string>;
  },
): Promise<{ url: string; cookieValue: string | null }> {
  const answer = await call(options, {
    ...request,
    action: ["callback", OIDC],
    method: "GET",
    body: { json: "true" },
  });
  const name = options.cookies?.sessionToken?.name ?? "";
  return { url: answer.url ?? "", cookieValue: answer.cookies[name] || null };
}

async function post(
  options: AuthOptions,
  action: string[],
  body: Record<string, string>,
  headers: RequestHeaders,
) {
  const csrfName = options.cookies?.csrfToken?.name ?? "";
  const first = await call(options, { action: ["csrf"], method: "GET", headers, cookies: {} });
  const csrf = first.cookies[csrfName] ?? "";
  return await call(options, {
    action,
    method: "POST",
    headers,
    cookies: { [csrfName]: csrf },
    body: { ...body, csrfToken: csrf.split("|")[0] ?? "", json: "true" },
  });
}

async function call(
  options: AuthOptions,
  request: {
    action: string[];
    method: "GET" | "POST";
    headers: RequestHeaders;
    cookies: Record<string, string>;
    query?: Record<string, string>;
    body?: Record<string, string>;
  },
): Promise<{ cookies: Record<string, string>; url: string | undefined }> {
  const set: string[] = [];
  let url: string | undefined;
  const response = {
    status: () => response,
    getHeader: () => set,
    setHeader: () => response,
    send: () => response,
    end: () => response,
    json: (body: { url?: string }) => {
      url = body.url;
      return response;
    },
  };
  const { action, query, ...rest } = request;
  await ours(nextAuth)(
    // The few members that next-auth's handler uses.
    { ...rest, query: { ...query, nextauth: action } } as unknown as NextApiRequest,
    response as unknown as NextApiResponse,
    options,
  );
  return { cookies: cookiesOf(set.map((line) => line.split(";")[0]).join("; ")), url };
}
