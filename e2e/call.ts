import { builtActions, callAction } from "@/attack/access/actions";
import type { Answer } from "@/attack/ask";

/** Calls an action as a page's script does, for whoever has this cookie. Throws where it is not answered. */
export async function call(
  origin: string,
  action: string,
  { page, args, cookie = "" }: { page: string; args: readonly unknown[]; cookie?: string },
): Promise<Answer> {
  const answer = await callAction(origin, builtActions().get(action) ?? "", page, args, cookie);
  if (answer.status >= 400) throw new Error(`${action} was answered ${answer.status}`);
  return answer;
}
