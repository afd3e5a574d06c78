import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { IS_EVERYTHING_TRIED } from "@/lib/testing/everyday";
import { sealedCards, sessionEvents } from "@/server/db/schema/sessions";
import { hashSecret, randomId } from "@/server/rooms/chance";
import { NO_MARK } from "@/server/rooms/sealed-rows";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { nodeForEachTest } from "@/server/testing/own-node";
import {
  advance,
  advanceTo,
  begin,
  handIn,
  here,
  openStage,
  openWorkshop,
  PASSWORD,
  signUp,
  startNode,
} from "@/server/testing/workshop";

const at = nodeForEachTest({ peopleEveryMs: 500 });

/** Remembers clients, so that a failed test leaves no socket behind. */
const keep = <T extends LiveClient>(client: T): T => {
  at.open.push(client);
  return client;
};

async function workshop(n: number) {
  const opened = await openWorkshop(at.node, n);
  keep(opened.facilitator);
  opened.participants.forEach(keep);
  return opened;
}

async function writing(n: number) {
  const opened = await workshop(n);
  await begin(opened.facilitator);
  await advanceTo(opened.facilitator, "small-no", "write");
  await Promise.all(
    opened.participants.map((each) => each.until((view) => view.activity?.phase === "write")),
  );
  return opened;
}

describe("collect, from writing to the reveal", () => {
  test("nobody sees a card before the reveal; everybody sees the same bytes after it (P47)", async () => {
    const { facilitator, participants, id } = await writing(6);
    const texts = participants.map((_, index) => `Karte ${index} mit eigenem Wortlaut`);
    const cards = await Promise.all(
      participants.map((each, index) => handIn(each, texts[index] ?? "")),
    );
    for (const { acknowledged } of cards) expect(acknowledged).toEqual({ ok: true });
    for (const client of [facilitator, ...participants]) {
      for (const text of texts) expect(client.frames.join("\n")).not.toContain(text);
    }

    await advance(facilitator);
    const review = await facilitator.until((view) => {
      const shown = Object.values(view.review ?? {});
      return shown.length === 6 && shown;
    });
    expect(review.map(({ text }) => text).sort()).toEqual([...texts].sort());
    for (const participant of participants) {
      await participant.until((view) => view.activity?.phase === "review");
      for (const text of texts) expect(participant.frames.join("\n")).not.toContain(text);
    }

    const heldBack = review[0];
    if (!heldBack) throw new Error("There is no card to hold");
    await facilitator.act({ type: "holdCard", reviewId: heldBack.id, held: true });
    await advance(facilitator);
    const seen = await Promise.all(
      [facilitator, ...participants].map((each) =>
        each.until((view) => Object.keys(view.cards).length === 5 && JSON.stringify(view.cards)),
      ),
    );
    expect(new Set(seen.map((json) => JSON.stringify(sortKeys(json)))).size).toBe(1);
    expect(seen[0]).not.toContain(heldBack.text);

    // Only the held card is still sealed. Of the others nothing is left that knows a card (P102).
    const rows = await at.node.server.db
      .select()
      .from(sealedCards)
      .where(eq(sealedCards.sessionId, id));
    const [held, ...others] = rows.filter(({ markHash }) => markHash !== NO_MARK);
    expect(held?.held).toBe(true);
    expect(others).toEqual([]);
    const shown = rows.filter(({ markHash }) => markHash === NO_MARK);
    expect(shown).toHaveLength(5);
    for (const { content, reviewId } of shown) expect([content, reviewId]).toEqual([null, null]);
    // By it a retry is a repeat, and a change too late, consents included.
    for (const [index, each] of participants.entries()) {
      const { edit, mark = "" } = cards[index] ?? {};
      const again = (revision: number, mayBeQuoted: boolean) =>
        each.act({
          ...{ type: "submitCard", edit, markHash: hashSecret(mark), revision, mayBeQuoted },
          ...{ text: texts[index], mayBeCase: false },
        });
      expect(await again(1, false)).toEqual({ ok: true });
      expect(await again(2, true)).toEqual({ ok: false, code: "wrong-phase" });
    }
  });

  test("a card withdrawn during review stays in the facilitator's sight, and isn't revealed", async () => {
    const { facilitator, participants } = await writing(7);
    const cards = await Promise.all(
      participants.map((each, index) => handIn(each, `Nein ${index}`)),
    );
    await advance(facilitator);
    const review = await facilitator.until((view) => {
      const shown = Object.values(view.review ?? {});
      return shown.length === 7 && shown;
    });
    const framesBefore = facilitator.frames.length;
    const withdrawn = { type: "withdrawCard", edit: cards[0]?.edit };
    expect(await participants[0]?.act(withdrawn)).toEqual({ ok: true });
    // Something that the facilitator does makes a frame; it tells nothing else.
    const other = review.find(({ text }) => text === "Nein 1");
    await facilitator.act({ type: "holdCard", reviewId: other?.id, held: true });
    const held = await facilitator.until((view) => view.review?.[other?.id ?? ""]?.held && view);
    expect(Object.keys(held.review ?? {})).toHaveLength(7);
    const told = facilitator.frames.slice(framesBefore).flatMap((text) => {
      const { set, gone } = JSON.parse(text);
      return [...Object.keys(set), ...gone].filter((path: string) => path !== "people");
    });
    expect(told).toEqual([`review/${other?.id}`]);

    await advance(facilitator);
    const revealed = await facilitator.until((view) => {
      const shown = Object.values(view.cards).map(({ text }) => text);
      return shown.length > 0 && shown;
    });
    expect(revealed.sort()).toEqual(["Nein 2", "Nein 3", "Nein 4", "Nein 5", "Nein 6"]);
    // What is left is the held one.
    expect(Object.values(facilitator.view?.review ?? {}).map(({ text }) => text)).toEqual([
      "Nein 1",
    ]);
  });

  test("fewer than k contributors are shown to nobody, facilitators included", async () => {
    const { facilitator, participants } = await writing(4);
    await Promise.all(participants.map((each) => handIn(each, "Ein Nein, das klein war")));
    await advance(facilitator);
    await facilitator.until((view) => view.activity?.phase === "review");
    await advance(facilitator);
    await facilitator.until((view) => view.activity?.phase === "reveal");
    expect(facilitator.frames.join()).not.toContain("Ein Nein");
    expect(participants[0]?.frames.join()).not.toContain("Ein Nein");
  });

  test("a card sent three times is one card, and stays one after its withdrawal (P17)", async () => {
    const { participants, id } = await writing(1);
    const [participant] = participants;
    if (!participant) throw new Error("unreachable");
    const command = {
      type: "submitCard",
      edit: randomId(),
      markHash: "a".repeat(64),
      revision: 1,
      text: "Einmal reicht",
      mayBeCase: false,
      mayBeQuoted: false,
    };
    for (let times = 0; times < 3; times += 1) {
      expect(await participant.act(command)).toEqual({ ok: true });
    }
    const rows = () =>
      at.node.server.db.select().from(sealedCards).where(eq(sealedCards.sessionId, id));
    expect(await rows()).toHaveLength(1);
    await participant.act({ type: "withdrawCard", edit: command.edit });
    expect(await participant.act(command)).toEqual({ ok: true });
    expect(await rows()).toMatchObject([{ content: null }]);
  });

  test("nobody hands in more cards than their share, in half an hour one", async () => {
    const { participants } = await writing(1);
    const [participant] = participants;
    if (!participant) throw new Error("unreachable");
    const answers = [];
    for (const text of ["eins", "zwei"]) {
      answers.push((await handIn(participant, text)).acknowledged);
    }
    expect(answers).toEqual([{ ok: true }, { ok: false, code: "over-budget" }]);
  });
});

