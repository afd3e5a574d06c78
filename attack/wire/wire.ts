import type { Random } from "@/attack/random";
import { type Actor, frameIn, type Viewer, type WireRoom } from "@/attack/wire/room";
import type { Connection, ConnectionHandlers } from "@/lib/client/connection";
import type { Acknowledgement } from "@/lib/protocol";

/** How often what is picked from the wire is lost, or arrives and stays on its way to arrive again. */
const LOST = 0.15;
const TWICE = 0.35;

/** Something on its way. */
interface UnderWay {
  /** The connection it is on; it is lost with it. Null: nobody's, as a wait is. */
  of: object | null;
  arrive(): void;
  /** Undefined where a connection loses such a thing only by being cut. */
  lose?(): void;
  /** Whether it may arrive a second time. */
  repeats: boolean;
}

/**
 * Lines between pages and a room. What is on its way arrives in any order, after any time, twice, or not
 * at all, until `mend`; each line can be cut and comes up again.
 */
export interface Wire {
  /** A page's line: what `connect` gives a page, and the room's view of it. */
  line(
    who: { actor: Actor | null; audience: Viewer["audience"] },
    handlers: Pick<ConnectionHandlers, "onUp" | "onFrame" | "seen">,
  ): Line;
  /** Resolves when the wire comes to it: how outboxes wait here. */
  wait(): Promise<void>;
  /** Lets something happen to one thing that is on its way; false where nothing is. */
  step(): boolean;
  /** From now on everything arrives, once. */
  mend(): void;
}

export interface Line extends Pick<Connection, "deliver" | "resync"> {
  readonly isUp: boolean;
  up(): void;
  /** Everything on its way is lost, in both directions; what waited for an answer hears of it. */
  cut(): void;
}

export function createWire(room: WireRoom, random: Random): Wire {
  let underWay: UnderWay[] = [];
  let isFaulty = true;

  return {
    line({ actor, audience }, handlers) {
      let of: object | null = null;
      let unanswered = new Set<(answer: "offline") => void>();
      const viewer: Viewer = {
        audience,
        send(packet) {
          const frame = frameIn(packet);
          underWay.push({
            of,
            arrive: () => handlers.onFrame(frame),
            // The page asks for the whole view then (P24).
            ...(frame.kind === "patch" ? { lose: () => undefined } : {}),
            repeats: true,
          });
        },
      };
      const line: Line = {
        get isUp() {
          return of !== null;
        },
        up() {
          of = {};
          room.attach(viewer, handlers.seen());
          handlers.onUp();
        },
        cut() {
          if (of === null) return;
          underWay = underWay.filter((each) => each.of !== of);
          of = null;
          room.detach(viewer);
          const unheard = unanswered;
          unanswered = new Set();
          for (const tell of unheard) tell("offline");
        },
        async deliver(frame) {
          if (of === null || actor === null) return "offline";
          const on = of;
          return new Promise<Acknowledgement | "offline" | "silence">((resolve) => {
            const tell = (answer: Acknowledgement | "offline" | "silence") => {
              unanswered.delete(tell);
              resolve(answer);
            };
            unanswered.add(tell);
            const lose = () => tell("silence");
            underWay.push({
              of,
              arrive() {
                const answer = room.receive(actor, frame);
                // It may come after the page has given up waiting, or twice.
                underWay.push({ of: on, arrive: () => tell(answer), lose, repeats: true });
              },
              lose,
              repeats: true,
            });
          });
        },
        resync() {
          if (of !== null) {
            underWay.push({ of, arrive: () => room.resync(viewer), repeats: true });
          }
        },
      };
      return line;
    },
    wait: () =>
      new Promise((resolve) => {
        underWay.push({ of: null, arrive: resolve, repeats: false });
      }),
    step() {
      const at = isFaulty ? random.below(underWay.length) : 0;
      const picked = underWay[at];
      if (!picked) return false;
      if (isFaulty && picked.repeats && random.chance(TWICE)) {
        picked.arrive();
        return true;
      }
      underWay.splice(at, 1);
      if (isFaulty && picked.lose && random.chance(LOST)) picked.lose();
      else picked.arrive();
      return true;
    },
    mend() {
      isFaulty = false;
    },
  };
}
