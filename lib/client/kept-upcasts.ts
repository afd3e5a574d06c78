import { isObject, type StoredObject, type Upcast } from "@/lib/upcast";

/**
 * Up to version 5 of the record each kind had fields of its own in it. What is named here is named as it
 * was then, and stays as it is.
 */

interface FieldBefore {
  kind: string;
  phase: string;
  missedAt(content: StoredObject): "result" | "end" | null;
}

const FIELDS: Readonly<Record<string, FieldBefore>> = {
  scores: { kind: "scale", phase: "ask", missedAt: () => "result" },
  checks: { kind: "pause", phase: "show", missedAt: () => "end" },
  ballots: { kind: "reframe", phase: "vote", missedAt: ({ chosen }) => missedBallot(chosen) },
  dots: { kind: "collect", phase: "vote", missedAt: () => "result" },
  plans: { kind: "commit", phase: "fill", missedAt: () => null },
};

/** A ballot on which nothing is chosen was no choice. */
const missedBallot = (chosen: unknown) =>
  Array.isArray(chosen) && chosen.length > 0 ? ("result" as const) : null;

/** Lines that stayed on the device were no more than their text. */
const LINES: Readonly<Record<string, { kind: string; phase: string; slot: string; text: string }>> =
  {
    reminders: { kind: "scale", phase: "ask", slot: "reminder", text: "word" },
    ownLines: { kind: "reframe", phase: "case", slot: "line", text: "text" },
  };

const OF_ENTRY: ReadonlySet<unknown> = new Set(["revision", "state"]);

const inEntries = (
  stored: unknown,
  into: (key: string, value: unknown) => [string, unknown],
): [string, unknown][] =>
  isObject(stored) ? Object.entries(stored).map(([key, value]) => into(key, value)) : [];

/** What kinds keep stands in one place. */
export const keptByKinds: Upcast = ({ keptReadings, ...record }) => {
  const own = Object.entries(FIELDS).flatMap(([field, { kind, phase, missedAt }]) =>
    inEntries(record[field], (key, value) => {
      if (!isObject(value)) return [key, value];
      // Only the report of a plan was younger than what it was of.
      const { revision, state = field === "plans" ? "saved" : undefined, ...rest } = value;
      const content = field === "dots" ? { laid: asList(rest.dots) } : rest;
      return [key, { kind, phase, missedAt: missedAt(rest), revision, state, content }];
    }),
  );
  const lines = Object.entries(LINES).flatMap(([field, { slot, text, ...line }]) =>
    inEntries(record[field], (key, value) => [
      `${key}/${slot}`,
      { ...line, ...untouched, content: { [text]: value } },
    ]),
  );
  const rest = Object.entries(record).filter(([field]) => !(field in FIELDS || field in LINES));
  return {
    ...Object.fromEntries(rest),
    keptCards: keptReadings,
    kept: Object.fromEntries([...own, ...lines]),
  };
};

const untouched = { missedAt: null, revision: 0, state: "draft" } as const;

/** Dots were a record by theme. */
const asList = (dots: unknown): unknown =>
  isObject(dots) ? Object.entries(dots).map(([theme, n]) => ({ theme, dots: n })) : dots;

interface Change {
  path: string[];
  was?: unknown;
  is?: unknown;
}

/** The same for what a page left, part by part. */
export const keptLeft: Upcast = (letter) =>
  Array.isArray(letter.changes)
    ? {
        ...letter,
        changes: letter.changes.flatMap((each) => (isChange(each) ? moved(each) : each)),
      }
    : letter;

const isChange = (change: unknown): change is Change =>
  isObject(change) &&
  Array.isArray(change.path) &&
  change.path.every((step) => typeof step === "string");

function moved(change: Change): Change[] {
  const [field = "", key, part, ...rest] = change.path;
  if (field === "keptReadings")
    return [{ ...change, path: ["keptCards", ...change.path.slice(1)] }];
  const line = LINES[field];
  const own = FIELDS[field];
  if (!line && !own) return [change];
  // The field as a whole: `kept` is there.
  if (key === undefined) return [];
  if (line) {
    const { slot, text, kind, phase } = line;
    const at = ["kept", `${key}/${slot}`];
    const begun = change.was === undefined ? begin(at, { kind, phase, ...untouched }) : [];
    return [...begun, { ...change, path: [...at, "content", text] }];
  }
  const at = ["kept", key];
  if (part === undefined) {
    const { kind = "", phase = "", missedAt } = own ?? {};
    return begin(at, { kind, phase, missedAt: missedAt?.({}) ?? null });
  }
  if (OF_ENTRY.has(part)) return [{ ...change, path: [...at, part] }];
  if (field === "dots") {
    const [was, is] = [asList(change.was), asList(change.is)];
    return [{ path: [...at, "content", "laid"], was, is }];
  }
  const content = { ...change, path: [...at, "content", part, ...rest] };
  if (field !== "ballots" || part !== "chosen") return [content];
  const [was, is] = [missedBallot(change.was), missedBallot(change.is)];
  return was === is ? [content] : [content, { path: [...at, "missedAt"], was, is }];
}

/** An entry that was not there before. */
const begin = (at: string[], fields: StoredObject): Change[] => [
  { path: at, is: {} },
  ...Object.entries(fields).map(([name, is]) => ({ path: [...at, name], is })),
];

/** Where the device kept what a command hands in. */
export const keptAsBefore: Upcast = (frame) => ({ ...frame, kept: keptBy(frame.command) });

function keptBy(command: unknown): string | null {
  if (!isObject(command) || !isObject(command.command)) return null;
  const { activity, command: inner } = command;
  switch (inner.type) {
    case "castScores":
    case "answerChecks":
    case "castDots":
    case "reportFinished":
      return String(activity);
    case "castBallot":
      return `${activity}/${inner.caseId}`;
    default:
      return null;
  }
}
