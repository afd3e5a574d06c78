import type { Earlier } from "@/lib/activities/contract";
import type { ReframeData } from "@/lib/activities/reframe/rules";
import { type CaseSource, type ReframeCase, wordsOfCase } from "@/lib/activities/reframe/schema";

/** Ids of readings whose words the summary leaves out: their authors have not allowed them to be quoted. */
export function withheldReadings({
  cards,
  consents,
}: Pick<ReframeData, "cards" | "consents">): ReadonlySet<string> {
  const all = [...cards.values()];
  // Of two readings with the same words, which one somebody chose is chance: both must agree.
  const words = new Set(
    all.filter(({ id }) => !consents.get(id)?.mayBeQuoted).map(({ text }) => text),
  );
  return new Set(all.filter(({ text }) => words.has(text)).map(({ id }) => id));
}

/** Whether a case is somebody's card that they have not allowed to be quoted. */
export function isCaseWithheld(source: CaseSource, each: ReframeCase, earlier: Earlier): boolean {
  if (typeof wordsOfCase(source, each) !== "string") return false;
  const quotable = source.from === "earlier" ? earlier.facts(source.activity).quotableCards : null;
  return !quotable?.has(each.id);
}
