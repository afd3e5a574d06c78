import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { running } from "@/server/running";

export const runtime = "nodejs";

/**
 * What next-auth may answer here. Its `_log` would let anybody write into our log, and its own
 * pages don't follow our content security policy.
 */
const ANSWERED: ReadonlySet<string | undefined> = new Set([
  "csrf",
  "providers",
  "session",
  "signin",
  "callback",
  "signout",
]);

type Context = { params: Promise<{ nextauth: string[] }> };

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const [action] = (await context.params).nextauth;
  if (!ANSWERED.has(action)) return new Response(null, { status: 404 });
  try {
    return await NextAuth(request, context, running().auth.options);
  } catch (error) {
    // Its own way of saying that a body is no JSON.
    if (error instanceof SyntaxError) return new Response(null, { status: 400 });
    throw error;
  }
}

export { handle as GET, handle as POST };
