import * as z from "zod/mini";
import { commandFrameUpcasts } from "@/lib/client/upcasts";
import { randomId } from "@/lib/ids";
import { commandOfPhone } from "@/lib/session/commands";
import { upcast, versioned } from "@/lib/upcast";

/** A command that waits on the device until it is acknowledged. */
const waitingCommand = z.strictObject({
  id: randomId,
  command: commandOfPhone,
  /** Where the device keeps what it hands in; null: among its cards, or elsewhere in the record. */
  kept: z.nullable(z.string()),
});

export type WaitingCommand = z.infer<typeof waitingCommand>;

/** A command that waits on the device; null where this version can't read it. */
export function readFrame(stored: unknown): WaitingCommand | null {
  try {
    const frame = waitingCommand.safeParse(upcast(stored, commandFrameUpcasts));
    return frame.success ? frame.data : null;
  } catch {
    return null;
  }
}

/** A command as it waits on the device. */
export const storedFrame = (frame: WaitingCommand): unknown =>
  versioned(frame, commandFrameUpcasts);
