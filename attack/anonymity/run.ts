import * as z from "zod";
import { expectations } from "@/attack/access/expectations";
import { WORD } from "@/attack/anonymity/bot";
import {
  dump,
  type Found,
  lookAtSealed,
  type SealedSight,
  searchFiles,
} from "@/attack/anonymity/disk";
import type { Evidence } from "@/attack/anonymity/evidence";
import { findInBoards } from "@/attack/anonymity/moves";
import { findFewPlaces } from "@/attack/anonymity/places";
import { attackPlan } from "@/attack/anonymity/plan";
import { playSession } from "@/attack/anonymity/session";
import { findInSheets } from "@/attack/anonymity/sheet-rows";
import {
  findInAnswers,
  findInAsks,
  findInColumns,
  findInFrames,
  findInRows,
} from "@/attack/anonymity/structure";
import { findSubtractions } from "@/attack/anonymity/subtraction";
import { documentsOf, filesOf } from "@/attack/anonymity/summary";
import { findInLogs, findTaint, type Place, sentPlaces } from "@/attack/anonymity/taint";
import { findFewTicks } from "@/attack/anonymity/ticks";
import type { Trace } from "@/attack/anonymity/truth";
import type { World } from "@/attack/anonymity/world";
import { everyCommand, type KnownCommand, nameOf } from "@/attack/commands";
import { type Random, seeded } from "@/attack/random";

/** All that an adversary holds after a run, and the truth. */
export interface Run {
  evidence: Evidence[];
  /** The disk after the erasure pass, and before it as a control of the search. */
  found: Found;
  foundBefore: Found;
  sealed: SealedSight[];
  /** What the checks without statistics say. */
  defects: string[];
}

const rowOfSession = z.object({
  row: z.union([z.object({ session_id: z.string() }), z.object({ id: z.string() })]),
});

/** Sessions at once: enough to keep two cores busy with people who mostly wait. */
const AT_ONCE = 12;

/** Plays so many sessions, then looks at everything that they left. */
export async function play(world: World, count: number, random: Random): Promise<Run> {
  const traces: Trace[] = [];
  const sealed: SealedSight[] = [];
  const pending = Array.from({ length: count }, () => seeded(random.below(2 ** 31)));
  const worker = async (): Promise<void> => {
    for (let own = pending.pop(); own; own = pending.pop()) {
      traces.push(
        await playSession(world.node, world.account, own, {
          sealed: async (session, activity) => {
            sealed.push(await lookAtSealed(world.admin, session, activity));
          },
        }),
      );
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, count) }, worker));
  await world.admin.query("checkpoint");
  const secrets = [
    ...traces.flatMap((trace) => trace.secrets),
    ...sealed.flatMap((sight) => sight.secrets),
  ];
  const foundBefore = searchFiles(world.data, secrets);
  const outcome = await world.node.server.erasure.pass();
  if (outcome !== "done") throw new Error(`The erasure pass came to nothing: ${outcome}`);
  const found = searchFiles(world.data, secrets);

  const { rows, columns } = await dump(world.admin);
  const bySession = new Map<string, typeof rows>();
  for (const each of rows) {
    const parsed = rowOfSession.safeParse(each.row);
    const session = parsed.success
      ? "session_id" in parsed.data.row
        ? parsed.data.row.session_id
        : parsed.data.row.id
      : "";
    bySession.set(session, [...(bySession.get(session) ?? []), each]);
  }
  const evidence: Evidence[] = [];
  for (const trace of traces) {
    const exports = await filesOf(world.node, world.account, trace.session);
    evidence.push({ trace, rows: bySession.get(trace.session) ?? [], exports });
  }
  const logs = world.logs();
  const [anyTrace] = traces;
  const files = anyTrace ? await filesBeside(world, anyTrace.session) : [];
  const defects = [
    ...findTaint(secrets, [
      ...sentPlaces(traces),
      // What is not a session's row is an account's, whose cookie is a token and no row.
      ...rows.map(({ table, text }) => ({ where: `table ${table}`, text })),
      ...evidence.flatMap((each) => each.exports.map((text) => ({ where: "exports", text }))),
      ...files,
      ...Object.entries(logs).map(([name, text]) => ({ where: `log of the ${name}`, text })),
    ]),
    ...findInLogs(logs, traces),
    ...findInColumns(columns),
    ...evidence.flatMap(findInSession),
    ...findUnused(traces),
    ...findUnerased(traces, found),
    ...findUnrevealed(evidence),
  ];
  return { evidence, found, foundBefore, sealed, defects: [...new Set(defects)].sort() };
}

