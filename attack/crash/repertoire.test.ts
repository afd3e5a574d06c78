import { expect, test } from "vitest";
import { nameOf } from "@/attack/access/expectations";
import { everyCommand } from "@/attack/commands";
import { repertoire } from "@/attack/crash/repertoire";

test("the crash suite sends every command of the product", () => {
  expect(Object.keys(repertoire).sort()).toEqual(everyCommand.map(nameOf).sort());
});
