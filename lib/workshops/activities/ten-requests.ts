import { same, w } from "@/lib/words";
import { roghanizadBohns2017 } from "@/lib/workshops/parts/sources";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";

export const tenRequests: ReadyActivity = {
  strategy: 1,
  depth: "light",
  doing: same(
    "Schätzen und aus Erfahrung angeben, wie viele von zehn Fremden antworten.",
    "Guess, and say from experience, how many of ten strangers reply.",
  ),
  seen: same(
    "Schätzung und Erfahrung der Runde übereinander, jede mit ihrer Anzahl.",
    "What the group guesses and what it has experienced over each other, each with its number.",
  ),
  remains: same(
    "Für alle Mitte und Streuung beider Antworten; auf jedem Gerät die Zahl für die nächsten zehn.",
    "For everybody the middle and spread of both answers; on each device the number for the next ten.",
  ),
  activity: {
    key: "ten-requests",
    kind: "scale",
    title: same("Zehn Anfragen", "Ten requests"),
    prompt: w(
      "Du bittest zehn fremde Menschen um ein kurzes Gespräch. Wie viele antworten?",
      "Sie bitten zehn fremde Menschen um ein kurzes Gespräch. Wie viele antworten?",
      "You ask ten strangers for a short conversation. How many reply?",
    ),
    hint: same(
      "Jede Antwort zählt, auch ein freundliches Nein. Schätzen genügt.",
      "Any reply counts, a friendly no as well. A guess will do.",
    ),
    contentNote: same(
      "Hier geht es um Zahlen, nicht um Geschichten. Wer viele Absagen hinter sich hat, darf schätzen statt nachrechnen.",
      "This is about numbers, not stories. With many rejections behind you, guessing is fine; no need to count.",
    ),
    optOut: w(
      "Schätz für eine erfundene Person, die zum ersten Mal zehn Nachrichten verschickt.",
      "Schätzen Sie für eine erfundene Person, die zum ersten Mal zehn Nachrichten verschickt.",
      "Guess for a fictional person who sends ten messages for the first time.",
    ),
    evidence: same(
      "Roghanizad und Bohns (2017): Wer Fremde um einen Gefallen bat, erwartete per E-Mail mehr Zusagen, als kamen, und im direkten Gespräch weniger. Grenze: zwei Studien an Hochschulen mit einer kleinen Bitte; die Zahlen gelten nicht für Bewerbungen oder Kaltakquise.",
      "Roghanizad and Bohns (2017): people who asked strangers for a favour expected more consent by e-mail than they got, and less than they got face to face. Limit: two studies at universities with a small request; the figures don’t carry over to job applications or cold calls.",
    ),
    sources: [roghanizadBohns2017],
    privateLines: [
      {
        key: "mine",
        phase: "show",
        prompt: w(
          "Mit wie vielen von zehn rechnest du beim nächsten Mal?",
          "Mit wie vielen von zehn rechnen Sie beim nächsten Mal?",
          "How many of ten will you count on next time?",
        ),
        placeholder: null,
        input: "number",
      },
    ],
    minutes: 8,
    phaseMinutes: { ask: 3, show: 5 },
    sizes: [
      { minutes: 6, phaseMinutes: { ask: 2, show: 4 }, settings: {} },
      { minutes: 8, phaseMinutes: { ask: 3, show: 5 }, settings: {} },
    ],
    script: {
      phases: {
        ask: {
          say: w(
            "Stellt euch vor, ihr schreibt zehn Menschen, die euch nicht kennen, und bittet um ein kurzes Gespräch. Schätzt zuerst: Wie viele antworten? Danach kommt eure eigene Erfahrung, ungefähr. Wer noch keine zehn verschickt hat, tippt das an. Eine richtige Zahl gibt es nicht.",
            "Stellen Sie sich vor, Sie schreiben zehn Menschen, die Sie nicht kennen, und bitten um ein kurzes Gespräch. Schätzen Sie zuerst: Wie viele antworten? Danach kommt Ihre eigene Erfahrung, ungefähr. Wer noch keine zehn verschickt hat, tippt das an. Eine richtige Zahl gibt es nicht.",
            "Imagine you write to ten people who don’t know you and ask for a short conversation. Guess first: how many reply? Then comes your own experience, roughly. If you haven’t sent ten yet, tap that. There is no right number.",
          ),
          watchFor: same(
            "Wettbewerb um die höchste oder niedrigste Zahl. Spott über null.",
            "Competing for the highest or lowest number. Jokes about zero.",
          ),
        },
        show: {
          say: w(
            "Oben steht, was die Runde schätzt, unten, was sie erlebt hat. Keine Zahl gehört hier zu einer Person, und keine ist richtig. Liegt die Schätzung darüber oder darunter? Zum Schluss merkt ihr euch eine Zahl für die nächsten zehn. Das bleibt auf eurem Gerät.",
            "Oben steht, was die Runde schätzt, unten, was sie erlebt hat. Keine Zahl gehört hier zu einer Person, und keine ist richtig. Liegt die Schätzung darüber oder darunter? Zum Schluss merken Sie sich eine Zahl für die nächsten zehn. Das bleibt auf Ihrem Gerät.",
            "Above is what the group guesses, below what it has lived through. No number belongs to a person here, and none is right. Is the guess above or below? At the end you keep one number for the next ten. It stays on your device.",
          ),
          watchFor: same(
            "Bei „Dann lohnt es sich nicht“ fragen: Wofür würde eine Antwort von zehn reichen?",
            "At “then it isn’t worth it” ask: what would one reply in ten be enough for?",
          ),
        },
      },
      ifItStalls: same(
        "Eine eigene Zahl nennen, mit Zeitraum: „Von meinen letzten zehn antworteten drei.“ Oder die Frage enger stellen: zehn Anrufe, zehn Bewerbungen, zehn Nachrichten.",
        "Give a number of your own, with a time: “Of my last ten, three replied.” Or narrow the question: ten calls, ten applications, ten messages.",
      ),
      debrief: [
        same(
          "Liegt die Schätzung über oder unter dem Erlebten? Woran könnte das liegen?",
          "Is the guess above or below the experience? What may explain that?",
        ),
        same(
          "Was ändert sich, wenn keine Antwort der Normalfall ist?",
          "What changes if no reply is the normal case?",
        ),
        w(
          "Mit welcher Zahl rechnet ihr bei den nächsten zehn?",
          "Mit welcher Zahl rechnen Sie bei den nächsten zehn?",
          "Which number will you count on for the next ten?",
        ),
      ],
      talkInstead: w(
        "Schätzt und zeigt es auf mein Zeichen mit den Fingern: Wie viele von zehn Fremden antworten auf eine gute Nachricht? Dann sprecht zu zweit: Wie war es bei euch, ungefähr? Wer keine Zahl nennen möchte, sagt nur: mehr oder weniger als geschätzt. Zum Schluss merkt sich jede Person eine Zahl für die nächsten zehn.",
        "Schätzen Sie und zeigen Sie es auf mein Zeichen mit den Fingern: Wie viele von zehn Fremden antworten auf eine gute Nachricht? Dann sprechen Sie zu zweit: Wie war es bei Ihnen, ungefähr? Wer keine Zahl nennen möchte, sagt nur: mehr oder weniger als geschätzt. Zum Schluss merkt sich jede Person eine Zahl für die nächsten zehn.",
        "Guess, and show it with your fingers when I say so: how many of ten strangers reply to a good message? Then talk in pairs: roughly how was it for you? If you’d rather not name a number, just say: more or less than guessed. At the end everyone keeps one number in mind for the next ten.",
      ),
    },
    settings: {
      items: [
        {
          key: "guess",
          prompt: same(
            "Geschätzt: Wie viele von zehn antworten?",
            "Guessed: how many of ten reply?",
          ),
          low: same("keine Antwort", "no reply"),
          high: same("alle zehn", "all ten"),
          none: null,
        },
        {
          key: "experience",
          prompt: w(
            "Erlebt: Wie viele von zehn waren es bei dir zuletzt ungefähr?",
            "Erlebt: Wie viele von zehn waren es bei Ihnen zuletzt ungefähr?",
            "Experienced: roughly how many of ten was it for you lately?",
          ),
          low: same("keine Antwort", "no reply"),
          high: same("alle zehn", "all ten"),
          none: same("So viele habe ich noch nicht verschickt", "I haven’t sent that many yet"),
        },
      ],
      overlay: {
        captions: [same("Geschätzt", "Guessed"), same("Erlebt", "Experienced")],
        wide: same(
          "Weit gestreut: Die Erfahrungen hier sind verschieden.",
          "Widely spread: experiences here differ.",
        ),
      },
      note: null,
      starters: [
        same("Ich rechne mit\u00a0…, weil\u00a0…", "I count on\u00a0…, because\u00a0…"),
        same("Überrascht hat mich\u00a0…", "What surprised me was\u00a0…"),
        same("Ein guter Schnitt wäre für mich\u00a0…", "A good rate for me would be\u00a0…"),
      ],
      afterwards: [],
      pairWith: null,
      reminder: null,
      series: null,
      summary: "aggregate",
    },
  },
};
