import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { contentOf, withContent } from "@/lib/activities/kept";
import { OWN_SHEET_SLOT, ownSheet } from "@/lib/activities/roleplay/kept";
import { unsentRows } from "@/lib/activities/roleplay/use-unsent-rows";
import { base64Of, bytesOf } from "@/lib/client/base64";
import { openDevice } from "@/lib/client/device";
import { keptKey } from "@/lib/client/device-record";
import { createLane, type LaneEnd } from "@/lib/client/lane";
import { padModel } from "@/lib/client/pad-model";
import { randomSecret } from "@/lib/client/random";
import { openSharedDocument } from "@/lib/client/shared-document";
import { type TestBrowser, testBrowser } from "@/lib/client/testing/browser";
import { addEntry, type PadChange } from "@/lib/documents/pad-changes";
import { padContentOf } from "@/lib/documents/pad-document";
import { openFrame, updateFrame } from "@/lib/documents/wire";

/** Pages of one phone (a code scanned twice) that write the sheet of its group. */

const SESSION = "5".repeat(32);
const ACTIVITY = "other-chairs";

const row = (after: string): PadChange => ({ column: "guess", before: null, after });

async function pageOf(browser: TestBrowser, group = "A") {
  const { storage, setAsleep, close } = browser.page();
  const device = await openDevice(storage, SESSION, "7K3M9QTX");
  const rows = unsentRows(device, { activity: ACTIVITY, group, page: randomSecret() });
  return { device, rows, setAsleep, close };
}

/** Storage answers in turns, never by the clock. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const rest = async () => {
  for (let turns = 0; turns < 50; turns += 1) await turn();
};

describe("P223 what a page of a phone could not save", () => {
  it("is taken over by one of those that open the sheet next", async () => {
    const phone = testBrowser(turn);
    const first = await pageOf(phone);
    first.rows.keep([row("zu spät")]);
    await first.device.flush();
    first.close();
    const others = [await pageOf(phone), await pageOf(phone), await pageOf(phone)];
    await Promise.all(others.map(({ rows }) => rows.takeOver()));
    await rest();
    expect(others.flatMap(({ rows }) => rows.read() ?? [])).toEqual([row("zu spät")]);
  });

  it("stays its own as long as no other page opens the sheet, whatever is saved there", async () => {
    const phone = testBrowser(turn);
    const [one, other] = [await pageOf(phone), await pageOf(phone)];
    one.rows.keep([row("zu spät")]);
    other.rows.keep([row("krank")]);
    await one.device.flush();
    await other.device.flush();
    other.rows.keep(null);
    await other.device.flush();
    await rest();
    expect([one.rows.read(), other.rows.read()]).toEqual([[row("zu spät")], null]);
  });

  it("is not written into another group's sheet", async () => {
    const phone = testBrowser(turn);
    const moved = await pageOf(phone);
    moved.rows.keep([row("zu spät")]);
    await moved.device.flush();
    const elsewhere = await pageOf(phone, "B");
    await elsewhere.rows.takeOver();
    expect(elsewhere.rows.read()).toBeNull();
    expect(moved.rows.read()).toEqual([row("zu spät")]);
  });

  it("comes along from an earlier release, which kept it beside the drafts of all pages", async () => {
    const phone = testBrowser(turn);
    const earlier = await pageOf(phone);
    const key = keptKey(ACTIVITY, OWN_SHEET_SLOT);
    const drafts = { guess: "noch nicht", know: "", ask: "" };
    const unsent = { group: "A", changes: [row("zu spät")] };
    earlier.device.change((record) => ({
      ...record,
      kept: { ...record.kept, [key]: withContent(ownSheet, undefined, { drafts, unsent }) },
    }));
    await earlier.device.flush();
    const page = await pageOf(phone);
    await page.rows.takeOver();
    expect(page.rows.read()).toEqual([row("zu spät")]);
    const beside = contentOf(ownSheet, page.device.snapshot().kept[key]);
    expect(beside).toEqual({ drafts, unsent: null });
  });

  it("leaves nothing on the phone once it is saved", async () => {
    const { device, rows } = await pageOf(testBrowser(turn));
    rows.keep([row("zu spät")]);
    rows.keep(null);
    await device.flush();
    expect(device.snapshot().kept).toEqual({});
  });
});

/** A group's sheet on a server that takes what comes. */
function sheetOnServer() {
  const doc = new Y.Doc();
  const pages = new Set<LaneEnd>();
  let seq = 0;
  let clients = 0;
  const answered = async (lane: LaneEnd, event: string, raw: object) => {
    await turn();
    if (event === "doc:open") {
      const { resume } = openFrame.parse(raw);
      clients += 1;
      // Whoever comes back with the same document in memory goes on in it.
      const { client, lease } = resume ?? {
        client: 1_000 + clients,
        lease: `${clients}`.padStart(64, "0"),
      };
      const writer = { client, lease };
      return { ok: true, epoch: 1, seq, writer, u: base64Of(Y.encodeStateAsUpdate(doc)) };
    }
    const { n, u } = updateFrame.parse(raw);
    Y.applyUpdate(doc, bytesOf(u));
    seq += 1;
    for (const page of pages) {
      if (page !== lane) page.tell("doc", { doc: "x/y", epoch: 1, since: seq - 1, seq, u });
    }
    return { ok: true, n, seq };
  };
  return {
    guesses: () => padContentOf(doc).guess,
    connected(): { lane: LaneEnd; online(): void; offline(): void } {
      const lane = createLane();
      const link = {
        isUp: () => true,
        request: (event: string, frame: object) => answered(lane, event, frame),
        say: () => undefined,
      };
      return {
        lane,
        online() {
          pages.add(lane);
          lane.use(link);
          lane.tell("up", null);
        },
        offline() {
          pages.delete(lane);
          lane.use(null);
        },
      };
    },
  };
}

async function writingPage(phone: TestBrowser, sheet: ReturnType<typeof sheetOnServer>) {
  const page = await pageOf(phone);
  const { lane, online, offline } = sheet.connected();
  const shared = openSharedDocument({
    ...{ yjs: Y, lane, name: "x/y", gatherMs: 0, wait: turn },
    model: padModel(() => undefined),
    unsent: page.rows,
    onChange: () => undefined,
  });
  online();
  await rest();
  const write = (text: string) => {
    if (!shared.doc) throw new Error("The sheet is not open");
    addEntry(shared.doc, "guess", text);
  };
  return { ...page, shared, online, offline, write };
}

it("P223 two pages of one phone enter the same row once", async () => {
  const phone = testBrowser(turn);
  const sheet = sheetOnServer();
  const first = await writingPage(phone, sheet);
  first.offline();
  first.write("zu spät");
  await first.device.flush();
  // It sleeps in the background; the code is scanned again, and the sheet goes on there.
  first.setAsleep(true);
  const second = await writingPage(phone, sheet);
  expect(sheet.guesses()).toEqual(["zu spät"]);
  second.write("krank");
  await rest();
  first.setAsleep(false);
  await rest();
  first.online();
  await rest();
  expect(sheet.guesses()).toEqual(["zu spät", "krank"]);
  first.write("im Urlaub");
  await rest();
  expect(sheet.guesses()).toEqual(["zu spät", "krank", "im Urlaub"]);
  expect([first.shared.state, second.shared.state]).toEqual(["saved", "saved"]);
});
