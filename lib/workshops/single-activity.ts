import type { ActivityTemplate, PlanTemplate } from "@/lib/session/plan-template";
import { withoutReferences } from "@/lib/session/without-references";
import { lines, w } from "@/lib/words";
import { readyActivities } from "@/lib/workshops/activities/registry";
import { closingOf } from "@/lib/workshops/parts/closing";
import { welcomeOf } from "@/lib/workshops/parts/welcome";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";

/** As long as in the shortest workshop: the rules are as many, and nobody is sent away faster. */
const WELCOME_MINUTES = 3;
const CLOSING_MINUTES = 3;

const welcome = welcomeOf(
  WELCOME_MINUTES,
  w(
    "Willkommen. Heute nehmen wir uns eine einzige Übung vor, in Ruhe. Große Themen lösen wir nicht. Alles ist freiwillig, und was ihr schreibt, trägt keinen Namen. Lest die vier Regeln. Fehlt euch etwas, sagt es jetzt.",
    "Willkommen. Heute nehmen wir uns eine einzige Übung vor, in Ruhe. Große Themen lösen wir nicht. Alles ist freiwillig, und was Sie schreiben, trägt keinen Namen. Lesen Sie die vier Regeln. Fehlt Ihnen etwas, sagen Sie es jetzt.",
    "Welcome. Today we take up one single activity, without hurry. We won’t solve anything big. Everything is voluntary, and what you write carries no name. Read the four rules. If something is missing, say so now.",
  ),
);

const spokenClosing = closingOf(
  CLOSING_MINUTES,
  w("Was nimmst du mit?", "Was nehmen Sie mit?", "What do you take with you?"),
  w(
    "Zum Schluss ein Wort, keine Geschichte: Was nehmt ihr mit? Wer mag, sagt es laut. Auf eurem Gerät steht, was euch gehört, und dort stehen Nummern für Hilfe. Könnt ihr so gehen? Wenn noch nicht: Ich bin noch zehn Minuten da, und ihr müsst nichts erklären.",
    "Zum Schluss ein Wort, keine Geschichte: Was nehmen Sie mit? Wer mag, sagt es laut. Auf Ihrem Gerät steht, was Ihnen gehört, und dort stehen Nummern für Hilfe. Können Sie so gehen? Wenn noch nicht: Ich bin noch zehn Minuten da, und Sie müssen nichts erklären.",
    "To close, one word, not a story: what do you take with you? Say it aloud if you like. On your device is what is yours, and there are numbers for help. Are you settled enough to leave? If not yet: I am here for ten more minutes, and you don’t have to explain anything.",
  ),
);

/** Its words hold whatever the activity leaves on a device: a plan, a card, a number or nothing. */
const closing: ActivityTemplate = {
  ...spokenClosing,
  settings: {
    ...spokenClosing.settings,
    text: lines(
      w(
        "Was du für dich notiert hast, liegt nur auf deinem Gerät. Du kannst es speichern oder ausdrucken.",
        "Was Sie für sich notiert haben, liegt nur auf Ihrem Gerät. Sie können es speichern oder ausdrucken.",
        "What you noted for yourself is on your device only. You can save or print it.",
      ),
      w(
        "Beschäftigt dich noch etwas? Die Leitung bleibt da, und unter „Hilfe“ stehen Nummern.",
        "Beschäftigt Sie noch etwas? Die Leitung bleibt da, und unter „Hilfe“ stehen Nummern.",
        "Is something still on your mind? The facilitator stays, and there are numbers under “Help”.",
      ),
    ),
  },
};

/**
 * A ready activity as a session of its own, with welcome and closing around it. What it takes from other
 * activities its kind does without (`alone`); otherwise it is held as it stands, in any of its sizes. What asks `around` it is asked here.
 */
export function planAround({ doing, activity, around }: ReadyActivity): PlanTemplate {
  const held = withoutReferences(activity);
  const activities = [welcome, ...(around ? [around.before, held, around.after] : [held]), closing];
  return {
    id: `single-${activity.key}`,
    title: activity.title,
    purpose: doing,
    minutes: activities.reduce((sum, { minutes }) => sum + minutes, 0),
    activities,
  };
}

/** Every ready activity as a session of its own. */
export const singleActivities: readonly PlanTemplate[] = readyActivities.map(planAround);
