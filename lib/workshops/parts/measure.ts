import type { ScaleItem } from "@/lib/activities/scale/schema";
import type { ActivityTemplate } from "@/lib/session/plan-template";
import { same, w } from "@/lib/words";
import { krossAyduk2017 } from "@/lib/workshops/parts/sources";

/** The same three questions before and after; a comparison needs identical wording. */
export const shiftItems: ScaleItem[] = [
  {
    key: "personally",
    prompt: w(
      "Wie persönlich nimmst du es?",
      "Wie persönlich nehmen Sie es?",
      "How personally do you take it?",
    ),
    low: same("gar nicht persönlich", "not at all personally"),
    high: same("sehr persönlich", "very personally"),
    none: null,
  },
  {
    key: "distance",
    prompt: w(
      "Wie viel Abstand hast du dazu?",
      "Wie viel Abstand haben Sie dazu?",
      "How much distance do you have from it?",
    ),
    low: same("gar keinen Abstand", "no distance at all"),
    high: same("sehr viel Abstand", "a lot of distance"),
    none: null,
  },
  {
    key: "contact",
    prompt: w(
      "Wie wahrscheinlich meldest du dich innerhalb von 14\u00a0Tagen bei jemandem?",
      "Wie wahrscheinlich melden Sie sich innerhalb von 14\u00a0Tagen bei jemandem?",
      "How likely are you to contact someone within 14\u00a0days?",
    ),
    low: same("sehr unwahrscheinlich", "very unlikely"),
    high: same("sehr wahrscheinlich", "very likely"),
    none: null,
  },
];

export const before: ActivityTemplate = {
  key: "before",
  kind: "scale",
  title: same("Kurz gefragt: vorher", "Quick check: before"),
  prompt: w(
    "Denk an ein kleines Nein, das dich noch beschäftigt. Wie ist es damit gerade?",
    "Denken Sie an ein kleines Nein, das Sie noch beschäftigt. Wie ist es damit gerade?",
    "Think of a small no that is still on your mind. How is it right now?",
  ),
  hint: w(
    "Klein heißt: Es ärgert dich noch, aber du kommst damit zurecht. Bleib später bei demselben Nein.",
    "Klein heißt: Es ärgert Sie noch, aber Sie kommen damit zurecht. Bleiben Sie später bei demselben Nein.",
    "Small means: it still stings, but you can manage. Stay with the same no later on.",
  ),
  contentNote: null,
  optOut: null,
  evidence: null,
  sources: [krossAyduk2017],
  privateLines: [],
  minutes: 2,
  phaseMinutes: { ask: 2 },
  sizes: [2, 3, 4].map((minutes) => ({ minutes, phaseMinutes: { ask: minutes }, settings: {} })),
  script: {
    phases: {
      ask: {
        say: w(
          "Denkt an ein kleines Nein, das euch noch beschäftigt. Klein heißt: Es ärgert euch noch, aber ihr kommt damit zurecht. Gebt ihm ein Merkwort, das nur ihr versteht. Dann drei Fragen, von null bis zehn. Merkwort und Antworten bleiben vorerst auf eurem Gerät. Später fragen wir noch einmal dasselbe.",
          "Denken Sie an ein kleines Nein, das Sie noch beschäftigt. Klein heißt: Es ärgert Sie noch, aber Sie kommen damit zurecht. Geben Sie ihm ein Merkwort, das nur Sie verstehen. Dann drei Fragen, von null bis zehn. Merkwort und Antworten bleiben vorerst auf Ihrem Gerät. Später fragen wir noch einmal dasselbe.",
          "Think of a small no that is still on your mind. Small means: it still stings, but you can manage. Give it a reminder word that only you understand. Then three questions, from zero to ten. Word and answers stay on your device for now. Later we ask the same questions again.",
        ),
        watchFor: same(
          "Greift jemand nach etwas Großem, etwa einer Kündigung oder Trennung: zu etwas Kleinerem einladen. Den Raum still halten.",
          "If someone reaches for something big, a dismissal or a break-up: invite them to pick something smaller. Keep the room quiet.",
        ),
      },
    },
    ifItStalls: same(
      "Ein Beispiel geben: „Auf meine Nachricht nach der Messe kam nichts. Mein Merkwort ist Halle\u00a03.“",
      "Give an example: “Nothing came back after my message from the trade fair. My word is hall\u00a03.”",
    ),
    debrief: [
      same("War ein kleines Nein leicht zu finden?", "Was a small no easy to find?"),
      w(
        "Bei welcher der drei Fragen habt ihr gezögert?",
        "Bei welcher der drei Fragen haben Sie gezögert?",
        "Which of the three questions made you hesitate?",
      ),
      same(
        "Worin unterscheidet sich eine Drei von einer Sieben?",
        "What makes a three different from a seven?",
      ),
    ],
    talkInstead: w(
      "Nehmt einen Zettel. Denkt still an ein kleines Nein. Schreibt eine Zahl von null bis zehn auf: Wie persönlich nehmt ihr es? Faltet den Zettel und steckt ihn ein. Niemand muss die Zahl sagen. Später schauen wir noch einmal darauf.",
      "Nehmen Sie einen Zettel. Denken Sie still an ein kleines Nein. Schreiben Sie eine Zahl von null bis zehn auf: Wie persönlich nehmen Sie es? Falten Sie den Zettel und stecken Sie ihn ein. Niemand muss die Zahl sagen. Später schauen wir noch einmal darauf.",
      "Take a slip of paper. Think of a small no, in silence. Write down a number from zero to ten: how personally do you take it? Fold the slip and put it away. Nobody has to say the number. We come back to it later.",
    ),
  },
  settings: {
    items: shiftItems,
    overlay: null,
    note: null,
    starters: [],
    afterwards: [],
    pairWith: null,
    reminder: w(
      "Ein Merkwort, das nur du verstehst. Es bleibt auf diesem Gerät.",
      "Ein Merkwort, das nur Sie verstehen. Es bleibt auf diesem Gerät.",
      "A reminder word that only you understand. It stays on this device.",
    ),
    series: null,
    summary: "aggregate",
  },
};

