import * as Y from "yjs";
import type { Evidence } from "@/attack/anonymity/evidence";
import { halfOf, type Round } from "@/attack/anonymity/guess";
import type { OpenedDocument } from "@/attack/anonymity/truth";
import { THEMES_BOARD } from "@/lib/activities/theme-schema";
import { documentFrame } from "@/lib/documents/wire";

/** What a frame of a document changes: under which key, by which client id, and in which order. */
interface Change {
  key: string;
  client: number;
  at: number;
}

/** Everything that frames of one document say of what was changed. */
export function changesIn({ frames }: Pick<OpenedDocument, "frames">): Change[] {
  return frames.flatMap((text, at) => {
    const update = Buffer.from(documentFrame.parse(JSON.parse(text)).u, "base64");
    return Y.decodeUpdate(update).structs.flatMap((struct) =>
      struct instanceof Y.Item && struct.parentSub !== null
        ? [{ key: struct.parentSub, client: struct.id.client, at }]
        : [],
    );
  });
}

const boardsIn = ({ trace }: Evidence) =>
  trace.documents.filter(({ who, name }) => who === "facilitator" && name.endsWith(THEMES_BOARD));

/** Phones write boards by the server, under its id: two ids in one board would tell whose moves are whose (P251). */
export function findInBoards(evidence: Evidence): string[] {
  const ids = boardsIn(evidence).map(
    (board) => new Set(changesIn(board).map((each) => each.client)),
  );
  return ids.some((clients) => clients.size > 1) ? ["moves on a board have ids of their own"] : [];
}

/**
 * Who moved which card, as rounds: `by` what a document says of each card's last move. Its place among the moves is
 * seen by whoever has the board open, and so is in no way hidden; an id would be.
 */
export function movesOf(all: readonly Evidence[], by: "id" | "moment"): Round[] {
  return all.flatMap((evidence, number) =>
    boardsIn(evidence).map((board): Round => {
      const last = new Map(changesIn(board).map((change) => [change.key, change]));
      const { moves, session } = evidence.trace;
      const ofThis = moves.filter(({ activity }) => board.name === `${activity}/${THEMES_BOARD}`);
      const movedLast = new Map(
        ofThis.toSorted((a, b) => a.movedAt - b.movedAt).map((move) => [move.card, move]),
      );
      const all = [...movedLast.values()].toSorted((a, b) => a.movedAt - b.movedAt);
      return {
        session,
        half: halfOf(number),
        cards: all.flatMap(({ card, who }) => {
          const change = last.get(card);
          const fact = by === "id" ? change?.client : change?.at;
          return fact === undefined
            ? []
            : [{ text: card, author: who, facts: new Map([[by, fact]]) }];
        }),
        timelines: new Map([["seen tapping", all.map(({ who }) => who)]]),
      };
    }),
  );
}
