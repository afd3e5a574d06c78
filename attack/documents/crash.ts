import { setTimeout as delay } from "node:timers/promises";
import { becomesTrue } from "@/attack/becomes-true";
import { install, type Victim } from "@/attack/crash/installation";
import { type BoardPage, boardPage } from "@/attack/documents/board-page";
import { boardText, openWriter } from "@/attack/documents/board-writer";
import {
  consoleOf,
  SORTING_BOARD,
  type SortingSession,
  sortingSession,
} from "@/attack/documents/sorting-session";
import { seeded } from "@/attack/random";
import { boardContentOf, changeBoard } from "@/lib/documents/board-document";
import type { GroupAt } from "@/lib/documents/place";
import { connectClient } from "@/server/simulated/live-client";
import { openDocument } from "@/server/testing/document-client";

/** How long somebody moves cards before the kill, ms. */
const LOAD_MS = 700;
const TRIES_TO_RETURN = 200;
const TRIED_AGAIN_AFTER_MS = 100;

/**
 * Somebody moves cards and takes some from their places while app, database or both are killed. What stands on the board
 * afterwards is one of its states from the last acknowledged change on: nothing that was said to be saved is gone, a deletion
 * neither. Then the page comes back with what was not acknowledged, and the board is as the page has it. Beside it stands a
 * console with the product's own code, which nobody opens again: whatever was killed, it goes on by itself, with the theme that
 * was moved on it meanwhile.
 */
export async function crashBoards({
  cycles,
  seed,
  victims = ["app", "database", "both"],
  acknowledgesEarly = false,
}: {
  cycles: number;
  seed: number;
  /** Of what may be killed, one each time. */
  victims?: readonly Victim[];
  /** Positive control: says "saved" before it is. */
  acknowledgesEarly?: boolean;
}): Promise<{ figures: Record<string, string | number>[]; defects: string[] }> {
  const random = seeded(seed);
  const defects: string[] = [];
  const count = { cycles: 0, changes: 0, acknowledged: 0 };
  const installation = await install({ nodes: 1, acknowledgesEarly });
  const [url = ""] = installation.urls;
  try {
    const { id, cookie } = await installation.first().open(null, 0);
    const session = await sortingSession(url, { id, cookie: cookie ?? "" });
    const writer = await openWriter(url, session, random);
    const desk = await openDesk(url, session);
    for (let cycle = 0; cycle < cycles && defects.length === 0; cycle += 1) {
      let isWriting = true;
      desk.move(cycle);
      const writing = (async () => {
        while (isWriting) {
          writer.write();
          if (!(await writer.send())) return;
        }
      })();
      await delay(random.below(LOAD_MS));
      const victim = random.pick(victims) ?? "both";
      await installation.kill(victim, 0);
      isWriting = false;
      writer.hangUp();
      await writing;
      if (victim !== "database") await installation.start(0);
      const { acknowledged, history } = writer;
      const possible = new Set(history.slice(acknowledged));
      const looking = await patiently(() => consoleOf(url, session));
      const stored = boardText(await patiently(() => openDocument(looking, SORTING_BOARD)));
      looking.close();
      if (!possible.has(stored)) {
        defects.push(`cycle ${cycle}, ${victim} killed: what was acknowledged is not there`);
        break;
      }
      await patiently(() => writer.comeBack(url));
      while (!(await writer.send())) await delay(TRIED_AGAIN_AFTER_MS);
      defects.push(...writer.problems);
      const again = await consoleOf(url, session);
      const isSaved = await becomesTrue(() => desk.page.shared.state === "saved");
      if (!isSaved) defects.push(`cycle ${cycle}, ${victim} killed: ${desk.page.shared.state}`);
      const end = await openDocument(again, SORTING_BOARD);
      again.close();
      if (boardText(end) !== boardText(writer.page)) {
        defects.push(`cycle ${cycle}: the board is not the page's`);
      }
      if (isSaved && !desk.isWhereItWasMoved(end.board().groups)) {
        defects.push(`cycle ${cycle}: what the console has moved is elsewhere`);
      }
      Object.assign(count, { cycles: cycle + 1, changes: history.length - 1, acknowledged });
    }
    writer.hangUp();
    desk.close();
  } finally {
    await installation.stop();
  }
  return { figures: [count], defects };
}

interface Desk {
  page: BoardPage;
  /** Lays a theme somewhere, another place each time. */
  move(time: number): void;
  isWhereItWasMoved(groups: ReadonlyMap<string, GroupAt>): boolean;
  close(): void;
}

/** A console that stays where it is, and moves a theme now and then. */
async function openDesk(url: string, { id, cookie, themes }: SortingSession): Promise<Desk> {
  let page: BoardPage | null = null;
  const client = await connectClient(
    url,
    { role: "facilitator", session: id },
    { cookie, keepFrames: false, reconnects: true, onUp: () => page?.online() },
  );
  const opened = boardPage(client, SORTING_BOARD);
  page = opened;
  if (!(await becomesTrue(() => opened.content() !== null))) throw new Error("It did not open");
  const [theme = ""] = themes;
  let moved: GroupAt = [0, 0];
  return {
    page: opened,
    move(time) {
      moved = [time, time];
      changeBoard(opened.doc(), { groups: new Map([[theme, moved]]) });
    },
    isWhereItWasMoved: (groups) =>
      [groups, boardContentOf(opened.doc()).groups].every(
        (each) => String(each.get(theme)) === String(moved),
      ),
    close: () => client.close(),
  };
}

/** The database comes back by itself, a while after it was killed. */
async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === TRIES_TO_RETURN) throw error;
      await delay(TRIED_AGAIN_AFTER_MS);
    }
  }
}
