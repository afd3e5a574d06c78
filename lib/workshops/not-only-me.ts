import type { PlanTemplate } from "@/lib/session/plan-template";
import { same, w } from "@/lib/words";
import { ifThen } from "@/lib/workshops/activities/if-then";
import { otherReadings } from "@/lib/workshops/activities/other-readings";
import { smallNo } from "@/lib/workshops/activities/small-no";
import { tenRequests } from "@/lib/workshops/activities/ten-requests";
import { whoseShare } from "@/lib/workshops/activities/whose-share";
import { closingOf } from "@/lib/workshops/parts/closing";
import { after, before } from "@/lib/workshops/parts/measure";
import { welcomeOf } from "@/lib/workshops/parts/welcome";
import { inMinutes } from "@/lib/workshops/ready-activity";

/** The 60-minute workshop: how common rejections are, and whose share they are. */
export const notOnlyMe: PlanTemplate = {
  id: "not-only-me",
  title: same("Nicht nur ich", "Not only me"),
  purpose: same(
    "Sehen, wie häufig Absagen sind, den eigenen Anteil nüchtern abwägen und einen Schritt planen.",
    "See how common rejections are, weigh one’s own part soberly and plan one step.",
  ),
  minutes: 60,
  buffer: 2,
  activities: [
    welcomeOf(
      4,
      w(
        "Willkommen. In der nächsten Stunde geht es um Absagen im Netzwerken, und darum, dass sie fast alle kennen. Wir schätzen, schreiben, wägen ab und planen am Ende einen Schritt. Das ist ein Lernformat, keine Therapie. Alles ist freiwillig, was ihr schreibt, trägt keinen Namen. Lest die vier Regeln. Fehlt euch etwas, sagt es jetzt.",
        "Willkommen. In der nächsten Stunde geht es um Absagen im Netzwerken, und darum, dass sie fast alle kennen. Wir schätzen, schreiben, wägen ab und planen am Ende einen Schritt. Das ist ein Lernformat, keine Therapie. Alles ist freiwillig, was Sie schreiben, trägt keinen Namen. Lesen Sie die vier Regeln. Fehlt Ihnen etwas, sagen Sie es jetzt.",
        "Welcome. The next hour is about rejections in networking, and about the fact that almost everybody knows them. We guess, write, weigh and at the end plan one step. This is a learning format, not therapy. Everything is voluntary; what you write carries no name. Read the four rules. If something is missing, say so now.",
      ),
    ),
    inMinutes({ activity: before }, 2),
    inMinutes(tenRequests, 6),
    inMinutes(smallNo, 8),
    inMinutes(whoseShare, 10),
    inMinutes(otherReadings, 14),
    inMinutes({ activity: after }, 3),
    inMinutes(ifThen, 7),
    closingOf(
      4,
      w(
        "Was hast du mit anderen hier gemeinsam?",
        "Was haben Sie mit anderen hier gemeinsam?",
        "What do you have in common with others here?",
      ),
      w(
        "Wir schließen mit einem Wort: Was habt ihr hier mit anderen gemeinsam? Wer mag, sagt es, wer nicht, hört zu. Plan, Karten und Nummern für Hilfe stehen auf eurem Gerät. Könnt ihr so gehen? Wenn noch nicht, bleibt sitzen. Ich bin noch zehn Minuten da, und ihr müsst nichts erklären.",
        "Wir schließen mit einem Wort: Was haben Sie hier mit anderen gemeinsam? Wer mag, sagt es, wer nicht, hört zu. Plan, Karten und Nummern für Hilfe stehen auf Ihrem Gerät. Können Sie so gehen? Wenn noch nicht, bleiben Sie sitzen. Ich bin noch zehn Minuten da, und Sie müssen nichts erklären.",
        "We close with one word: what do you have in common with others here? Say it if you like, or just listen. Plan, cards and numbers for help are on your device. Are you settled enough to leave? If not yet, keep your seat. I am here for ten more minutes, and you don’t have to explain anything.",
      ),
    ),
  ],
};
