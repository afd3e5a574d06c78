import type { LensKey } from "@/lib/activities/reframe/schema";
import { same, type Words } from "@/lib/plans/words";

/*
 * Invented contributions for the demo, the seed and the screenshots. They are as long, as uneven
 * and as ordinary as real ones, so that a screen that holds these holds a workshop.
 */

/** Setbacks as people write them: no names, no companies, 200 characters at most. */
export const demoSetbacks: readonly Words[] = [
  same(
    "Ich habe eine ehemalige Chefin nach einer Referenz gefragt. „Schick mir alles, ich mache das gern.“ Seitdem drei Erinnerungen von mir und keine Zeile zurück.",
    "I asked a former manager for a reference. “Send me everything, happy to.” Since then three reminders from me and not a line back.",
  ),
  same("„Wir melden uns.“ Das war im August.", "“We’ll be in touch.” That was in August."),
  same(
    "Bei der Vorstellungsrunde im Branchentreff wurde ich übersprungen. Als ich mich meldete, hieß es: „Ach so, Sie gehören auch dazu?“",
    "At the industry meet-up I was skipped in the round of introductions. When I raised my hand they said: “Oh, you belong here too?”",
  ),
  same(
    "Kaffeetermin mit jemandem aus meinem Wunschbereich: dreimal verschoben, dann aus dem Kalender gelöscht. Ohne ein Wort dazu.",
    "Coffee with someone from the field I want to get into: moved three times, then deleted from the calendar. Without a word.",
  ),
  same(
    "Meine Kontaktanfrage nach der Messe wurde angenommen, meine Nachricht aber nie beantwortet.",
    "My request after the trade fair was accepted, but my message was never answered.",
  ),
  same(
    "Ich wollte in den Verteiler einer Fachgruppe. Antwort: Das sei nur für Leute mit mehr Erfahrung gedacht. Ich mache den Job seit neun Jahren.",
    "I wanted to join the mailing list of a professional group. Reply: it is meant for people with more experience. I have done this job for nine years.",
  ),
  same(
    "Nach meinem Vortrag kam niemand zu mir. Am Nachbartisch standen sie Schlange.",
    "Nobody came up to me after my talk. At the next table they were queuing.",
  ),
  same(
    "Auf zwölf Initiativbewerbungen zwei Eingangsbestätigungen, beide automatisch.",
    "Twelve speculative applications, two confirmations of receipt, both automatic.",
  ),
  same(
    "Eine Kollegin aus dem Studium hat mich aus der gemeinsamen Gruppe genommen, als es um freie Stellen ging. Vielleicht aus Versehen. Ich habe mich nicht getraut zu fragen.",
    "Someone I studied with removed me from our group when it came to open positions. Perhaps by mistake. I did not dare to ask.",
  ),
  same(
    "Ich bat um zehn Minuten Rückmeldung zu meiner Mappe. „Keine Zeit, und ehrlich gesagt auch keinen Bedarf.“",
    "I asked for ten minutes of feedback on my portfolio. “No time and, to be honest, no need either.”",
  ),
  same(
    "Beim Abendessen der Konferenz suchte ich einen Platz. „Hier ist reserviert.“ Der Stuhl blieb bis zum Nachtisch leer.",
    "At the conference dinner I was looking for a seat. “This one is taken.” The chair stayed empty until dessert.",
  ),
  same(
    "Das Mentoringprogramm hat abgesagt, weil es mehr Anfragen als Plätze gab. Zum zweiten Mal.",
    "The mentoring programme turned me down because there were more applicants than places. For the second time.",
  ),
  same(
    "Ein Kunde, der mich weiterempfehlen wollte, hat nun jemand anderen empfohlen. Erfahren habe ich es aus einem Beitrag im Netz.",
    "A client who had offered to recommend me has now recommended someone else. I learned it from a post online.",
  ),
  same(
    "Ich habe im Aufzug die Leiterin der Abteilung angesprochen, in die ich wechseln möchte. Sie nickte und schaute weiter auf ihr Telefon.",
    "In the lift I spoke to the head of the department I want to move to. She nodded and kept looking at her phone.",
  ),
  same(
    "Nach der Elternzeit habe ich fünf alte Kontakte angeschrieben. Eine Antwort: „Schön, von dir zu hören, wir sprechen mal.“ Dabei blieb es.",
    "After parental leave I wrote to five old contacts. One reply: “Good to hear from you, let’s talk some time.” That was it.",
  ),
  same(
    "Mein Vorschlag für das Netzwerktreffen wurde ohne Begründung nicht angenommen. Beim nächsten Mal stand fast dasselbe Thema im Programm, von jemand anderem.",
    "My proposal for the networking event was declined without a reason. Next time almost the same topic was on the programme, by someone else.",
  ),
];

