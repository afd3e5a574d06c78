import { describe, expect, it } from "vitest";
import { type DeviceRecord, newDeviceRecord, newOwnCard } from "@/lib/client/device-record";
import { notHandedIn, putAway } from "@/lib/client/not-handed-in";

const hex = (n: number) => n.toString(16).padStart(32, "0");
const empty = newDeviceRecord(hex(1), hex(2));
const card = (draft: string, part: object = {}) =>
  newOwnCard({ edit: hex(draft.length + 10), mark: hex(3), activity: "small-no", draft, ...part });
const draft = { revision: 0, state: "draft" } as const;
const at = (activity: string, phase: string) => ({ activity, phase });

const telling = (record: Partial<DeviceRecord>, here: ReturnType<typeof at> | null) =>
  notHandedIn({ ...empty, ...record }, here);

describe("what was not handed in", () => {
  it("15: is a text that was typed, as soon as its phase is over and until it was read (P138)", () => {
    const record = { ...empty, cards: [card("Ein halber Sa")] };
    expect(notHandedIn(record, at("small-no", "write")).cards).toEqual([]);
    for (const here of [at("small-no", "review"), at("after", "ask"), null]) {
      expect(notHandedIn(record, here).cards).toHaveLength(1);
      expect(notHandedIn(putAway(record, here), here).cards).toEqual([]);
      // Read is not thrown away.
      expect(putAway(record, here).cards).toEqual(record.cards);
    }
  });

  it("15: is a change of a card that was handed in, and one that was refused", () => {
    const changed = card("neu", { sent: "alt", state: "saved", revision: 1 });
    const refused = card("zu spät", { state: "refused", revision: 1 });
    const { cards } = telling({ cards: [changed, refused] }, at("small-no", "reveal"));
    expect(cards).toEqual([changed, refused]);
  });

  it("15: is nothing that was handed in, is under way, was withdrawn, skipped or only watched", () => {
    const fine = [
      card("da", { sent: "da", state: "saved", revision: 1 }),
      card("auf dem Weg", { sent: null, state: "saving", revision: 1 }),
      card("zurück", { withdrawn: true }),
      card("  "),
    ];
    expect(telling({ cards: fine }, null)).toEqual({ cards: [], choice: null });
    const left = { cards: [card("liegen gelassen")] };
    expect(telling({ ...left, ways: { "small-no/write": "skipped" } }, null).cards).toEqual([]);
    expect(telling({ ...left, watching: true }, null).cards).toEqual([]);
  });

  it("15, 23: is a late card once it can't be handed in any more, or was refused", () => {
    const late = { late: true, revision: 1 };
    const typed = { ...empty, cards: [card("spät", { late: true })] };
    for (const phase of ["review", "reveal", "cluster"]) {
      expect(notHandedIn(typed, at("small-no", phase)).cards).toEqual([]);
    }
    expect(notHandedIn(typed, at("small-no", "closed")).cards).toHaveLength(1);
    expect(notHandedIn(putAway(typed, null), at("after", "ask")).cards).toEqual([]);

    // Skipping is said of the writing before, and puts nothing away that was written afterwards.
    const ways = { "small-no/write": "skipped" } as const;
    const refused = { ...empty, ways, cards: [card("zu viel", { ...late, state: "refused" })] };
    const here = at("small-no", "review");
    expect(notHandedIn(refused, here).cards).toHaveLength(1);
    const read = putAway(refused, here);
    expect(notHandedIn(read, here).cards).toEqual([]);
    expect(read.cards[0]?.draft).toBe("zu viel");
    const again = { ...read, cards: refused.cards };
    expect(notHandedIn(again, here).cards).toHaveLength(1);
  });

  it.each([
    ["scores", { scores: { here: { ...draft, chosen: { personal: 3 } } } }],
    ["votes", { ballots: { "here/case": { ...draft, shown: [], chosen: [hex(7)] } } }],
    ["dots", { dots: { here: { ...draft, dots: { [hex(7)]: 2 } } } }],
  ])("15: is a choice of %s that is missing in the result", (_, record) => {
    expect(telling(record, at("here", "vote")).choice).toBeNull();
    expect(telling(record, at("here", "show")).choice).toBe("all");
    expect(telling(record, at("there", "show")).choice).toBeNull();
    const read = putAway({ ...empty, ...record }, at("here", "show"));
    expect(notHandedIn(read, at("here", "show")).choice).toBeNull();
    // Whatever else is read meanwhile, another activity is not marked as skipped.
    expect(putAway({ ...empty, ...record }, at("before", "ask")).ways).toEqual({});
  });

  it("15: is what was answered in the closing and not sent before the end", () => {
    const own = { safe: 3, useful: null, settled: null };
    expect(telling({ checks: { close: { ...own, ...draft } } }, null).choice).toBe("all");
    const changed = { ...own, revision: 1, state: "draft" } as const;
    expect(telling({ checks: { close: changed } }, null).choice).toBe("change");
    expect(telling({ checks: { close: { ...changed, state: "saved" } } }, null).choice).toBeNull();
  });
});
