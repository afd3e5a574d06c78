import type { PlanTemplate } from "@/lib/session/plan-template";
import { same, w } from "@/lib/words";
import { otherChairs, withGivenCases } from "@/lib/workshops/activities/other-chairs";
import { planReview } from "@/lib/workshops/activities/plan-review";
import { threeHeads } from "@/lib/workshops/activities/three-heads";
import { shortBreak } from "@/lib/workshops/parts/breaks";
import { closingOf } from "@/lib/workshops/parts/closing";
import { after, before } from "@/lib/workshops/parts/measure";
import { keepingAtIt } from "@/lib/workshops/parts/series";
import { spokenWelcomeOf } from "@/lib/workshops/parts/welcome";
import { inMinutes } from "@/lib/workshops/ready-activity";

/** Second of four meetings: the other side. */
export const series2: PlanTemplate = {
  id: "series-2",
  title: same(
    "Dranbleiben, Teil\u00a02: Die andere Seite",
    "Keeping at it, part\u00a02: The other side",
  ),
  purpose: same(
    "Nachsehen, was aus den Plänen wurde, die Seite wechseln und zu dritt beraten.",
    "See what became of the plans, change sides and confer in threes.",
  ),
  minutes: 75,
  series: keepingAtIt(2),
  metBefore: 75,
  activities: [
    spokenWelcomeOf(
      1,
      w(
        "Schön, dass ihr da seid; wer neu ist, steigt einfach ein. Die vier Regeln gelten wie beim letzten Mal. Heute wechseln wir die Seite und beraten danach zu dritt. Im Gespräch ist niemand anonym: Erzählt nur, was Fremde wissen dürfen. Zuerst ein Blick auf die Pläne, ohne Lob und ohne Tadel.",
        "Schön, dass Sie da sind; wer neu ist, steigt einfach ein. Die vier Regeln gelten wie beim letzten Mal. Heute wechseln wir die Seite und beraten danach zu dritt. Im Gespräch ist niemand anonym: Erzählen Sie nur, was Fremde wissen dürfen. Zuerst ein Blick auf die Pläne, ohne Lob und ohne Tadel.",
        "Good that you are here; if you are new, simply join in. The four rules hold as last time. Today we change sides and then confer in threes. In conversation nobody is anonymous: tell only what strangers may know. First a look at the plans, without praise and without blame.",
      ),
    ),
    inMinutes(planReview, 6),
    inMinutes({ activity: before }, 3),
    inMinutes(withGivenCases(otherChairs), 30),
    shortBreak("break", 4),
    inMinutes(threeHeads, 24),
    inMinutes({ activity: after }, 3),
    {
      ...closingOf(
        4,
        w(
          "Wen fragst du um einen zweiten Blick?",
          "Wen fragen Sie um einen zweiten Blick?",
          "Whom will you ask for a second look?",
        ),
        w(
          "Zum Schluss jede Person für sich: Wen außerhalb dieses Raums fragt ihr um einen zweiten Blick? Schreibt es auf euer Gerät. Rollen und Geschichten bleiben hier. Das nächste Treffen ist in vier Wochen. Könnt ihr so gehen? Wenn noch nicht: Ich bin noch zehn Minuten da, und ihr müsst nichts erklären.",
          "Zum Schluss jede Person für sich: Wen außerhalb dieses Raums fragen Sie um einen zweiten Blick? Schreiben Sie es auf Ihr Gerät. Rollen und Geschichten bleiben hier. Das nächste Treffen ist in vier Wochen. Können Sie so gehen? Wenn noch nicht: Ich bin noch zehn Minuten da, und Sie müssen nichts erklären.",
          "To close, each on your own: whom outside this room will you ask for a second look? Write it on your device. Roles and stories stay here. The next meeting is in four weeks. Are you settled enough to leave? If not yet: I am here for ten more minutes, and you don’t have to explain anything.",
        ),
      ),
      privateLines: [
        {
          key: "second-look",
          phase: "show",
          prompt: w(
            "Wen fragst du um einen zweiten Blick?",
            "Wen fragen Sie um einen zweiten Blick?",
            "Whom will you ask for a second look?",
          ),
          placeholder: null,
          input: "line",
        },
      ],
    },
  ],
};
