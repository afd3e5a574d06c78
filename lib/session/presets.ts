import { kindNamed } from "@/lib/activities/kinds";
import { cleanedData } from "@/lib/session/cleaned-data";
import { charactersOver } from "@/lib/text";
import { isObject, upcast, versioned } from "@/lib/upcast";

/**
 * Parts of an activity's settings that a facilitator keeps under a name, for other plans (docs/decisions/0095). Which
 * parts there are is for each kind to say.
 */

/** Fits one line of a list on a phone. */
export const PRESET_NAME_CHARACTERS_MAX = 60;

/** One that is kept, as pages get it. */
export interface Preset {
  id: string;
  kind: string;
  /** Where it stands in the settings of its kind. */
  part: string;
  name: string;
  value: unknown;
}

/** What a page wants to be kept. */
export type NewPreset = Omit<Preset, "id">;

const partOf = (kind: string, part: string) =>
  kindNamed(kind)?.presets.find((each) => each.part === part);

/** What a page sent as a part to be kept: cleaned, and as its kind reads it; null for what is none. */
export function presetTakenIn(raw: unknown): NewPreset | null {
  const cleaned = cleanedData(raw);
  if (!isObject(cleaned)) return null;
  const { kind, part, name, value } = cleaned;
  if (typeof kind !== "string" || typeof part !== "string" || typeof name !== "string") return null;
  const called = name.trim();
  if (called === "" || charactersOver(called, PRESET_NAME_CHARACTERS_MAX) > 0) return null;
  const read = partOf(kind, part)?.schema.safeParse(value);
  return read?.success ? { kind, part, name: called, value: read.data } : null;
}

/** A part as it is stored: in the version of its kind's settings. Throws for a kind that this release doesn't have. */
export function storedPreset({ kind, part, value }: NewPreset): unknown {
  const found = kindNamed(kind);
  if (!found) throw new Error(`There is no kind of activity named ${kind}`);
  return versioned({ [part]: value }, found.upcasts.settings);
}

/** A stored part; undefined where this release can't read it. */
export function readPreset(kind: string, part: string, stored: unknown): unknown {
  try {
    const settings = upcast(stored, kindNamed(kind)?.upcasts.settings ?? []);
    return isObject(settings) ? partOf(kind, part)?.schema.parse(settings[part]) : undefined;
  } catch {
    // Kept by a newer release.
    return undefined;
  }
}
