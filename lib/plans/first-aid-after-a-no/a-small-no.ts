import type { ActivityTemplate } from "@/lib/plans/plan-template";
import { same, w } from "@/lib/plans/words";

export const aSmallNo: ActivityTemplate = {
  key: "small-no",
  kind: "collect",
  title: same("Ein kleines Nein", "A small no"),
  prompt: w(
    "Welches kleine Nein hast du zuletzt bekommen? Ohne Namen.",
    "Welches kleine Nein haben Sie zuletzt bekommen? Ohne Namen.",
    "What small no did you get lately? No names.",
  ),
  hint: same(
    "Zum Beispiel: „Nach dem Vortrag bat ich um zehn Minuten. Es hieß: gern später. Dabei blieb es.“",
    "For example: “After the talk I asked for ten minutes. ‘Happy to, later,’ they said. That was it.”",
  ),
  minutes: 6,
  phaseMinutes: { write: 3, review: 1, reveal: 1, cluster: 1 },
  script: {
    say: w(
      "Jetzt schreibt ihr, jede Person für sich, höchstens zwei Karten: ein Nein, das klein genug für diese Runde ist. Keine Namen, keine Firmen. Unter der Karte entscheidet ihr: Darf die Gruppe damit arbeiten? Darf es zitiert werden? Beides ist zunächst aus. Danach lese ich alle Karten gemischt, dann sehen wir sie zusammen.",
      "Jetzt schreiben Sie, jede Person für sich, höchstens zwei Karten: ein Nein, das klein genug für diese Runde ist. Keine Namen, keine Firmen. Unter der Karte entscheiden Sie: Darf die Gruppe damit arbeiten? Darf es zitiert werden? Beides ist zunächst aus. Danach lese ich alle Karten gemischt, dann sehen wir sie zusammen.",
      "Now you write, each on your own, two cards at most: a no that is small enough for this group. No names, no companies. Below the card you decide: may the group work with it? May it be quoted? Both are off at first. Afterwards I read all cards shuffled, then we see them together.",
    ),
    watchFor: same(
      "Namen, Firmen, erkennbare Orte: zurückhalten. Diskriminierung, Gewalt, Mobbing, Trauer: nicht zum Fall machen, die Hilfe allen zeigen, ansprechbar bleiben.",
      "Names, companies, places one would recognise: hold. Discrimination, violence, bullying, bereavement: never make it a case, show the help contacts to everyone, stay within reach.",
    ),
    ifItStalls: same(
      "Satzanfänge zeigen. Sonst zwei Minuten zu zweit reden, dann schreiben. Zuletzt einen erfundenen Fall vorlesen und fragen, was daran bekannt vorkommt.",
      "Show the sentence starters. Or talk in pairs for two minutes, then write. As a last step read a fictional case and ask what feels familiar.",
    ),
    debrief: [
      w(
        "Was seht ihr mehr als einmal?",
        "Was sehen Sie mehr als einmal?",
        "What do you see more than once?",
      ),
      same(
        "Was war ein klares Nein, was war nur Schweigen?",
        "What was a clear no, and what was only silence?",
      ),
      w(
        "Was habt ihr erwartet und hier nicht gefunden?",
        "Was haben Sie erwartet und hier nicht gefunden?",
        "What did you expect and not find here?",
      ),
    ],
    talkInstead: w(
      "Sprecht zu zweit, zwei Minuten je Person: Welches kleine Nein habt ihr zuletzt bekommen? Ohne Namen. Wer zuhört, gibt keinen Rat und sagt am Ende nur: Danke fürs Erzählen. Danach sammeln wir, welche Arten von Nein es gab, ohne die Geschichten.",
      "Sprechen Sie zu zweit, zwei Minuten je Person: Welches kleine Nein haben Sie zuletzt bekommen? Ohne Namen. Wer zuhört, gibt keinen Rat und sagt am Ende nur: Danke fürs Erzählen. Danach sammeln wir, welche Arten von Nein es gab, ohne die Geschichten.",
      "Talk in pairs, two minutes each: what small no did you get lately? No names. The listener gives no advice and only says at the end: thank you for telling me. Then we collect what kinds of no there were, without the stories.",
    ),
  },
  settings: {
    characterLimit: 200,
    itemLimit: 2,
    // Half an hour has no minute for a vote on themes.
    dots: 0,
    bridge: w(
      "Sprecht zu zweit: Woran merkt ihr, dass ihr auf eine Antwort wartet?",
      "Sprechen Sie zu zweit: Woran merken Sie, dass Sie auf eine Antwort warten?",
      "Talk in pairs: how do you notice that you are waiting for a reply?",
    ),
    starters: [
      same("Ich hatte gefragt, ob\u00a0…", "I had asked whether\u00a0…"),
      same("Erst klang es gut, dann\u00a0…", "At first it sounded good, then\u00a0…"),
      same("Zurück kam nur\u00a0…", "All that came back was\u00a0…"),
    ],
    caseConsent: true,
    quoteConsent: true,
    summary: "approved",
  },
};
