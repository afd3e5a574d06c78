"use client";

import { useState } from "react";
import { isSame } from "@/lib/activities/ballots";
import type { FilledIn } from "@/lib/activities/filled-in";
import type { AnySettingsForm } from "@/lib/activities/settings-form-contract";

/** What stands in the fields of a plan's forms, also of those that are not looked at. */
export interface FieldsOfPlan {
  /** What stands in a form; one that nobody has changed where the plan says something else by now. */
  read(name: string, form: AnySettingsForm, settings: unknown): FilledIn<unknown>;
  keep(name: string, filledIn: FilledIn<unknown>): void;
}

export function useFieldsOfPlan(): FieldsOfPlan {
  const [kept, setKept] = useState<Readonly<Record<string, FilledIn<unknown>>>>({});
  return {
    read(name, form, settings) {
      const found = kept[name];
      return found && isSame(found.settings, settings) ? found : form.open(settings);
    },
    keep: (name, filledIn) => setKept((before) => ({ ...before, [name]: filledIn })),
  };
}
