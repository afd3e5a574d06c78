"use client";

import { useTranslations } from "next-intl";
import { tooFewOf } from "@/lib/activities/too-few";
import { useWordsText } from "@/lib/client/use-words";
import type { SessionView } from "@/lib/session/view-schema";

/** In one text what stands on all screens where too few people gave something to show (P80); else null. */
export function useTooFewText(view: Pick<SessionView, "planned" | "activity"> | null | undefined) {
  const t = useTranslations();
  const textOf = useWordsText();
  if (!view?.planned) return null;
  const missing = tooFewOf(view);
  if (missing === null) return null;
  if (missing === "activity") return `${t("common.tooFew")} ${textOf(view.planned.talkInstead)}`;
  const { says, criterion } = missing;
  return t(says, criterion ? { criterion: textOf(criterion) } : {});
}
