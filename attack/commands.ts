import * as z from "zod/v4/core";
import { registry } from "@/lib/activities/registry";
import { facilitatorCommand, participantCommand } from "@/lib/session/commands";

export interface KnownCommand {
  /** A kind of activity; `session` for what is told the session itself. */
  of: string;
  name: string;
  schema: z.$ZodType;
}

/** Every command of the product, read from its schemas. */
export const everyCommand: readonly KnownCommand[] = [
  ...[facilitatorCommand, participantCommand]
    .flatMap(optionsOf)
    .map(({ name, schema }) => ({ of: "session", name, schema })),
  ...registry.flatMap(({ name: of, commands }) =>
    Object.entries(commands).map(([name, { schema }]) => {
      if (!(schema instanceof z.$ZodType)) throw new Error(`${of}/${name} has no schema of zod's`);
      return { of, name, schema };
    }),
  ),
];

/** A command with its kind, as the suites name it. */
export const nameOf = ({ of, name }: Pick<KnownCommand, "of" | "name">): string => `${of}/${name}`;

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
