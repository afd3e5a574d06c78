import { cookies } from "next/headers";
import type { NextRequest } from "next/server";
import { running } from "@/server/running-server";

export const runtime = "nodejs";

/** Where the identity provider sends people back to. Everything in it is checked behind `auth`. */
export async function GET(request: NextRequest): Promise<Response> {
  const { oidc } = running().auth;
  if (!oidc) return new Response(null, { status: 404 });
  const { path, cookies: toSet } = await oidc.finish({
    headers: Object.fromEntries(request.headers),
    query: Object.fromEntries(request.nextUrl.searchParams),
  });
  const jar = await cookies();
  for (const { name, value, options } of toSet) jar.set(name, value, options);
  // Relative, so that it can't lead to another host.
  return new Response(null, { status: 303, headers: { location: path } });
}
