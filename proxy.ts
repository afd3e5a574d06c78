import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy, isPreview } from "@/lib/csp";

/** 128 bits: a nonce that can't be guessed while the page loads. */
const NONCE_BYTES = 16;

/**
 * Gives every page its nonce and its policy. Next reads the nonce from the request's own header. What
 * all answers have in common is set in `server/http.ts`.
 */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(NONCE_BYTES))).toString("base64");
  const preview = isPreview(request.nextUrl.pathname);
  const policy = contentSecurityPolicy({
    nonce,
    host: request.headers.get("host"),
    framedByUs: preview,
    development: process.env.NODE_ENV === "development",
  });

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  // Layouts aren't told their path; after signing in it leads back here.
  headers.set("x-aufwind-path", request.nextUrl.pathname);
  headers.set("content-security-policy", policy);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("X-Frame-Options", preview ? "SAMEORIGIN" : "DENY");
  return response;
}

export const config = {
  // Files carry no scripts, and a file that isn't there is answered before Next
  // (`server/closed-paths.ts`). Everything else may end in a page that says "not found", and documents
  // that a browser fetches in advance are shown later.
  matcher: ["/((?!_next/static/|icon\\.svg$).*)"],
};
