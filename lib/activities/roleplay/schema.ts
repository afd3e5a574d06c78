import * as z from "zod/mini";
import { type GivenCase, givenCase } from "@/lib/activities/given-case";
import { roleKey, roleSet } from "@/lib/activities/roleplay/role-set";
import { hash, REVISION_MAX } from "@/lib/ids";
import { type Words, words } from "@/lib/words";

/** More rounds than roles go round would repeat them; four take half an hour. */
export const ROUNDS_MAX = 4;
/** A line is one thought of a role, not a text (activities.md). */
export const LINE_CHARACTERS_MAX = 140;
/** Lines of one person in one round. */
export const LINES_EACH_MAX = 2;
/** "Table at the window": read from a phone held up. */
export const PLACE_CHARACTERS_MAX = 40;
/** Rows of a column that are read on the stage at once (look-2.md, row 13). */
export const ROWS_SHOWN_MAX = 4;
/** Ways of being helped to choose from, on one phone screen. */
const HELP_MAX = 5;
/**
 * Changes of one seat that are written down, of its role, its owner's coming back and where they are: each is an event, and
 * a phone that does nothing else must not fill the log.
 */
export const CHANGES_MAX = 60;
/** Chairs that one activity takes in: more people than any room for which groups of three make sense. */
export const CHAIRS_MAX = 300;

/** How a room speaks in role: aloud, in lines that are shuffled, or each alone before an empty chair. */
export const roleplayModes = ["spoken", "silent", "emptyChair"] as const;
export const roleplayMode = z.enum(roleplayModes);

/** Steps of a round, each a phase with its round's number. */
export const stepKeys = ["brief", "play", "swap", "tell", "ask", "help", "take"] as const;

/** The debrief's step in which each group writes a sheet of its own: what is a guess, what is known, what one could ask. */
export const GUESS_KNOW_ASK = "guessKnowAsk";

/** What the room talks about afterwards, each a phase, in the plan's order. */
export const debriefKeys = [
  "otherChair",
  "surprises",
  GUESS_KNOW_ASK,
  "takeAlong",
  "helped",
] as const;

const step = z.object({
  key: z.enum(stepKeys),
  /** What everybody does in it; null where the role says enough. */
  text: z.nullable(words),
  /** The same for one role alone. */
  byRole: z.record(roleKey, words),
  /** Only between two rounds: nobody swaps chairs after the last. */
  isBetween: z.boolean(),
});

const debriefStep = z.object({ key: z.enum(debriefKeys), text: words });

const givenCases = z.array(givenCase).check(z.minLength(1));

/** What the groups talk about. */
export const roleplaySource = z.discriminatedUnion("from", [
  /** A case that the plan brings along. */
  z.object({ from: z.literal("given"), givenCases }),
  /** A consented card of an earlier activity, or a given case. */
  z.object({ from: z.literal("earlier"), activity: z.string(), givenCases }),
  /** What each brings along and tells in their group; each first chooses what would help. */
  z.object({
    from: z.literal("own"),
    help: z
      .array(z.object({ key: roleKey, label: words }))
      .check(z.minLength(2), z.maxLength(HELP_MAX)),
  }),
]);

const unique = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;

/** Chairs that are swapped, in groups of three or four. */
export const roleplaySettings = z
  .object({
    source: roleplaySource,
    roleSet,
    /** Chairs in a group, where the number of people allows it. */
    size: z.union([z.literal(3), z.literal(4)]),
    /** Each round's name; null where rounds have only numbers. */
    rounds: z.array(z.nullable(words)).check(z.minLength(1), z.maxLength(ROUNDS_MAX)),
    steps: z.array(step).check(z.minLength(1)),
    mode: roleplayMode,
    /** Whether steps follow the clock from the first round on; a facilitator may change it at any time. */
    runs: z.boolean(),
    linesEach: z.int().check(z.minimum(1), z.maximum(LINES_EACH_MAX)),
    characterLimit: z.int().check(z.positive(), z.maximum(LINE_CHARACTERS_MAX)),
    /** How roles are put down, a line each; null where nobody leaves their own person. */
    deRole: z.nullable(z.array(words).check(z.minLength(1))),
    debrief: z.array(debriefStep),
    /** Beside everything that was said in a role: that it is a guess. Null for nothing. */
    label: z.nullable(words),
    /** Beginnings of lines and of what is said. */
    starters: z.array(words),
    summary: z.enum(["none", "approved"]),
  })
  .check(
    z.refine(({ steps }) => unique(steps.map(({ key }) => key)), {
      error: "Each step once",
      path: ["steps"],
    }),
    z.refine(({ steps }) => steps.some(({ isBetween }) => !isBetween), {
      error: "A round has a step of its own",
      path: ["steps"],
    }),
    z.refine(({ debrief }) => unique(debrief.map(({ key }) => key)), {
      error: "Each step once",
      path: ["debrief"],
    }),
    // Whoever sits in front of an empty chair needs one in each round.
    z.refine(
      ({ roleSet: { alone }, rounds, mode }) =>
        alone.length >= rounds.length || (alone.length === 0 && mode !== "emptyChair"),
      { error: "An empty chair for each round", path: ["roleSet", "alone"] },
    ),
    z.refine(({ source, mode }) => source.from !== "own" || mode === "spoken", {
      error: "Matters of one's own are only talked about",
      path: ["mode"],
    }),
    // The debrief shows lines once roles are put down.
    z.refine(({ deRole, mode }) => deRole !== null || mode === "spoken", {
      error: "Lines are written in a role",
      path: ["mode"],
    }),
  );