describe("who may do what", () => {
  test("participants and stages can't do what only facilitators may", async () => {
    const opened = await writing(1);
    const [participant] = opened.participants;
    if (!participant) throw new Error("unreachable");
    const stage = keep(await openStage(at.node, opened));
    for (const client of [participant, stage]) {
      expect(await advance(client)).toEqual({ ok: false, code: "not-allowed" });
      expect(await client.send({ type: "end" })).toEqual({ ok: false, code: "not-allowed" });
    }
    expect(await handIn(stage, "Von der Bühne")).toMatchObject({
      acknowledged: { ok: false, code: "not-allowed" },
    });
  });

  test("another facilitator can't enter, and unknown sessions look the same", async () => {
    const { id } = await workshop(0);
    const other = await signUp(at.node, "grace@example.org");
    const enter = (session: string, cookie: string) =>
      connectClient(at.node.url, { role: "facilitator", session }, { cookie });
    await expect(enter(id, other.cookie)).rejects.toThrow("gone");
    await expect(enter(randomId(), other.cookie)).rejects.toThrow("gone");
    await expect(enter(id, "")).rejects.toThrow("gone");
  });

  test.each(["websocket", "polling"] as const)(
    "a foreign origin is refused over %s",
    async (by) => {
      const { id } = await workshop(0);
      const shake = { role: "participant", session: id, device: randomId() } as const;
      await expect(
        connectClient(at.node.url, shake, { origin: "https://evil.example", transports: [by] }),
      ).rejects.toThrow();
      keep(await connectClient(at.node.url, shake, { transports: [by] }));
    },
  );

  test("frames that do not parse are refused and change nothing (P10)", async () => {
    const { participants } = await writing(1);
    const [participant] = participants;
    if (!participant) throw new Error("unreachable");
    for (const extra of [{ text: "" }, { text: 5 }, { revision: 0 }, { author: "ich" }]) {
      const card = { edit: randomId(), markHash: "b".repeat(64), revision: 1, text: "x" };
      const answer = await participant.act({
        type: "submitCard",
        mayBeCase: false,
        mayBeQuoted: false,
        ...card,
        ...extra,
      });
      expect(answer).toEqual({ ok: false, code: "bad-input" });
    }
    // A command to the session itself, and the frame around an activity's, are as strict.
    const talk = { type: "wantToTalk", mark: null, revision: 1 } as const;
    const nowhere = { type: "activity", activity: "small-no", command: { type: "none" } } as const;
    for (const frame of [
      { ...talk, mark: 5 },
      ...[talk, nowhere].map((each) => ({ ...each, author: "ich" })),
    ]) {
      expect(await participant.send(Object(frame))).toEqual({ ok: false, code: "bad-input" });
    }
    expect(await participant.send(talk)).toEqual({ ok: true });
  });
});

