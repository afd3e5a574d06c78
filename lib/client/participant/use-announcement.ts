"use client";

import { useTranslations } from "next-intl";
import { tooFewOf } from "@/lib/activities/too-few";
import { useLive } from "@/lib/client/live-provider";
import { useDevice } from "@/lib/client/participant/device-provider";
import { phaseKey } from "@/lib/console/phase-key";
import { useWords } from "@/lib/i18n/use-words";

/** What a screen reader is told when the room goes on: each phase, the reveal, results and the end. */
export function useAnnouncement(): string {
  const { view, connection } = useLive();
  const { record } = useDevice();
  const words = useWords();
  const t = useTranslations();
  if (record.attendance !== "here") return t("phone.left");
  if (view?.session.status === "finished" || connection === "gone") return t("phone.ended");
  if (!view) return "";
  const { planned, activity } = view;
  if (!planned || !activity) return t("join.lobby");
  const title = words(planned.title);
  if (tooFewOf(view) === "activity") {
    return `${title}. ${t("common.tooFew")} ${words(planned.talkInstead)}`;
  }
  const now = phaseKey(activity.phase, planned.kind);
  return t(`phone.now.${now}`, { title, prompt: words(planned.prompt) });
}
