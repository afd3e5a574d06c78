import { commandFrameUpcasts } from "@/lib/client/upcasts";
import { type CommandFrame, commandFrame } from "@/lib/session/commands";
import { upcast, versioned } from "@/lib/upcast";

/** A command that waits on the device; null where this version can't read it. */
export function readFrame(stored: unknown): CommandFrame | null {
  try {
    const frame = commandFrame.safeParse(upcast(stored, commandFrameUpcasts));
    return frame.success ? frame.data : null;
  } catch {
    return null;
  }
}

/** A command as it waits on the device. */
export const storedFrame = (frame: CommandFrame): unknown => versioned(frame, commandFrameUpcasts);
