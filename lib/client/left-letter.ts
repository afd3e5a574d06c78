import * as z from "zod/mini";
import type { DeviceRecord } from "@/lib/client/device-record";
import {
  difference,
  differences,
  differencesOfWhole,
  withDifferences,
} from "@/lib/client/record-differences";
import { readFrame, storedFrame, type WaitingCommand } from "@/lib/client/stored-frame";
import { readStoredRecord, storedRecord } from "@/lib/client/stored-record";
import { letterUpcasts } from "@/lib/client/upcasts";
import { NewerVersion, upcast, versioned } from "@/lib/upcast";

/** What a page that was left could not put down: its changes, and what it handed in with them. */
const leftLetter = z.object({
  device: z.string(),
  changes: z.array(difference),
  frames: z.array(z.unknown()),
});

export const lettersOf = (session: string): string => `left/${session}`;

/** Whether a page of a newer release left it: only such a page can open it. */
export function isNewerLetter(letter: unknown): boolean {
  try {
    upcast(letter, letterUpcasts);
    return false;
  } catch (error) {
    return error instanceof NewerVersion;
  }
}

/** What is left behind by a page that has `record`, while one of `bases` is what is stored. */
export function letterFor(
  bases: readonly DeviceRecord[],
  record: DeviceRecord,
  frames: readonly WaitingCommand[],
): unknown {
  const handedIn = frames.flatMap(({ kept }) => kept ?? []);
  const changes = [...new Set(bases)].flatMap((base) => differences(base, record, handedIn));
  const letter: z.infer<typeof leftLetter> = {
    device: record.device,
    changes,
    frames: frames.map(storedFrame),
  };
  return versioned(letter, letterUpcasts);
}

/** The record and what is to be sent once a letter has been opened; null: it isn't this device's. */
export function withLetter(
  record: DeviceRecord,
  letter: unknown,
): { record: DeviceRecord; frames: WaitingCommand[] } | null {
  const read = readLetter(letter);
  if (read) {
    if (read.device !== record.device) return null;
    const changed = withDifferences(record, read.changes);
    return {
      record: readStoredRecord(storedRecord(changed), record).record,
      frames: read.frames.flatMap((frame) => readFrame(frame) ?? []),
    };
  }
  const whole = readStoredRecord(letter, record);
  if (whole.record.device !== record.device) return null;
  const changed = withDifferences(record, differencesOfWhole(record, whole.record));
  return { record: readStoredRecord(storedRecord(changed), record).record, frames: [] };
}

/** Null: a whole record, as the first version left it. */
function readLetter(letter: unknown): z.infer<typeof leftLetter> | null {
  try {
    const read = leftLetter.safeParse(upcast(letter, letterUpcasts));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
