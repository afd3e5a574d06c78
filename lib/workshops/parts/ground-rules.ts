import { type AllWords, same } from "@/lib/words";

/** A rule is read standing up, phone in hand: at most this many words. */
export const RULE_WORD_LIMIT = 9;

/** The four ground rules, shown when joining and again at the start of every workshop. */
export const groundRules: readonly [AllWords, AllWords, AllWords, AllWords] = [
  same(
    "Alles ist freiwillig. Überspringen geht immer, ohne Begründung.",
    "Everything is voluntary. Skip anything, no reason needed.",
  ),
  same(
    "Keine Namen, keine Firmen, nichts, woran man jemanden erkennt.",
    "No names, no companies, nothing that identifies anyone.",
  ),
  same(
    "Niemand fragt oder rätselt, wer was geschrieben hat.",
    "Nobody asks or guesses who wrote what.",
  ),
  // "Stays here" alone would be untrue: the facilitator hands on a summary.
  same(
    "Was andere erzählen, bleibt hier. Die Zusammenfassung nennt niemanden.",
    "What others tell stays here. The summary names nobody.",
  ),
];

/** Beside the four, where people talk in groups. */
export const spokenRule: AllWords = same(
  "Im Gespräch ist niemand anonym. Erzählt wird nur, was Fremde wissen dürfen.",
  "In conversation nobody is anonymous. Tell only what strangers may know.",
);

/** The one content note of a session. */
export const contentNote: AllWords = same(
  "Es geht um Absagen und ausbleibende Antworten. Das kann alte Erfahrungen berühren.",
  "This is about rejections and missing replies. It may touch on old experiences.",
);

/** What the product is and is not; said when joining. */
export const learningFormat: AllWords = same(
  "Ein Lernformat, keine Therapie und kein Krisendienst.",
  "A learning format, not therapy and not a crisis service.",
);
