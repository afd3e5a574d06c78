import type { ActivityTemplate } from "@/lib/session/plan-template";
import { same, w } from "@/lib/words";
import { after, askedOnce, before } from "@/lib/workshops/parts/measure";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";

/** The one question of it, both times in the same words. */
const near = {
  key: "near",
  prompt: w(
    "Wie nah geht dir die Szene gerade?",
    "Wie nah geht Ihnen die Szene gerade?",
    "How close does the scene feel right now?",
  ),
  low: same("weit weg", "far away"),
  high: same("ganz nah", "very close"),
  none: null,
};

/**
 * How close a scene feels, before and after stepping outside: only where that is held by itself. In a workshop
 * the measure around it asks for distance already; asked four times, people learn to please. As two activities
 * it is measured by the rules of every before and after (decision 0064).
 */
export const aroundStepOutside: NonNullable<ReadyActivity["around"]> = {
  before: {
    ...before,
    key: "near-before",
    title: same("Wie nah: vorher", "How close: before"),
    minutes: 1,
    phaseMinutes: { ask: 1 },
    sizes: [],
    script: {
      ...before.script,
      phases: {
        ask: {
          say: w(
            "Denkt an ein kleines Nein, das euch noch beschäftigt. Klein heißt: Es ärgert euch noch, aber ihr kommt damit zurecht. Gebt ihm ein Merkwort, das nur ihr versteht. Dann eine Frage, von null bis zehn: Wie nah geht euch die Szene gerade? Wort und Zahl bleiben auf eurem Gerät.",
            "Denken Sie an ein kleines Nein, das Sie noch beschäftigt. Klein heißt: Es ärgert Sie noch, aber Sie kommen damit zurecht. Geben Sie ihm ein Merkwort, das nur Sie verstehen. Dann eine Frage, von null bis zehn: Wie nah geht Ihnen die Szene gerade? Wort und Zahl bleiben auf Ihrem Gerät.",
            "Think of a small no that is still on your mind. Small means: it still stings, but you can manage. Give it a reminder word that only you understand. Then one question, from zero to ten: how close does the scene feel right now? Word and number stay on your device.",
          ),
          watchFor: same(
            "Greift jemand nach etwas Großem: zu etwas Kleinerem einladen. Den Raum still halten.",
            "If someone reaches for something big: invite them to pick something smaller. Keep the room quiet.",
          ),
        },
      },
      debrief: [
        same("War ein kleines Nein leicht zu finden?", "Was a small no easy to find?"),
        same("Was macht eine Szene nah?", "What makes a scene feel close?"),
        same(
          "Worin unterscheidet sich eine Drei von einer Sieben?",
          "What makes a three different from a seven?",
        ),
      ],
      talkInstead: w(
        "Nehmt einen Zettel. Denkt still an ein kleines Nein. Schreibt eine Zahl von null bis zehn auf: Wie nah geht euch die Szene gerade? Faltet den Zettel und steckt ihn ein. Niemand muss die Zahl sagen.",
        "Nehmen Sie einen Zettel. Denken Sie still an ein kleines Nein. Schreiben Sie eine Zahl von null bis zehn auf: Wie nah geht Ihnen die Szene gerade? Falten Sie den Zettel und stecken Sie ihn ein. Niemand muss die Zahl sagen.",
        "Take a slip of paper. Think of a small no, in silence. Write down a number from zero to ten: how close does the scene feel right now? Fold the slip and put it away. Nobody has to say the number.",
      ),
    },
    settings: { ...before.settings, items: [near] },
  },
  after: {
    ...after,
    key: "near-after",
    title: same("Wie nah: nachher", "How close: after"),
    minutes: 4,
    phaseMinutes: { ask: 1, show: 3 },
    sizes: [],
    script: {
      ...after.script,
      phases: {
        ask: {
          say: w(
            "Noch einmal dieselbe Frage: Wie nah geht euch die Szene jetzt? Es gibt kein Soll. Beide Antworten werden zusammen abgeschickt, ohne Namen, und gezeigt wird nur die Runde als Ganzes.",
            "Noch einmal dieselbe Frage: Wie nah geht Ihnen die Szene jetzt? Es gibt kein Soll. Beide Antworten werden zusammen abgeschickt, ohne Namen, und gezeigt wird nur die Runde als Ganzes.",
            "The same question once more: how close does the scene feel now? There is no target. Both answers are sent together, without a name, and only the group as a whole is shown.",
          ),
          watchFor: same(
            "Den Raum still halten und niemanden drängen.",
            "Keep the room quiet and hurry nobody.",
          ),
        },
        show: {
          say: w(
            "So hat es sich in der Runde bewegt; keine Zahl gehört hier zu einer Person. Näher, gleich oder weiter weg: Alles ist eine Antwort. Sprecht zu zweit, wer mag: Was war von drüben anders?",
            "So hat es sich in der Runde bewegt; keine Zahl gehört hier zu einer Person. Näher, gleich oder weiter weg: Alles ist eine Antwort. Sprechen Sie zu zweit, wer mag: Was war von drüben anders?",
            "This is how it moved in the group; no number belongs to a person here. Closer, the same or further away: each is an answer. Talk in pairs, if you like: what was different from over there?",
          ),
          watchFor: same(
            "Keine Wirkung behaupten. Ist es für jemanden näher gekommen: nach dem Abschluss Zeit anbieten.",
            "Claim no effect. If it came closer for someone: offer time after the close.",
          ),
        },
      },
      // Whoever holds it inside a workshop asks the same.
      debrief: [
        same("Was war von drüben anders?", "What was different from over there?"),
        same("Was bleibt auch mit Abstand wichtig?", "What stays important even from a distance?"),
        w(
          "Wie kommt ihr im Alltag kurz raus?",
          "Wie kommen Sie im Alltag kurz raus?",
          "How do you step outside in everyday life?",
        ),
      ],
      talkInstead: w(
        "Denkt an euer kleines Nein vom Anfang: Wie nah geht euch die Szene jetzt? Wer einen Zettel hat, schreibt eine zweite Zahl daneben. Wer mag, sagt ein Wort: näher, gleich oder weiter weg. Wir fragen nicht nach und werten nicht.",
        "Denken Sie an Ihr kleines Nein vom Anfang: Wie nah geht Ihnen die Szene jetzt? Wer einen Zettel hat, schreibt eine zweite Zahl daneben. Wer mag, sagt ein Wort: näher, gleich oder weiter weg. Wir fragen nicht nach und werten nicht.",
        "Think of your small no from the start: how close does the scene feel now? If you have a slip, write a second number next to the first. If you like, say one word: closer, the same or further away. We don’t ask why, and we don’t judge.",
      ),
    },
    settings: { ...after.settings, items: [near], pairWith: "near-before" },
  },
};

