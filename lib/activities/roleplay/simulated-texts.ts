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
