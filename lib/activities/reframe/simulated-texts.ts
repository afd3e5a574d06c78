import { type LensKey, OWN_CASE } from "@/lib/activities/reframe/schema";
import { type AllWords, same } from "@/lib/words";

/* Invented readings for whoever is simulated, and for the screenshots. */

/** Another reading of one of the cases that a ready-made workshop brings along. */
export interface DemoReading {
  /** Key of the given case. */
  readonly caseKey: string;
  readonly lens: LensKey;
  readonly text: AllWords;
}

function reading(caseKey: string, lens: LensKey, de: string, en: string): DemoReading {
  return { caseKey, lens, text: same(de, en) };
}

/** Readings people might write, from sober to clumsy; every given case has some. */
export const demoReadings: readonly DemoReading[] = [
  reading(
    "linkedin-silence",
    "circumstance",
    "Die Nachricht wurde unterwegs geöffnet und ist danach unter vierzig anderen verschwunden.",
    "The message was opened on the go and then sank below forty others.",
  ),
  reading(
    "linkedin-silence",
    "circumstance",
    "Vielleicht darf sie im Moment gar nichts über ihre Stelle sagen, weil im Haus umgebaut wird.",
    "Perhaps she may not talk about her job at all right now because of a reorganisation.",
  ),
  reading(
    "linkedin-silence",
    "time",
    "In einem Jahr weiß ich von dieser Nachricht höchstens noch, dass ich sie abgeschickt habe.",
    "In a year all I will remember of this message is that I sent it.",
  ),
  reading(
    "linkedin-silence",
    "friend",
    "Drei Wochen Schweigen sagen etwas über ein volles Postfach, nichts über einen Menschen.",
    "Three weeks of silence say something about a full inbox, nothing about a person.",
  ),
  reading(
    "linkedin-silence",
    "learning",
    "Die Frage war groß. Eine kleine, die sich in zwei Minuten beantworten lässt, hätte es leichter.",
    "It was a big question. A small one that takes two minutes to answer would have it easier.",
  ),
  reading(
    "linkedin-silence",
    "learning",
    "Die Frage ist offen geblieben. Das ist etwas anderes als ein Nein.",
    "The question stayed open. That is not the same as a no.",
  ),
  reading(
    "trade-fair",
    "circumstance",
    "Nach einer Messe liegen dort dreihundert Karten, und eine halbe Stelle arbeitet sie ab.",
    "After a fair they have three hundred cards, and half a position to work through them.",
  ),
  reading(
    "trade-fair",
    "circumstance",
    "„Schreiben Sie mir“ war ernst gemeint. Am Montag danach brannte etwas anderes.",
    "“Do write to me” was meant. On the Monday after, something else was on fire.",
  ),
  reading(
    "trade-fair",
    "time",
    "Zur nächsten Messe ist das ein Anknüpfungspunkt: Wir kennen uns vom Stand.",
    "At the next fair this is a starting point: we know each other from the stand.",
  ),
  reading(
    "trade-fair",
    "friend",
    "Zwanzig Minuten redet an einem Messestand niemand aus Höflichkeit.",
    "Nobody talks for twenty minutes at a trade fair stand out of politeness.",
  ),
  reading(
    "trade-fair",
    "learning",
    "Noch am Stand einen Termin ausmachen, statt auf Post zu hoffen.",
    "Agree on a date while still at the stand instead of hoping for mail.",
  ),
  reading(
    "alumni-evening",
    "circumstance",
    "Die kannten sich seit Jahren und hatten sich lange nicht gesehen. Das Nicken hieß: gleich.",
    "They had known each other for years and had a lot to catch up on. The nod meant: in a moment.",
  ),
  reading(
    "alumni-evening",
    "circumstance",
    "Vielleicht war gerade jemand krank geworden, und keiner wollte das vor einem Fremden erklären.",
    "Perhaps somebody had fallen ill and nobody wanted to explain that to a stranger.",
  ),
  reading(
    "alumni-evening",
    "time",
    "In einem Jahr erinnert sich aus der Gruppe niemand daran. Ich auch nur, wenn ich es pflege.",
    "In a year nobody in that group will remember it. I will only if I nurse it.",
  ),
  reading(
    "alumni-evening",
    "friend",
    "Allein zu einer Runde zu gehen und zehn Minuten zu bleiben kostet Mut. Gehen war in Ordnung.",
    "Walking up to a group alone and staying ten minutes takes courage. Leaving was fine.",
  ),
  reading(
    "alumni-evening",
    "learning",
    "Nächstes Mal zuerst jemanden suchen, der auch allein steht.",
    "Next time, look first for someone who is standing alone as well.",
  ),
  reading(
    "internship",
    "circumstance",
    "Zwei Tage klingt nach einer Frist, die intern längst vorbei war.",
    "Two days sounds like a deadline that had long passed internally.",
  ),
  reading(
    "internship",
    "circumstance",
    "Drei Zeilen ohne Grund schickt ein System, kein Mensch, der etwas gegen mich hat.",
    "Three lines without a reason come from a system, not from a person with something against me.",
  ),
  reading(
    "internship",
    "friend",
    "Die Empfehlung bleibt. Jemand hat den eigenen Namen dafür hergegeben.",
    "The recommendation still stands. Somebody lent their own name to it.",
  ),
  reading(
    "internship",
    "learning",
    "Die Bekannte kann fragen, woran es lag. Das darf sie eher als ich.",
    "The person who recommended me can ask what the reason was. She is better placed than I am.",
  ),
  reading(
    "promised-introduction",
    "circumstance",
    "Vielleicht ist das Verhältnis zu der Führungskraft gerade schwierig, und es ist peinlich, das zu sagen.",
    "Perhaps things with that manager are difficult right now and it is awkward to say so.",
  ),
  reading(
    "promised-introduction",
    "time",
    "Fünf Wochen sind für mich lang. Für jemanden mit vollem Kalender ist es dieselbe Woche geblieben.",
    "Five weeks are long for me. For someone with a full calendar it is still the same week.",
  ),
  reading(
    "promised-introduction",
    "friend",
    "„Nächste Woche“ ist oft das Wort von Leuten, die nicht enttäuschen möchten.",
    "“Next week” is often what people say who don’t want to disappoint.",
  ),
  reading(
    "promised-introduction",
    "learning",
    "Einen fertigen Zweizeiler schicken, der nur noch weitergeleitet werden muss.",
    "Send two ready-made lines that only need forwarding.",
  ),
  reading(
    "trial-day",
    "circumstance",
    "Vielleicht kam am Donnerstag eine interne Bewerbung, und danach durfte die Teamleitung nicht mehr anrufen.",
    "Perhaps somebody from inside applied on Thursday, and then the team lead was no longer free to call.",
  ),
  reading(
    "trial-day",
    "learning",
    "Am Ende des Probetags fragen: Wen darf ich anrufen, wenn ich bis Freitag nichts höre?",
    "At the end of a trial day ask: whom may I call if I hear nothing by Friday?",
  ),
  reading(
    "two-day-offer",
    "circumstance",
    "Das dritte Angebot gehörte vielleicht zur Vorschrift, und entschieden war schon vorher.",
    "A third offer may have been required by the rules, and it was settled before.",
  ),
  reading(
    "two-day-offer",
    "time",
    "Die zwei Tage stecken in einer Vorlage, die beim nächsten Angebot eine Stunde braucht.",
    "Those two days are now a template that takes an hour next time.",
  ),
  reading(
    "club-promise",
    "friend",
    "Wer grüßt und über das Wetter redet, hat vielleicht nur nichts gefunden und schämt sich.",
    "Somebody who greets and talks about the weather may have found nothing and feel awkward.",
  ),
  reading(
    "club-promise",
    "learning",
    "„Ich höre mich um“ ist ein Anfang. Nachfragen darf man nach zwei Wochen.",
    "“I’ll ask around” is a beginning. After two weeks one may ask again.",
  ),
  reading(
    "former-colleague",
    "circumstance",
    "„Gerade ganz schlecht“ kann eine Kündigung sein, eine Krankheit oder ein Umzug.",
    "“Really bad right now” can be a notice, an illness or a move.",
  ),
  reading(
    "former-colleague",
    "time",
    "In einem halben Jahr ist eine dritte Nachricht wieder eine erste.",
    "In half a year a third message is a first one again.",
  ),
  reading(
    "after-the-talk",
    "circumstance",
    "Das Büro kennt die Karte nicht. Es schützt einen Kalender, der voll ist.",
    "The office doesn’t know about the card. It protects a calendar that is full.",
  ),
  reading(
    "after-the-talk",
    "learning",
    "Beim Anruf gleich sagen, worum er selbst gebeten hatte: um diesen Anruf.",
    "Say at once on the phone what he himself had asked for: this call.",
  ),
  reading(
    "next-department",
    "circumstance",
    "Vielleicht wurde das Projekt verkleinert, und niemand hielt das Absagen für die eigene Aufgabe.",
    "Perhaps the project got smaller, and nobody thought that telling was their job.",
  ),
  reading(
    "next-department",
    "friend",
    "Zwei Leitungen fanden es gut. Das gilt noch, auch ohne dieses Projekt.",
    "Two leads liked it. That still holds, also without this project.",
  ),
];

