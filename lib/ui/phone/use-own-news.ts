"use client";

import { useEffect, useRef } from "react";
import { useLive, useLiveView } from "@/lib/client/live-provider";
import { marksToAsk, msUntilAsking, withNews } from "@/lib/client/own-news";
import { transientRefusals } from "@/lib/errors";
import { ownCardsAnswer } from "@/lib/session/own-cards-answer";
import { useDevice } from "@/lib/ui/phone/device-provider";

/** After "busy" or a lost answer: soon enough for somebody who waits, spread by chance. */
const ASK_AGAIN_MS = 2_000;

/**
 * Asks what there is to know about one's own cards whenever the room's count of news rises: every
 * phone does, with as many marks, so that asking says nothing (anonymity.md, rule 1). Not all at once: what they ask after is
 * still on its way to others.
 */
export function useOwnNews(): void {
  const { connection, send } = useLive();
  const { record, change } = useDevice();
  const news = useLiveView((view) => view.news) ?? 0;
  const there = useLiveView(({ room }) => room?.there) ?? 0;

  const latest = useRef({ record, change, there });
  latest.current = { record, change, there };
  /** Up to which count it was answered. */
  const answered = useRef(0);

  useEffect(() => {
    if (news === answered.current || connection !== "online") return;
    let isOver = false;
    let timer = setTimeout(() => void ask(), msUntilAsking(latest.current.there, Math.random()));

    async function ask(): Promise<void> {
      const asked = marksToAsk(latest.current.record);
      const answer = await send({ type: "askAboutOwnCards", marks: asked });
      if (isOver) return;
      if (!answer.ok && transientRefusals.has(answer.code)) {
        timer = setTimeout(() => void ask(), ASK_AGAIN_MS * (0.5 + Math.random()));
        return;
      }
      answered.current = news;
      // Ended or unreadable: nothing that asking again would change.
      const reply = answer.ok ? ownCardsAnswer.safeParse(answer.reply) : null;
      if (reply?.success) {
        const { own } = reply.data;
        latest.current.change((before) => withNews(before, { asked, own }));
      }
    }

    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [news, connection, send]);
}
