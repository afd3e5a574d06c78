import type { ScaleItem } from "@/lib/activities/scale/schema";
import type { ActivityTemplate } from "@/lib/session/plan-template";
import { lines, same, w } from "@/lib/words";
import { groundRules, learningFormat } from "@/lib/workshops/ground-rules";

export const welcome: ActivityTemplate = {
  key: "welcome",
  kind: "pause",
  title: same("Willkommen und Regeln", "Welcome and rules"),
  prompt: same("Vier Regeln für diese Runde", "Four rules for this session"),
  hint: same(
    "Mit dem Dazukommen gelten sie für alle; hier stehen sie zum Nachlesen.",
    "By joining, everyone has agreed to them; here they are to look up.",
  ),
  contentNote: null,
  optOut: null,
  evidence: null,
  minutes: 3,
  phaseMinutes: { show: 3 },
  sizes: [],
  script: {
    phases: {
      show: {
        say: w(
          "Willkommen. Wir schauen heute auf ein kleines Nein aus dem Netzwerken: erst auf Erlebtes, dann auf andere Sichtweisen, am Ende auf euren nächsten Schritt. Große Themen lösen wir nicht. Alles ist freiwillig, und was ihr schreibt, trägt keinen Namen. Lest die vier Regeln. Fehlt euch etwas, sagt es jetzt.",
          "Willkommen. Wir schauen heute auf ein kleines Nein aus dem Netzwerken: erst auf Erlebtes, dann auf andere Sichtweisen, am Ende auf Ihren nächsten Schritt. Große Themen lösen wir nicht. Alles ist freiwillig, und was Sie schreiben, trägt keinen Namen. Lesen Sie die vier Regeln. Fehlt Ihnen etwas, sagen Sie es jetzt.",
          "Welcome. Today we look at a small no from networking: first at what happened, then at other views of it, at the end at your next step. We won’t solve anything big. Everything is voluntary, and what you write carries no name. Read the four rules. If something is missing, say so now.",
        ),
        watchFor: same(
          "Dazusagen, wer die Zusammenfassung bekommt und wer nicht. Wer wirkt hergeschickt statt eingeladen? Laut sagen: Zuschauen ist erlaubt, und niemand muss es begründen.",
          "Add who gets the summary and who does not. Does anyone seem sent rather than invited? Say aloud: watching is fine, and nobody has to explain.",
        ),
      },
    },
    ifItStalls: same(
      "Klemmt ein Gerät: Regeln vorlesen und beginnen. Wer später dazukommt, steigt einfach ein.",
      "If a device is stuck: read the rules aloud and begin. Whoever joins later simply steps in.",
    ),
    debrief: [
      w(
        "Was braucht ihr noch, um hier offen zu schreiben?",
        "Was brauchen Sie noch, um hier offen zu schreiben?",
        "What else do you need to write openly here?",
      ),
      w(
        "Welche Regel ist euch heute am wichtigsten?",
        "Welche Regel ist Ihnen heute am wichtigsten?",
        "Which rule matters most to you today?",
      ),
      same(
        "Was ist unklar an dem, was gespeichert wird?",
        "What is unclear about what gets stored?",
      ),
    ],
    talkInstead: w(
      "Ich lese die vier Regeln vor. Danach habt ihr eine Minute zu zweit: Was braucht ihr, damit es hier gut geht? Niemand muss berichten. Wer mit einer Regel nicht leben kann, sagt es mir jetzt oder nachher unter vier Augen.",
      "Ich lese die vier Regeln vor. Danach haben Sie eine Minute zu zweit: Was brauchen Sie, damit es hier gut geht? Niemand muss berichten. Wer mit einer Regel nicht leben kann, sagt es mir jetzt oder nachher unter vier Augen.",
      "I will read the four rules aloud. Then you have one minute in pairs: what do you need for this to go well? Nobody has to report back. If you cannot live with a rule, tell me now or in private later.",
    ),
  },
  settings: {
    text: lines(...groundRules, same("", ""), learningFormat),
    // Whoever is in has said so on the join screen; nobody is asked twice.
    acknowledge: null,
    role: "rules",
  },
};

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
  minutes: 2,
  phaseMinutes: { ask: 2 },
  sizes: [],
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
    pairWith: null,
    reminder: w(
      "Ein Merkwort, das nur du verstehst. Es bleibt auf diesem Gerät.",
      "Ein Merkwort, das nur Sie verstehen. Es bleibt auf diesem Gerät.",
      "A reminder word that only you understand. It stays on this device.",
    ),
    summary: "aggregate",
  },
};
