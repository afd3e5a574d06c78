import { running } from "@/server/running-server";

/** GET: under which licences this is, all of it, as one plain text. */
export async function GET(): Promise<Response> {
  const text = await running().licences();
  if (text === null) return new Response(null, { status: 404 });
  return new Response(text, { headers: { "content-type": "text/plain; charset=utf-8" } });
}
