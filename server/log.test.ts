import { expect, test } from "vitest";
import { describeError } from "@/server/log";

test("describes an error by where it happened, without a line of its message", () => {
  const quoted =
    "Failed query: insert into blind_replies\nparams: Danke\n   at my old firm they said no";
  const error = new Error(quoted, {
    cause: new TypeError("\n    at Siemens (1:2:3)\nnever again"),
  });
  const described = JSON.stringify(describeError(error));
  for (const words of ["my old firm", "Siemens", "Danke"]) expect(described).not.toContain(words);
  // Positive control: frames are told at all, of the error and of its cause.
  expect(described.match(/log\.test\.ts/g)?.length).toBeGreaterThanOrEqual(2);
});

test("says nothing of where where a message was changed after the stack was taken", () => {
  const error = new Error("\n at my old firm");
  // A stack is made when it is first read.
  expect(error.stack).toContain("my old firm");
  error.message = "another one";
  expect(describeError(error)).toEqual({ kind: "Error", frames: [] });
});
