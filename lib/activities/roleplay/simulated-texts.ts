import type { PadColumn } from "@/lib/documents/pad";
import { type AllWords, same } from "@/lib/words";

/** What people write in a role, by whoever writes; they say as much in each. */
export const simulatedLines: readonly AllWords[] = [
  same(
    "An dem Tag lagen drei Anfragen auf dem Tisch.",
    "There were three requests on the desk that day.",
  ),
  same("Gehofft war nur auf eine kurze Antwort.", "All that was hoped for was a short answer."),
  same(
    "Zu sehen ist: Jemand legt das Telefon weg.",
    "What can be seen: somebody puts the phone down.",
  ),
  same("Die Regel gab es schon vor der Anfrage.", "The rule was there before the request."),
  same(
    "Ein Nein zu dem Termin ist kein Nein zum Menschen.",
    "A no to the date is not a no to the person.",
  ),
  same("Das Schweigen hatte mit Urlaub zu tun.", "The silence had to do with a holiday."),
  same("Gefragt hat niemand nach dem Grund.", "Nobody asked for the reason."),
  same("Im Kalender stand kein freier Platz mehr.", "There was no room left in the calendar."),
];

/** What people write on their group's sheet, by whoever writes. */
export const simulatedRows: Readonly<Record<PadColumn, readonly AllWords[]>> = {
  guess: [
    same(
      "Die Stelle war intern schon vergeben.",
      "The job had already been given to somebody inside.",
    ),
    same("Die Mail ging in einer vollen Woche unter.", "The mail was lost in a full week."),
    same("Niemand wollte eine falsche Hoffnung machen.", "Nobody wanted to raise false hopes."),
    same("Die Entscheidung lag gar nicht bei ihr.", "The decision was not hers at all."),
  ],
  know: [
    same("Drei Wochen lang kam keine Antwort.", "There was no answer for three weeks."),
    same("Die Absage war zwei Sätze lang.", "The rejection was two sentences long."),
    same("Es gab mehr als hundert Bewerbungen.", "There were more than a hundred applications."),
    same("Einen Grund hat niemand genannt.", "Nobody gave a reason."),
  ],
  ask: [
    same("Woran hat es gelegen?", "What was it down to?"),
    same("Wann wäre ein besserer Zeitpunkt?", "When would be a better time?"),
    same("Wer hat darüber entschieden?", "Who decided?"),
    same(
      "Darf die Anfrage im Frühjahr noch einmal kommen?",
      "May the request come again in spring?",
    ),
  ],
};
