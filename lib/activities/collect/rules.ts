import { answerToRepeat, putBallots } from "@/lib/activities/ballots";
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
  castDots,
  chooseCase,
  collectAttributes,
  type DotBallot,
  dotBallot,
} from "@/lib/activities/collect/schema";
import {
  accept,
  type CardBatches,
  type ConsentedCard,
  commandsOf,
  type Decision,
  type RuleContext,
  type RuleInput,
  refuse,
} from "@/lib/activities/contract";
import { arrangedAtClose } from "@/lib/activities/sorting";
import { evolveThemes, noThemes, type Themes, themeCommands } from "@/lib/activities/themes";

export interface CollectData extends CardBatches, Themes {
  /** Keys of the plan's columns. */
  columns: readonly string[];
  /** Key of the case that the room talks about; null for none. */
  case: string | null;
  /** Null until the vote closed; `dots` is null where fewer than k people voted. */
  vote: { dots: Record<string, number> | null } | null;
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

/** Slot of a participant's ballot on the themes. */
const DOTS_SLOT = "dots";

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
    phase: "cluster",
    zones: () => [],
    roomSorts: ({ roomSorts }) => roomSorts === true,
  }),
  castDots: command({
    from: "participant",
    schema: castDots,
    reads: () => [{ of: "ballot", slot: DOTS_SLOT }],
    decide(ballot, { settings, data, phase, context }) {
      if (data.vote) return refuse("closed");
      if (phase !== "vote" || !data.enough) return refuse("wrong-phase");
      return takeDots(settings, data, ballot, context);
    },
  }),
};

export function enterCollect({
  data,
  phase,
  context,
}: RuleInput<CollectSettings, CollectData>): Decision<CollectEvent> {
  if (phase === "review") return closeWriting(data, context);
  if (phase === "reveal") return revealReviewed(data, context, withoutSmallColumns);
  return phase === "show" && !data.vote ? accept([countDots(data, context)]) : accept();
}

export function closeCollect({
  data,
  phase,
  context,
}: RuleInput<CollectSettings, CollectData>): Decision<CollectEvent> {
  const arranged = arrangedAtClose(data, context.documents);
  const counted = phase === "vote" && !data.vote ? [countDots(data, context)] : [];
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

/** One ballot per device; a newer revision replaces it. Several dots may lie on one theme. */
function takeDots(
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
