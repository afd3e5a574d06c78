import { randomInt } from "node:crypto";
import { SEAT_SLOT } from "@/lib/channel";
import type { Language } from "@/lib/words";
import type { DocumentReader } from "@/server/documents/reader";
import { randomId, tagOf } from "@/server/rooms/chance";
import type { Room } from "@/server/rooms/room";
import type { ViewPacket } from "@/server/rooms/view-packet";
import type { Viewer } from "@/server/rooms/viewers";
import { newPerson } from "@/server/simulated/person";
import { createReceivedView, frameOf } from "@/server/simulated/received-view";
import { type Line, type TakingPart, takingPart } from "@/server/simulated/taking-part";

/** People come in one after the other, all ten within about five seconds: the facilitator is waiting. */
const NEXT_PERSON_MS = [150, 800] as const;

/** People whom nobody is: they send what phones send, and know what phones know. */
export interface InventedPeople {
  /** Whether the session has ended. */
  readonly isOver: boolean;
  /** They put their phones away; nothing of them goes on. */
  leave(): void;
}

/**
 * Lets so many people come into a room, one after the other, who follow it in human time. Each has a device of
 * its own, and all read one view: phones of a room get the same bytes. Seats would need a view each; no
 * person's `simulate` is told one. `onGone`: the room is no more.
 */
export function letPeopleIn(
  room: Room,
  {
    count,
    language,
    slowness = 1,
    onGone,
  }: { count: number; language: Language; slowness?: number | undefined; onGone(): void },
): InventedPeople {
  const received = createReceivedView();
  const inside: { device: string; part: TakingPart; reader: DocumentReader }[] = [];
  let timer: NodeJS.Timeout | undefined;
  let isAsking = false;

  const viewer: Viewer = {
    audience: "participant",
    stageKey: null,
    seat: null,
    dismiss: onGone,
    send(packet) {
      try {
        received.take(frameIn(packet));
      } catch {
        // A patch that doesn't fit: what is shown now, as a whole. That comes at once, and is asked for once.
        if (isAsking) return;
        isAsking = true;
        room.resync(viewer);
        isAsking = false;
      }
    },
  };

  const letIn = (number: number): void => {
    const device = randomId();
    const sender = { kind: "participant", device } as const;
    const reader: DocumentReader = {
      ...{ role: "participant", mayRun: false, who: `invented/${device}` },
      seat: (key) => tagOf(key, device, SEAT_SLOT),
      // They write once, and look no further.
      send: () => undefined,
      isGone: () => false,
    };
    /** Under which number it may write each document that it has opened. */
    const clients = new Map<string, number>();
    const line: Line = {
      get view() {
        return received.view;
      },
      onView: received.onChange,
      send: (command) => room.submit({ sender, frame: { id: randomId(), command } }),
      documents: {
        async open(frame) {
          const answer = await room.openDocument(reader, frame);
          if (answer.ok && answer.writer) clients.set(frame.doc, answer.writer.client);
          return answer;
        },
        async update(frame) {
          const writer = clients.get(frame.doc);
          return writer === undefined
            ? { ok: false, code: "not-allowed", n: frame.n }
            : room.updateDocument(reader, writer, frame);
        },
      },
      setDone(done) {
        const { planned, activity } = received.view ?? {};
        const place = { activity: planned?.key ?? null, phase: activity?.phase ?? null };
        void room.setPresence(device, { ...place, done });
      },
    };
    const part = takingPart(line, newPerson({ number, language }), slowness);
    room.arrive(device);
    inside.push({ device, part, reader });
    part.follow();
    if (number + 1 === count) return;
    timer = setTimeout(letIn, slowness * randomInt(...NEXT_PERSON_MS), number + 1);
  };

  room.attach(viewer, {});
  letIn(0);

  return {
    get isOver() {
      return received.view?.session.status === "finished";
    },
    leave() {
      clearTimeout(timer);
      for (const { device, part, reader } of inside.splice(0)) {
        part.stop();
        room.closeDocument(reader);
        room.leave(device);
      }
      room.detach(viewer);
    },
  };
}

/** What a packet for a connection says: a Socket.IO event with the time and a body. */
function frameIn({ text }: ViewPacket) {
  const event: unknown = JSON.parse(text.slice(text.indexOf("[")));
  if (!Array.isArray(event)) throw new Error("A packet without an event");
  const [, now, body] = event;
  return frameOf(now, body);
}