export const after: ActivityTemplate = {
  key: "after",
  kind: "scale",
  title: same("Kurz gefragt: nachher", "Quick check: after"),
  prompt: w(
    "Zurück zu deinem kleinen Nein vom Anfang. Wie ist es damit jetzt?",
    "Zurück zu Ihrem kleinen Nein vom Anfang. Wie ist es damit jetzt?",
    "Back to your small no from the start. How is it now?",
  ),
  hint: same(
    "Leichter, gleich oder schwerer: Alles ist eine Antwort.",
    "Lighter, the same or heavier: each is an answer.",
  ),
  contentNote: null,
  optOut: null,
  evidence: null,
  sources: [krossAyduk2017],
  privateLines: [],
  minutes: 2,
  phaseMinutes: { ask: 1, show: 1 },
  sizes: [
    { minutes: 2, phaseMinutes: { ask: 1, show: 1 }, settings: {} },
    { minutes: 3, phaseMinutes: { ask: 2, show: 1 }, settings: {} },
    { minutes: 4, phaseMinutes: { ask: 2, show: 2 }, settings: {} },
    { minutes: 5, phaseMinutes: { ask: 2, show: 3 }, settings: {} },
  ],
  script: {
    phases: {
      ask: {
        say: w(
          "Holt euer kleines Nein vom Anfang zurück; das Merkwort steht auf eurem Gerät. Dieselben drei Fragen. Es gibt kein Soll: Leichter, gleich oder schwerer, alles ist eine Antwort. Beide Antworten werden jetzt zusammen abgeschickt, ohne Namen. Gezeigt wird nur die Runde als Ganzes, nie eine einzelne Person.",
          "Holen Sie Ihr kleines Nein vom Anfang zurück; das Merkwort steht auf Ihrem Gerät. Dieselben drei Fragen. Es gibt kein Soll: Leichter, gleich oder schwerer, alles ist eine Antwort. Beide Antworten werden jetzt zusammen abgeschickt, ohne Namen. Gezeigt wird nur die Runde als Ganzes, nie eine einzelne Person.",
          "Bring back your small no from the start; the reminder word is on your device. The same three questions. There is no target: lighter, the same or heavier, each is an answer. Both answers are now sent together, without a name. We show the group as a whole, never a single person.",
        ),
        watchFor: same(
          "Den Raum still halten und niemanden drängen.",
          "Keep the room quiet and hurry nobody.",
        ),
      },
      show: {
        say: w(
          "So haben sich die Werte der Runde verändert; keine Zahl gehört hier zu einer Person. Leichter, gleich oder schwerer: Alles ist eine Antwort. Was hat sich bewegt, was nicht?",
          "So haben sich die Werte der Runde verändert; keine Zahl gehört hier zu einer Person. Leichter, gleich oder schwerer: Alles ist eine Antwort. Was hat sich bewegt, was nicht?",
          "This is how the group’s scores have moved; no number belongs to a person here. Lighter, the same or heavier: each is an answer. What has moved, and what has not?",
        ),
        watchFor: same(
          "Keine Wirkung behaupten, keine Zahl deuten. Ist es für jemanden schwerer geworden: nach dem Abschluss Zeit anbieten.",
          "Claim no effect, interpret no number. If it got heavier for someone: offer time after the close.",
        ),
      },
    },
    ifItStalls: same(
      "Wer später kam, hat kein Vorher; diese Antworten bleiben auf dem Gerät. Fehlt das Merkwort, genügt das Nein im Kopf.",
      "Whoever came later has no “before”; those answers stay on the device. If the word is missing, the no in one’s head is enough.",
    ),
    debrief: [
      same("Was hat sich bewegt, was nicht?", "What has moved, and what has not?"),
      same("Was könnte dazu beigetragen haben?", "What may have played a part in that?"),
      w("Was bräuchtet ihr noch?", "Was bräuchten Sie noch?", "What else would you need?"),
    ],
    talkInstead: w(
      "Denkt an euer kleines Nein vom Anfang: Wie ist es damit jetzt? Wer einen Zettel hat, schreibt eine zweite Zahl daneben. Die Zahlen bleiben bei euch. Wer mag, sagt ein Wort: leichter, gleich oder schwerer. Wir fragen nicht nach und werten nicht.",
      "Denken Sie an Ihr kleines Nein vom Anfang: Wie ist es damit jetzt? Wer einen Zettel hat, schreibt eine zweite Zahl daneben. Die Zahlen bleiben bei Ihnen. Wer mag, sagt ein Wort: leichter, gleich oder schwerer. Wir fragen nicht nach und werten nicht.",
      "Think of your small no from the start: how is it now? If you have a slip, write a second number next to the first. The numbers stay with you. If you like, say one word: lighter, the same or heavier. We don’t ask why, and we don’t judge.",
    ),
  },
  settings: {
    items: shiftItems,
    overlay: null,
    note: null,
    starters: [],
    afterwards: [],
    pairWith: "before",
    reminder: w("Dein Merkwort vom Anfang", "Ihr Merkwort vom Anfang", "Your word from the start"),
    series: null,
    summary: "aggregate",
  },
};

