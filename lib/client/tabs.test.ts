import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentOf, withContent } from "@/lib/activities/kept";
import { ownChecks } from "@/lib/activities/pause/kept";
import { type Device, openDevice } from "@/lib/client/device";
import { type DeviceRecord, nextRevision } from "@/lib/client/device-record";
import { createOutbox } from "@/lib/client/outbox";
import { changeCard, newOwnCard, withCard } from "@/lib/client/own-card";
import { hashSecret } from "@/lib/client/random";
import { testBrowser } from "@/lib/client/testing/browser";
import type { Acknowledgement } from "@/lib/protocol";
import type { CommandFrame, CommandOfPhone } from "@/lib/session/commands";
import { createMemorySession, type MemorySession } from "@/lib/testing/memory-session";
import { advanceTo, hex, plan } from "@/lib/testing/session-driver";

/**
 * Two pages of one device (a QR code scanned twice), in random order, with the real rules behind a line
 * that comes and goes: nothing that was typed or handed in is lost, nothing counts twice, and what a
 * phone shows as saved is what the server has.
 */

const session = "5".repeat(32);
const code = "7K3M9QTX";
const CARDS = 3;
const SLOTS = 2;

/** Where the random steps happen: one activity for cards, one for answers. */
const places = {
  cards: { activity: "small-no", phase: "write" },
  checks: { activity: "close", phase: "show" },
} as const;

type Place = keyof typeof places;

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom("type" as const, "handIn" as const, "typeAndLeave" as const),
      page: fc.nat(1),
      at: fc.nat(CARDS - 1),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom("leave" as const, "offline" as const, "online" as const, "rest" as const),
      page: fc.nat(1),
      at: fc.constant(0),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom("sleep" as const, "sleep" as const, "wake" as const),
      page: fc.nat(1),
      at: fc.constant(0),
    }),
  },
);

interface Page {
  device: Device;
  isAsleep: boolean;
  setAsleep(asleep: boolean): void;
  /** Leaves like a closed tab: the letter is written, and nothing else is finished. */
  close(): void;
}

/** Lets everything that is under way go on; storage answers in turns, never by the clock. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const rest = async () => {
  for (let turns = 0; turns < 30; turns += 1) await turn();
};

function setUp(place: Place) {
  const room = createMemorySession(plan, 1);
  advanceTo(room, places[place].activity, places[place].phase);
  const browser = testBrowser(turn);
  let isOnline = true;
  const answers: { frame: CommandFrame; answer: Acknowledgement }[] = [];

  async function open(): Promise<Page> {
    const { storage, setAsleep, close } = browser.page();
    const device = await openDevice(storage, session, code);
    const outbox = createOutbox({
      queue: device,
      wait: turn,
      async deliver(frame) {
        await turn();
        if (!isOnline) return "offline";
        const { device: secret } = device.snapshot();
        const decision = room.send({ device: secret }, frame.command);
        const answer: Acknowledgement = decision.ok
          ? { ok: true }
          : { ok: false, code: decision.code };
        answers.push({ frame, answer });
        await turn();
        // The answer is lost with the line; the command was not.
        return isOnline ? answer : "offline";
      },
    });
    outbox.flush();
    backOnline.add(outbox.flush);
    const page: Page = {
      device,
      isAsleep: false,
      setAsleep(asleep) {
        page.isAsleep = asleep;
        setAsleep(asleep);
      },
      close() {
        device.leave();
        outbox.close();
        backOnline.delete(outbox.flush);
        close();
      },
    };
    return page;
  }
  const backOnline = new Set<() => void>();

  return {
    room,
    open,
    answers,
    setOnline(on: boolean) {
      isOnline = on;
      if (on) for (const flush of backOnline) flush();
    },
  };
}

const editOf = (at: number) => hex(100 + at);
const markOf = (at: number) => hex(200 + at);
const blank = (at: number) =>
  newOwnCard({ edit: editOf(at), mark: markOf(at), activity: places.cards.activity });

const checksIn = ({ kept }: DeviceRecord) => contentOf(ownChecks, kept.close);
type Checks = ReturnType<typeof checksIn>;

const withChecks = (
  before: DeviceRecord,
  checks: Checks,
  part: { state: "draft" } | { state: "saving"; revision: number },
): DeviceRecord => {
  const close = { ...withContent(ownChecks, before.kept.close, checks), ...part };
  return { ...before, kept: { ...before.kept, close } };
};
const questions = ["safe", "useful"] as const;

/** What the screens do: type on a card, or choose an answer. */
function type(device: Device, place: Place, at: number, words: number): void {
  device.change((before) => {
    if (place === "cards") {
      return changeCard(withCard(before, blank(at)), editOf(at), (card) => ({
        ...card,
        draft: String(words),
      }));
    }
    const question = questions[at % SLOTS] ?? "safe";
    return withChecks(before, { ...checksIn(before), [question]: words % 11 }, { state: "draft" });
  });
}

const placeOf = (place: Place, at: number): string =>
  place === "cards" ? editOf(at) : (questions[at % SLOTS] ?? "safe");

/** What a page shows there; undefined: nothing yet. */
function shownIn(record: DeviceRecord, place: Place, where: string): string | number | undefined {
  if (place === "cards") return record.cards.find(({ edit }) => edit === where)?.draft;
  const { safe, useful } = checksIn(record);
  return (where === "safe" ? safe : useful) ?? undefined;
}

