"use client";

import { useMemo } from "react";
import {
  cardHandedIn,
  cardWithdrawn,
  changeCard,
  newOwnCard,
  type OwnCard,
  withCard,
} from "@/lib/client/own-card";
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
    handIn: (card, content, { late } = { late: false }) =>
      handIn((before) => cardHandedIn(before, card, { content, late })),
    withdraw: (card) => handIn((before) => cardWithdrawn(before, card)),
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
