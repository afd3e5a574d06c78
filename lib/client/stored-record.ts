import type * as z from "zod/mini";
import { type DeviceRecord, deviceRecord, highestRevision } from "@/lib/client/device-record";
import { newOwnCard } from "@/lib/client/own-card";
import { deviceUpcasts } from "@/lib/client/upcasts";
import { upcast, versioned } from "@/lib/upcast";

/**
 * What a device has stored of a session, as far as this version can read it. A field, a card or an
 * answer that doesn't read is left out and costs nothing else; what was added since is filled in.
 * `whole` is false where anything was left out, or may have been.
 */
export function readStoredRecord(
  stored: unknown,
  fresh: DeviceRecord,
): { record: DeviceRecord; whole: boolean } {
  if (stored === undefined || stored === null) return { record: fresh, whole: true };
  const { ofToday, isKnown } = inTodaysShape(stored);
  const parsed = deviceRecord.safeParse(ofToday);
  if (parsed.success && isKnown) return { record: parsed.data, whole: true };
  if (typeof ofToday !== "object" || ofToday === null) return { record: fresh, whole: false };
  const kept = new Map(Object.entries(ofToday));
  const cards: unknown = kept.get("cards");
  if (Array.isArray(cards)) kept.set("cards", cards.map(filledIn));
  const readable = Object.entries(deviceRecord.shape).map(([key, schema]) => [
    key,
    whatReads(schema, kept.get(key)),
  ]);
  const record = deviceRecord.parse({
    ...fresh,
    ...Object.fromEntries(readable.filter(([, value]) => value !== undefined)),
    // Answers that don't read were numbered all the same (P73).
    revisionsFrom: highestRevision(stored),
  });
  return { record, whole: false };
}

/** A record as it is stored; also one that was put together of parts and has to be read yet. */
export function storedRecord(record: object): unknown {
  return versioned(record, deviceUpcasts);
}

/**
 * What a newer page has stored, or what is damaged, comes back as it is: some of it may read. Where all of it
 * seems to, there may still be more in it than this version knows.
 */
function inTodaysShape(stored: unknown): { ofToday: unknown; isKnown: boolean } {
  try {
    return { ofToday: upcast(stored, deviceUpcasts), isKnown: true };
  } catch {
    return { ofToday: stored, isKnown: false };
  }
}

/** A value that fits, or its entries that do; undefined where there is nothing to take over. */
function whatReads(schema: z.ZodMiniType, value: unknown): unknown {
  const fits = (candidate: unknown) => schema.safeParse(candidate).success;
  if (fits(value)) return value;
  if (Array.isArray(value)) return value.filter((entry) => fits([entry]));
  if (typeof value !== "object" || value === null) return undefined;
  return Object.fromEntries(Object.entries(value).filter(([key, entry]) => fits({ [key]: entry })));
}

/** A card as it would be with what later versions know of cards. */
function filledIn(card: unknown): unknown {
  if (typeof card !== "object" || card === null) return card;
  return { ...newOwnCard({ edit: "", mark: "", activity: "" }), ...card };
}