/** Hands in what this page shows, and what others have chosen where it shows nothing. */
function handIn(device: Device, place: Place, at: number): [string, string | number][] {
  const shown = device.snapshot();
  const inPlace = (command: { type: string }): CommandOfPhone => ({
    type: "activity",
    activity: places[place].activity,
    command,
  });
  if (place === "cards") {
    const card = shown.cards.find(({ edit }) => edit === editOf(at));
    if (!card || card.draft === "") return [];
    device.handIn((before) => {
      const known = before.cards.find(({ edit }) => edit === card.edit) ?? card;
      const revision = known.revision + 1;
      const { edit, draft: text } = card;
      return {
        record: changeCard(withCard(before, card), edit, (each) => ({
          ...each,
          ...{ draft: text, sent: text, revision, state: "saving" as const },
        })),
        command: inPlace(
          Object.assign(
            { type: "submitCard" },
            { edit, revision, text, markHash: hashSecret(card.mark) },
            { mayBeCase: false, mayBeQuoted: false, notForStage: false },
          ),
        ),
      };
    });
    return [[card.edit, card.draft]];
  }
  const { safe, useful } = checksIn(shown);
  if (safe === null && useful === null) return [];
  device.handIn((before) => {
    const known = checksIn(before);
    const revision = nextRevision(before, before.kept.close);
    const answers = { safe: safe ?? known.safe, useful: useful ?? known.useful, settled: null };
    return {
      record: withChecks(before, answers, { revision, state: "saving" }),
      command: inPlace(Object.assign({ type: "answerChecks" }, { revision, ...answers })),
      kept: "close",
    };
  });
  return Object.entries({ safe, useful }).flatMap(([where, score]) =>
    score === null ? [] : [[where, score]],
  );
}

/** What counts on the server, by card or question. */
function counted(room: MemorySession): Map<string, unknown> {
  const cards = room.sealedCards("small-no").map(({ markHash, content }) => {
    return [markHash ?? "", content?.text] as const;
  });
  const ballots = room.sealedBallots("close").map(({ slot, content }) => {
    return [slot, Reflect.get(Object(content), "score")] as const;
  });
  return new Map([...cards, ...ballots]);
}

function expectAsTold(record: DeviceRecord, room: MemorySession): void {
  const there = counted(room);
  for (const card of record.cards) {
    // More cards than the plan's share are refused, and say so.
    if (card.state === "refused") continue;
    expect(card.state).toBe(card.revision === 0 ? "draft" : "saved");
    if (card.revision > 0) expect(there.get(hashSecret(card.mark))).toBe(card.sent);
  }
  const state = record.kept.close?.state;
  if (state === "saved") {
    const { safe, useful } = checksIn(record);
    expect([there.get("safe") ?? null, there.get("useful") ?? null]).toEqual([safe, useful]);
  }
  expect(state === "saving").toBe(false);
}

type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;

/** Does all of it at a person's pace; tells the last words in each place, as somebody typed them. */
async function play(
  place: Place,
  steps: readonly Step[],
  pages: Page[],
  { open, setOnline }: Pick<ReturnType<typeof setUp>, "open" | "setOnline">,
): Promise<Map<string, string | number>> {
  const typed = new Map<string, string | number>();
  let words = 0;
  for (const [number, { do: what, page, at }] of steps.entries()) {
    const current = pages[page];
    if (!current) throw new Error("unreachable");
    if (what === "sleep" || what === "wake") current.setAsleep(what === "sleep");
    const where = placeOf(place, at);
    // Nobody goes on with words that they see and that aren't the last ones.
    const isStale = shownIn(current.device.snapshot(), place, where) !== typed.get(where);
    if ((what === "type" || what === "typeAndLeave") && !isStale) {
      words += 1;
      type(current.device, place, at, words);
      typed.set(where, place === "cards" ? String(words) : words % 11);
    }
    if (what === "handIn") {
      // What a page shows is what it hands in, also where it has slept through something.
      for (const [shownAt, shown] of handIn(current.device, place, at)) typed.set(shownAt, shown);
    }
    if (what === "leave" || what === "typeAndLeave") {
      current.close();
      pages[page] = await open();
    }
    if (what === "offline" || what === "online") setOnline(what === "online");
    const isGoneOn = steps[number + 1]?.page === page && !current.isAsleep;
    // Nor is anything done in a page before it shows what it slept through (known limit of decision 0040).
    if (isGoneOn && what !== "leave" && what !== "typeAndLeave" && what !== "wake") {
      // In the same page the next thing is done while this one is still being written.
      void current.device.flush();
      for (let turns = 0; turns < at; turns += 1) await turn();
      continue;
    }
    await Promise.all(pages.map((each) => each.device.flush()));
    await rest();
  }
  for (const page of pages) page.setAsleep(false);
  setOnline(true);
  await rest();
  await rest();
  return typed;
}

describe.each(["cards", "checks"] as const)("two pages of one device, with %s", (place) => {
  it("4: lose nothing, count once, and show as saved what the server has (P136)", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 4, maxLength: 25, size: "max" }),
        async (steps) => {
          const { room, answers, ...situation } = setUp(place);
          const pages = [await situation.open(), await situation.open()];
          const secret = pages[0]?.device.snapshot().device;
          const typed = await play(place, steps, pages, situation);
          const [record, other] = pages.map((each) => each.device.snapshot());
          if (!record) throw new Error("unreachable");
          expect(other).toEqual(record);
          expect(record.device).toBe(secret);
          for (const [where, last] of typed) expect(shownIn(record, place, where)).toBe(last);
          expectAsTold(record, room);
          const refusals = answers.flatMap(({ answer }) => (answer.ok ? [] : [answer.code]));
          expect(refusals).not.toContain("conflict");
        },
      ),
      { numRuns: 150 },
    );
  });
});
