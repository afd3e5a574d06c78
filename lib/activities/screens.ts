import type { ComponentType } from "react";
import type { Parser } from "@/lib/activities/contract";
import type {
  AnyScreens,
  PhaseWords,
  ScreenOfKind,
  Unread,
} from "@/lib/activities/screens-contract";
import { screensRegistry } from "@/lib/activities/screens-registry";
import type { SessionView } from "@/lib/session/view-schema";

const byName: ReadonlyMap<string, AnyScreens> = new Map(
  screensRegistry.map((screens) => [screens.name, screens]),
);

/** What shared screens need of the kind with this name. Throws where this release has none. */
export function screensOf(kind: string): AnyScreens {
  const screens = byName.get(kind);
  if (!screens) throw new Error(`There are no screens for activities of the kind ${kind}`);
  return screens;
}

/** The screen of the kind with this name among those of all kinds. Throws where there is none. */
export function screenIn<Given>(
  all: readonly ScreenOfKind<Given>[],
  kind: string,
): ComponentType<Unread & Given> {
  const found = all.find((each) => each.kind === kind);
  if (!found) throw new Error(`There is no screen for activities of the kind ${kind}`);
  return found.Screen;
}

/** Whether people plan something in activities of this kind. */
export const isPlannedIn = (kind: string): boolean => byName.get(kind)?.ownSteps != null;

/**
 * Whether this release can show the view's current activity. A page from before an update can't where its
 * kind is a new one, or says what it did not say then; the page is then of another release (P137).
 */
export function canShow({ planned, activity }: Pick<SessionView, "planned" | "activity">): boolean {
  if (!planned || !activity) return true;
  return byName.get(planned.kind)?.reads(planned.settings, activity.record) ?? false;
}

/** Reads the views of the audience whose schema this is; null where this release can't show one. */
export const readerOf =
  (schema: Parser<SessionView>) =>
  (raw: unknown): SessionView | null => {
    const view = schema.safeParse(raw);
    return view.success && canShow(view.data) ? view.data : null;
  };

/** Phases that several kinds have under the same name, and what is over. */
const ofSeveral: Readonly<Record<string, PhaseWords>> = {
  write: "phases.write",
  review: "phases.review",
  reveal: "phases.reveal",
  vote: "phases.vote",
  show: "phases.show",
};

/**
 * Where the words for this phase of a kind stand: its own, or those of all kinds. A phase that an earlier
 * release had, and this one has no more, is over. With the activity's settings they may say more exactly what is
 * done.
 */
export const phaseWords = (kind: string, phase: string, settings?: unknown): PhaseWords =>
  screensOf(kind).phases(settings)[phase] ?? ofSeveral[phase] ?? "phases.closed";
