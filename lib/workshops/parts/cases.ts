import type { GivenCase } from "@/lib/activities/given-case";
import { same } from "@/lib/words";

/** Fictional setbacks, for when no card may become a group case. */
export const givenCases: GivenCase[] = [
  {
    key: "linkedin-silence",
    text: same(
      "Ich habe auf LinkedIn eine Person angeschrieben, deren Arbeit ich gern machen würde. Meine Nachricht wurde gelesen. Seit drei Wochen keine Antwort.",
      "On LinkedIn I wrote to someone whose job I would like to have. My message was read. No reply for three weeks.",
    ),
  },
  {
    key: "trade-fair",
    text: same(
      "Am Messestand haben wir uns zwanzig Minuten unterhalten. „Schreiben Sie mir unbedingt“, hieß es. Ich habe zweimal geschrieben. Nichts.",
      "We talked at the trade fair stand for twenty minutes. “Do write to me,” they said. I have written twice. Nothing.",
    ),
  },
  {
    key: "alumni-evening",
    text: same(
      "Beim Alumni-Abend stellte ich mich zu einer Gruppe. Kurzes Nicken, dann redeten alle weiter über Leute, die ich nicht kenne. Nach zehn Minuten bin ich gegangen.",
      "At the alumni evening I joined a group. A short nod, then they went on about people I don’t know. After ten minutes I left.",
    ),
  },
  {
    key: "internship",
    text: same(
      "Eine Bekannte hatte mich für das Praktikum empfohlen. Zwei Tage nach der Bewerbung kam die Absage: drei Zeilen, kein Grund.",
      "Someone I know had recommended me for the internship. Two days after I applied, the rejection came: three lines, no reason.",
    ),
  },
  {
    key: "promised-introduction",
    text: same(
      "Jemand aus meinem alten Team wollte mich einer Führungskraft vorstellen. Seit fünf Wochen heißt es: „Mache ich nächste Woche.“",
      "Someone from my old team wanted to introduce me to a manager. For five weeks now I have heard: “I’ll do it next week.”",
    ),
  },
];
