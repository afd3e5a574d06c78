import type { ActivityTemplate } from "@/lib/session/plan-template";

/** The minutes that an activity can be held in, from the shortest. */
export function minutesOf({ minutes, sizes }: ActivityTemplate): readonly number[] {
  const inEach = sizes.length === 0 ? [minutes] : sizes.map((size) => size.minutes);
  return inEach.toSorted((one, other) => one - other);
}
