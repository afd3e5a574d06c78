"use server";

import * as z from "zod/mini";
import { facilitatorHere, requireFacilitator } from "@/app/sessions/facilitator";
import { type FollowUpDays, followUpDays } from "@/lib/session/follow-up";
import { type SectionKey, sectionKeys } from "@/lib/summary/blocks";
import { type ReviewChange, reviewChange } from "@/lib/summary/review";
import { type LinkDays, linkDays } from "@/lib/summary/shared-links";
import { TAKEAWAY_CHARACTERS_MAX } from "@/lib/summary/takeaway";
import { type VersionAt, versionAt, versionName } from "@/lib/summary/versions";
import { running } from "@/server/running-server";

/** Keeps the takeaway of a version of an own session's summary, or says why not. */
export async function saveTakeaway(
  at: VersionAt,
  text: string,
): Promise<"saved" | "failed" | "signedOut"> {
  // An action is an open endpoint: its arguments may be anything.
  const parsed = versionAt.safeParse(at);
  if (!parsed.success || typeof text !== "string") return "failed";
  if (text.length > TAKEAWAY_CHARACTERS_MAX) return "failed";
  const facilitator = await facilitatorHere();
  if (!facilitator) return "signedOut";
  const isKept = await running().sessions.saveTakeaway(facilitator.userId, parsed.data, text);
  return isKept ? "saved" : "failed";
}

/** Keeps which sections a version of an own session's summary leaves out; false where that failed. */
export async function saveHiddenSections(at: VersionAt, hidden: SectionKey[]): Promise<boolean> {
  // An action is an open endpoint: its arguments may be anything.
  const parsed = versionAt.safeParse(at);
  if (!parsed.success || !Array.isArray(hidden)) return false;
  const { userId } = await requireFacilitator();
  const known = sectionKeys.filter((key) => hidden.includes(key));
  return await running().sessions.hideSections(userId, parsed.data, known);
}

/** Keeps one change of what a facilitator makes of a version of an own summary; false where that failed. */
export async function saveReview(at: VersionAt, change: ReviewChange): Promise<boolean> {
  // An action is an open endpoint: its arguments may be anything.
  const parsed = z.tuple([versionAt, reviewChange]).safeParse([at, change]);
  if (!parsed.success) return false;
  const { userId } = await requireFacilitator();
  return await running().sessions.changeReview(userId, ...parsed.data);
}

/**
 * Makes one more version of an own session's summary, like another one or untouched, and says its number; null where
 * that failed.
 */
export async function addVersion(
  session: string,
  name: string,
  like: number | null,
): Promise<number | null> {
  // An action is an open endpoint: its arguments may be anything.
  const parsed = z.tuple([versionName, z.nullable(z.int())]).safeParse([name, like]);
  if (typeof session !== "string" || !parsed.success) return null;
  const { userId } = await requireFacilitator();
  const [known, model] = parsed.data;
  return await running().sessions.addVersion(userId, session, { name: known, like: model });
}

/** Keeps what a version of an own summary is called; false where that failed. */
export async function renameVersion(at: VersionAt, name: string): Promise<boolean> {
  // An action is an open endpoint: its arguments may be anything.
  const parsed = z.tuple([versionAt, versionName]).safeParse([at, name]);
  if (!parsed.success) return false;
  const { userId } = await requireFacilitator();
  return await running().sessions.renameVersion(userId, ...parsed.data);
}

/**
 * Makes a link to a version of an own summary that works for so many days, at the address that other devices can reach;
 * null where that failed. It is told this once.
 */
export async function shareVersion(at: VersionAt, days: LinkDays): Promise<string | null> {
  // An action is an open endpoint: its arguments may be anything.
  const parsed = z.tuple([versionAt, linkDays]).safeParse([at, days]);
  if (!parsed.success) return null;
  const { userId } = await requireFacilitator();
  const { sessions, network } = running();
  const path = await sessions.shareVersion(userId, ...parsed.data);
  return path === null ? null : `${network.phoneBaseUrl}${path}`;
}

/** Makes a link to an own summary worthless; false where there is none. */
export async function revokeLink(session: string, id: string): Promise<boolean> {
  // An action is an open endpoint: its arguments may be anything.
  if (typeof session !== "string" || typeof id !== "string") return false;
  const { userId } = await requireFacilitator();
  const isDone = await running().sessions.revokeLink(userId, session, id);
  if (isDone) running().erasure.request();
  return isDone;
}

/**
 * Asks, for so many days, what became of the plans of an own session, and says the link at the address that other devices
 * can reach; null where that failed. It is told this once.
 */
export async function openFollowUp(session: string, days: FollowUpDays): Promise<string | null> {
  // An action is an open endpoint: its arguments may be anything.
  const parsed = followUpDays.safeParse(days);
  if (typeof session !== "string" || !parsed.success) return null;
  const { userId } = await requireFacilitator();
  const { sessions, network } = running();
  const path = await sessions.openFollowUp(userId, session, parsed.data);
  return path === null ? null : `${network.phoneBaseUrl}${path}`;
}

/** Takes a follow-up of an own session back, with all that was answered; false where that failed. */
export async function withdrawFollowUp(session: string): Promise<boolean> {
  // An action is an open endpoint: its arguments may be anything.
  if (typeof session !== "string") return false;
  const { userId } = await requireFacilitator();
  const isDone = await running().sessions.withdrawFollowUp(userId, session);
  if (isDone) running().erasure.request();
  return isDone;
}

/** Deletes a version of an own summary; false where that failed, or where it is the last one. */
export async function deleteVersion(at: VersionAt): Promise<boolean> {
  // An action is an open endpoint: its arguments may be anything.
  const parsed = versionAt.safeParse(at);
  if (!parsed.success) return false;
  const { userId } = await requireFacilitator();
  const isDone = await running().sessions.deleteVersion(userId, parsed.data);
  if (isDone) running().erasure.request();
  return isDone;
}
