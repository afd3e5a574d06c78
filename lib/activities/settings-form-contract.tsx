"use client";

import { type ComponentType, createContext, useContext } from "react";
import type { $ZodIssue } from "zod/v4/core";
import type { Parser, PlaceInPlan, RawPlace } from "@/lib/activities/contract";
import {
  type FilledIn,
  fillIn,
  issuesOf,
  type ValuePath,
  valueAt,
  withValueAt,
} from "@/lib/activities/filled-in";
import type { MessageKey, Namespace } from "@/lib/i18n/messages";
import type { Words } from "@/lib/words";

/** Where the words for a doubt stand. */
type DoubtWords = Extract<MessageKey, `kinds.${string}.settings.doubts.${string}`>;

/** Why an activity had better not stay as it stands in its plan, though it can be held like this. */
export interface Doubt<Settings = unknown> {
  /** In its row of the agenda. */
  short: DoubtWords;
  /** Beside its settings: what comes of it, and what can be done. */
  says: DoubtWords;
  /** Key of the other activity that the words are about, as `title`; null where they are about none. */
  about: string | null;
  mend: {
    /** What the button says that does away with it. */
    label: DoubtWords;
    settings: Settings;
    /** Whether its texts speak of another activity that is gone: ready-made ones that don't take their place. */
    texts: boolean;
  };
}

/** The form for a kind's settings as its folder states it, out of the fields in `settings-fields.tsx`. */
export interface KindSettingsForm<Settings> {
  /** The kind's name, as in its `kind.ts`. */
  name: string;
  /** Says what fits: fields ask it, and state no bounds of their own. */
  settings: Parser<Settings>;
  /** Given the settings that fit, for what depends on them; its fields find their values by themselves. */
  Fields: ComponentType<{ settings: Settings }>;
  /** What is said of parts that can be kept for other plans; left out where there are none. */
  presets?: readonly PresetOnForm<Settings>[];
  /** What others of its kind in the plan make of it; left out where nothing can come of them. */
  doubts?(settings: Settings, place: PlaceInPlan<Settings>): readonly Doubt<Settings>[];
}

/** Where the words for a part that can be kept stand. */
export type PresetWords = Extract<Namespace, `kinds.${string}.settings.presets.${string}`>;

/** A part of the settings that can be kept, as `presets` of its kind has it. */
export interface PresetOnForm<Settings> {
  part: keyof Settings & string;
  words: PresetWords;
  /** What tells one such part from another, out of settings that have it. */
  contents(settings: Settings): readonly Words[];
}

/** What whoever shows a form gives it. */
export interface SettingsFormProps {
  filledIn: FilledIn<unknown>;
  /** Called with each change: `settings` have what fits of it. */
  onChange: (filledIn: FilledIn<unknown>) => void;
  /** Titles of the plan's activities by their keys, for what the settings refer to. */
  titles: Readonly<Record<string, Words>>;
}

/** A kind's form with its types closed over. */
export interface AnySettingsForm {
  name: string;
  /** A form that nobody has changed yet. Throws where these are not the kind's settings. */
  open(settings: unknown): FilledIn<unknown>;
  Form: ComponentType<SettingsFormProps>;
  presets: readonly {
    part: string;
    words: PresetWords;
    /** Throws where these are not the kind's settings. */
    contents(settings: unknown): readonly Words[];
  }[];
  /** None where settings of its kind in the plan don't read. */
  doubts(settings: unknown, place: RawPlace): readonly Doubt[];
}

/** What a form's fields share. */
export interface SettingsOnForm {
  /** What stands in a field, fitting or not. */
  entered(path: ValuePath): unknown;
  /** What the settings have there. */
  kept(path: ValuePath): unknown;
  enter(path: ValuePath, value: unknown): void;
  /** What keeps the fields from being settings. */
  issues: readonly $ZodIssue[];
  /** What would, with this value at that path. */
  issuesWith(path: ValuePath, value: unknown): readonly $ZodIssue[];
  titles: SettingsFormProps["titles"];
}

const OnForm = createContext<SettingsOnForm | null>(null);

/** For fields of a settings form. */
export function useSettingsOnForm(): SettingsOnForm {
  const onForm = useContext(OnForm);
  if (!onForm) throw new Error("A field of settings stands outside their form");
  return onForm;
}

/** Closes a kind's form over its types. */
export function defineSettingsForm<Settings>({
  name,
  settings: schema,
  Fields,
  presets = [],
  doubts,
}: KindSettingsForm<Settings>): AnySettingsForm {
  return {
    name,
    presets: presets.map(({ part, words, contents }) => ({
      ...{ part, words },
      contents: (settings) => contents(schema.parse(settings)),
    })),
    doubts(raw, { key, ofItsKind }) {
      const own = schema.safeParse(raw);
      const all = ofItsKind.flatMap((each) => {
        const read = schema.safeParse(each.settings);
        return read.success ? [{ key: each.key, settings: read.data }] : [];
      });
      if (!doubts || !own.success || all.length < ofItsKind.length) return [];
      return doubts(own.data, { key, ofItsKind: all });
    },
    open(raw) {
      const settings = schema.parse(raw);
      return { settings, fields: settings };
    },
    Form({ filledIn: { settings: raw, fields }, onChange, titles }) {
      const settings = schema.parse(raw);
      const onForm: SettingsOnForm = {
        entered: (path) => valueAt(fields, path),
        kept: (path) => valueAt(settings, path),
        enter: (path, value) =>
          onChange(fillIn(schema, settings, withValueAt(fields, path, value))),
        issues: issuesOf(schema, fields),
        issuesWith: (path, value) => issuesOf(schema, withValueAt(fields, path, value)),
        titles,
      };
      return (
        <OnForm value={onForm}>
          <div className="flex flex-col gap-6">
            <Fields settings={settings} />
          </div>
        </OnForm>
      );
    },
  };
}
