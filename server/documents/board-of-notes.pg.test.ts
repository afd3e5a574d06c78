import { describe, expect, test } from "vitest";
import { boardRecord } from "@/lib/activities/board/record";
import { zoneOf } from "@/lib/activities/board/zones";
import type { Place } from "@/lib/documents/place";
import { K_CARDS } from "@/lib/session/state";
import { specificallySeen } from "@/lib/workshops/activities/specifically-seen";
import { hashSecret, randomId } from "@/server/rooms/chance";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { openDocument } from "@/server/testing/document-client";
import { nodeForEachTest } from "@/server/testing/own-node";
import { advanceTo, begin, openStage, openWorkshop } from "@/server/testing/workshop";

/** A board of notes over real sockets: who sees what, and what tells nobody who it was. */

const at = nodeForEachTest({});

const keep = <T extends LiveClient>(client: T): T => {
  at.open.push(client);
  return client;
};

const { key: KEY } = specificallySeen.activity;
const BOARD = `${KEY}/themes`;
const PEOPLE = 2 * K_CARDS + 2;

/** A session with a board, open for notes; everybody in the room may group them. */
async function collecting() {
  const opened = await openWorkshop(at.node, PEOPLE, {
    change: (activities) =>
      activities.map((each) =>
        each.key === "small-no"
          ? {
              ...specificallySeen.activity,
              settings: { ...specificallySeen.activity.settings, roomSorts: true },
            }
          : each,
      ),
  });
  keep(opened.facilitator);
  opened.participants.forEach(keep);
  const stage = keep(await openStage(at.node, opened));
  await begin(opened.facilitator);
  await advanceTo(opened.facilitator, KEY, "add");
  await everybodyAt([...opened.participants, stage], "add");
  return { ...opened, stage };
}

const everybodyAt = (clients: readonly LiveClient[], phase: string) =>
  Promise.all(clients.map((each) => each.until((view) => view.activity?.phase === phase)));

/** Hands in a note for a zone; returns its edit secret. */
async function note(client: LiveClient | undefined, zone: string, text: string): Promise<string> {
  const edit = randomId();
  const command = {
    ...{ type: "submitCard", edit, markHash: hashSecret(randomId()), revision: 1 },
    ...{ text, attributes: { zone } },
  };
  expect(await client?.act(command)).toEqual({ ok: true });
  return edit;
}

const textsOf = ({ view }: LiveClient): string[] =>
  Object.values(view?.cards ?? {})
    .map(({ text }) => text)
    .sort();

const recordOf = ({ view }: LiveClient) => boardRecord.parse(view?.activity?.record);

