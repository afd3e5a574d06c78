"use client";

import { MessageCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ConsoleCommands } from "@/lib/console/use-console-commands";
import { isolated } from "@/lib/i18n/isolated";
import type { FacilitatorView } from "@/lib/session/facilitator-view";
import { Button } from "@/lib/ui/button";
import { useCovered } from "@/lib/ui/console/cover";

export interface TalkSignalsProps {
  view: FacilitatorView;
  commands: ConsoleCommands;
  online: boolean;
}

/** "I'd like to talk", from one on: stays until somebody says that it was seen. */
export function TalkSignals({ view, commands, online }: TalkSignalsProps) {
  const t = useTranslations("console");
  const covered = useCovered();
  const { count, cards } = view.facilitator.talk;
  const seen = (card: string | null) =>
    void commands.tell({ type: "acknowledgeTalk", card, count: card === null ? count : 1 });
  const signals = [
    ...(count > 0 ? [{ card: null, text: t("talkCount", { n: count }) }] : []),
    ...cards.map(({ id, text }) => ({
      card: id,
      text: covered ? t("talkCardCovered") : t("talkCard", { text: isolated(text) }),
    })),
  ];
  return (
    <div role="status">
      <ul className="flex max-h-40 flex-col gap-2 overflow-y-auto">
        {signals.map(({ card, text }) => (
          <li
            className="flex items-center justify-between gap-4 rounded-control bg-ochre-soft px-3 py-1.5 text-ochre"
            key={card ?? "help"}
          >
            <p className="flex min-w-0 items-center gap-2">
              <MessageCircle aria-hidden className="shrink-0" size={20} strokeWidth={1.75} />
              <span className="line-clamp-2 min-w-0">{text}</span>
            </p>
            <Button
              className="shrink-0"
              disabled={!online}
              onClick={() => seen(card)}
              size="console"
            >
              {t("talkSeen")}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
