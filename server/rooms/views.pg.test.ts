import { io, type Socket } from "socket.io-client";
import { expect, test } from "vitest";
import { PROTOCOL_VERSION, type ViewVersion } from "@/lib/protocol";
import { randomId } from "@/server/rooms/chance";
import type { LiveClient } from "@/server/simulated/live-client";
import { nodeForEachTest } from "@/server/testing/own-node";
import { begin, openStage, openWorkshop, startNode } from "@/server/testing/workshop";

const at = nodeForEachTest();

interface Body {
  kind: "full" | "patch";
  version: ViewVersion;
}

/** A stage's socket without anything that a page does, and the frames that it gets. */
function watch(url: string, key: string, seen?: ViewVersion) {
  const frames: Body[] = [];
  const auth = { protocol: PROTOCOL_VERSION, role: "stage", key, ...(seen ? { seen } : {}) };
  const transports = ["websocket"];
  const socket: Socket = io(url, {
    auth,
    extraHeaders: { origin: url },
    transports,
    forceNew: true,
  });
  at.open.push(socket);
  // Those of a lobby are short, and come as they are (P150).
  socket.on("view", (_, body: Body) => frames.push(body));
  /** Answered after all that the server had sent on connecting. */
  const heard = () => socket.emitWithAck("command", {});
  return { socket, frames, heard };
}

const framesOf = ({ frames }: LiveClient) =>
  frames.map((text): Body & { text: string } => ({ ...JSON.parse(text), text }));

test("all sockets of one audience get the same bytes, under versions that rise by one (P20, P23)", async () => {
  const { facilitator, participants, id, account } = await openWorkshop(at.node, 4);
  const stages = [
    await openStage(at.node, { account, id }),
    await openStage(at.node, { account, id }),
  ];
  at.open.push(facilitator, ...participants, ...stages);
  await begin(facilitator);
  expect(await facilitator.send({ type: "showHelp" })).toEqual({ ok: true });
  for (const clients of [participants, stages]) {
    await Promise.all(clients.map((each) => each.until((view) => view.session.helpShown === 1)));
    // From where the last of them came in; up to the frame that all of them have.
    const since = Math.max(...clients.map((each) => framesOf(each)[0]?.version[1] ?? 0));
    const shared = clients.map((each) => {
      const patches = framesOf(each).filter(({ version }) => version[1] > since);
      const help = patches.findIndex(({ text }) => text.includes('"helpShown":1'));
      return patches.slice(0, help + 1);
    });
    const [first = []] = shared;
    expect(first.length).toBeGreaterThan(1);
    for (const each of shared)
      expect(each.map(({ text }) => text)).toEqual(first.map(({ text }) => text));
    const [incarnation] = first[0]?.version ?? [];
    const risen = first.map((_, index): ViewVersion => [incarnation ?? "", since + 1 + index]);
    expect(first.map(({ version }) => version)).toEqual(risen);
  }
});

test("a room has an incarnation of its own on each node, and a new one when it is loaded anew (P23)", async () => {
  const { facilitator, id, account } = await openWorkshop(at.node, 0);
  const session = await at.node.server.sessions.forFacilitator(account.id, id);
  const key = session?.stageKey ?? "";
  at.open.push(facilitator);
  const incarnation = async (url: string) => {
    const { frames } = watch(url, key);
    await expect.poll(() => frames.length).toBeGreaterThan(0);
    return frames[0]?.version[0];
  };
  const second = await startNode(at.database.url);
  const found = [await incarnation(at.node.url), await incarnation(second.url)];
  await second.stop();
  const third = await startNode(at.database.url);
  found.push(await incarnation(third.url));
  await third.stop();
  expect(new Set(found).size).toBe(3);
  // Who comes to a room that is loaded already finds the same one.
  expect(await incarnation(at.node.url)).toBe(found[0]);
});

test("on connecting nothing is sent of a version that was seen, else the full view; and at every resync (P24, P25)", async () => {
  const { facilitator, id, account } = await openWorkshop(at.node, 0);
  const session = await at.node.server.sessions.forFacilitator(account.id, id);
  const key = session?.stageKey ?? "";
  at.open.push(facilitator);
  const { url } = at.node;
  const first = watch(url, key);
  await expect.poll(() => first.frames.length).toBe(1);
  const current = first.frames[0]?.version;
  if (!current) throw new Error("unreachable");
  const [incarnation, counter] = current;

  const back = watch(url, key, current);
  await back.heard();
  expect(back.frames).toEqual([]);
  const others: (ViewVersion | undefined)[] = [
    undefined,
    [incarnation, counter + 1],
    [randomId(), counter],
  ];
  for (const seen of others) {
    const { frames, heard } = watch(url, key, seen);
    await heard();
    expect(frames).toMatchObject([{ kind: "full", version: current }]);
  }

  // What follows reaches whoever was sent nothing as a patch, and whoever missed one asks for the whole.
  expect(await facilitator.send({ type: "showHelp" })).toEqual({ ok: true });
  const next = [incarnation, counter + 1];
  await expect.poll(() => back.frames).toMatchObject([{ kind: "patch", version: next }]);
  back.socket.emit("resync");
  await back.heard();
  expect(back.frames.slice(1)).toMatchObject([{ kind: "full", version: next }]);
  const late = watch(url, key, current);
  await late.heard();
  expect(late.frames).toMatchObject([{ kind: "full", version: next }]);
});