describe("a board of notes", () => {
  test("shows nobody a note before its batch is k people's, held and withdrawn ones never (P276, P277)", async () => {
    const { facilitator, participants, stage } = await collecting();
    const first = participants.slice(0, K_CARDS + 2);
    const edits = await Promise.all(
      first.map((client, n) => note(client, n < K_CARDS ? "asked" : "listened", `Notiz ${n}`)),
    );
    const all = [facilitator, stage, ...participants];
    for (const each of all) expect(textsOf(each)).toEqual([]);
    expect(facilitator.view?.review).toEqual({});

    await advanceTo(facilitator, KEY, "review");
    const review = await facilitator.until(({ review: found }) => {
      const cards = Object.values(found ?? {});
      return cards.length === first.length && cards;
    });
    for (const each of [stage, ...participants]) {
      expect(textsOf(each)).toEqual([]);
      expect(Object.values(each.view?.review ?? {})).toEqual([]);
    }
    const held = review.find(({ text }) => text === "Notiz 0");
    await facilitator.act({ type: "holdCard", reviewId: held?.id, held: true });
    expect(await first[1]?.act({ type: "withdrawCard", edit: edits[1] })).toEqual({ ok: true });
    await advanceTo(facilitator, KEY, "show");
    const shown = first.map((_, n) => `Notiz ${n}`).slice(2);
    for (const each of all) {
      await each.until(() => textsOf(each).length === shown.length);
      expect(textsOf(each)).toEqual(shown);
      // One zone has two notes: to tell the other would tell them, too.
      const zones = Object.values(each.view?.cards ?? {}).map(({ attributes }) =>
        zoneOf(attributes),
      );
      expect(new Set(zones)).toEqual(new Set([null]));
    }

    // Fewer than k people's wait, and no audience is told that there are any.
    const later = participants.slice(K_CARDS + 2);
    await Promise.all(later.slice(1).map((client, n) => note(client, "asked", `Später ${n + 1}`)));
    expect(await facilitator.act({ type: "reviewLate" })).toEqual({ ok: false, code: "too-few" });
    for (const each of all) expect(textsOf(each)).toEqual(shown);
    await note(later[0], "asked", "Später 0");
    await facilitator.until((view) => view.facilitator?.late === "ready");
    expect(await facilitator.act({ type: "reviewLate" })).toEqual({ ok: true });
    for (const each of [stage, ...participants]) expect(textsOf(each)).toEqual(shown);
    expect(await facilitator.act({ type: "revealLate" })).toEqual({ ok: true });
    for (const each of all) {
      await each.until(() => textsOf(each).length === shown.length + later.length);
    }
  });

  test("reads no place of a note that is not there, and tells everybody the same of the others (P278)", async () => {
    const { facilitator, participants, stage } = await collecting();
    await Promise.all(
      participants.slice(0, K_CARDS).map((client, n) => note(client, "asked", `Notiz ${n}`)),
    );
    await advanceTo(facilitator, KEY, "group");
    await everybodyAt([...participants, stage], "group");
    const themeId = randomId();
    await facilitator.act({ type: "addTheme", themeId, name: "Nachgefragt", zone: "asked" });
    const one = await openDocument(facilitator, BOARD);
    const [there = ""] = Object.keys(facilitator.view?.cards ?? {});
    const ghost = randomId();
    const places = one.change({
      cards: new Map<string, Place>([
        [there, [themeId, "a1", 0, 0]],
        [ghost, [themeId, "a0", 0, 0]],
      ]),
    });
    expect((await one.send(places)).ok).toBe(true);
    expect(one.board().cards.has(ghost)).toBe(true);
    for (const each of [facilitator, stage, ...participants]) {
      await each.until(() => Object.keys(recordOf(each).sorted).length > 0);
      expect(recordOf(each).sorted).toEqual({ [there]: themeId });
    }
  });
});

describe("who moved which note (P279)", () => {
  test("is told by nothing that others get: the server is the author of whatever the room moves", async () => {
    const { id, account, facilitator, participants, stage, devices } = await collecting();
    await Promise.all(
      participants.slice(0, K_CARDS).map((client, n) => note(client, "asked", `Notiz ${n}`)),
    );
    await advanceTo(facilitator, KEY, "group");
    await everybodyAt([...participants, stage], "group");
    const themeId = randomId();
    await facilitator.act({ type: "addTheme", themeId, name: "Nachgefragt", zone: "asked" });
    const watching = participants[PEOPLE - 1] ?? facilitator;
    const [seen, onStage] = await Promise.all([
      openDocument(watching, BOARD),
      openDocument(stage, BOARD),
    ]);
    const [first = "", second = "", third = ""] = Object.keys(facilitator.view?.cards ?? {});
    const move = (card: string) => ({
      ...{ type: "placeCards" },
      cards: [{ id: card, to: themeId, before: null }],
    });
    for (const [n, card] of [first, second].entries()) {
      expect(await participants[n]?.act(move(card))).toEqual({ ok: true });
    }
    await expect.poll(() => seen.board().cards.size).toBe(2);
    for (const each of [facilitator, stage, ...participants]) {
      await each.until(() => Object.keys(recordOf(each).sorted).length === 2);
    }
    const authors = () => [...seen.doc.store.clients.keys()];
    // Two people, one author.
    expect(authors()).toHaveLength(1);
    const told = JSON.stringify([seen.frames, onStage.frames, watching.view, stage.view]);
    for (const device of devices) expect(told).not.toContain(device);

    // The positive control: facilitators write for themselves, and whoever looks tells two of them apart.
    const other = keep(
      await connectClient(
        at.node.url,
        { role: "facilitator", session: id },
        { cookie: account.cookie },
      ),
    );
    for (const [n, client] of [facilitator, other].entries()) {
      const board = await openDocument(client, BOARD);
      const place: Place = [themeId, `b${n}`, 0, 0];
      await board.send(board.change({ cards: new Map([[third, place]]) }));
    }
    await expect.poll(() => authors().length).toBe(3);
  });
});
