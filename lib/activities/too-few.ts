import { screensOf } from "@/lib/activities/screens";
import type { TooFew } from "@/lib/activities/screens-contract";
import type { SessionView } from "@/lib/session/view-schema";

/**
 * What of the current activity too few people gave to show: all of it, so that the room talks
 * instead, or only the votes on what was shown; null where nothing is missing. Phone, stage
 * and console all ask here, so that they never say different things (P80).
 */
export function tooFewOf({
  planned,
  activity,
}: {
  planned: SessionView["planned"];
  activity: Pick<NonNullable<SessionView["activity"]>, "phase" | "record"> | null;
}): TooFew | null {
  return planned && activity ? screensOf(planned.kind).tooFew({ planned, ...activity }) : null;
}