/** The same questions where nothing is asked again, and no word has to be kept for that. */
export const askedOnce: ActivityTemplate = {
  ...before,
  title: same("Kurz gefragt", "Quick check"),
  hint: w(
    "Klein heißt: Es ärgert dich noch, aber du kommst damit zurecht.",
    "Klein heißt: Es ärgert Sie noch, aber Sie kommen damit zurecht.",
    "Small means: it still stings, but you can manage.",
  ),
  settings: { ...before.settings, reminder: null },
  script: {
    ...before.script,
    phases: {
      ask: {
        say: w(
          "Denkt an ein kleines Nein aus den letzten Wochen. Drei Fragen dazu, von null bis zehn. Die Antworten werden ohne Namen gezählt, und gezeigt wird nur die Runde als Ganzes. Es gibt kein Soll: Jede Zahl ist eine Antwort.",
          "Denken Sie an ein kleines Nein aus den letzten Wochen. Drei Fragen dazu, von null bis zehn. Die Antworten werden ohne Namen gezählt, und gezeigt wird nur die Runde als Ganzes. Es gibt kein Soll: Jede Zahl ist eine Antwort.",
          "Think of a small no from the last weeks. Three questions about it, from zero to ten. The answers are counted without names, and only the group as a whole is shown. There is no target: each number is an answer.",
        ),
        watchFor: same(
          "Keine Zahlen abfragen, auch nicht im Scherz. Den Raum still halten.",
          "Ask for no numbers, not even in jest. Keep the room quiet.",
        ),
      },
      show: {
        say: w(
          "So antwortet die Runde heute. Vergleicht es nicht mit anderen, schaut auf die Breite: Was überrascht euch daran?",
          "So antwortet die Runde heute. Vergleichen Sie es nicht mit anderen, schauen Sie auf die Breite: Was überrascht Sie daran?",
          "This is how the group answers today. Don’t compare it with others; look at the width: what surprises you about it?",
        ),
        watchFor: same(
          "Niemand muss sich einordnen, und keine Zahl gehört zu einer Person.",
          "Nobody has to place themselves, and no number belongs to a person.",
        ),
      },
    },
    ifItStalls: same(
      "Ein Beispiel geben: „Auf meine Nachricht nach der Messe kam nichts.“",
      "Give an example: “Nothing came back after my message from the trade fair.”",
    ),
    talkInstead: w(
      "Nehmt einen Zettel. Denkt still an ein kleines Nein. Schreibt eine Zahl von null bis zehn auf: Wie persönlich nehmt ihr es? Faltet den Zettel und steckt ihn ein. Niemand muss die Zahl sagen.",
      "Nehmen Sie einen Zettel. Denken Sie still an ein kleines Nein. Schreiben Sie eine Zahl von null bis zehn auf: Wie persönlich nehmen Sie es? Falten Sie den Zettel und stecken Sie ihn ein. Niemand muss die Zahl sagen.",
      "Take a slip of paper. Think of a small no, in silence. Write down a number from zero to ten: how personally do you take it? Fold the slip and put it away. Nobody has to say the number.",
    ),
  },
};

