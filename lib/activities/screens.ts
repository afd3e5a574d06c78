import type { AnyScreens } from "@/lib/activities/screens-contract";
import { screensRegistry } from "@/lib/activities/screens-registry";

const byName: ReadonlyMap<string, AnyScreens> = new Map(
  screensRegistry.map((screens) => [screens.name, screens]),
);

/** The screens of the kind with this name. Throws where this release has none. */
export function screensOf(kind: string): AnyScreens {
  const screens = byName.get(kind);
  if (!screens) throw new Error(`There are no screens for activities of the kind ${kind}`);
  return screens;
}
