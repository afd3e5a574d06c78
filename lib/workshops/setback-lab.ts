import type { PlanTemplate } from "@/lib/session/plan-template";
import { same, w } from "@/lib/words";
import { blamelessLookBack } from "@/lib/workshops/activities/blameless-look-back";
import { ifThen } from "@/lib/workshops/activities/if-then";
import { otherChairs } from "@/lib/workshops/activities/other-chairs";
import { smallNo } from "@/lib/workshops/activities/small-no";
import { specificallySeen } from "@/lib/workshops/activities/specifically-seen";
import { stepOutside } from "@/lib/workshops/activities/step-outside";
import { tenRequests } from "@/lib/workshops/activities/ten-requests";
import { threeHeads } from "@/lib/workshops/activities/three-heads";
import { whoseShare } from "@/lib/workshops/activities/whose-share";
import { longBreak, shortBreak } from "@/lib/workshops/parts/breaks";
import { closingOf } from "@/lib/workshops/parts/closing";
import { after, before } from "@/lib/workshops/parts/measure";
import { spokenWelcomeOf } from "@/lib/workshops/parts/welcome";
import { inMinutes } from "@/lib/workshops/ready-activity";

/** The workshop of three hours. */
export const setbackLab: PlanTemplate = {
  id: "setback-lab",
  title: same("Rückschlag-Labor", "Setback lab"),
  purpose: same(
    "Rückschläge untersuchen wie im Labor: zählen, abwägen, die Seite wechseln, Hilfe holen, üben.",
    "Examine setbacks as in a laboratory: count, weigh, change sides, get help, practise.",
  ),
  minutes: 180,
  buffer: 5,
  activities: [
    spokenWelcomeOf(
      8,
      w(
        "Willkommen. Drei Stunden lang untersuchen wir Rückschläge im Netzwerken: zählen, abwägen, die Seite wechseln, einander helfen. Es gibt zwei Pausen, und jede Person darf jederzeit raus. Was ihr schreibt, trägt keinen Namen; im Gespräch ist niemand anonym. Das ist ein Lernformat, keine Therapie. Lest die vier Regeln und sprecht kurz zu zweit: Was fehlt?",
        "Willkommen. Drei Stunden lang untersuchen wir Rückschläge im Netzwerken: zählen, abwägen, die Seite wechseln, einander helfen. Es gibt zwei Pausen, und jede Person darf jederzeit raus. Was Sie schreiben, trägt keinen Namen; im Gespräch ist niemand anonym. Das ist ein Lernformat, keine Therapie. Lesen Sie die vier Regeln und sprechen Sie kurz zu zweit: Was fehlt?",
        "Welcome. For three hours we examine setbacks in networking: count, weigh, change sides, help each other. There are two breaks, and everyone may step out at any time. What you write carries no name; in conversation nobody is anonymous. This is a learning format, not therapy. Read the four rules and talk briefly in pairs: what is missing?",
      ),
    ),
    inMinutes({ activity: before }, 4),
    inMinutes(tenRequests, 8),
    inMinutes(smallNo, 12),
    inMinutes(whoseShare, 12),
    inMinutes(blamelessLookBack, 15),
    longBreak("break"),
    inMinutes(otherChairs, 36),
    inMinutes(stepOutside, 5),
    shortBreak("second-break", 5),
    inMinutes(threeHeads, 24),
    inMinutes(specificallySeen, 12),
    inMinutes({ activity: after }, 4),
    inMinutes(ifThen, 9),
    closingOf(
      6,
      w(
        "Was probierst du diese Woche aus?",
        "Was probieren Sie diese Woche aus?",
        "What will you try this week?",
      ),
      w(
        "Drei Stunden, ein Satz: Was probiert ihr diese Woche aus? Wer mag, sagt ihn. Rollen und Geschichten bleiben hier; Plan, eigene Sätze und Nummern für Hilfe sind auf eurem Gerät. Sichert sie jetzt. Könnt ihr so gehen? Wenn noch nicht: Ich bin noch zehn Minuten da, und ihr müsst nichts erklären.",
        "Drei Stunden, ein Satz: Was probieren Sie diese Woche aus? Wer mag, sagt ihn. Rollen und Geschichten bleiben hier; Plan, eigene Sätze und Nummern für Hilfe sind auf Ihrem Gerät. Sichern Sie sie jetzt. Können Sie so gehen? Wenn noch nicht: Ich bin noch zehn Minuten da, und Sie müssen nichts erklären.",
        "Three hours, one sentence: what will you try this week? Say it if you like. Roles and stories stay here; plan, own lines and numbers for help are on your device. Save them now. Are you settled enough to leave? If not yet: I am here for ten more minutes, and you don’t have to explain anything.",
      ),
    ),
  ],
};
