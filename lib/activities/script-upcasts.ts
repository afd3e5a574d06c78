import { same, w } from "@/lib/words";

/** What scripts said from their second version on, where a plan had one line for all phases. */
const keepBack = same(
  "Namen, Firmen, erkennbare Orte: zurückhalten.",
  "Names, companies, places one would recognise: hold.",
);
export const noGuessing = same(
  "Gelächter und Rätseln sofort ruhig beenden.",
  "End laughter and guessing at once and calmly.",
);
const noPersuading = same(
  "Niemanden überreden. Einen Zwischenstand gibt es für niemanden.",
  "Persuade nobody. There is no tally for anybody.",
);
export const nobodysNumber = same(
  "Keine Zahl deuten und keine einer Person zuordnen.",
  "Interpret no number, and give none to a person.",
);
export const reading = {
  say: w(
    "Ich lese jetzt alles, gemischt und ohne Absender. Sprecht so lange zu zweit über die Frage, die vorn steht.",
    "Ich lese jetzt alles, gemischt und ohne Absender. Sprechen Sie so lange zu zweit über die Frage, die vorn steht.",
    "I now read everything, shuffled and without senders. Meanwhile talk in pairs about the question at the front.",
  ),
  watchFor: keepBack,
};
export const voting = {
  say: w(
    "Wählt jetzt, jede Person für sich. Bis zum Schluss sieht niemand einen Zwischenstand.",
    "Wählen Sie jetzt, jede Person für sich. Bis zum Schluss sieht niemand einen Zwischenstand.",
    "Choose now, each on your own. Until it closes nobody sees a tally.",
  ),
  watchFor: noPersuading,
};
export const chosen = {
  say: w(
    "Das hat die Runde gewählt. Was fällt euch auf?",
    "Das hat die Runde gewählt. Was fällt Ihnen auf?",
    "This is what the room chose. What do you notice?",
  ),
  watchFor: noGuessing,
};
