"use client";

import { useTranslations } from "next-intl";
import { phaseWords, screensOf } from "@/lib/activities/screens";
import { useTooFewText } from "@/lib/activities/use-too-few-text";
import { useLive } from "@/lib/client/live-provider";
import { hereOf } from "@/lib/client/not-handed-in";
import { useWordsText } from "@/lib/client/use-words";
import { useRoom } from "@/lib/phone/use-room";
import type { PlannedActivity } from "@/lib/session/view-schema";
import { useDevice } from "@/lib/ui/phone/device-provider";
import { useNotHandedIn } from "@/lib/ui/phone/not-handed-in";

/** What a screen reader is told when the room goes on: each phase, the reveal, results and the end. */
export function useAnnouncement(): string {
  const { connection } = useLive();
  const view = useRoom();
  const { record } = useDevice();
  const textOf = useWordsText();
  const t = useTranslations();
  const tooFew = useTooFewText(view);
  if (record.attendance !== "here") return t("phone.left");
  if (view?.status === "finished" || connection === "gone") return t("phone.ended");
  if (!view) return "";
  const { planned, activity } = view;
  if (!planned || !activity) return t("join.lobby");
  const title = textOf(planned.title);
  if (tooFew !== null) return `${title}. ${tooFew}`;
  return t(`${phaseWords(planned.kind, activity.phase, planned.settings)}.now`, {
    title,
    prompt: textOf(planned.prompt),
  });
}

const listsOwn = ({ kind, settings }: PlannedActivity): boolean =>
  screensOf(kind).listsOwn(settings);

/**
 * What of one's own was not handed in when the room went on. For a region that is always there: one that
 * comes with its text is not read out. Empty where the screen doesn't say it either.
 */
export function useUnsentAnnouncement(): string {
  const { connection } = useLive();
  const view = useRoom();
  const { record } = useDevice();
  const { planned, activity } = view ?? {};
  const isOver = view?.status === "finished" || connection === "gone";
  const here = planned && activity ? hereOf(planned.key, activity) : null;
  const told = useNotHandedIn({
    here: isOver ? null : here,
    listed: isOver || !planned || listsOwn(planned) ? "ownCards" : "myCard",
  });
  const isTold = record.attendance === "here" && (isOver || here !== null);
  return isTold ? told.join(" ") : "";
}
