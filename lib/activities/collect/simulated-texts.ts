import type { CollectSettings } from "@/lib/activities/collect/schema";
import { type AllWords, same } from "@/lib/words";

/*
 * Invented cards for whoever is simulated, and for the screenshots. They are as long, as uneven and as
 * ordinary as real ones, so that a screen that holds these holds a workshop.
 */

/** Setbacks as people write them: no names, no companies, 200 characters at most. */
export const demoSetbacks: readonly AllWords[] = [
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

/** Next attempts, for plans that look at a case first. */
const demoAttempts: readonly AllWords[] = [
  same(
    "Beim nächsten Mal frage ich zuerst, bis wann ich mit einer Antwort rechnen kann.",
    "Next time I will first ask by when I can expect an answer.",
  ),
  same(
    "Weglassen werde ich den zweiten Absatz. Den hat niemand gelesen.",
    "I will leave out the second paragraph. Nobody read it.",
  ),
  same(
    "Beibehalten werde ich, gleich am selben Abend zu schreiben.",
    "I will keep writing on the same evening.",
  ),
  same("Eine kleine Frage statt einer großen Bitte.", "A small question instead of a big request."),
  same(
    "Nach zwei Wochen einmal nachfragen, dann ist es gut.",
    "Ask again once after two weeks, and leave it at that.",
  ),
  same(
    "Vorher jemanden fragen, der dort schon arbeitet.",
    "Ask somebody first who works there already.",
  ),
  same(
    "Beim nächsten Mal rufe ich an, statt eine dritte Nachricht zu schreiben.",
    "Next time I will call instead of writing a third message.",
  ),
  same(
    "Mir vorher aufschreiben, was ich mindestens sagen will.",
    "Write down beforehand what I want to say at least.",
  ),
  same("Beibehalten: hingehen, auch allein.", "Keep: going there, even alone."),
  same("Erst fragen, ob es gerade passt.", "First ask whether it is a good moment."),
];

/** What is written where a plan asks like this: as far as its settings let one guess. */
export function textsFor({ caseFirst }: Pick<CollectSettings, "caseFirst">): readonly AllWords[] {
  return caseFirst ? demoAttempts : demoSetbacks;
}
