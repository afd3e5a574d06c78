import { type DocumentPage, documentPage } from "@/attack/documents/document-page";
import { PAD_UPDATE_BYTES, padModel } from "@/lib/client/pad-model";
import { UPDATES_EVERY_MS } from "@/lib/documents/limits";
import type { PadChange } from "@/lib/documents/pad-changes";
import type { LiveClient } from "@/server/simulated/live-client";

/** What a phone keeps of a sheet, across reloads. */
export interface KeptOfPad {
  unsent: readonly PadChange[] | null;
  noRoom: PadChange[];
}

/** A sheet as one page holds it. */
export interface PadPage extends DocumentPage {
  readonly kept: KeptOfPad;
}

/** With `kept` it is that page after a reload. */
export function padPage(
  client: LiveClient,
  name: string,
  kept: KeptOfPad = { unsent: null, noRoom: [] },
): PadPage {
  const model = padModel((changes) => kept.noRoom.push(...changes));
  const page = documentPage(client, {
    ...{ name, model, kept, gatherMs: UPDATES_EVERY_MS, bytesAtOnce: PAD_UPDATE_BYTES },
  });
  return { ...page, kept };
}