describe("facilitators' commands", () => {
  test("the same command sent three times has one effect (P17)", async () => {
    const { facilitator, id } = await writing(0);
    const commandId = randomId();
    const command = {
      type: "addMinutes",
      minutes: 1,
      from: here(facilitator),
    } as const;
    for (let times = 0; times < 3; times += 1) {
      expect(await facilitator.send(command, commandId)).toEqual({ ok: true });
    }
    const events = await at.node.server.db
      .select()
      .from(sessionEvents)
      .where(eq(sessionEvents.sessionId, id));
    expect(events.filter(({ event }) => JSON.stringify(event).includes("clockSet"))).toHaveLength(
      1,
    );
  });

  test("a double press never advances twice", async () => {
    const { facilitator } = await writing(0);
    const from = here(facilitator);
    const [first, second] = await Promise.all([
      facilitator.send({ type: "advance", from }),
      facilitator.send({ type: "advance", from }),
    ]);
    expect(first).toEqual({ ok: true });
    expect(second).toEqual({ ok: false, code: "wrong-phase" });
  });

  test("two facilitators on two nodes who press at once advance once: one is decided after the other (P13)", async () => {
    const { facilitator, id } = await writing(0);
    const secret = randomId() + randomId();
    const nodes = [
      await startNode(at.database.url, secret),
      await startNode(at.database.url, secret),
    ];
    try {
      const [one] = nodes;
      const signedIn = await one?.server.auth.signIn(
        { email: "ada@example.org", password: PASSWORD },
        {},
      );
      if (!one || !signedIn?.ok) throw new Error("Signing in failed");
      const cookie = `${one.server.auth.cookie.name}=${signedIn.cookieValue}`;
      const consoles = await Promise.all(
        nodes.map(({ url }) =>
          connectClient(url, { role: "facilitator", session: id }, { cookie }).then(keep),
        ),
      );
      for (let times = 0; times < 3; times += 1) {
        const from = here(facilitator);
        const answers = await Promise.all(
          consoles.map((each) => each.send({ type: "advance", from })),
        );
        expect(answers).toContainEqual({ ok: true });
        expect(answers).toContainEqual({ ok: false, code: "wrong-phase" });
        await facilitator.until((view) => view.activity?.phase !== from.phase);
      }
    } finally {
      for (const node of nodes) await node.stop();
    }
  });
});

test("a phone that says it is done the moment it connects is counted, also by a room that still loads (P29)", async () => {
  const { facilitator, id } = await writing(0);
  const second = await startNode(at.database.url);
  try {
    const frame = { activity: "small-no", phase: "write", done: true };
    const devices = [1, 2, 3].map(() => randomId());
    const sockets = await Promise.all(
      devices.map((device) =>
        connectClient(
          second.url,
          { role: "participant", session: id, device },
          { presence: frame },
        ),
      ),
    );
    sockets.forEach(keep);
    await facilitator.until((view) => view.people?.done === 3);
  } finally {
    await second.stop();
  }
});

test("P72 help contacts are shown to every phone alike, each time they are asked for", async () => {
  const { facilitator, participants } = await writing(2);
  const commandId = randomId();
  for (let times = 0; times < 2; times += 1) {
    expect(await facilitator.send({ type: "showHelp" }, commandId)).toEqual({ ok: true });
  }
  for (const each of participants) await each.until((view) => view.session.helpShown === 1);
  await facilitator.send({ type: "showHelp" });
  for (const each of participants) await each.until((view) => view.session.helpShown === 2);
  expect(await participants[0]?.send({ type: "showHelp" })).toEqual({
    ok: false,
    code: "not-allowed",
  });
});

