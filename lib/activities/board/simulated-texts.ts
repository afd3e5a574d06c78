import { type AllWords, same } from "@/lib/words";

/*
 * Invented notes for whoever is simulated, and for the screenshots: as long, as uneven and as ordinary as real ones.
 */

/** What somebody did that helped. */
export const demoNotes: readonly AllWords[] = [
  same(
    "Nachgefragt, statt gleich zu raten. Da wurde es mir klarer.",
    "Asked again instead of giving advice. That made it clearer to me.",
  ),
  same(
    "Zwei Minuten nur zugehört, ohne aufs Telefon zu schauen.",
    "Listened for two minutes without looking at the phone.",
  ),
  same(
    "Den Satz von vorhin noch einmal gesagt, mit anderen Worten. Erst da kam er bei mir an.",
    "Said the sentence from before again in other words. Only then it reached me.",
  ),
  same(
    "Die Frage „Was wäre der kleinste Schritt?“",
    "The question “What would be the smallest step?”",
  ),
  same(
    "Zugegeben, dass es bei ihm auch nicht geklappt hat. Da war ich nicht mehr allein damit.",
    "Admitted that it didn’t work out for him either. So I wasn’t alone with it.",
  ),
  same("Still gewartet, bis ich fertig war.", "Waited quietly until I had finished."),
  same(
    "Aufgeschrieben, was ich gesagt hatte, und es mir gezeigt.",
    "Wrote down what I had said and showed it to me.",
  ),
  same("Die Tür zugemacht, damit es ruhig ist.", "Closed the door so that it was quiet."),
  same(
    "Gefragt, was ich schon versucht habe, bevor ein Vorschlag kam.",
    "Asked what I had tried already, before a suggestion came.",
  ),
  same(
    "Einen Fehler zuerst gesagt. Danach ging es allen leichter.",
    "Named a mistake first. After that it was easier for everybody.",
  ),
  same(
    "Mir den Anfang der Nachricht vorgelesen, damit ich höre, wie er klingt.",
    "Read the beginning of my message to me so that I hear how it sounds.",
  ),
  same(
    "Gemerkt, dass ich nicht dran war, und das Wort weitergegeben.",
    "Noticed that I hadn’t had a turn, and passed the word on.",
  ),
];
