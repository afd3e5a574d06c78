import type { Addresses } from "@/lib/addresses";
import { running } from "@/server/running-server";

/** What stages and consoles show as the way in; public, like the stage's own footer. */
export function GET(): Response {
  const answer: Addresses = running().network.ways();
  return Response.json(answer, { headers: { "cache-control": "no-store" } });
}
