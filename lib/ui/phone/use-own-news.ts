"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useLive, useLiveView } from "@/lib/client/live-provider";
import { marksToAsk, withNews } from "@/lib/client/own-news";
import { transientRefusals } from "@/lib/errors";
import { ownCardsAnswer } from "@/lib/session/own-cards-answer";
import { useDevice } from "@/lib/ui/phone/device-provider";

/** After "busy" or a lost answer: soon enough for somebody who waits, spread by chance. */
const ASK_AGAIN_MS = 2_000;

/**
 * Asks what there is to know about one's own cards whenever the room's count of news rises: every
 * phone does, with as many marks, so that asking says nothing (anonymity.md, rule 1).
 */
export function useOwnNews(): void {
  const { connection, send } = useLive();
  const { record, change } = useDevice();
  const news = useLiveView(({ session }) => session.news) ?? 0;

  const { data } = useQuery({
    queryKey: ["own-cards", record.session, news],
    enabled: news > 0 && connection === "online",
    staleTime: Number.POSITIVE_INFINITY,
    retry: true,
    retryDelay: () => ASK_AGAIN_MS * (0.5 + Math.random()),
    queryFn: async () => {
      const asked = marksToAsk(record);
      const answer = await send({ type: "askAboutOwnCards", marks: asked });
      // Ended or unreadable: nothing that asking again would change.
      if (!answer.ok && !transientRefusals.has(answer.code)) return null;
      if (!answer.ok) throw new Error(answer.code);
      const reply = ownCardsAnswer.safeParse(answer.reply);
      return reply.success ? { asked, own: reply.data.own } : null;
    },
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: one change per answer
  useEffect(() => {
    if (data) change((before) => withNews(before, data));
  }, [data]);
}
