import {
  type CardBatches,
  cardReads,
  closeWriting,
  destroyLateCards,
  evolveCardBatches,
  holdCard,
  isRevealed,
  liveCards,
  noCardBatches,
  revealCards,
  revealReviewed,
  submitCard,
  withdrawCard,
} from "@/lib/activities/cards";
import type {
  CollectCommand,
  CollectEvent,
  CollectSettings,
} from "@/lib/activities/collect/schema";
import { THEMES_MAX } from "@/lib/activities/collect/schema";
import { type ActivityRules, accept, refuse } from "@/lib/activities/kit";

export interface CollectData extends CardBatches {
  themes: Map<string, string>;
  /** Theme of each sorted card. */
  sorted: Map<string, string>;
}

/** Anonymous cards: write → review → reveal → cluster. */
export const collectRules: ActivityRules<
  CollectSettings,
  CollectData,
  CollectCommand,
  CollectEvent
> = {
  phases: ["write", "review", "reveal", "cluster"],

  initial: () => ({ ...noCardBatches(), themes: new Map(), sorted: new Map() }),

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
          isRevealed: (markHash) => isRevealed(data, markHash),
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
    if (phase === "review") return closeWriting(data, context);
    return phase === "reveal" ? revealReviewed(data, context) : accept();
  },

  close: ({ data, context }) => accept<CollectEvent>(destroyLateCards(data, context)),

  evolve(data, event) {
    switch (event.type) {
      case "writingClosed":
      case "revealSuppressed":
      case "cardsRevealed":
      case "lateCardsDestroyed":
        evolveCardBatches(data, event);
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
    }
  },

  canGoBack: (_data, phase) => phase === "cluster",
};
