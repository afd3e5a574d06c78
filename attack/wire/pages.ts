import { isDeepStrictEqual } from "node:util";
import { allActs, leadingAct } from "@/attack/crash/facilitator";
import { chanceOf, type Random } from "@/attack/random";
import type { Actor, Viewer, WireRoom } from "@/attack/wire/room";
import type { Line, Wire } from "@/attack/wire/wire";
import { witnessOf } from "@/attack/witnesses";
import type { RawCommand } from "@/lib/activities/simulation";
import { sendNow } from "@/lib/client/connection";
import { type Device, openDevice } from "@/lib/client/device";
import { createLiveView, type LiveView } from "@/lib/client/live-view";
import { createOutbox } from "@/lib/client/outbox";
import type { DeviceStorage } from "@/lib/client/storage";
import { type Acknowledgement, seenVersionsOf } from "@/lib/protocol";
import type { CommandOfPhone } from "@/lib/session/commands";
import { type SessionView, sessionView } from "@/lib/session/view-schema";
import { hashSecret } from "@/server/rooms/chance";
import { newPerson, playScene, sceneOf } from "@/server/simulated/person";

/** How often a console goes on instead of doing something else. */
const LEADS = 0.06;
/** How often a phone sends just anything instead of what its person does. */
const STRAYS = 0.3;

/** One page over a wire: the product's own view, outbox and device below hands of chance. */
export interface Page {
  readonly audience: Viewer["audience"];
  readonly live: LiveView;
  readonly line: Line;
  /** Does one of the things that can be done on it now. */
  act(): void;
}

interface Wired {
  room: WireRoom;
  wire: Wire;
  random: Random;
  /** Told what a page was answered for good, and under which ids it had sent that command. */
  onAnswer(ids: readonly string[], answer: Acknowledgement): void;
}

function openPage(
  { room, wire }: Wired,
  actor: Actor | null,
  audience: Viewer["audience"],
  onUp: () => void,
): { live: LiveView; line: Line; view(): SessionView | undefined } {
  let shown: SessionView | undefined;
  const live = createLiveView({
    read: (raw) => sessionView.safeParse(raw).data ?? null,
    onView(view) {
      shown = view;
      const version = live.current().get("view")?.version;
      const wanted = version && room.shown(audience, version);
      if (!wanted || !isDeepStrictEqual(recordsOn(live), wanted))
        throw new Error(`${audience}: not what version ${version} is`);
    },
    resync: () => line.resync(),
    onOutdated() {
      throw new Error(`${audience}: a whole view did not read`);
    },
  });
  const line = wire.line(
    { actor, audience },
    {
      seen: () => seenVersionsOf(live.current()),
      onFrame: live.take,
      onUp() {
        live.connected();
        onUp();
      },
    },
  );
  return { live, line, view: () => shown };
}

/** What a page holds of its view, as records of JSON text: as a room says what it has shown. */
export const recordsOn = (live: LiveView): ReadonlyMap<string, string> =>
  new Map(
    [...(live.current().get("view")?.records ?? [])].map(([path, value]) => [
      path,
      JSON.stringify(value),
    ]),
  );

export const openStagePage = (wired: Wired): Page => ({
  ...openPage(wired, null, "stage", () => undefined),
  audience: "stage",
  act: () => undefined,
});

/** A console sends now or not at all (P19). */
export function openConsolePage(wired: Wired): Page {
  const { random, onAnswer } = wired;
  const { live, line, view } = openPage(wired, "facilitator", "facilitator", () => undefined);
  return {
    ...{ live, line, audience: "facilitator" },
    act() {
      const now = view();
      if (!now) return;
      const act = random.chance(LEADS)
        ? leadingAct(now, random)
        : random.pick(allActs(now, random));
      if (!act) return;
      const ids: string[] = [];
      const deliver: Line["deliver"] = (frame) => {
        ids.push(frame.id);
        return line.deliver(frame);
      };
      void sendNow({ deliver }, act).then((answer) => onAnswer(ids, answer));
    },
  };
}

/** What the pages of one device have to themselves: its person, and who waits for answers. */
export interface Phone {
  /** How many commands were handed in and not answered for good yet. */
  readonly waiting: number;
  open(storage: DeviceStorage): Promise<Page>;
}

export function createPhone(wired: Wired, session: string, number: number): Phone {
  const { wire, random, onAnswer } = wired;
  const waiting: { json: string; tell(answer: Acknowledgement): void }[] = [];
  /** How often something was answered so far: minds change. */
  const revisions = new Map<string, number>();
  const edits: string[] = [];
  const person = newPerson({
    ...{ number, language: "de", chance: chanceOf(random) },
    revision(slot) {
      revisions.set(slot, (revisions.get(slot) ?? 0) + 1);
      return revisions.get(slot) ?? 1;
    },
  });

  const handIn = (device: Device, command: CommandOfPhone): Promise<Acknowledgement> =>
    new Promise((tell) => {
      waiting.push({ json: JSON.stringify(command), tell });
      device.handIn((record) => ({ record, command }));
    });

  /** Any command of participants, in whatever phase, about cards of one's own or what there isn't. */
  function stray(view: SessionView): CommandOfPhone | undefined {
    const { planned } = view;
    if (!planned) return undefined;
    const { commands } = witnessOf(planned.kind);
    const name = random.pick(
      Object.keys(commands).filter((each) => commands[each]?.from === "participant"),
    );
    if (name === undefined) {
      return { type: "wantToTalk", mark: null, revision: person.revision?.("talk") ?? 1 };
    }
    const edit = random.pick(edits) ?? random.hex(32);
    const ids = { edit, markHash: hashSecret(edit), card: random.hex(32) };
    const scene = sceneOf(view);
    const sample = commands[name]?.sample({ ...ids, review: ids.card, seen: ids.card }, scene);
    return { type: "activity", activity: planned.key, command: { type: name, ...sample } };
  }

  return {
    get waiting() {
      return waiting.length;
    },
    async open(storage) {
      const device = await openDevice(storage, session, "7K3M9QTX");
      const actor = { device: device.snapshot().device };
      let isPlaying = false;
      const { live, line, view } = openPage(wired, actor, "participant", () => outbox.flush());
      const outbox = createOutbox({
        queue: {
          ...device,
          async settle(frame, answer) {
            await device.settle(frame, answer);
            onAnswer([frame.id], answer);
            const json = JSON.stringify(frame.command);
            const at = waiting.findIndex((each) => each.json === json);
            for (const { tell } of at < 0 ? [] : waiting.splice(at, 1)) tell(answer);
          },
        },
        deliver: line.deliver,
        wait: wire.wait,
      });

      const play = async (now: SessionView): Promise<void> => {
        const scene = sceneOf(now);
        if (!scene || !now.planned) return;
        const { kind, key } = now.planned;
        await playScene(person, kind, scene, async (command: RawCommand) => {
          if (typeof command.edit === "string") edits.push(command.edit);
          const answer = await handIn(device, { type: "activity", activity: key, command });
          return answer.ok ? (answer.reply ?? null) : null;
        });
      };

      return {
        ...{ live, line, audience: "participant" },
        act() {
          const now = view();
          if (!now) return;
          const other = random.chance(STRAYS) ? stray(now) : undefined;
          if (other) void handIn(device, other);
          else if (!isPlaying) {
            isPlaying = true;
            void play(now).finally(() => {
              isPlaying = false;
            });
          }
        },
      };
    },
  };
}
