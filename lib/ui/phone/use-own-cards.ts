"use client";

import { useMemo } from "react";
import { changeCard, withCard } from "@/lib/client/answers";
import { newOwnCard, type OwnCard } from "@/lib/client/device-record";
import { hashSecret, randomSecret } from "@/lib/client/random";
import { useDevice } from "@/lib/ui/phone/device-provider";

export interface OwnCards {
  /** Not withdrawn ones, oldest first. */
  all: OwnCard[];
  /** Starts a card with what was typed first, under secrets of its own. */
  begin(start: Partial<Pick<OwnCard, "draft" | "attributes" | "late">>): OwnCard;
  change(edit: string, change: Partial<OwnCard>): void;
  /**
   * Hands in what the editor holds; `content` is what the kind's command carries beside it. `late`:
   * after writing had closed.
   */
  handIn(card: OwnCard, content: object, options?: { late: boolean }): void;
  withdraw(card: OwnCard): void;
}

/** This device's own cards of one activity. */
export function useOwnCards(activity: string): OwnCards {
  const { record, change, handIn } = useDevice();
  const all = useMemo(
    () => record.cards.filter((card) => card.activity === activity && !card.withdrawn),
    [record.cards, activity],
  );
  return {
    all,
    begin(start) {
      const secrets = { edit: randomSecret(), mark: randomSecret() };
      const card = newOwnCard({ ...secrets, activity, ...start });
      change((before) => withCard(before, card));
      return card;
    },
    change(edit, part) {
      change((before) => changeCard(before, edit, (card) => ({ ...card, ...part })));
    },
    handIn(card, content, options) {
      const text = card.draft.trim();
      handIn((before) => {
        const cards = withCard(before, card);
        const known = cards.cards.find(({ edit }) => edit === card.edit) ?? card;
        const revision = known.revision + 1;
        const record = changeCard(cards, card.edit, (each) => ({
          ...each,
          draft: text,
          sent: text,
          revision,
          state: "saving",
          tooLate: null,
          // A card stays in the batch it was first handed in for.
          late: each.accepted === null ? (options?.late ?? false) : each.late,
        }));
        const { edit, mark, notForStage } = card;
        const secrets = { edit, markHash: hashSecret(mark), revision };
        const command = { type: "submitCard", ...secrets, text, notForStage };
        return {
          record,
          command: { type: "activity", activity, command: { ...command, ...content } },
        };
      });
    },
    withdraw(card) {
      handIn((before) => ({
        record: changeCard(before, card.edit, (each) => ({
          ...each,
          withdrawn: true,
          state: "saving",
        })),
        command: {
          type: "activity",
          activity,
          command: { type: "withdrawCard", edit: card.edit },
        },
      }));
    },
  };
}

/** Secrets of one's own marks by their hash: what is one's own is found out here, nowhere else. */
export function useOwnMarks(): ReadonlyMap<string, string> {
  const { record } = useDevice();
  const marks = record.cards.map((card) => card.mark).join();
  return useMemo(
    () => new Map(marks === "" ? [] : marks.split(",").map((mark) => [hashSecret(mark), mark])),
    [marks],
  );
}
