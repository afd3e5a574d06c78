import { describe, expect, it } from "vitest";
import { ownDots } from "@/lib/activities/collect/kept";
import { collectPhases } from "@/lib/activities/collect/phases";
import type { KeptEntry } from "@/lib/activities/kept";
import { type Kept, withContent } from "@/lib/activities/kept";
import { ownChecks } from "@/lib/activities/pause/kept";
import { ownBallot } from "@/lib/activities/reframe/kept";
import { ownScores } from "@/lib/activities/scale/kept";
import { type DeviceRecord, newDeviceRecord } from "@/lib/client/device-record";
import { type Here, notHandedIn, putAway } from "@/lib/client/not-handed-in";
import { newOwnCard } from "@/lib/client/own-card";

const hex = (n: number) => n.toString(16).padStart(32, "0");
const empty = newDeviceRecord(hex(1), hex(2));
const card = (draft: string, part: object = {}) =>
  newOwnCard({ edit: hex(draft.length + 10), mark: hex(3), activity: "small-no", draft, ...part });
const kept = <Content extends object>(
  of: Kept<Content>,
  content: Content,
  part: Partial<KeptEntry> = {},
): KeptEntry => ({ ...withContent(of, undefined, content), ...part });

const phases = collectPhases({ caseFirst: null, dots: 3, ask: null });

/** A phase as the view tells it; what is no phase of cards and of a vote on them takes and shows nothing. */
const at = (activity: string, phase: string): NonNullable<Here> => {
  const { isResult = false, takesLate = false } = phases.find(({ name }) => name === phase) ?? {};
  return { activity, phase, isResult, takesLate };
};

const telling = (record: Partial<DeviceRecord>, here: Here) =>
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
    ["scores", "ask", { here: kept(ownScores, { chosen: { personal: 3 } }) }],
    ["votes", "vote", { "here/case": kept(ownBallot, { shown: [], chosen: [hex(7)] }) }],
    ["dots", "vote", { here: kept(ownDots, { laid: [{ theme: hex(7), dots: 2 }] }) }],
  ])("15: is a choice of %s that is missing in the result", (_, phase, entries) => {
    const record = { ...empty, kept: entries };
    expect(telling(record, at("here", phase)).choice).toBeNull();
    expect(telling(record, at("here", "cluster")).choice).toBeNull();
    expect(telling(record, at("here", "show")).choice).toBe("all");
    expect(telling(record, at("there", "show")).choice).toBeNull();
    expect(telling(record, null).choice).toBeNull();
    const skipped = { ways: { [`here/${phase}`]: "skipped" } } as const;
    expect(telling({ ...record, ...skipped }, at("here", "show")).choice).toBeNull();
    const read = putAway(record, at("here", "show"));
    expect(notHandedIn(read, at("here", "show")).choice).toBeNull();
    // Whatever else is read meanwhile, another activity is not marked as skipped.
    expect(putAway(record, at("before", "ask")).ways).toEqual({});
  });

  it("15: is no ballot on which nothing is chosen", () => {
    const blank = kept(ownBallot, { shown: [hex(7)], chosen: [] });
    expect(telling({ kept: { "here/case": blank } }, at("here", "show")).choice).toBeNull();
  });

  it("15: is what was answered in the closing and not sent before the end", () => {
    const answered = (part: Partial<KeptEntry>) => ({
      kept: { close: kept(ownChecks, { ...ownChecks.nothing, safe: 3 }, part) },
    });
    expect(telling(answered({}), null).choice).toBe("all");
    // The closing has no result: while it lasts nothing is missing.
    expect(telling(answered({}), at("close", "show")).choice).toBeNull();
    expect(telling(answered({ revision: 1 }), null).choice).toBe("change");
    expect(telling(answered({ revision: 1, state: "saved" }), null).choice).toBeNull();
    const read = putAway({ ...empty, ...answered({}) }, null);
    expect(notHandedIn(read, null).choice).toBeNull();
  });
});