/** Readings that fit any setback, also one that somebody in the room wrote themselves. */
const readingsOfAnything: readonly { lens: LensKey; text: AllWords }[] = [
  {
    lens: "circumstance",
    text: same(
      "Auf der anderen Seite war an diesem Tag vermutlich etwas ganz anderes dringend.",
      "On the other side something else entirely was probably urgent that day.",
    ),
  },
  {
    lens: "time",
    text: same(
      "In einem Jahr ist das eine Zeile in einer längeren Geschichte.",
      "In a year this is one line in a longer story.",
    ),
  },
  {
    lens: "friend",
    text: same(
      "Gefragt zu haben war der schwere Teil, und der ist geschafft.",
      "Asking was the hard part, and that part is done.",
    ),
  },
  {
    lens: "learning",
    text: same(
      "Beim nächsten Mal eine Frage, auf die man mit einem Satz antworten kann.",
      "Next time, a question that can be answered in one sentence.",
    ),
  },
];

interface Answer {
  readonly lens: LensKey | null;
  readonly text: AllWords;
}

/** Answers to a strict line of one's own, which nobody else reads. */
export const demoAnswers: readonly Answer[] = [
  {
    lens: "friend",
    text: same(
      "Es stimmt, dass ich nervös war. Und es stimmt auch, dass ich gefragt habe.",
      "It is true that I was nervous. And it is also true that I asked.",
    ),
  },
  {
    lens: "time",
    text: same(
      "In einem Jahr weiß davon niemand mehr etwas, ich vermutlich auch nicht.",
      "In a year nobody will remember it, probably not even me.",
    ),
  },
  {
    lens: "learning",
    text: same(
      "Als Nächstes reicht es, wenn ich eine kürzere Nachricht schreibe.",
      "For now it is enough if I write a shorter message.",
    ),
  },
  {
    lens: "friend",
    text: same(
      "Das sagt etwas über die Liste dort, nicht über mich.",
      "This says something about their list, not about me.",
    ),
  },
  {
    lens: null,
    text: same(
      "Ein Nein von zehn Fragen ist kein Urteil, das ist eine Quote.",
      "One no in ten questions is no verdict, it is a rate.",
    ),
  },
  {
    lens: "learning",
    text: same(
      "Ich darf noch einmal fragen, nur jemand anderen.",
      "I may ask again, only somebody else.",
    ),
  },
  {
    lens: "friend",
    text: same(
      "So würde ich mit niemandem reden, der es gerade versucht hat.",
      "I would not talk like that to anyone who has just tried.",
    ),
  },
  {
    lens: "time",
    text: same(
      "Heute tut es weh. Das geht vorbei, ohne dass ich etwas beweisen muss.",
      "It hurts today. That passes without my having to prove anything.",
    ),
  },
];

/** What the person with this number reads into a case, in this order; the last ones find nothing. */
export const readingsOf = (caseId: string): readonly Answer[] =>
  caseId === OWN_CASE
    ? demoAnswers
    : [...demoReadings.filter((each) => each.caseKey === caseId), ...readingsOfAnything];
