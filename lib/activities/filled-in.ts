import type { $ZodIssue } from "zod/v4/core";
import type { Parser } from "@/lib/activities/contract";

/**
 * What stands in a form for an activity's settings: what was entered and may not fit, beside the settings that do.
 * Whoever shows the form keeps both, so that nothing entered is lost while another activity is looked at.
 */
export interface FilledIn<Settings> {
  /** Always such that their kind reads them. */
  settings: Settings;
  /** The same as it stands in the fields. */
  fields: unknown;
}

/** Where a value stands, by keys and places in lists: `items.0.prompt`. */
export type ValuePath = string;

type Group = Readonly<Record<string, unknown>>;

const isGroup = (value: unknown): value is Group =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A group with another value at this key; undefined leaves the key out. */
function withKey(group: Group, key: string, value: unknown): Group {
  const { [key]: _, ...others } = group;
  return value === undefined ? others : { ...group, [key]: value };
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(whole: unknown, path: ValuePath): unknown {
  return path.split(".").reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)];
    return isGroup(value) ? value[key] : undefined;
  }, whole);
}

/** The whole with another value at a path; undefined takes it away. */
export function withValueAt(whole: unknown, path: ValuePath, value: unknown): unknown {
  const [key = "", ...rest] = path.split(".");
  const below = (at: unknown) =>
    rest.length === 0 ? value : withValueAt(at, rest.join("."), value);
  if (Array.isArray(whole)) return whole.with(Number(key), below(whole[Number(key)]));
  const group = isGroup(whole) ? whole : {};
  return withKey(group, key, below(group[key]));
}

/** What keeps these values from being the kind's settings. */
export function issuesOf(schema: Parser<unknown>, fields: unknown): readonly $ZodIssue[] {
  const read = schema.safeParse(fields);
  return read.success ? [] : read.error.issues;
}

/** The one that is about the value at a path itself; undefined where none is. */
export const issueAt = (issues: readonly $ZodIssue[], at: ValuePath): $ZodIssue | undefined =>
  issues.find(({ path }) => path.join(".") === at);

/** Takes over what was entered as far as it fits; what does not stays as it was in the settings. */
export function fillIn<Settings>(
  schema: Parser<Settings>,
  settings: Settings,
  fields: unknown,
): FilledIn<Settings> {
  const fits = (candidate: unknown) => schema.safeParse(candidate).success;
  return { settings: schema.parse(nearest(settings, fields, fits)), fields };
}

/** What is wanted where it fits, else as much of a group as does. A list fits as a whole or not at all. */
function nearest(kept: unknown, wanted: unknown, fits: (candidate: unknown) => boolean): unknown {
  if (fits(wanted)) return wanted;
  if (!isGroup(kept) || !isGroup(wanted)) return kept;
  return Object.keys({ ...kept, ...wanted }).reduce<Group>(
    (group, key) =>
      withKey(
        group,
        key,
        nearest(group[key], wanted[key], (part) => fits(withKey(group, key, part))),
      ),
    kept,
  );
}
