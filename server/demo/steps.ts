import type { Position } from "@/lib/session/commands";

/** Where a seeded session can be left: a short name, and the activity and phase behind it. */
export const steps: readonly { name: string; at: Position }[] = [
  { name: "lobby", at: { activity: null, phase: null } },
  { name: "welcome", at: { activity: "welcome", phase: "show" } },
  { name: "before", at: { activity: "before", phase: "ask" } },
  { name: "write", at: { activity: "small-no", phase: "write" } },
  { name: "review", at: { activity: "small-no", phase: "review" } },
  { name: "reveal", at: { activity: "small-no", phase: "reveal" } },
  { name: "cluster", at: { activity: "small-no", phase: "cluster" } },
  { name: "choose", at: { activity: "other-readings", phase: "choose" } },
  { name: "case", at: { activity: "other-readings", phase: "case" } },
  { name: "readings", at: { activity: "other-readings", phase: "write" } },
  { name: "readings-review", at: { activity: "other-readings", phase: "review" } },
  { name: "vote", at: { activity: "other-readings", phase: "vote" } },
  { name: "results", at: { activity: "other-readings", phase: "show" } },
  { name: "after", at: { activity: "after", phase: "ask" } },
  { name: "change", at: { activity: "after", phase: "show" } },
  { name: "plan", at: { activity: "if-then", phase: "fill" } },
  { name: "close", at: { activity: "close", phase: "show" } },
];

/** The step after all of these: the session has ended and its summary can be read. */
export const END = "end";
