import { boardRecord } from "@/lib/activities/board/record";
import { boardEvent, boardSettings } from "@/lib/activities/board/schema";
import { cardTestimony } from "@/lib/activities/card-witness";
import { dotsCast, dotsTold, dotTestimony } from "@/lib/activities/dot-witness";
import type { Scene } from "@/lib/activities/simulation";
import type { Counted, Witness } from "@/lib/activities/witness";
import { same } from "@/lib/words";

/** From the first batch on a further one can be reviewed and shown. */
const LATE = ["show", "group", "vote", "weighed"];
/** Where facilitators arrange notes. */
const ARRANGED = ["group", "weighed"];
const ALL = ["add", "review", ...LATE];
const GROUPS_AT_ONCE = 3;
const DOTS = 3;

export const witness: Witness = {
  commands: {
    ...cardTestimony(
      { written: ALL, held: ["review"], late: LATE, typedIn: ["add", "review"] },
      (scene) => ({ zone: zoneIn(scene) }),
    ),
    revealLate: { from: "facilitator", accepted: LATE, sample: () => ({}) },
    // The same id for all commands of a position, as the edit secret is.
    addTheme: {
      from: "facilitator",
      accepted: ARRANGED,
      sample: ({ edit }, scene) => ({ themeId: edit, name: "Gruppe", zone: zoneIn(scene) }),
    },
    renameTheme: {
      from: "facilitator",
      accepted: ARRANGED,
      refers: true,
      sample: ({ edit }) => ({ themeId: edit, name: "Neu" }),
    },
    colourTheme: {
      from: "facilitator",
      accepted: ARRANGED,
      refers: true,
      sample: ({ edit }) => ({ themeId: edit, colour: "ochre" }),
    },
    removeTheme: {
      from: "facilitator",
      accepted: ARRANGED,
      sample: ({ edit }) => ({ themeId: edit }),
    },
    sortCard: {
      from: "facilitator",
      accepted: ARRANGED,
      refers: true,
      sample: ({ card }) => ({ cardId: card, themeId: null }),
    },
    placeCards: {
      from: "participant",
      accepted: ["group"],
      refers: true,
      sample: ({ card }) => ({ cards: [{ id: card, to: null, before: null }] }),
    },
    spotlightCard: {
      from: "facilitator",
      accepted: ARRANGED,
      refers: true,
      sample: ({ card }) => ({ cardId: card }),
    },
    spotlightTheme: {
      from: "facilitator",
      accepted: ARRANGED,
      sample: () => ({ themeId: null }),
    },
    castDots: dotTestimony,
  },
  ballots: {
    cast: dotsCast,
    counted(events) {
      const notes = new Set<string>();
      return events.flatMap((each): Counted[] => {
        const event = boardEvent.parse(each);
        if (event.type === "cardsRevealed") for (const { id } of event.cards) notes.add(id);
        return event.type === "dotsCounted" ? [dotsTold(event.dots, new Set(notes))] : [];
      });
    },
  },
  press({ phase, record, cards, settings }, _, chance) {
    if (!ARRANGED.includes(phase)) return [];
    const { themes } = boardRecord.parse(record);
    const { zones } = boardSettings.parse(settings);
    const theme = themes[chance.int(0, Math.max(1, themes.length))];
    const card = cards[chance.int(0, Math.max(1, cards.length))];
    const fresh = Array.from({ length: GROUPS_AT_ONCE }, () => chance.secret());
    return [
      ...fresh.map((themeId) => ({
        ...{ type: "addTheme", themeId, name: `G ${themeId}` },
        zone: zones[chance.int(0, zones.length)]?.key,
      })),
      ...(card
        ? [
            { type: "sortCard", cardId: card.id, themeId: theme?.id ?? null },
            { type: "spotlightCard", cardId: card.notForStage ? null : card.id },
          ]
        : []),
      ...(theme
        ? [
            { type: "renameTheme", themeId: theme.id, name: `H ${chance.secret()}` },
            { type: "colourTheme", themeId: theme.id, colour: "brick" },
            { type: "spotlightTheme", themeId: theme.id },
            { type: "removeTheme", themeId: theme.id },
          ]
        : []),
    ];
  },
  // Everybody puts notes into groups and lays dots on them; in every other session with a question of one's own last.
  whole(raw, session) {
    const settings = boardSettings.parse(raw);
    const ask = session % 2 === 0 ? settings.ask : same("Wen fragen?", "Whom to ask?");
    return { ...settings, ask, roomSorts: true, dots: DOTS };
  },
};

/** The first zone of the board in view; one that there isn't without it. */
function zoneIn(scene: Scene<unknown> | null): string {
  const read = boardSettings.safeParse(scene?.settings);
  return (read.success ? read.data.zones[0]?.key : undefined) ?? "none";
}
