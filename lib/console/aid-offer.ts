import type { FacilitatorView } from "@/lib/session/facilitator-view";
import { presentOf } from "@/lib/session/present";

/** Done by half time in a room that gets on: below it something is offered (activities.md). */
const FEW_DONE = 0.4;

/** Whether half of the phase's time is over and few of those who are there are done. */
export function offersAid(
  { activity, facilitator, people }: FacilitatorView,
  now: number,
): boolean {
  const clock = activity?.clock;
  const present = presentOf(people);
  if (!clock || facilitator.aids.names.length === 0 || present === 0) return false;
  const left = clock.remaining ?? (clock.endsAt ?? now) - now;
  return left <= facilitator.aids.half && people.done / present < FEW_DONE;
}