/** The question before, where nothing asks it again. */
export const nearOnce: ActivityTemplate = {
  ...aroundStepOutside.before,
  title: same("Wie nah", "How close"),
  hint: askedOnce.hint,
  script: {
    ...aroundStepOutside.before.script,
    phases: {
      ...askedOnce.script.phases,
      ask: {
        say: w(
          "Denkt an ein kleines Nein, das euch noch beschäftigt. Klein heißt: Es ärgert euch noch, aber ihr kommt damit zurecht. Dann eine Frage, von null bis zehn: Wie nah geht euch die Szene gerade? Die Antworten werden ohne Namen gezählt, und gezeigt wird nur die Runde als Ganzes.",
          "Denken Sie an ein kleines Nein, das Sie noch beschäftigt. Klein heißt: Es ärgert Sie noch, aber Sie kommen damit zurecht. Dann eine Frage, von null bis zehn: Wie nah geht Ihnen die Szene gerade? Die Antworten werden ohne Namen gezählt, und gezeigt wird nur die Runde als Ganzes.",
          "Think of a small no that is still on your mind. Small means: it still stings, but you can manage. Then one question, from zero to ten: how close does the scene feel right now? The answers are counted without names, and only the group as a whole is shown.",
        ),
        watchFor: same(
          "Greift jemand nach etwas Großem: zu etwas Kleinerem einladen. Den Raum still halten.",
          "If someone reaches for something big: invite them to pick something smaller. Keep the room quiet.",
        ),
      },
    },
    ifItStalls: askedOnce.script.ifItStalls,
  },
};