/** Id of a case: a revealed card's id, or the key of a given case. */
export const caseId = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/));

export const roleplayCase = z.strictObject({
  id: caseId,
  /** Text of a consented card; null for a given case, whose words are in the plan. */
  text: z.nullable(z.string()),
  /** Of a consented card: with it a phone knows the case as its own. */
  markHash: z.nullable(hash),
});

/** A group is called by its letters: A to Z, then AA. */
export const groupLetter = z.string().check(z.regex(/^[A-Z]{1,2}$/));

/** How often a seat's owner has changed something about their role: a change names what it follows, so that a repeat is known. */
export const changes = z.int().check(z.minimum(0), z.maximum(REVISION_MAX - 1));

/** A chair's number, drawn anew whenever the groups are: it says nothing of who sits there. */
export const chairId = z.string().check(z.regex(/^[0-9]{1,4}$/));

/** One's place in a group. Who sits there is in no event: a sealed seat names its chair, and goes at the close. */
export const chair = z.strictObject({
  id: chairId,
  /** False: of somebody without a phone. */
  phone: z.boolean(),
  /** Takes part from elsewhere. */
  remote: z.boolean(),
  /** The role in the current round; null before the first, and for whoever joins with the next. */
  role: z.nullable(roleKey),
  /** Rather watches, in every round until taken back. */
  watches: z.boolean(),
  /** Roles of the rounds so far, the current one included; null for a round that was missed. */
  played: z.array(z.nullable(roleKey)),
});

export const group = z.strictObject({
  letter: groupLetter,
  /** Where it meets, in the facilitator's words; null for nowhere yet. */
  place: z.nullable(z.string()),
  chairs: z.array(chair),
  /** Whether it has changed its size since roles were first dealt. */
  changed: z.boolean(),
});

/** What a group's sheet is called among the documents of its activity. */
export const padName = (letter: string): string => `group-${letter.toLowerCase()}`;

/** Slot of the ballots that say what would help. */
export const HELP_SLOT = "help";

export type RoleplaySource = z.infer<typeof roleplaySource>;
export type RoleplaySettings = z.infer<typeof roleplaySettings>;
export type RoleplayMode = z.infer<typeof roleplayMode>;
export type RoleplayStep = z.infer<typeof step>;
export type RoleplayCase = z.infer<typeof roleplayCase>;
export type Chair = z.infer<typeof chair>;
export type Group = z.infer<typeof group>;

/** Whether whatever is said to one role alone is said to a role that there is: a set of other roles would silence it. */
export const namesRolesOfItsSet = ({ steps, roleSet: { roles } }: RoleplaySettings): boolean =>
  steps
    .flatMap(({ byRole }) => Object.keys(byRole))
    .every((named) => roles.some(({ key }) => key === named));

/** The plan's own cases; none where everybody brings a matter of their own. */
export const givenCasesOf = (source: RoleplaySource): readonly GivenCase[] =>
  source.from === "own" ? [] : source.givenCases;

/** A case's words: a card's own text, or what the plan says in each language. */
export const wordsOfCase = (source: RoleplaySource, each: RoleplayCase): string | Words | null =>
  each.text ?? givenCasesOf(source).find(({ key }) => key === each.id)?.text ?? null;
