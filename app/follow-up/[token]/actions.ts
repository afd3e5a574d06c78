"use server";

import { asText } from "@/app/sign-in-cookie";
import { type FollowUpAnswer, followUpAnswer } from "@/lib/session/follow-up";
import { running } from "@/server/running-server";

/** Takes a device's answer to a follow-up, in the place of an earlier one; false where its link is no good. */
export async function answerFollowUp(
  token: string,
  device: string,
  answer: FollowUpAnswer,
): Promise<boolean> {
  // An action is an open endpoint: its arguments may be anything.
  const parsed = followUpAnswer.safeParse(answer);
  if (!parsed.success) return false;
  return await running().sessions.answerFollowUp(asText(token), asText(device), parsed.data);
}
