"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { sizesIn } from "@/app/sessions/chosen-to-open";
import { facilitatorHere, requireFacilitator } from "@/app/sessions/facilitator";
import { textOf } from "@/app/sign-in-cookie";
import { isPlanName, ownPlanOf } from "@/lib/session/own-plan";
import { planTakenIn } from "@/lib/session/own-plan-check";
import type { PlanProblem } from "@/lib/session/plan-check";
import { type NewPreset, type Preset, presetTakenIn } from "@/lib/session/presets";
import { cleanText } from "@/lib/text";
import { running } from "@/server/running-server";

/** Why a ready-made plan was not made one's own; null before it was asked for. */
export type AdaptProblem = "adaptFailed" | "plansFull" | null;

/** Makes the ready-made plan of a form one's own, in the sizes chosen there, and leads to its page. */
export async function adaptTemplate(_before: AdaptProblem, form: FormData): Promise<AdaptProblem> {
  const { userId } = await requireFacilitator();
  const { plans, sessions } = running();
  const template = await sessions.template(userId, textOf(form, "templateId"));
  const plan = template && ownPlanOf(template, sizesIn(form, template.activities));
  if (!plan) return "adaptFailed";
  const id = await plans.add(userId, plan);
  if (id === null) return "plansFull";
  // The list is in the browser's memory, without this plan.
  revalidatePath("/sessions");
  redirect(`/sessions/plans/${id}`);
}

/** What became of a plan that a page has sent. */
export type SaveAnswer =
  | { is: "saved"; revision: number }
  /** Another page has changed it meanwhile, and nothing of this one was kept. */
  | { is: "newer" }
  | { is: "gone" }
  /** No session could be held like this, or it is more than is kept. */
  | { is: "refused"; problems: readonly PlanProblem[] }
  | { is: "signedOut" };

/** Keeps an own plan in the place of the revision that the page knows, or says why not. */
export async function savePlan(id: string, revision: number, plan: unknown): Promise<SaveAnswer> {
  const facilitator = await facilitatorHere();
  if (!facilitator) return { is: "signedOut" };
  // An action is an open endpoint: its arguments may be anything.
  if (typeof id !== "string" || !Number.isInteger(revision)) return { is: "gone" };
  const taken = planTakenIn(plan);
  if (!taken.ok) return { is: "refused", problems: taken.problems };
  return await running().plans.save(facilitator.userId, id, revision, taken.plan);
}

/** Keeps what a page holds as one more plan, and says its id; null where that failed. */
export async function keepAsPlan(plan: unknown): Promise<string | null> {
  const facilitator = await facilitatorHere();
  const taken = planTakenIn(plan);
  if (!facilitator || !taken.ok) return null;
  const id = await running().plans.add(facilitator.userId, taken.plan);
  if (id !== null) revalidatePath("/sessions");
  return id;
}

/** Makes one more of an own plan; false where there is none, or there are as many as there may be. */
export async function copyPlan(id: string): Promise<boolean> {
  const { userId } = await requireFacilitator();
  if (typeof id !== "string") return false;
  const isDone = (await running().plans.copy(userId, id)) !== null;
  if (isDone) revalidatePath("/sessions");
  return isDone;
}

/** Gives an own plan another name, in the language of the page; false where that failed. */
export async function renamePlan(id: string, name: string): Promise<boolean> {
  const { userId } = await requireFacilitator();
  if (typeof id !== "string" || typeof name !== "string") return false;
  const cleaned = cleanText(name).trim();
  if (!isPlanName(cleaned)) return false;
  const language = (await getLocale()) === "en" ? "en" : "de";
  const isDone = await running().plans.rename(userId, id, { [language]: cleaned });
  if (isDone) revalidatePath("/sessions");
  return isDone;
}

/** Deletes an own plan; false where there is none. */
export async function deletePlan(id: string): Promise<boolean> {
  const { userId } = await requireFacilitator();
  if (typeof id !== "string" || !(await running().plans.delete(userId, id))) return false;
  running().erasure.request();
  revalidatePath("/sessions");
  return true;
}

/** Keeps a part of an activity's settings for other plans, and says all that are kept; null where that failed. */
export async function keepPreset(preset: NewPreset): Promise<Preset[] | null> {
  const facilitator = await facilitatorHere();
  // An action is an open endpoint: its arguments may be anything.
  const taken = presetTakenIn(preset);
  if (!facilitator || !taken) return null;
  const { presets } = running();
  const isKept = await presets.keep(facilitator.userId, taken);
  return isKept ? await presets.list(facilitator.userId) : null;
}

/** Deletes a part that was kept, and says all that are left; null where that failed. */
export async function deletePreset(id: string): Promise<Preset[] | null> {
  const facilitator = await facilitatorHere();
  if (!facilitator || typeof id !== "string") return null;
  const { presets } = running();
  if (await presets.delete(facilitator.userId, id)) running().erasure.request();
  return await presets.list(facilitator.userId);
}
