import type { PlanTemplate } from "@/lib/session/plan-template";
import { same, w } from "@/lib/words";
import { ifThen } from "@/lib/workshops/activities/if-then";
import { smallNo } from "@/lib/workshops/activities/small-no";
import { stepOutside } from "@/lib/workshops/activities/step-outside";
import { tenRequests } from "@/lib/workshops/activities/ten-requests";
import { whoseShare } from "@/lib/workshops/activities/whose-share";
import { closingOf } from "@/lib/workshops/parts/closing";
import { after, keptBefore } from "@/lib/workshops/parts/measure";
import { keepingAtIt } from "@/lib/workshops/parts/series";
import { welcomeOf } from "@/lib/workshops/parts/welcome";
import { inMinutes } from "@/lib/workshops/ready-activity";

/** First of four meetings: what is usual. */
export const series1: PlanTemplate = {
  id: "series-1",
  title: same(
    "Dranbleiben, Teil\u00a01: Was ist üblich?",
    "Keeping at it, part\u00a01: What is usual?",
  ),
  purpose: same(
    "Erwartungen klären, den eigenen Anteil abwägen, Abstand üben und den ersten Schritt planen.",
    "Clarify expectations, weigh one’s own part, practise distance and plan the first step.",
  ),
  minutes: 75,
  series: keepingAtIt(1),
  buffer: 3,
  activities: [
    welcomeOf(
      7,
      w(
        "Willkommen zum ersten von vier Treffen. Heute geht es darum, was bei Absagen üblich ist und was davon an uns liegt. In zwei Wochen schauen wir, was aus den Plänen wurde. Alles ist freiwillig, auch das Wiederkommen. Was ihr schreibt, trägt keinen Namen. Lest die vier Regeln. Fehlt euch etwas, sagt es jetzt.",
        "Willkommen zum ersten von vier Treffen. Heute geht es darum, was bei Absagen üblich ist und was davon an uns liegt. In zwei Wochen schauen wir, was aus den Plänen wurde. Alles ist freiwillig, auch das Wiederkommen. Was Sie schreiben, trägt keinen Namen. Lesen Sie die vier Regeln. Fehlt Ihnen etwas, sagen Sie es jetzt.",
        "Welcome to the first of four meetings. Today is about what is usual with rejections and what part of it is ours. In two weeks we look at what became of the plans. Everything is voluntary, coming back included. What you write carries no name. Read the four rules. If something is missing, say so now.",
      ),
    ),
    inMinutes({ activity: keptBefore }, 4),
    inMinutes(tenRequests, 8),
    inMinutes(smallNo, 10),
    inMinutes(whoseShare, 12),
    inMinutes(stepOutside, 10),
    inMinutes(ifThen, 12),
    inMinutes({ activity: after }, 4),
    closingOf(
      5,
      w(
        "Was nimmst du bis zum nächsten Mal mit?",
        "Was nehmen Sie bis zum nächsten Mal mit?",
        "What do you take along until next time?",
      ),
      w(
        "Ein Wort zum Schluss: Was nehmt ihr bis zum nächsten Mal mit? Sichert jetzt euren Plan und die vier Wörter; damit findet ihr eure Werte wieder, sonst niemand. Nummern für Hilfe stehen daneben. Könnt ihr so gehen? Wenn noch nicht: Ich bin noch zehn Minuten da, und ihr müsst nichts erklären.",
        "Ein Wort zum Schluss: Was nehmen Sie bis zum nächsten Mal mit? Sichern Sie jetzt Ihren Plan und die vier Wörter; damit finden Sie Ihre Werte wieder, sonst niemand. Nummern für Hilfe stehen daneben. Können Sie so gehen? Wenn noch nicht: Ich bin noch zehn Minuten da, und Sie müssen nichts erklären.",
        "One word to close: what do you take along until next time? Now save your plan and the four words; with them you find your scores again, nobody else does. Numbers for help are beside them. Are you settled enough to leave? If not yet: I am here for ten more minutes, and you don’t have to explain anything.",
      ),
    ),
  ],
};
