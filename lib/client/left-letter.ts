import * as z from "zod/mini";
import type { DeviceRecord } from "@/lib/client/device-record";
import {
  difference,
  differences,
  differencesOfWhole,
  withDifferences,
} from "@/lib/client/record-differences";
import { readStoredRecord, storedRecord } from "@/lib/client/stored-record";
import { type CommandFrame, commandFrame } from "@/lib/session/commands";

/** Version of the shape below; the first one was the whole record. */
const LETTER_VERSION = 2;

/** What a page that was left could not put down: its changes, and what it handed in with them. */
const leftLetter = z.object({
  version: z.literal(LETTER_VERSION),
  device: z.string(),
  changes: z.array(difference),
  frames: z.array(commandFrame),
});

export const lettersOf = (session: string): string => `left/${session}`;

/** What is left behind by a page that has `record`, while one of `bases` is what is stored. */
export function letterFor(
  bases: readonly DeviceRecord[],
  record: DeviceRecord,
  frames: readonly CommandFrame[],
): unknown {
  const changes = [...new Set(bases)].flatMap((base) => differences(base, record));
  const letter: z.infer<typeof leftLetter> = {
    version: LETTER_VERSION,
    device: record.device,
    changes,
    frames: [...frames],
  };
  return letter;
}

/** The record and what is to be sent once a letter has been opened; null: it isn't this device's. */
export function withLetter(
  record: DeviceRecord,
  letter: unknown,
): { record: DeviceRecord; frames: CommandFrame[] } | null {
  const read = leftLetter.safeParse(letter);
  if (read.success) {
    if (read.data.device !== record.device) return null;
    const changed = withDifferences(record, read.data.changes);
    return {
      record: readStoredRecord(storedRecord(changed), record).record,
      frames: read.data.frames,
    };
  }
  const whole = readStoredRecord(letter, record);
  if (whole.record.device !== record.device) return null;
  const changed = withDifferences(record, differencesOfWhole(record, whole.record));
  return { record: readStoredRecord(storedRecord(changed), record).record, frames: [] };
}
