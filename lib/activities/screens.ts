import type { AnyScreens } from "@/lib/activities/screens-contract";
import { screensRegistry } from "@/lib/activities/screens-registry";
import type { SessionView } from "@/lib/session/view-schema";

const byName: ReadonlyMap<string, AnyScreens> = new Map(
  screensRegistry.map((screens) => [screens.name, screens]),
);

/** The screens of the kind with this name. Throws where this release has none. */
export function screensOf(kind: string): AnyScreens {
  const screens = byName.get(kind);
  if (!screens) throw new Error(`There are no screens for activities of the kind ${kind}`);
  return screens;
}

/**
 * Whether this release can show the view's current activity. A page from before an update can't where its
 * kind is a new one, or says what it did not say then; the page is then of another release (P137).
 */
export function canShow({ planned, activity }: Pick<SessionView, "planned" | "activity">): boolean {
  if (!planned || !activity) return true;
  return byName.get(planned.kind)?.reads(planned.settings, activity.record) ?? false;
}
