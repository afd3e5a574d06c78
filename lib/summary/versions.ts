import * as z from "zod/mini";
import { randomId } from "@/lib/ids";
import { writtenText } from "@/lib/text";

/** Nobody tells more of them apart, and each keeps a whole summary once the raw data are gone. */
export const VERSIONS_MAX = 12;

/** "For the client, without the cases": fits one line of a menu. */
export const VERSION_NAME_CHARACTERS_MAX = 60;

/** What a facilitator calls one version of a summary, for themselves: no file says it. */
export const versionName = writtenText(VERSION_NAME_CHARACTERS_MAX);

/** Of the version that a session has without anybody making one. */
export const FIRST_VERSION = 1;

/** Which version of which session's summary. */
export const versionAt = z.strictObject({ session: randomId, version: z.int() });

export type VersionAt = z.infer<typeof versionAt>;

/** A version as one chooses it; the name is empty where nobody gave it one. */
export interface SummaryVersion {
  number: number;
  name: string;
}
