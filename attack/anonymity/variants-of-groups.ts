import * as Y from "yjs";
import type { Evidence, Json } from "@/attack/anonymity/evidence";
import {
  cards,
  changed,
  digest,
  type Fields,
  inRows,
  patch,
  type Variant,
  withHeard,
  withMore,
  withTrace,
} from "@/attack/anonymity/leaking";
import { PLAYED } from "@/attack/anonymity/plan";
import { THEMES_BOARD } from "@/lib/activities/theme-schema";
import type { DocumentFrame } from "@/lib/documents/wire";

/**
 * Positive controls of what people do in groups and on boards: seats, lines, sheets and moves. Chairs numbered as people
 * sat down are none of them: three sessions showed that twice in three times. `seats.test.ts` shows it in many rooms.
 */
export const variantsOfGroups: readonly Variant[] = [
  {
    name: "chairs that change while lines are written",
    seen: null,
    structure: /facilitator hears of one participant \(facilitator\) during play1/,
    leak: (evidence) =>
      withHeard(evidence, (phase) => {
        const last = (evidence.trace.frames.get("facilitator") ?? []).findLast((text) =>
          text.includes('"balcony"'),
        );
        if (phase !== `${PLAYED}/play1` || last === undefined) return [];
        const facilitator = Object(JSON.parse(last)).set?.facilitator;
        return [patch(0, 0, { facilitator: withAChairMore(facilitator) })];
      }),
  },
  {
    name: "lines with the time when they were written",
    seen: {
      channel: "who wrote which line in a role, by all of it (few)",
      attack: "session_events.row.event.event.cards[].writtenAt by handed in",
    },
    structure: /a logged card with other fields/,
    leak: (evidence) =>
      inRows(
        evidence,
        cards(
          evidence,
          ({ activity, sentAt }): Fields => (activity === PLAYED ? { writtenAt: sentAt } : {}),
        ),
      ),
  },
  {
    name: "rows of sheets kept in the order in which they were written",
    seen: {
      channel: "who wrote which row of a sheet, from dump and disk (few)",
      attack: "place by written",
    },
    structure: null,
    leak: withRowsInOrder,
  },
  {
    name: "a row that another group gets",
    seen: null,
    structure: /a row of another group's sheet/,
    leak: (evidence) => {
      const rows = evidence.trace.rows.map(({ text }) => text);
      return withMore(evidence, "stage", [patch(0, 0, { activity: { rows } })]);
    },
  },
  {
    name: "moves under an id of each phone's own",
    seen: {
      channel: "who moved which card, by ids on the board (few)",
      attack: "id, learnt by value",
    },
    structure: /moves on a board have ids of their own/,
    leak: withIdsOfPhones,
  },
];

/** What facilitators are told of groups with one chair more on the balcony. */
const withAChairMore = (facilitator: Json): Json =>
  JSON.parse(
    changed(JSON.stringify(facilitator), (fields) =>
      Array.isArray(fields.balcony)
        ? {
            ...fields,
            balcony: [{ id: "99", phone: true, remote: false, role: null, watches: false }],
          }
        : fields,
    ),
  );

function withRowsInOrder(evidence: Evidence): Evidence {
  const written = evidence.trace.rows
    .filter(({ fate }) => fate === "kept")
    .sort((a, b) => a.writtenAt - b.writtenAt);
  return inRows(evidence, (text) =>
    changed(text, (fields) => {
      const { pads } = fields;
      if (fields.type !== "padsKept" || typeof pads !== "object" || pads === null) return fields;
      const inOrder = Object.keys(pads).map((group): [string, Json] => [
        group,
        {
          guess: written.filter((row) => row.group === group).map((row) => row.text),
          know: [],
          ask: [],
        },
      ]);
      return { ...fields, pads: Object.fromEntries(inOrder) };
    }),
  );
}

/** Frames of boards as they would be if each phone wrote its own moves. */
function withIdsOfPhones(evidence: Evidence): Evidence {
  const { moves, documents } = evidence.trace;
  return withTrace(evidence, {
    documents: documents.map((each) => {
      if (!each.name.endsWith(`/${THEMES_BOARD}`)) return each;
      const frames = moves
        .filter(({ activity }) => each.name === `${activity}/${THEMES_BOARD}`)
        .toSorted((a, b) => a.movedAt - b.movedAt)
        .map(({ card, who }, at): string => {
          const doc = new Y.Doc();
          // As a lease would give it, the same in each session: else nothing could be learnt of it.
          doc.clientID = Number.parseInt(digest(who).slice(0, 8), 16);
          doc.getMap("cards").set(card, ["", "a1", 0, 0]);
          const u = Buffer.from(Y.encodeStateAsUpdate(doc)).toString("base64");
          const frame: DocumentFrame = { doc: each.name, epoch: 1, since: at, seq: at + 1, u };
          return JSON.stringify(frame);
        });
      return { ...each, frames };
    }),
  });
}
