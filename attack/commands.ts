import type * as z from "zod/v4/core";
import { collectCommand } from "@/lib/activities/collect/schema";
import { commitCommand } from "@/lib/activities/commit/schema";
import { pauseCommand } from "@/lib/activities/pause/schema";
import { reframeCommand } from "@/lib/activities/reframe/schema";
import { scaleCommand } from "@/lib/activities/scale/schema";
import type { ActivityKind } from "@/lib/plans/plan-template";
import { facilitatorCommand, participantCommand } from "@/lib/session/commands";

/** What each kind of activity understands. A new kind does not compile until it is listed. */
const kindCommands: Readonly<Record<ActivityKind, z.$ZodType>> = {
  pause: pauseCommand,
  collect: collectCommand,
  scale: scaleCommand,
  reframe: reframeCommand,
  commit: commitCommand,
};

export interface KnownCommand {
  /** `session` for what is told the session itself. */
  of: ActivityKind | "session";
  name: string;
  schema: z.$ZodType;
}

/** Every command of the product, read from its schemas. */
export const everyCommand: readonly KnownCommand[] = [
  ...[facilitatorCommand, participantCommand].flatMap(optionsOf).map(({ name, schema }) => ({
    of: "session" as const,
    name,
    schema,
  })),
  ...kindsWithCommands().flatMap(([of, command]) =>
    optionsOf(command).map(({ name, schema }) => ({ of, name, schema })),
  ),
];

function kindsWithCommands(): [ActivityKind, z.$ZodType][] {
  return Object.entries(kindCommands) as [ActivityKind, z.$ZodType][];
}

/** The members of a union of commands with what their `type` says; none of `z.never()`. */
function optionsOf(command: z.$ZodType): { name: string; schema: z.$ZodType }[] {
  const { def } = (command as z.$ZodTypes)._zod;
  if (def.type === "never") return [];
  if (def.type === "union") return def.options.flatMap(optionsOf);
  if (def.type !== "object") throw new Error(`A command is an object, not ${def.type}`);
  const type = def.shape.type as z.$ZodTypes | undefined;
  if (type?._zod.def.type !== "literal") throw new Error("A command's type is a literal");
  return type._zod.def.values.map((name) => ({ name: String(name), schema: command }));
}
