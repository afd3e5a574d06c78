"use client";

import { useTranslations } from "next-intl";
import { screensOf } from "@/lib/activities/screens";
import { tooFewOf } from "@/lib/activities/too-few";
import { useWordsText } from "@/lib/client/use-words";
import type { SessionView } from "@/lib/session/view-schema";

/** In one text what stands on all screens where too few people gave something to show (P80); else null. */
export function useTooFewText(view: Pick<SessionView, "planned" | "activity"> | null | undefined) {
  const t = useTranslations("common");
  const textOf = useWordsText();
  if (!view?.planned) return null;
  const { planned } = view;
  const criterion = screensOf(planned.kind).criterion(planned.settings);
  switch (tooFewOf(view)) {
    case null:
      return null;
    case "activity":
      return `${t("tooFew")} ${textOf(planned.talkInstead)}`;
    case "dots":
      return t("tooFewDots");
    case "votes":
      return criterion && t("tooFewVotes", { criterion: textOf(criterion) });
  }
}
