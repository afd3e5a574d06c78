"use client";

import { useMemo } from "react";
import { changeCard } from "@/lib/client/answers";
import type { OwnCard } from "@/lib/client/device-record";
import { useLive } from "@/lib/client/live-provider";
import { useDevice } from "@/lib/client/participant/device-provider";
import { hashSecret, randomSecret } from "@/lib/client/random";

export interface OwnCards {
  /** Not withdrawn ones, oldest first. */
  all: OwnCard[];
  /** Starts a card with what was typed first, under secrets of its own. */
  begin(start: Partial<Pick<OwnCard, "draft" | "caseId" | "lens">>): OwnCard;
  change(edit: string, change: Partial<OwnCard>): void;
  /** Hands in what the editor holds; `content` is what the kind's command carries beside it. */
  handIn(card: OwnCard, type: "submitCard" | "submitReading", content: object): void;
  withdraw(card: OwnCard, type: "withdrawCard" | "withdrawReading"): void;
}

/** This device's own cards of one activity. */
export function useOwnCards(activity: string): OwnCards {
  const { record, change } = useDevice();
  const { send } = useLive();
  const all = useMemo(
    () => record.cards.filter((card) => card.activity === activity && !card.withdrawn),
    [record.cards, activity],
  );
  return {
    all,
    begin(start) {
      const card: OwnCard = {
        edit: randomSecret(),
        mark: randomSecret(),
        activity,
        caseId: start.caseId ?? null,
        lens: start.lens ?? null,
        draft: start.draft ?? "",
        sent: null,
        mayBeCase: false,
        mayBeQuoted: false,
        revision: 0,
        state: "draft",
        withdrawn: false,
      };
      change((before) => ({ ...before, cards: [...before.cards, card] }));
      return card;
    },
    change(edit, part) {
      change((before) => changeCard(before, edit, (card) => ({ ...card, ...part })));
    },
    handIn(card, type, content) {
      const text = card.draft.trim();
      const revision = card.revision + 1;
      change((before) =>
        changeCard(before, card.edit, (each) => ({
          ...each,
          draft: text,
          sent: text,
          revision,
          state: "saving",
        })),
      );
      void send({
        type: "activity",
        activity,
        command: {
          type,
          edit: card.edit,
          markHash: hashSecret(card.mark),
          revision,
          text,
          ...content,
        },
      });
    },
    withdraw(card, type) {
      change((before) =>
        changeCard(before, card.edit, (each) => ({ ...each, withdrawn: true, state: "saving" })),
      );
      void send({ type: "activity", activity, command: { type, edit: card.edit } });
    },
  };
}

/** Which of the revealed cards are this device's own: found out here, known to nobody else. */
export function useOwnMarks(): ReadonlySet<string> {
  const { record } = useDevice();
  return useMemo(() => new Set(record.cards.map((card) => hashSecret(card.mark))), [record.cards]);
}
