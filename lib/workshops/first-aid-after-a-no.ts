import type { PlanTemplate } from "@/lib/session/plan-template";
import { same } from "@/lib/words";
import { aSmallNo } from "@/lib/workshops/first-aid-after-a-no/a-small-no";
import { after, close, ifThen } from "@/lib/workshops/first-aid-after-a-no/closing";
import { before, welcome } from "@/lib/workshops/first-aid-after-a-no/opening";
import { otherReadings } from "@/lib/workshops/first-aid-after-a-no/other-readings";

/** The 30-minute workshop: others' view of a small no, then one step of one's own. */
export const firstAidAfterANo: PlanTemplate = {
  id: "first-aid-after-a-no",
  title: same("Erste Hilfe nach einem Nein", "First aid after a no"),
  purpose: same(
    "Ein kleines Nein mit Abstand ansehen, andere Sichtweisen finden und einen nächsten Schritt planen.",
    "Look at a small no with some distance, find other views of it and plan one next step.",
  ),
  minutes: 30,
  activities: [welcome, before, aSmallNo, otherReadings, after, ifThen, close],
};