/** What leaves the house of one session beside its files of text: documents, and the pictures of its stage. */
async function filesBeside({ node, account }: World, session: string): Promise<Place[]> {
  const documents = await documentsOf(node, account, session);
  const pictures = await node.server.sessions.stagePictures(account.id, session);
  if (!pictures) throw new Error("The session has no pictures of its stage");
  return [
    ...documents.map(({ format, text }) => ({ where: `the file ${format}`, text })),
    { where: "pictures of the stage", text: JSON.stringify(pictures) },
  ];
}

/** What the checks without statistics find in all that one session left. */
export const findInSession = (evidence: Evidence): string[] =>
  [
    ...[
      findInFrames,
      findInRows,
      findInAsks,
      findSubtractions,
      findFewTicks,
      findFewPlaces,
      findInAnswers,
      findInBoards,
      findInSheets,
    ],
  ].flatMap((find) => find(evidence));

/** Whether the plan of these sessions takes it at all. What only a series takes is sent by `series.pg.test.ts`. */
function isTakenHere(command: KnownCommand): boolean {
  const { refused, isTaken = () => true } = expectations[nameOf(command)] ?? {};
  if (command.of === "session") return refused === undefined;
  return attackPlan.some(({ kind, settings }) => kind === command.of && isTaken(settings));
}

/** A command that somebody adds one day is attacked, too. */
export function findUnused(traces: readonly Pick<Trace, "commands">[]): string[] {
  const used = new Set(traces.flatMap(({ commands }) => [...commands]));
  return everyCommand
    .filter(isTakenHere)
    .map(nameOf)
    .filter((command) => !used.has(command))
    .map((command) => `no bot sends ${command}`);
}

/** Words that were corrected, withdrawn or held are in no file after the pass, no seat, tag or key, and no move. */
function findUnerased(traces: readonly Trace[], found: Found): string[] {
  const shown = new Set(traces.flatMap(wordsKept));
  const words = (["tables", "log", "other"] as const).flatMap((place) =>
    [...found[place].keys()].some((text) => !shown.has(text))
      ? [`unrevealed words in ${place}`]
      : [],
  );
  return [...words, ...[...found.traces].map((trace) => `${trace} after the pass`)];
}

/** The words of a session that may be left when it is over: of cards that were shown, and of sheets. */
const wordsKept = ({ cards, rows }: Trace): string[] => [
  ...cards.flatMap(({ fate, text }) => (fate === "revealed" ? [text] : [])),
  ...rows.flatMap(({ fate, text }) => (fate === "kept" ? [text] : [])),
];

/** Words that were corrected, withdrawn or held reach nobody but the facilitator who reviews. */
function findUnrevealed(evidence: readonly Evidence[]): string[] {
  const found = new Set<string>();
  for (const { trace, rows, exports } of evidence) {
    const shown = new Set(wordsKept(trace));
    const look = (where: string, text: string) => {
      for (const [word] of text.matchAll(WORD)) {
        if (!shown.has(word)) found.add(`unrevealed words in ${where}`);
      }
    };
    for (const [who, frames] of trace.frames) {
      if (who === "facilitator") continue;
      for (const text of frames) {
        look("frames", text);
        if (trace.notes.some((note) => text.includes(note))) found.add("a note in frames");
      }
    }
    for (const { text } of rows) look("rows", text);
    for (const text of exports) look("exports", text);
  }
  return [...found];
}
