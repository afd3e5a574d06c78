import type { PlanTemplate } from "@/lib/session/plan-template";
import { same, w } from "@/lib/words";
import { blamelessLookBack } from "@/lib/workshops/activities/blameless-look-back";
import { contactMix } from "@/lib/workshops/activities/contact-mix";
import { gapMap } from "@/lib/workshops/activities/gap-map";
import { planReview } from "@/lib/workshops/activities/plan-review";
import { rightGoal } from "@/lib/workshops/activities/right-goal";
import { closingOf } from "@/lib/workshops/parts/closing";
import { keepingAtIt } from "@/lib/workshops/parts/series";
import { welcomeOf } from "@/lib/workshops/parts/welcome";
import { inMinutes } from "@/lib/workshops/ready-activity";

/** Third of four meetings: network and goals. */
export const series3: PlanTemplate = {
  id: "series-3",
  title: same(
    "Dranbleiben, Teil\u00a03: Netz und Ziele",
    "Keeping at it, part\u00a03: Network and goals",
  ),
  purpose: same(
    "Aus einem Versuch lernen, das eigene Netz ansehen und Ziele anpassen.",
    "Learn from an attempt, look at one’s own network and adjust goals.",
  ),
  minutes: 75,
  series: keepingAtIt(3),
  buffer: 3,
  metBefore: 150,
  activities: [
    welcomeOf(
      1,
      w(
        "Willkommen zum dritten Treffen. Die vier Regeln gelten weiter. Heute schauen wir erst zurück, ohne Schuldige zu suchen, dann auf euer Netz: Wo häuft es sich, was ist leer? Am Ende prüft ihr eure Ziele. Was ihr eintragt, bleibt auf eurem Gerät; gezeigt wird nur, was die Runde gemeinsam ergibt.",
        "Willkommen zum dritten Treffen. Die vier Regeln gelten weiter. Heute schauen wir erst zurück, ohne Schuldige zu suchen, dann auf Ihr Netz: Wo häuft es sich, was ist leer? Am Ende prüfen Sie Ihre Ziele. Was Sie eintragen, bleibt auf Ihrem Gerät; gezeigt wird nur, was die Runde gemeinsam ergibt.",
        "Welcome to the third meeting. The four rules still hold. Today we first look back, without looking for somebody to blame, then at your network: where does it gather, what is empty? At the end you review your goals. What you enter stays on your device; only what the room adds up to is shown.",
      ),
    ),
    inMinutes(planReview, 6),
    inMinutes(blamelessLookBack, 18),
    inMinutes(gapMap, 14),
    inMinutes(contactMix, 12),
    inMinutes(rightGoal, 15),
    closingOf(
      6,
      same("Welches Ziel bleibt?", "Which goal stays?"),
      w(
        "Zum Schluss eine Zahl oder ein Wort: Wie viele Ziele bleiben? Mehr muss niemand sagen. Sichert eure Karte und die Ziele, hier werden sie nicht gespeichert. Das letzte Treffen ist in sechs Wochen. Könnt ihr so gehen? Wenn noch nicht: Ich bin noch zehn Minuten da, und ihr müsst nichts erklären.",
        "Zum Schluss eine Zahl oder ein Wort: Wie viele Ziele bleiben? Mehr muss niemand sagen. Sichern Sie Ihre Karte und die Ziele, hier werden sie nicht gespeichert. Das letzte Treffen ist in sechs Wochen. Können Sie so gehen? Wenn noch nicht: Ich bin noch zehn Minuten da, und Sie müssen nichts erklären.",
        "To close, a number or a word: how many goals stay? Nobody has to say more. Save your map and your goals; they are not stored here. The last meeting is in six weeks. Are you settled enough to leave? If not yet: I am here for ten more minutes, and you don’t have to explain anything.",
      ),
    ),
  ],
};