test("P71 whoever leaves is out of the count and of progress, keeps the card, and is counted again when back", async () => {
  const { facilitator, participants, devices, id } = await writing(6);
  const log = () => at.node.server.db.$count(sessionEvents, eq(sessionEvents.sessionId, id));
  await Promise.all(participants.map((each, index) => handIn(each, `Karte ${index}`)));
  for (const each of participants) each.setDone(true);
  await facilitator.until(({ people }) => people?.joined === 6 && people.done === 6);

  const shake = { role: "participant", session: id, device: devices[0] ?? "" } as const;
  const logged = await log();
  await participants[0]?.leave();
  await facilitator.until(({ people }) => people?.joined === 5 && people.done === 5);
  expect(await log()).toBe(logged);

  await advanceTo(facilitator, "small-no", "reveal");
  const revealed = await facilitator.until(({ cards }) => {
    const shown = Object.values(cards);
    return shown.length > 0 && shown;
  });
  expect(revealed.map(({ text }) => text)).toContain("Karte 0");

  const back = keep(await connectClient(at.node.url, shake));
  expect(Object.keys(back.view?.cards ?? {})).toHaveLength(6);
  await facilitator.until(({ people }) => people?.joined === 6);
});

test("two nodes on one database serve one session without Redis (P28)", async () => {
  const { facilitator, participants, id } = await writing(3);
  const second = await startNode(at.database.url);
  try {
    const others = await Promise.all(
      Array.from({ length: 3 }, () =>
        connectClient(second.url, { role: "participant", session: id, device: randomId() }),
      ),
    );
    others.forEach(keep);
    await Promise.all(
      [...participants, ...others].map((each, index) => handIn(each, `Karte ${index}`)),
    );
    await advanceTo(facilitator, "small-no", "reveal");
    for (const client of [facilitator, ...participants, ...others]) {
      await client.until((view) => Object.keys(view.cards).length === 6);
    }
    for (const client of others) client.close();
  } finally {
    await second.stop();
  }
});

describe("a killed server", () => {
  let killable: Awaited<ReturnType<typeof startProcess>>;
  const secret = randomId() + randomId();

  async function startProcess(databaseUrl: string) {
    const child = spawn(process.execPath, ["--import", "tsx", "server/testing/node-process.ts"], {
      env: { ...process.env, DATABASE_URL: databaseUrl, NEXTAUTH_SECRET: secret },
      stdio: ["ignore", "pipe", "inherit"],
    });
    for await (const line of createInterface({ input: child.stdout })) {
      const [, port] = /^listening (\d+)$/.exec(line) ?? [];
      if (port) return { child, url: `http://127.0.0.1:${port}` };
    }
    throw new Error("The node did not start");
  }

  // Every day attack/crash shows it of app and database.
  test.runIf(IS_EVERYTHING_TRIED)(
    "what was acknowledged survives kill -9, and the log and the sealed rows rebuild the state (P14)",
    async () => {
      const opened = await writing(5);
      killable = await startProcess(at.database.url);
      const clients = await Promise.all(
        opened.devices.map((device) =>
          connectClient(killable.url, { role: "participant", session: opened.id, device }),
        ),
      );
      clients.forEach(keep);
      const acknowledged: string[] = [];
      const sending = clients.flatMap((client, index) =>
        [1, 2].map(async (each) => {
          const text = `Karte ${index}-${each}`;
          const { acknowledged: answer } = await handIn(client, text);
          if (answer.ok) acknowledged.push(text);
          // Killed while the others are still under way.
          if (acknowledged.length === 3) killable.child.kill("SIGKILL");
        }),
      );
      const exited = once(killable.child, "exit");
      await Promise.race([exited, Promise.allSettled(sending)]);
      killable.child.kill("SIGKILL");
      await exited;
      expect(acknowledged.length).toBeGreaterThanOrEqual(3);

      const after = await startProcess(at.database.url);
      try {
        const back = keep(
          await connectClient(after.url, {
            role: "participant",
            session: opened.id,
            device: opened.devices[0] ?? "",
          }),
        );
        expect(back.view?.activity?.phase).toBe("write");
        const rows = await at.node.server.db
          .select()
          .from(sealedCards)
          .where(eq(sealedCards.sessionId, opened.id));
        const stored = rows.map(({ content }) => JSON.stringify(content));
        for (const text of acknowledged) {
          expect(stored.filter((content) => content.includes(`"${text}"`))).toHaveLength(1);
        }
        back.close();
      } finally {
        after.child.kill("SIGKILL");
      }
    },
  );
});

function sortKeys(json: string): unknown {
  return Object.entries(JSON.parse(json)).sort(([a], [b]) => (a < b ? -1 : 1));
}
