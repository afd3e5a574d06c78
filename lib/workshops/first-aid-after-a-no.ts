import type { PlanTemplate } from "@/lib/session/plan-template";
import { same } from "@/lib/words";
import { ifThen } from "@/lib/workshops/activities/if-then";
import { otherReadings } from "@/lib/workshops/activities/other-readings";
import { smallNo } from "@/lib/workshops/activities/small-no";
import { close } from "@/lib/workshops/parts/closing";
import { after, before } from "@/lib/workshops/parts/measure";
import { welcome } from "@/lib/workshops/parts/welcome";
import { inMinutes } from "@/lib/workshops/ready-activity";

/** The 30-minute workshop: others' view of a small no, then one step of one's own. */
export const firstAidAfterANo: PlanTemplate = {
  id: "first-aid-after-a-no",
  title: same("Erste Hilfe nach einem Nein", "First aid after a no"),
  purpose: same(
    "Ein kleines Nein mit Abstand ansehen, andere Sichtweisen finden und einen nächsten Schritt planen.",
    "Look at a small no with some distance, find other views of it and plan one next step.",
  ),
  minutes: 30,
  activities: [
    welcome,
    before,
    inMinutes(smallNo, 7),
    inMinutes(otherReadings, 8),
    after,
    inMinutes(ifThen, 5),
    close,
  ],
};
