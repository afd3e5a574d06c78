import type { AnyKind, CommandPace, CommandRole } from "@/lib/activities/contract";
import { registry } from "@/lib/activities/registry";

const byName: ReadonlyMap<string, AnyKind> = new Map(registry.map((kind) => [kind.name, kind]));

/** The kind with this name; undefined where this release has none. */
export const kindNamed = (name: unknown): AnyKind | undefined =>
  typeof name === "string" ? byName.get(name) : undefined;

/** The kind with this name. Throws where this release has none. */
export function kindOf(name: string): AnyKind {
  const kind = byName.get(name);
  if (!kind) throw new Error(`There is no kind of activity named ${name}`);
  return kind;
}

/** Who may send a command with this name to an activity; nobody where no kind knows it. */
export const rolesOfCommand = (name: string): ReadonlySet<CommandRole> =>
  rolesByCommand.get(name) ?? new Set();

/** How often one connection may send a command with this name; null: as often as any other frame. */
export const paceOfCommand = (name: string): CommandPace | null => paceByCommand.get(name) ?? null;

const paceByCommand = new Map<string, CommandPace>();
const rolesByCommand = new Map<string, Set<CommandRole>>();
for (const { commands } of registry) {
  for (const [name, { from, pace }] of Object.entries(commands)) {
    if (pace) paceByCommand.set(name, pace);
    rolesByCommand.set(name, (rolesByCommand.get(name) ?? new Set()).add(from));
  }
}
