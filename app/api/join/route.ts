import { type JoinAnswer, joinRequest } from "@/lib/protocol";
import { running } from "@/server/running-server";

/** POST /api/join: one answer for unknown, locked and ended codes. */
export async function POST(request: Request): Promise<Response> {
  const body = joinRequest.safeParse(await request.json().catch(() => null));
  const found = body.success ? await running().sessions.joinByCode(body.data.code) : null;
  const answer: JoinAnswer = found ? { ok: true, ...found } : { ok: false };
  return Response.json(answer, { headers: { "cache-control": "no-store" } });
}