/** The same at the last meeting of a series, where no earlier one has kept anything that it could be compared with. */
export const measuredOnce: ActivityTemplate = {
  ...askedOnce,
  key: "measure",
  minutes: 5,
  phaseMinutes: { ask: 2, show: 3 },
  sizes: [],
};

/** The first asking at the first meeting of a series, which keeps its answers for the last one. */
export const keptBefore: ActivityTemplate = {
  ...before,
  settings: { ...before.settings, series: "keep" },
};

/** The same questions at the last meeting of a series, beside what was answered at the first. */
export const recalled: ActivityTemplate = {
  ...measuredOnce,
  title: same("Kurz gefragt: zwölf Wochen später", "Quick check: twelve weeks later"),
  prompt: w(
    "Zurück zu deinem kleinen Nein vom ersten Treffen. Wie ist es damit heute?",
    "Zurück zu Ihrem kleinen Nein vom ersten Treffen. Wie ist es damit heute?",
    "Back to your small no from the first meeting. How is it today?",
  ),
  hint: w(
    "Weißt du nicht mehr, welches es war? Nimm ein kleines Nein von damals.",
    "Wissen Sie nicht mehr, welches es war? Nehmen Sie ein kleines Nein von damals.",
    "Can’t recall which one it was? Take a small no from that time.",
  ),
  phaseMinutes: { ask: 3, show: 2 },
  script: {
    phases: {
      ask: {
        say: w(
          "Zurück zum kleinen Nein vom ersten Treffen. Wer die vier Wörter dabeihat, tippt sie ein und findet die eigenen Werte wieder; wer nicht, lässt die Felder leer. Dann dieselben drei Fragen. Gezählt werden nur Paare von damals und heute, ohne Namen. Alles andere bleibt auf eurem Gerät.",
          "Zurück zum kleinen Nein vom ersten Treffen. Wer die vier Wörter dabeihat, tippt sie ein und findet die eigenen Werte wieder; wer nicht, lässt die Felder leer. Dann dieselben drei Fragen. Gezählt werden nur Paare von damals und heute, ohne Namen. Alles andere bleibt auf Ihrem Gerät.",
          "Back to the small no from the first meeting. If you have the four words with you, type them in and find your own scores again; if not, leave the fields empty. Then the same three questions. Only pairs of then and now are counted, without names. All else stays on your device.",
        ),
        watchFor: w(
          "Nicht fragen, wer die Wörter vergessen hat. Niemand soll sie vorlesen: Wer sie kennt, sieht die Werte.",
          "Nicht fragen, wer die Wörter vergessen hat. Niemand soll sie vorlesen: Wer sie kennt, sieht die Werte.",
          "Don’t ask who has forgotten the words. Nobody should read them out: whoever knows them sees the scores.",
        ),
      },
      show: {
        say: w(
          "So viele von euch liegen heute niedriger, gleich oder höher als beim ersten Treffen. Wer fehlt oder die Wörter nicht dabeihat, fehlt auch hier. Ein Bild ist kein Urteil über zwölf Wochen.",
          "So viele von Ihnen liegen heute niedriger, gleich oder höher als beim ersten Treffen. Wer fehlt oder die Wörter nicht dabeihat, fehlt auch hier. Ein Bild ist kein Urteil über zwölf Wochen.",
          "This many of you are lower, the same or higher today than at the first meeting. Whoever is missing, or lacks the words, is missing here too. A picture is no verdict on twelve weeks.",
        ),
        watchFor: same(
          "Keine Wirkung behaupten: Zwölf Wochen bringen vieles mit sich, und es fehlt, wer nicht wiederkam.",
          "Claim no effect: twelve weeks bring many things, and those who didn’t return are missing.",
        ),
      },
    },
    ifItStalls: same(
      "Die vier Wörter stehen auf der Karte vom ersten Treffen, ausgedruckt oder als Bild. Ohne sie geht es genauso weiter.",
      "The four words are on the card from the first meeting, printed or as a picture. Without them everything goes on just the same.",
    ),
    debrief: after.script.debrief,
    talkInstead: w(
      "Denkt an euer kleines Nein vom ersten Treffen: Wie ist es damit heute? Jede Person schreibt für sich eine Zahl von null bis zehn auf. Die Zahl bleibt bei euch. Wer mag, sagt ein Wort: leichter, gleich oder schwerer. Wir fragen nicht nach und werten nicht.",
      "Denken Sie an Ihr kleines Nein vom ersten Treffen: Wie ist es damit heute? Jede Person schreibt für sich eine Zahl von null bis zehn auf. Die Zahl bleibt bei Ihnen. Wer mag, sagt ein Wort: leichter, gleich oder schwerer. Wir fragen nicht nach und werten nicht.",
      "Think of your small no from the first meeting: how is it today? Everyone writes down a number from zero to ten for themselves. The number stays with you. If you like, say one word: lighter, the same or heavier. We don’t ask why, and we don’t judge.",
    ),
  },
  settings: { ...measuredOnce.settings, series: "recall" },
};
