import { expect, test } from "vitest";
import type * as z from "zod/v4/core";
import { safeParse } from "zod/v4/core";
import { everyCommand, nameOf } from "@/attack/commands";

/** Beyond what the database's integers hold: it would refuse the transaction of a whole room. */
const TOO_HIGH = 2 ** 31;

const revisions = everyCommand.flatMap((command): [string, z.$ZodType][] => {
  const { def } = (command.schema as z.$ZodTypes)._zod;
  const revision = def.type === "object" ? def.shape.revision : undefined;
  return revision ? [[nameOf(command), revision]] : [];
});

test("commands with a revision are found", () => {
  expect(revisions.length).toBeGreaterThan(5);
});

test.each(revisions)("%s takes no revision that the database can't hold", (_, revision) => {
  expect(safeParse(revision, TOO_HIGH - 1).success).toBe(true);
  expect(safeParse(revision, TOO_HIGH).success).toBe(false);
});
