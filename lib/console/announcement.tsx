"use client";

import { useTranslations } from "next-intl";
import { phaseWords } from "@/lib/activities/screens";
import { useTooFewText } from "@/lib/activities/use-too-few-text";
import { useWordsText } from "@/lib/client/use-words";
import type { FacilitatorView } from "@/lib/session/facilitator-view";

/**
 * Says aloud where the session is, from the lobby to its end, also where somebody else moved it. It stays in
 * the page all that time: what comes together with its text is not announced.
 */
export function Announcement({ view }: { view: FacilitatorView | null }) {
  return (
    <p className="sr-only" role="status">
      {useAnnouncement(view)}
    </p>
  );
}

function useAnnouncement(view: FacilitatorView | null): string {
  const t = useTranslations();
  const textOf = useWordsText();
  const tooFew = useTooFewText(view);
  if (!view) return "";
  if (view.session.status === "finished") return t("console.endedTitle");
  const { planned, activity } = view;
  if (!planned || !activity) return t("console.lobbyTitle");
  const title = textOf(planned.title);
  if (tooFew !== null) return `${title}. ${tooFew}`;
  return t(`${phaseWords(planned.kind, activity.phase, planned.settings)}.said`, {
    title,
    prompt: textOf(planned.prompt),
  });
}
