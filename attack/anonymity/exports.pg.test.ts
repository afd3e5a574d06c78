import { expect, test } from "vitest";
import type { Room } from "@/attack/anonymity/room";
import { documentsOf, filesOf } from "@/attack/anonymity/summary";
import { findTaint } from "@/attack/anonymity/taint";
import { type Happening, type Part, playWorkshop } from "@/attack/anonymity/workshop";
import { seeded } from "@/attack/random";
import { randomId } from "@/server/rooms/chance";
import { nodeForFile } from "@/server/testing/own-node";

const at = nodeForFile();

/** How ids of a room look, which programs of an office write nowhere. */
const ROOM_ID = /(?<![0-9A-Fa-f])[0-9a-f]{32}(?![0-9A-Fa-f])/g;

const READINGS = Array.from({ length: 8 }, (_, at) => `Lesart Nummer ${at}`);
const CARDS = Array.from({ length: 8 }, (_, at) => `Ein Nein Nummer ${at}`);
/** Sorts the first half of the cards under one theme, and the rest under another. */
async function sortCards({ facilitator }: Room) {
  const themes = ["Schweigen", "Absage"].map((name) => ({ themeId: randomId(), name }));
  for (const theme of themes) await facilitator.act({ type: "addTheme", ...theme });
  for (const { id, text } of Object.values(facilitator.view?.cards ?? {})) {
    const theme = themes[CARDS.indexOf(text) < CARDS.length / 2 ? 0 : 1];
    await facilitator.act({ type: "sortCard", cardId: id, themeId: theme?.themeId });
  }
}

/** What was done in the room, and by whom in this telling of it. */
function told(seed: number, votes: readonly number[]): Part[] {
  const random = seeded(seed);
  const cards = random.shuffle(CARDS);
  const readings = random.shuffle(READINGS);
  const choices = random.shuffle(votes);
  const numbers = random.shuffle([...CARDS.keys()]);
  return numbers.map((number, at) => ({
    number,
    cards: [[cards[at] ?? ""], [readings[at] ?? ""]],
    vote: READINGS[choices[at] ?? 0] ?? "",
  }));
}

test("two sessions that differ only in who wrote what export the same bytes", async () => {
  const votes = [0, 0, 0, 1, 1, 2, 2, 3];
  const tellings = [told(1, votes), told(2, votes), told(3, [0, 0, 0, 0, 1, 2, 2, 3])];
  const exports = await Promise.all(
    tellings.map(async (parts) => {
      const secrets: { what: string; value: string }[] = [];
      const happening: Happening = {
        at: {
          "small-no/cluster": async (room, cards) => {
            secrets.push(...cards.map(({ edit }) => ({ what: "edit", value: edit })));
            await sortCards(room);
          },
        },
      };
      const { session } = await playWorkshop(at, parts, happening);
      const account = await at.account();
      return {
        secrets,
        pictures: await at.node.server.sessions.stagePictures(account.id, session),
        texts: await filesOf(at.node, account, session),
        documents: await documentsOf(at.node, account, session),
      };
    }),
  );
  const [one, other, withAnotherVote] = exports;
  expect(one?.texts.join("\n")).toContain("Lesart Nummer 0");
  expect(one?.texts.join("\n")).toContain("Schweigen");
  expect(other?.texts).toEqual(one?.texts);
  // The control: what is different in the room is different in the file.
  expect(withAnotherVote?.texts).not.toEqual(one?.texts);

  for (const [at, { format, bytes, text }] of (one?.documents ?? []).entries()) {
    expect([format, other?.documents[at]?.bytes.equals(bytes)]).toEqual([format, true]);
    expect([format, withAnotherVote?.documents[at]?.bytes.equals(bytes)]).toEqual([format, false]);
    // Ids of the room are in none: cards, themes, marks and the session have 32 digits.
    expect(text.match(ROOM_ID) ?? []).toEqual([]);
    if (format !== "pdf") expect(text).toContain("Lesart Nummer 0");
  }
  expect(`id="${randomId()}"`).toMatch(ROOM_ID);

  // Nothing of what only phones know, in files and pictures; the control knows how that would look.
  const { secrets = [], documents = [], pictures } = one ?? {};
  const shown = JSON.stringify(pictures);
  expect(shown).toContain("Lesart Nummer 0");
  const places = [...documents.map(({ text }) => text), shown].map((text) => ({ where: "", text }));
  expect(findTaint(secrets, places)).toEqual([]);
  expect(findTaint(secrets, [{ where: "a file", text: `${shown} ${secrets[0]?.value}` }])).toEqual([
    "edit in a file",
  ]);
});
