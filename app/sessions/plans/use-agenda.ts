"use client";

import { useState } from "react";
import {
  duplicateActivity,
  type EditedPlan,
  type EditRefusal,
  insertActivity,
  moveActivity,
  type PlanInEdit,
  removeActivity,
  setMinutes,
} from "@/lib/session/plan-edits";
import type { ActivityTemplate } from "@/lib/session/plan-template";
import { withoutReferences } from "@/lib/session/without-references";
import type { Words } from "@/lib/words";

/** What became of the last thing that was done. */
export type Said =
  | { of: "moved" | "inserted" | "restored"; title: Words; place: number }
  /** `insertedAlone`: what it would take from others isn't before it, and it does without. */
  | { of: "removed" | "duplicated" | "insertedAlone"; title: Words }
  | { of: "resized"; title: Words; minutes: number }
  | { of: "notWhole" }
  | { of: "refused"; why: EditRefusal };

/** An activity that was taken out, and what it stood behind. */
interface Removed {
  activity: ActivityTemplate;
  after: string | null;
}

export interface Agenda {
  said: Said | null;
  canRestore: boolean;
  /** So that the activity stands in this place, counted from 0. */
  move(key: string, to: number): void;
  remove(key: string): void;
  duplicate(key: string): void;
  insert(activity: ActivityTemplate): void;
  /** What was entered as minutes. */
  resize(key: string, entered: string): void;
  /** Brings back what was removed last. */
  restore(): void;
}

export interface AgendaInput<Plan extends PlanInEdit> {
  plan: Plan;
  chosen: string;
  onChange: (plan: Plan) => void;
  onChoose: (key: string) => void;
}

/** Digits, few enough for minutes. */
const WHOLE_NUMBER = /^\s*\d{1,4}\s*$/;

/** What one does to the order and the minutes of a plan, with what is to be said of it. */
export function useAgenda<Plan extends PlanInEdit>(input: AgendaInput<Plan>): Agenda {
  const { plan, chosen, onChange, onChoose } = input;
  const [said, setSaid] = useState<Said | null>(null);
  const [removed, setRemoved] = useState<readonly Removed[]>([]);
  // What is there again was brought back otherwise.
  const lacking = removed.filter(({ activity }) =>
    plan.activities.every(({ key }) => key !== activity.key),
  );
  const titleOf = (key: string): Words =>
    plan.activities.find((each) => each.key === key)?.title ?? {};

  /** Takes an edit over, and says what it was; or says why it can't be. */
  function take(edit: EditedPlan<Plan>, done: (place: number, activity: string) => Said): boolean {
    if (!edit.ok) {
      setSaid({ of: "refused", why: edit.why });
      return false;
    }
    const { activity } = edit;
    const place = edit.plan.activities.findIndex(({ key }) => key === activity) + 1;
    setSaid(done(place, activity));
    onChange(edit.plan);
    if (activity !== chosen) onChoose(activity);
    return true;
  }

  return {
    said,
    canRestore: lacking.length > 0,
    move(key, to) {
      const last = plan.activities.length - 1;
      const place = Math.min(Math.max(to, 0), last);
      if (plan.activities[place]?.key === key) return;
      const title = titleOf(key);
      take(moveActivity(plan, key, place), (at) => ({ of: "moved", title, place: at }));
    },
    remove(key) {
      const at = plan.activities.findIndex((each) => each.key === key);
      const activity = plan.activities[at];
      const isDone = take(removeActivity(plan, key), () => ({
        of: "removed",
        title: titleOf(key),
      }));
      if (!isDone || !activity) return;
      setRemoved([...lacking, { activity, after: plan.activities[at - 1]?.key ?? null }]);
    },
    duplicate(key) {
      take(duplicateActivity(plan, key), () => ({ of: "duplicated", title: titleOf(key) }));
    },
    insert(activity) {
      // What closes the plan stays last, also where it is the one that is looked at.
      const at = plan.activities.findIndex(({ key }) => key === chosen);
      const isLast = at === plan.activities.length - 1;
      const after = plan.activities[isLast ? at - 1 : at]?.key ?? null;
      const { title } = activity;
      const whole = insertActivity(plan, activity, after);
      const lacks = !whole.ok && (whole.why.reason === "missing" || whole.why.reason === "order");
      if (!lacks) {
        take(whole, (place) => ({ of: "inserted", title, place }));
        return;
      }
      const alone = insertActivity(plan, withoutReferences(activity), after);
      take(alone, () => ({ of: "insertedAlone", title }));
    },
    resize(key, entered) {
      const minutes = Number(entered);
      if (!WHOLE_NUMBER.test(entered) || minutes === 0) {
        setSaid({ of: "notWhole" });
        return;
      }
      take(setMinutes(plan, key, minutes), () => ({ of: "resized", title: titleOf(key), minutes }));
    },
    restore() {
      const last = lacking.at(-1);
      if (!last) return;
      const { title } = last.activity;
      const isThere = plan.activities.some(({ key }) => key === last.after);
      // What it stood behind may be gone as well: then behind the first.
      const after = isThere ? last.after : (plan.activities[0]?.key ?? null);
      const edit = insertActivity(plan, last.activity, after);
      const isDone = take(edit, (place) => ({ of: "restored", title, place }));
      if (isDone) setRemoved(lacking.slice(0, -1));
    },
  };
}
