import { cardTestimony } from "@/lib/activities/card-witness";
import { collectRecord } from "@/lib/activities/collect/record";
import {
  type CollectSettings,
  collectEvent,
  collectSettings,
} from "@/lib/activities/collect/schema";
import { dotsCast, dotsTold, dotTestimony } from "@/lib/activities/dot-witness";
import type { Scene } from "@/lib/activities/simulation";
import type { Counted, Witness } from "@/lib/activities/witness";
import { same } from "@/lib/words";

/** From the reveal on a round of late cards can be reviewed and shown. */
const LATE = ["reveal", "cluster", "vote", "show"];
/** Cards that come late wait for the next batch; nothing but the close ends that. */
const ALL = ["write", "review", ...LATE];
/** Dots of one person, where a suite's workshop has a vote on the themes. */
const DOTS = 3;
const THEMES_AT_ONCE = 3;

export const witness: Witness = {
  commands: {
    ...cardTestimony({ written: ALL, held: ["review"], late: LATE }, (scene) => {
      const [column] = settingsIn(scene)?.columns ?? [];
      return column ? { column: column.key } : {};
    }),
    revealLate: { from: "facilitator", accepted: LATE, sample: () => ({}) },
    tagCard: {
      from: "facilitator",
      accepted: ["review", ...LATE, "ask"],
      refers: true,
      sample: ({ seen }) => ({ card: seen, tagged: true }),
    },
    chooseCase: {
      from: "facilitator",
      accepted: ["case"],
      refers: true,
      sample: (_, scene) => ({ case: settingsIn(scene)?.caseFirst?.cases[0]?.key ?? "none" }),
    },
    // The same id for all commands of a position, as the edit secret is.
    addTheme: {
      from: "facilitator",
      accepted: ["cluster"],
      sample: ({ edit }) => ({ themeId: edit, name: "Thema" }),
    },
    renameTheme: {
      from: "facilitator",
      accepted: ["cluster"],
      refers: true,
      sample: ({ edit }) => ({ themeId: edit, name: "Neu" }),
    },
    colourTheme: {
      from: "facilitator",
      accepted: ["cluster"],
      refers: true,
      sample: ({ edit }) => ({ themeId: edit, colour: "ochre" }),
    },
    removeTheme: {
      from: "facilitator",
      accepted: ["cluster"],
      sample: ({ edit }) => ({ themeId: edit }),
    },
    sortCard: {
      from: "facilitator",
      accepted: ["cluster"],
      refers: true,
      sample: ({ card }) => ({ cardId: card, themeId: null }),
    },
    spotlightCard: {
      from: "facilitator",
      accepted: ["cluster"],
      refers: true,
      sample: ({ card }) => ({ cardId: card }),
    },
    placeCards: {
      from: "participant",
      accepted: ["cluster"],
      refers: true,
      sample: ({ card }) => ({ cards: [{ id: card, to: null, before: null }] }),
    },
    spotlightTheme: {
      from: "facilitator",
      accepted: ["cluster"],
      sample: () => ({ themeId: null }),
    },
    castDots: dotTestimony,
  },
  ballots: {
    cast: dotsCast,
    counted(events) {
      const themes = new Set<string>();
      return events.flatMap((each): Counted[] => {
        const event = collectEvent.parse(each);
        if (event.type === "themeNamed") themes.add(event.themeId);
        if (event.type === "themeRemoved") themes.delete(event.themeId);
        return event.type === "dotsCounted" ? [dotsTold(event.dots, new Set(themes))] : [];
      });
    },
  },
  press({ phase, record, cards, settings }, _, chance) {
    if (phase === "case") {
      const cases = collectSettings.parse(settings).caseFirst?.cases ?? [];
      const chosen = cases[chance.int(0, Math.max(1, cases.length))];
      return chosen ? [{ type: "chooseCase", case: chosen.key }] : [];
    }
    if (phase !== "cluster") return [];
    const { themes } = collectRecord.parse(record);
    const theme = themes[chance.int(0, Math.max(1, themes.length))];
    const card = cards[chance.int(0, Math.max(1, cards.length))];
    const fresh = Array.from({ length: THEMES_AT_ONCE }, () => chance.secret());
    return [
      ...fresh.map((themeId) => ({ type: "addTheme", themeId, name: `T ${themeId}` })),
      ...(card
        ? [
            {
              type: "sortCard",
              cardId: card.id,
              themeId: theme && chance.int(0, 5) > 0 ? theme.id : null,
            },
            { type: "spotlightCard", cardId: card.notForStage ? null : card.id },
          ]
        : []),
      ...(theme
        ? [
            { type: "renameTheme", themeId: theme.id, name: `U ${chance.secret()}` },
            { type: "colourTheme", themeId: theme.id, colour: "brick" },
            { type: "spotlightTheme", themeId: theme.id },
            { type: "removeTheme", themeId: theme.id },
          ]
        : []),
    ];
  },
  // In every other session a case first, cards in columns, and a question of one's own last.
  whole(raw, session) {
    const settings = { ...collectSettings.parse(raw), dots: DOTS, roomSorts: true };
    if (session % 2 === 0) return settings;
    const { caseFirst, columns, ask } = settings;
    return {
      ...settings,
      caseFirst: caseFirst ?? { cases: CASES, questions: [same("Was geschah?", "What happened?")] },
      columns: columns.length > 0 ? columns : COLUMNS,
      ask: ask ?? same("Wen fragen?", "Whom to ask?"),
    };
  },
};

const CASES = [
  { key: "one", text: same("Keine Antwort.", "No reply.") },
  { key: "two", text: same("Eine Absage.", "A rejection.") },
];
const COLUMNS = [
  { key: "left", name: same("Links", "Left") },
  { key: "right", name: same("Rechts", "Right") },
];

function settingsIn(scene: Scene<unknown> | null): CollectSettings | null {
  const read = collectSettings.safeParse(scene?.settings);
  return read.success ? read.data : null;
}
