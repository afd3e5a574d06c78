import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy, isPreview } from "@/lib/csp";

/** 128 bits: a nonce that can't be guessed while the page loads. */
const NONCE_BYTES = 16;

/** A year, for installations with an https address of their own. */
const HSTS_SECONDS = 365 * 24 * 60 * 60;

/** Gives every page its nonce and its policy. Next reads the nonce from the request's own header. */
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
  response.headers.set("X-Content-Type-Options", "nosniff");
  response.headers.set("X-Frame-Options", preview ? "SAMEORIGIN" : "DENY");
  response.headers.set("Referrer-Policy", "same-origin");
  response.headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
  // Over plain http both would be ignored, the second with a warning in the console.
  if (process.env.PUBLIC_URL?.startsWith("https:")) {
    response.headers.set("Strict-Transport-Security", `max-age=${HSTS_SECONDS}`);
    response.headers.set("Cross-Origin-Opener-Policy", "same-origin");
  }
  return response;
}

export const config = {
  // Files and route handlers carry no scripts; prefetches are not documents.
  matcher: [
    {
      source: "/((?!api/|_next/static|_next/image|socket.io|icon.svg|favicon.ico).*)",
      missing: [
        { type: "header", key: "next-router-prefetch" },
        { type: "header", key: "purpose", value: "prefetch" },
      ],
    },
  ],
};
