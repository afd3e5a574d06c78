import { expect, test } from "vitest";
import { inOrder } from "@/app/sessions/in-order";

test("what runs stands first, then what waits, then what is over; each group as it came", () => {
  const sessions = [
    { id: "newest", status: "finished" },
    { id: "waits", status: "lobby" },
    { id: "runs", status: "running" },
    { id: "older", status: "finished" },
    { id: "closes", status: "closing" },
  ] as const;
  const ids = inOrder(sessions).map(({ id }) => id);
  expect(ids).toEqual(["runs", "closes", "waits", "newest", "older"]);
});
