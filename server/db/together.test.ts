import { expect, test } from "vitest";
import { together } from "@/server/db/together";

test("nothing goes on once it has failed, and what failed first is told", async () => {
  const told: string[] = [];
  const step = () => new Promise((resolve) => setImmediate(resolve));
  const goesOn = async () => {
    await step();
    await step();
    told.push("went on");
    throw new Error("second");
  };
  const fails = async () => {
    await step();
    throw new Error("first");
  };
  await expect(together([goesOn(), fails()])).rejects.toThrow("first");
  expect(told).toEqual(["went on"]);
});

test("what is asked when it is awaited is asked once", async () => {
  let asked = 0;
  const query = {
    // biome-ignore lint/suspicious/noThenProperty: as drizzle's queries are
    then(resolve: (rows: string[]) => void) {
      asked += 1;
      resolve(["row"]);
    },
  };
  expect(await together([query, "known"])).toEqual([["row"], "known"]);
  expect(asked).toBe(1);
});