/** Another reading of one of the given cases of the workshop. */
export interface DemoReading {
  /** Key of the given case. */
  readonly caseKey: string;
  readonly lens: LensKey;
  readonly text: Words;
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
];

/** A take-home plan: if, then, and how many days from today. */
export interface DemoPlan {
  readonly trigger: Words;
  readonly step: Words;
  readonly daysAhead: number;
}

function plan(
  triggerDe: string,
  stepDe: string,
  triggerEn: string,
  stepEn: string,
  daysAhead: number,
): DemoPlan {
  return { trigger: same(triggerDe, triggerEn), step: same(stepDe, stepEn), daysAhead };
}

/** Plans small enough to happen. */
export const demoPlans: readonly DemoPlan[] = [
  plan(
    "ich am Montag den ersten Kaffee hole",
    "schreibe ich der Person vom Messestand zwei Sätze",
    "I get my first coffee on Monday",
    "I’ll write two sentences to the person from the trade fair",
    7,
  ),
  plan(
    "ich am Freitag den Rechner zuklappe",
    "frage ich meine frühere Teamleitung, ob die Referenz noch geht",
    "I close my laptop on Friday",
    "I’ll ask my former team lead whether the reference is still possible",
    4,
  ),
  plan(
    "ich das nächste Mal im Zug sitze",
    "schicke ich der Mentoringstelle eine kurze Nachfrage",
    "I am next on the train",
    "I’ll send the mentoring office a short question",
    10,
  ),
  plan(
    "die Teambesprechung am Mittwoch zu Ende ist",
    "bitte ich eine Kollegin um fünf Minuten Rückmeldung",
    "Wednesday’s team meeting is over",
    "I’ll ask a colleague for five minutes of feedback",
    9,
  ),
  plan(
    "wieder eine Absage im Postfach liegt",
    "bedanke ich mich und schreibe am selben Tag einer anderen Person",
    "there is another rejection in my inbox",
    "I’ll say thank you and write to someone else the same day",
    14,
  ),
  plan(
    "ich mir am Sonntagabend die Woche ansehe",
    "suche ich ein Treffen heraus und melde mich an",
    "I look at my week on Sunday evening",
    "I’ll pick one event and sign up",
    6,
  ),
  plan(
    "ich beim Mittagessen auf mein Telefon schaue",
    "gratuliere ich einer alten Bekannten zur neuen Stelle",
    "I look at my phone over lunch",
    "I’ll congratulate an old acquaintance on her new job",
    3,
  ),
  plan(
    "ich morgen am Haus der Fachgruppe vorbeifahre",
    "frage ich dort nach dem nächsten offenen Abend",
    "I pass the professional group’s building tomorrow",
    "I’ll ask there about the next open evening",
    1,
  ),
  plan(
    "der Newsletter der Hochschule kommt",
    "schreibe ich der Ansprechperson für Ehemalige",
    "the university newsletter arrives",
    "I’ll write to the alumni contact",
    12,
  ),
  plan(
    "ich am Donnerstag auf den Bus warte",
    "spreche ich der Person aus dem Kurs eine Nachricht auf",
    "I wait for the bus on Thursday",
    "I’ll leave a voice message for the person from the course",
    5,
  ),
];
