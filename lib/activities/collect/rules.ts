import { answerToRepeat, putBallots } from "@/lib/activities/ballots";
import { evolveTag, tagCard } from "@/lib/activities/card-tags";
import {
  cardReads,
  closeWriting,
  evolveCardBatches,
  holdCard,
  holdCards,
  isReviewingLate,
  noCardBatches,
  revealLate,
  revealReviewed,
  reviewLate,
  submitCard,
  withdrawCard,
} from "@/lib/activities/cards";
import type {
  CollectCommand,
  CollectEvent,
  CollectSettings,
  DotBallot,
} from "@/lib/activities/collect/schema";
import { dotBallot, THEMES_MAX } from "@/lib/activities/collect/schema";
import {
  type ActivityRules,
  accept,
  type CardBatches,
  type Decision,
  type RuleContext,
  refuse,
} from "@/lib/activities/kit";
import { charactersOver } from "@/lib/session/text";

export interface CollectData extends CardBatches {
  themes: Map<string, string>;
  /** Theme of each sorted card. */
  sorted: Map<string, string>;
  /** Null until the vote closed; `dots` is null where fewer than k people voted. */
  vote: { dots: Record<string, number> | null } | null;
}

/** Anonymous cards: write → review → reveal → cluster, then vote → show where the plan gives dots. */
export const collectRules: ActivityRules<
  CollectSettings,
  CollectData,
  CollectCommand,
  CollectEvent
> = {
  phases: ({ dots }) =>
    dots > 0
      ? ["write", "review", "reveal", "cluster", "vote", "show"]
      : ["write", "review", "reveal", "cluster"],

  initial: () => ({ ...noCardBatches(), themes: new Map(), sorted: new Map(), vote: null }),

  reads: (command, data) =>
    command.type === "castDots"
      ? [{ of: "ballot", slot: DOTS_SLOT }]
      : cardReads(command, data.batch),

  decide({ settings, data, phase, role, command, earlier, context }) {
    const isParticipants =
      command.type === "submitCard" ||
      command.type === "withdrawCard" ||
      command.type === "castDots";
    if (isParticipants !== (role === "participant")) return refuse("not-allowed");

    switch (command.type) {
      case "submitCard": {
        if (charactersOver(command.text, settings.characterLimit) > 0) return refuse("too-long");
        return submitCard({
          context,
          command,
          content: {
            text: command.text,
            caseId: null,
            lens: null,
            mayBeCase:
              settings.caseConsent && command.mayBeCase && !command.unfair && !command.notForStage,
            mayBeQuoted: settings.quoteConsent && command.mayBeQuoted && !command.notForStage,
            unfair: settings.caseConsent && command.unfair,
            notForStage: command.notForStage,
          },
          batch: data.batch,
          budget: settings.itemLimit,
          earlier,
        });
      }
      case "withdrawCard":
        return withdrawCard(context, command);
      case "holdCard":
        return holdCard(data, context, command);
      case "holdCards":
        return holdCards(data, context, command);
      case "tagCard":
        return tagCard(data, context, command);
      case "reviewLate":
        return collectLateBatch(data, phase) === null
          ? refuse("wrong-phase")
          : reviewLate(data, context);
      case "revealLate":
        return revealLate(data, context);
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
      case "castDots":
        if (data.vote) return refuse("closed");
        if (phase !== "vote" || !data.enough) return refuse("wrong-phase");
        return castDots(settings, data, command, context);
    }
  },

  enter({ data, phase, context }) {
    if (phase === "review") return closeWriting(data, context);
    if (phase === "reveal") return revealReviewed(data, context);
    return phase === "show" && !data.vote ? accept([countDots(data, context)]) : accept();
  },

  close({ data, phase, context }) {
    return phase === "vote" && !data.vote ? accept([countDots(data, context)]) : accept();
  },

  evolve(data, event) {
    switch (event.type) {
      case "writingClosed":
      case "revealSuppressed":
      case "cardsRevealed":
      case "lateCardsDestroyed":
      case "unshownCardsDestroyed":
        evolveCardBatches(data, event);
        return;
      case "cardTagged":
        evolveTag(data, event);
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
      case "dotsCounted":
        data.vote = { dots: event.dots };
    }
  },

  // From the vote too: ballots stay sealed, and a dot on a theme that is no more does not count.
  canGoBack: (_data, phase) => phase === "cluster" || phase === "vote",
};

/** Late cards wait from the first reveal on; one round at a time. */
export function collectLateBatch(data: CollectData, phase: string): number | null {
  const open = phase !== "closed" && data.revealed !== null && !isReviewingLate(data);
  return open ? data.batch : null;
}

/** Slot of a participant's ballot on the themes. */
const DOTS_SLOT = "dots";

/** One ballot per device; a newer revision replaces it. Several dots may lie on one theme. */
function castDots(
  settings: CollectSettings,
  data: CollectData,
  command: { revision: number; dots: Record<string, number> },
  context: RuleContext,
): Decision<CollectEvent> {
  const { revision, dots } = command;
  const content: DotBallot = { dots };
  // Before the theme is looked for: it may have gone since this ballot was taken.
  const repeat = answerToRepeat(context, DOTS_SLOT, { revision, content });
  if (repeat) return repeat;
  const given = Object.values(dots).reduce((sum, each) => sum + each, 0);
  if (given > settings.dots) return refuse("over-budget");
  if (Object.keys(dots).some((themeId) => !data.themes.has(themeId))) return refuse("not-allowed");
  return putBallots(context, revision, [[DOTS_SLOT, content]]);
}

/** Dots per theme, over cast ballots; below k ballots nothing, and never a zero. */
function countDots(
  data: CollectData,
  context: RuleContext,
): Extract<CollectEvent, { type: "dotsCounted" }> {
  const ballots = context.sealed.ballots().map(({ content }) => dotBallot.parse(content));
  if (ballots.length < context.k.scores) return { type: "dotsCounted", dots: null };
  const dots: Record<string, number> = {};
  for (const ballot of ballots) {
    for (const [themeId, given] of Object.entries(ballot.dots)) {
      if (data.themes.has(themeId)) dots[themeId] = (dots[themeId] ?? 0) + given;
    }
  }
  return { type: "dotsCounted", dots };
}
