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
  {
    key: "trial-day",
    text: same(
      "Beim Probearbeiten lief es gut. „Wir rufen bis Freitag an“, sagte die Teamleitung. Freitag kam kein Anruf. Am Montag hieß es am Telefon: „Die Stelle ist besetzt.“",
      "The trial day went well. “We’ll call by Friday,” the team lead said. No call on Friday. On Monday I was told on the phone: “The position is filled.”",
    ),
  },
  {
    key: "two-day-offer",
    text: same(
      "Nach drei Gesprächen bat der Einkauf um ein Angebot. Ich saß zwei Tage daran. Zurück kam eine Zeile: „Danke, wir haben uns anders entschieden.“",
      "After three conversations the buyers asked for an offer. I worked on it for two days. One line came back: “Thank you, we decided otherwise.”",
    ),
  },
  {
    key: "club-promise",
    text: same(
      "Im Verein erzählte ich, dass ich Arbeit suche. Jemand aus dem Vorstand sagte: „Ich höre mich um.“ Seit zwei Monaten grüßt er freundlich und redet über das Wetter.",
      "At the club I said that I was looking for work. Somebody from the board said: “I’ll ask around.” For two months he has greeted me kindly and talked about the weather.",
    ),
  },
  {
    key: "former-colleague",
    text: same(
      "Eine frühere Kollegin arbeitet dort, wo ich hinmöchte. Ich bat um ein kurzes Telefonat. „Gerade ganz schlecht“, schrieb sie. Auf meine zweite Nachricht kam nichts.",
      "A former colleague works where I would like to be. I asked for a short call. “Really bad right now,” she wrote. Nothing came back to my second message.",
    ),
  },
  {
    key: "after-the-talk",
    text: same(
      "Nach einem Vortrag bat ich um zehn Minuten. Der Redner gab mir seine Karte. Als ich anrief, hieß es im Büro: „Solche Termine macht er nicht.“",
      "After a talk I asked for ten minutes. The speaker gave me his card. When I called, his office said: “He doesn’t do that kind of appointment.”",
    ),
  },
  {
    key: "next-department",
    text: same(
      "Ich wollte in ein Projekt der Nachbarabteilung. Die Leitung dort fand es gut, meine Chefin auch. Drei Wochen später stand das Team fest, ohne mich. Gesagt hat mir niemand etwas.",
      "I wanted to join a project of the next department. The lead there liked it, so did my boss. Three weeks later the team was fixed, without me. Nobody had told me anything.",
    ),
  },
];
