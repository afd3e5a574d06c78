import {
  type BoardAttributes,
  type BoardEvent,
  type BoardSettings,
  boardAttributes,
} from "@/lib/activities/board/schema";
import { withoutSmallZones, zoneOf } from "@/lib/activities/board/zones";
import { cardCommands } from "@/lib/activities/card-commands";
import {
  cardSlot,
  closeWriting,
  evolveCardBatches,
  isReviewingLate,
  noCardBatches,
  revealReviewed,
} from "@/lib/activities/cards";
import { accept, type CardBatches, type Decision, type RuleInput } from "@/lib/activities/contract";
import { countDots, type DotVote, dotCommands } from "@/lib/activities/dots";
import { arrangedAtClose } from "@/lib/activities/sorting";
import { evolveThemes, noThemes, type Themes, themeCommands } from "@/lib/activities/themes";

export interface BoardData extends CardBatches, Themes, DotVote {
  /** Keys of the plan's zones. */
  zones: readonly string[];
}

export const newBoardData = ({ zones }: Pick<BoardSettings, "zones">): BoardData => ({
  ...noCardBatches(),
  ...noThemes(),
  zones: zones.map(({ key }) => key),
  vote: null,
});

export const boardCommands = {
  ...cardCommands<BoardSettings, BoardData, BoardAttributes>({
    attributes: boardAttributes,
    refusal({ edit, attributes }, { data, phase, context }) {
      // Everybody is with something of their own by then; a repeat of an earlier note may still come.
      if (phase === "ask" && !context.sealed.card(context.tag(cardSlot(edit)))) return "closed";
      return data.zones.includes(attributes.zone) ? null : "not-allowed";
    },
    characterLimit: ({ characterLimit }) => characterLimit,
    consents: ({ quoteConsent }) => ({ asksForCases: false, asksForQuotes: quoteConsent }),
    groups: {
      of: zoneOf,
      all: ({ zones }) => zones,
      inAll: ({ itemLimit }) => itemLimit,
      mayMove: true,
    },
    budget: ({ settings }) => settings.zoneLimit,
    shownAttributes: withoutSmallZones,
    lateBatch: boardLateBatch,
  }),
  ...themeCommands<BoardSettings, BoardData>({
    phases: ["group", "weighed"],
    zones: ({ zones }) => zones.map(({ key }) => key),
    roomSorts: ({ roomSorts }) => roomSorts === true,
  }),
  ...dotCommands<BoardSettings, BoardData>({
    phase: "vote",
    each: ({ dots }) => dots,
    targets: ({ cards }) => cards,
  }),
};

export function enterBoard({
  data,
  phase,
  context,
}: RuleInput<BoardSettings, BoardData>): Decision<BoardEvent> {
  if (phase === "review") return closeWriting(data, context);
  if (phase === "show") return revealReviewed(data, context, withoutSmallZones);
  return phase === "weighed" && !data.vote ? accept([countDots(data.cards, context)]) : accept();
}

/** What is kept of the board is where its notes lie, and what a vote that nobody has closed came to. */
export function closeBoard({
  data,
  phase,
  context,
}: RuleInput<BoardSettings, BoardData>): Decision<BoardEvent> {
  const arranged = arrangedAtClose(data, context.documents);
  const counted = phase === "vote" && !data.vote ? [countDots(data.cards, context)] : [];
  return accept([...arranged, ...counted]);
}

export function evolveBoard(data: BoardData, event: BoardEvent): void {
  switch (event.type) {
    case "themeNamed":
    case "themeColoured":
    case "themeRemoved":
    case "cardSpotlit":
    case "themeSpotlit":
    case "cardSorted":
    case "cardsArranged":
      evolveThemes(data, event);
      return;
    case "dotsCounted":
      data.vote = { dots: event.dots };
      return;
    default:
      evolveCardBatches(data, event);
  }
}

/** From the first batch on notes that are added wait for the next one, while the room is with them. */
export function boardLateBatch(data: BoardData, phase: string): number | null {
  const open =
    phase !== "closed" && phase !== "ask" && data.revealed !== null && !isReviewingLate(data);
  return open ? data.batch : null;
}
