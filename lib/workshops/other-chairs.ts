import type { PlanTemplate } from "@/lib/session/plan-template";
import { same, w } from "@/lib/words";
import { ifThen } from "@/lib/workshops/activities/if-then";
import { otherChairs as changingSides } from "@/lib/workshops/activities/other-chairs";
import { smallNo } from "@/lib/workshops/activities/small-no";
import { tenRequests } from "@/lib/workshops/activities/ten-requests";
import { whoseShare } from "@/lib/workshops/activities/whose-share";
import { shortBreak } from "@/lib/workshops/parts/breaks";
import { closingOf } from "@/lib/workshops/parts/closing";
import { after, before } from "@/lib/workshops/parts/measure";
import { spokenWelcomeOf } from "@/lib/workshops/parts/welcome";
import { inMinutes } from "@/lib/workshops/ready-activity";

/** The 90-minute workshop: a no seen from the other side. */
export const otherChairs: PlanTemplate = {
  id: "other-chairs",
  title: same("Andere Stühle", "Other chairs"),
  purpose: same(
    "Ein Nein von der anderen Seite ansehen, Vermuten und Wissen trennen und eine bessere Frage finden.",
    "Look at a no from the other side, separate guessing from knowing and find a better question.",
  ),
  minutes: 90,
  buffer: 4,
  activities: [
    spokenWelcomeOf(
      5,
      w(
        "Willkommen. In 90\u00a0Minuten schauen wir ein Nein von mehreren Seiten an, auch von der anderen. Dafür tauschen wir später Stühle, im Sitzen und ohne Publikum. Was ihr schreibt, trägt keinen Namen; im Gespräch ist niemand anonym. Erzählt dort nur, was Fremde wissen dürfen. Alles ist freiwillig. Lest die vier Regeln. Fehlt euch etwas, sagt es jetzt.",
        "Willkommen. In 90\u00a0Minuten schauen wir ein Nein von mehreren Seiten an, auch von der anderen. Dafür tauschen wir später Stühle, im Sitzen und ohne Publikum. Was Sie schreiben, trägt keinen Namen; im Gespräch ist niemand anonym. Erzählen Sie dort nur, was Fremde wissen dürfen. Alles ist freiwillig. Lesen Sie die vier Regeln. Fehlt Ihnen etwas, sagen Sie es jetzt.",
        "Welcome. For 90\u00a0minutes we look at a no from several sides, the other one included. Later we swap chairs for that, sitting down and without an audience. What you write carries no name; in conversation nobody is anonymous, so tell only what strangers may know. Everything is voluntary. Read the four rules. If something is missing, say so now.",
      ),
    ),
    inMinutes({ activity: before }, 3),
    inMinutes(tenRequests, 6),
    inMinutes(smallNo, 8),
    inMinutes(whoseShare, 8),
    inMinutes(changingSides, 32),
    shortBreak("break", 5),
    inMinutes({ activity: after }, 5),
    inMinutes(ifThen, 8),
    closingOf(
      6,
      w(
        "Was fragst du beim nächsten Mal?",
        "Was fragen Sie beim nächsten Mal?",
        "What will you ask next time?",
      ),
      w(
        "Zum Schluss eine Frage, keine Geschichte: Was fragt ihr beim nächsten Mal? Wer mag, sagt sie laut. Die Rollen lassen wir hier. Plan und Nummern für Hilfe stehen auf eurem Gerät. Könnt ihr so gehen? Wenn noch nicht: Ich bin noch zehn Minuten da, und ihr müsst nichts erklären.",
        "Zum Schluss eine Frage, keine Geschichte: Was fragen Sie beim nächsten Mal? Wer mag, sagt sie laut. Die Rollen lassen wir hier. Plan und Nummern für Hilfe stehen auf Ihrem Gerät. Können Sie so gehen? Wenn noch nicht: Ich bin noch zehn Minuten da, und Sie müssen nichts erklären.",
        "To close, one question, not a story: what will you ask next time? Say it aloud if you like. We leave the roles here. Plan and numbers for help are on your device. Are you settled enough to leave? If not yet: I am here for ten more minutes, and you don’t have to explain anything.",
      ),
    ),
  ],
};
