import { expect, test } from "vitest";
import { createMemorySession } from "@/lib/testing/memory-session";
import { advanceTo, perform, plan } from "@/lib/testing/session-driver";

test("P153 every audience is told alike what the phase takes, asks and destroys, and where it stands", () => {
  const told = (phase: string, writers = 6) => {
    const session = createMemorySession(plan, 4);
    session.send("facilitator", { type: "begin", endsAt: null });
    advanceTo(session, "small-no", "write");
    for (let device = 0; device < writers; device += 1) {
      perform(session, { do: "write", device, card: 0, revision: 1 });
    }
    advanceTo(session, "small-no", phase);
    const about = session.view("participant").activity?.about;
    for (const audience of ["stage", "facilitator"] as const) {
      expect(session.view(audience).activity?.about).toEqual(about);
    }
    return about;
  };
  const writing = { takes: "cards", next: "closeWriting", destroys: "nothing", work: "now" };
  expect(told("write")).toMatchObject(writing);
  const review = { takes: null, next: "reveal", destroys: "seal", work: "past" };
  expect(told("review")).toMatchObject({ ...review, tooFew: false });
  expect(told("review", 4)).toMatchObject({ ...review, tooFew: true });
  const session = createMemorySession(plan, 4);
  session.send("facilitator", { type: "begin", endsAt: null });
  advanceTo(session, "other-readings", "case");
  expect(session.view("participant").activity?.about).toMatchObject({ work: "before" });
});
