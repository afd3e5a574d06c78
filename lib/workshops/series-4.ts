import type { PlanTemplate } from "@/lib/session/plan-template";
import { same, w } from "@/lib/words";
import { fourWeeks } from "@/lib/workshops/activities/four-weeks";
import { planReview } from "@/lib/workshops/activities/plan-review";
import { specificallySeen } from "@/lib/workshops/activities/specifically-seen";
import { talkToYourself } from "@/lib/workshops/activities/talk-to-yourself";
import { wentWellElsewhere } from "@/lib/workshops/activities/went-well-elsewhere";
import { whatStays } from "@/lib/workshops/activities/what-stays";
import { closingOf } from "@/lib/workshops/parts/closing";
import { measuredOnce, recalled } from "@/lib/workshops/parts/measure";
import { keepingAtIt } from "@/lib/workshops/parts/series";
import { welcomeOf } from "@/lib/workshops/parts/welcome";
import { inMinutes } from "@/lib/workshops/ready-activity";

/** Last of four meetings: what carries people. */
export const series4: PlanTemplate = {
  id: "series-4",
  title: same(
    "Dranbleiben, Teil\u00a04: Was trägt",
    "Keeping at it, part\u00a04: What carries you",
  ),
  purpose: same(
    "Den eigenen Ton, Stärken und Rückmeldung nutzen und vier Wochen üben.",
    "Use one’s own tone, strengths and feedback, and practise for four weeks.",
  ),
  minutes: 75,
  series: keepingAtIt(4, [measuredOnce]),
  buffer: 3,
  metBefore: 225,
  activities: [
    welcomeOf(
      1,
      w(
        "Willkommen zum letzten Treffen. Die vier Regeln gelten weiter. Heute geht es um das, was euch trägt: der Ton mit euch selbst, Stärken von anderswo, genaue Rückmeldung. Danach plant ihr vier Wochen Übung, und wir halten fest, was von den zwölf Wochen bleibt. Was nichts gebracht hat, gehört auch dazu.",
        "Willkommen zum letzten Treffen. Die vier Regeln gelten weiter. Heute geht es um das, was Sie trägt: der Ton mit sich selbst, Stärken von anderswo, genaue Rückmeldung. Danach planen Sie vier Wochen Übung, und wir halten fest, was von den zwölf Wochen bleibt. Was nichts gebracht hat, gehört auch dazu.",
        "Welcome to the last meeting. The four rules still hold. Today is about what carries you: how you talk to yourself, strengths from elsewhere, exact feedback. Then you plan four weeks of practice, and we note what stays of the twelve weeks. What did not help is part of it.",
      ),
    ),
    inMinutes(planReview, 6),
    inMinutes(talkToYourself, 12),
    inMinutes(wentWellElsewhere, 10),
    inMinutes(specificallySeen, 12),
    inMinutes(fourWeeks, 12),
    recalled,
    inMinutes(whatStays, 8),
    closingOf(
      6,
      w("Was machst du weiter?", "Was machen Sie weiter?", "What will you keep doing?"),
      w(
        "Vier Treffen, ein Wort: Was macht ihr weiter? Wer mag, sagt es. Sichert Plan und eigene Sätze; nach heute sind die Werte der Reihe gelöscht. Wer jemanden aus der Runde wiedersehen möchte, verabredet sich selbst. Könnt ihr so gehen? Wenn noch nicht: Ich bin noch zehn Minuten da, und ihr müsst nichts erklären.",
        "Vier Treffen, ein Wort: Was machen Sie weiter? Wer mag, sagt es. Sichern Sie Plan und eigene Sätze; nach heute sind die Werte der Reihe gelöscht. Wer jemanden aus der Runde wiedersehen möchte, verabredet sich selbst. Können Sie so gehen? Wenn noch nicht: Ich bin noch zehn Minuten da, und Sie müssen nichts erklären.",
        "Four meetings, one word: what will you keep doing? Say it if you like. Save plan and own lines; after today the scores of the series are deleted. To see somebody again, arrange it yourselves. Are you settled enough to leave? If not yet: I am here for ten more minutes, and you don’t have to explain anything.",
      ),
    ),
  ],
};
