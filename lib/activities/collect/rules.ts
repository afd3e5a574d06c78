import { cardCommands } from "@/lib/activities/card-commands";
import { mayBecomeCase } from "@/lib/activities/card-schema";
import { evolveTag, tagCommands } from "@/lib/activities/card-tags";
import {
  cardSlot,
  closeWriting,
  evolveCardBatches,
  isReviewingLate,
  noCardBatches,
  revealReviewed,
} from "@/lib/activities/cards";
import { columnOf, withoutSmallColumns } from "@/lib/activities/collect/columns";
import {
  type CollectAttributes,
  type CollectEvent,
  type CollectSettings,
  chooseCase,
  collectAttributes,
} from "@/lib/activities/collect/schema";
import {
  accept,
  type CardBatches,
  type ConsentedCard,
  commandsOf,
  type Decision,
  type RuleInput,
  refuse,
} from "@/lib/activities/contract";
import { countDots, type DotVote, dotCommands } from "@/lib/activities/dots";
import { arrangedAtClose } from "@/lib/activities/sorting";
import { evolveThemes, noThemes, type Themes, themeCommands } from "@/lib/activities/themes";

export interface CollectData extends CardBatches, Themes, DotVote {
  /** Keys of the plan's columns. */
  columns: readonly string[];
  /** Key of the case that the room talks about; null for none. */
  case: string | null;
}

export const newCollectData = ({
  columns,
  caseFirst,
}: Pick<CollectSettings, "columns" | "caseFirst">): CollectData => ({
  ...noCardBatches(),
  ...noThemes(),
  columns: columns.map(({ key }) => key),
  case: caseFirst?.cases[0]?.key ?? null,
  vote: null,
});

const command = commandsOf<CollectSettings, CollectData, CollectEvent>();

export const collectCommands = {
  ...cardCommands<CollectSettings, CollectData, CollectAttributes>({
    attributes: collectAttributes,
    refusal({ edit, attributes }, { data, phase, context }) {
      if (phase === "case") return "wrong-phase";
      // Everybody is with something of their own by then; a repeat of an earlier card may still come.
      if (phase === "ask" && !context.sealed.card(context.tag(cardSlot(edit)))) return "closed";
      const column = columnOf(attributes);
      const fits = data.columns.length === 0 ? column === null : isColumn(data, column);
      return fits ? null : "not-allowed";
    },
    characterLimit: ({ characterLimit }) => characterLimit,
    consents: ({ caseConsent, quoteConsent }) => ({
      asksForCases: caseConsent,
      asksForQuotes: quoteConsent,
    }),
    groups: {
      of: columnOf,
      all: ({ columns }) => columns,
      inAll: ({ itemLimit }) => itemLimit,
      mayMove: true,
    },
    budget: ({ settings: { columns, columnLimit, itemLimit } }) =>
      columns.length > 0 ? columnLimit : itemLimit,
    shownAttributes: withoutSmallColumns,
    lateBatch: collectLateBatch,
  }),
  ...tagCommands<CollectSettings, CollectData>(),
  chooseCase: command({
    from: "facilitator",
    schema: chooseCase,
    decide({ case: key }, { settings, data, phase }) {
      if (phase !== "case") return refuse("wrong-phase");
      if (!settings.caseFirst?.cases.some((each) => each.key === key)) return refuse("not-allowed");
      return accept<CollectEvent>(data.case === key ? [] : [{ type: "caseChosen", case: key }]);
    },
  }),
  ...themeCommands<CollectSettings, CollectData>({
    phases: ["cluster"],
    zones: () => [],
    roomSorts: ({ roomSorts }) => roomSorts === true,
  }),
  ...dotCommands<CollectSettings, CollectData>({
    phase: "vote",
    each: ({ dots }) => dots,
    targets: ({ themes }) => themes,
  }),
};

export function enterCollect({
  data,
  phase,
  context,
}: RuleInput<CollectSettings, CollectData>): Decision<CollectEvent> {
  if (phase === "review") return closeWriting(data, context);
  if (phase === "reveal") return revealReviewed(data, context, withoutSmallColumns);
  return phase === "show" && !data.vote ? accept([countDots(data.themes, context)]) : accept();
}

export function closeCollect({
  data,
  phase,
  context,
}: RuleInput<CollectSettings, CollectData>): Decision<CollectEvent> {
  const arranged = arrangedAtClose(data, context.documents);
  const counted = phase === "vote" && !data.vote ? [countDots(data.themes, context)] : [];
  return accept([...arranged, ...counted]);
}

export function evolveCollect(data: CollectData, event: CollectEvent): void {
  switch (event.type) {
    case "cardTagged":
      evolveTag(data, event);
      return;
    case "caseChosen":
      data.case = event.case;
      return;
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

const isColumn = ({ columns }: CollectData, column: string | null): boolean =>
  column !== null && columns.includes(column);

/** Revealed cards that may become cases. */
export function consentedCards({ cards, consents }: CollectData): ConsentedCard[] {
  return [...cards.values()].flatMap(({ id, text, markHash }) => {
    const allowed = consents.get(id);
    return allowed && mayBecomeCase(allowed) ? [{ id, text, markHash }] : [];
  });
}

/** Ids of the cards whose words may leave the room. */
export function quotableCards(
  { summary }: CollectSettings,
  { consents }: CollectData,
): ReadonlySet<string> {
  if (summary !== "approved") return new Set();
  return new Set([...consents].flatMap(([id, { mayBeQuoted }]) => (mayBeQuoted ? [id] : [])));
}

/** Late cards wait from the first reveal on, while the room is with the cards; one round at a time. */
export function collectLateBatch(data: CollectData, phase: string): number | null {
  const open =
    phase !== "closed" && phase !== "ask" && data.revealed !== null && !isReviewingLate(data);
  return open ? data.batch : null;
}
