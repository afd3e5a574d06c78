import { withFollowUpResult } from "@/lib/session/follow-up-told";
import type { KeptSummary, MissingSummary, SummaryBlocks } from "@/lib/summary/blocks";
import { NO_REVIEW, readReview, type SummaryReview } from "@/lib/summary/review";
import { readKeptSummary } from "@/lib/summary/stored";
import { withTakeaway } from "@/lib/summary/takeaway";
import type { Db } from "@/server/db/client";
import { summaryToKeep } from "@/server/erasure/session-data";
import { resultToTell } from "@/server/sessions/follow-ups";
import type { SessionRow } from "@/server/sessions/own-session";
import type { VersionRow } from "@/server/summary/versions";

/**
 * A version of a session's summary in both languages, with its takeaway, or why there is none; and what its facilitator
 * made of it, which is not applied yet. From the log, or as it was kept when the log went; with what became of everybody's plan
 * where that was counted, which stands beside both as long as the session does. While the session goes on it
 * holds what has closed by then.
 */
export async function summaryOfVersion(
  db: Db,
  row: SessionRow,
  version: VersionRow,
): Promise<{ summary: KeptSummary | MissingSummary; review: SummaryReview }> {
  const review = readReview(version.review);
  // What nobody can read may have struck something.
  if (review === null) return { summary: "unreadable", review: NO_REVIEW };
  const found = await summaryOf(db, row, version);
  if (typeof found === "string") return { summary: found, review };
  const { takeaway } = version;
  const result = row.status === "finished" ? await resultToTell(db, row.id) : null;
  const whole = (summary: SummaryBlocks) =>
    withFollowUpResult(withTakeaway(summary, takeaway), result);
  return { summary: { de: whole(found.de), en: whole(found.en) }, review };
}

async function summaryOf(
  db: Db,
  row: SessionRow,
  version: VersionRow,
): Promise<KeptSummary | MissingSummary> {
  if (row.status === "lobby") return "notYet";
  if (row.rawErasedAt === null) return (await summaryToKeep(db, row)) ?? "unreadable";
  return version.summary === null ? "notKept" : (readKeptSummary(version.summary) ?? "unreadable");
}
