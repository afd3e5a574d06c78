import type { CardConsents, RevealedCard } from "@/lib/activities/card-schema";
import {
  cardReads,
  gatherForReview,
  holdCard,
  isEnough,
  liveCards,
  revealCards,
  submitCard,
  withdrawCard,
} from "@/lib/activities/cards";
import type { CollectCommand, CollectEvent } from "@/lib/activities/collect/schema";
import { THEMES_MAX } from "@/lib/activities/collect/schema";
import { type ActivityRules, accept, refuse } from "@/lib/activities/kit";
import type { CollectSettings } from "@/lib/plans/plan-template";

export interface CollectData {
  /** The batch that cards handed in now belong to. */
  batch: number;
  /** The batch that review shows; null before writing closed. */
  reviewed: number | null;
  /** False: too few contributors, so nothing is shown to anybody and the room talks instead. */
  enough: boolean;
  cards: Map<string, RevealedCard>;
  consents: Map<string, CardConsents>;
  themes: Map<string, string>;
  /** Theme of each sorted card. */
  sorted: Map<string, string>;
  late: number;
}

/** Anonymous cards: write → review → reveal → cluster. */
export const collectRules: ActivityRules<
  CollectSettings,
  CollectData,
  CollectCommand,
  CollectEvent
> = {
  phases: ["write", "review", "reveal", "cluster"],

  initial: () => ({
    batch: 0,
    reviewed: null,
    enough: true,
    cards: new Map(),
    consents: new Map(),
    themes: new Map(),
    sorted: new Map(),
    late: 0,
  }),

  reads: (command, data) => cardReads(command, data.batch),

  decide({ settings, data, phase, role, command, context }) {
    if (command.type === "submitCard" || command.type === "withdrawCard") {
      if (role !== "participant") return refuse("not-allowed");
    } else if (role !== "facilitator") return refuse("not-allowed");

    switch (command.type) {
      case "submitCard": {
        if ([...command.text].length > settings.characterLimit) return refuse("too-long");
        return submitCard({
          context,
          command,
          content: {
            text: command.text,
            caseId: null,
            lens: null,
            mayBeCase: settings.caseConsent && command.mayBeCase,
            mayBeQuoted: settings.quoteConsent && command.mayBeQuoted,
          },
          batch: data.batch,
          budget: settings.itemLimit,
          isRevealed: (markHash) => hasMark(data, markHash),
        });
      }
      case "withdrawCard":
        return withdrawCard(context, command);
      case "holdCard": {
        if (data.reviewed === null || !data.enough) return refuse("wrong-phase");
        if (phase === "review") return holdCard(context, data.reviewed, command);
        if (command.held) return refuse("wrong-phase");
        // Released after the reveal: it hides among the contributors of its own batch (rule 2).
        const card = liveCards(context, data.reviewed).filter(
          (each) => each.reviewId === command.reviewId,
        );
        if (card.length === 0) return refuse("closed");
        const { cards, consents, sealed } = revealCards(context, card);
        return accept<CollectEvent>(
          [{ type: "cardsRevealed", batch: data.reviewed, cards, consents }],
          sealed,
        );
      }
      case "addTheme":
        if (phase !== "cluster") return refuse("wrong-phase");
        if (data.themes.has(command.themeId)) return accept();
        if (data.themes.size >= THEMES_MAX) return refuse("over-budget");
        return accept<CollectEvent>([
          { type: "themeNamed", themeId: command.themeId, name: command.name },
        ]);
      case "renameTheme":
        if (phase !== "cluster" || !data.themes.has(command.themeId)) return refuse("wrong-phase");
        return accept<CollectEvent>([
          { type: "themeNamed", themeId: command.themeId, name: command.name },
        ]);
      case "removeTheme":
        if (phase !== "cluster") return refuse("wrong-phase");
        if (!data.themes.has(command.themeId)) return accept();
        return accept<CollectEvent>([{ type: "themeRemoved", themeId: command.themeId }]);
      case "sortCard":
        if (phase !== "cluster" || !data.cards.has(command.cardId)) return refuse("wrong-phase");
        if (command.themeId !== null && !data.themes.has(command.themeId)) {
          return refuse("wrong-phase");
        }
        return accept<CollectEvent>([
          { type: "cardSorted", cardId: command.cardId, themeId: command.themeId },
        ]);
    }
  },

  enter({ data, phase, context }) {
    if (phase === "review" && data.reviewed === null) {
      const batch = data.batch;
      const enough = isEnough(context, batch);
      return accept<CollectEvent>(
        [{ type: "writingClosed", batch, enough }],
        enough ? gatherForReview(context, batch) : [],
      );
    }
    if (phase === "reveal" && data.reviewed !== null && data.enough && data.cards.size === 0) {
      const batch = data.reviewed;
      // Cards withdrawn or held during review may have brought the batch below k.
      if (!isEnough(context, batch)) {
        return accept<CollectEvent>([{ type: "revealSuppressed", batch }]);
      }
      const released = liveCards(context, batch).filter((card) => !card.held);
      const { cards, consents, sealed } = revealCards(context, released);
      return accept<CollectEvent>([{ type: "cardsRevealed", batch, cards, consents }], sealed);
    }
    return accept();
  },

  close({ data, context }) {
    const late = liveCards(context, data.batch).length;
    const cameLate = data.reviewed !== null && late > 0;
    return accept<CollectEvent>(cameLate ? [{ type: "lateCardsDestroyed", count: late }] : []);
  },

  evolve(data, event) {
    switch (event.type) {
      case "writingClosed":
        data.reviewed = event.batch;
        data.batch = event.batch + 1;
        data.enough = event.enough;
        return;
      case "revealSuppressed":
        data.enough = false;
        return;
      case "cardsRevealed":
        for (const card of event.cards) data.cards.set(card.id, card);
        for (const [id, consents] of Object.entries(event.consents)) {
          data.consents.set(id, consents);
        }
        return;
      case "themeNamed":
        data.themes.set(event.themeId, event.name);
        return;
      case "themeRemoved":
        data.themes.delete(event.themeId);
        for (const [cardId, themeId] of data.sorted) {
          if (themeId === event.themeId) data.sorted.delete(cardId);
        }
        return;
      case "cardSorted":
        if (event.themeId === null) data.sorted.delete(event.cardId);
        else data.sorted.set(event.cardId, event.themeId);
        return;
      case "lateCardsDestroyed":
        data.late = event.count;
    }
  },

  canGoBack: (_data, phase) => phase === "cluster",
};

function hasMark(data: CollectData, markHash: string): boolean {
  for (const card of data.cards.values()) if (card.markHash === markHash) return true;
  return false;
}
