import { same, w } from "@/lib/words";
import { givenCases } from "@/lib/workshops/parts/cases";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";

export const smallNo: ReadyActivity = {
  strategy: null,
  depth: "middle",
  doing: same(
    "Eine Karte schreiben, ohne Namen: ein kleines Nein aus letzter Zeit.",
    "Write one card, no names: a small no from lately.",
  ),
  seen: same(
    "Alle Karten gemischt, nachdem sie gelesen wurden, nach Themen geordnet.",
    "All cards shuffled once they were read, sorted by theme.",
  ),
  remains: same(
    "Themen mit Anzahl; Zitate, wenn Schreibende und Leitung zustimmen.",
    "Themes with numbers; quotes if writer and facilitator agree.",
  ),
  activity: {
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
    contentNote: w(
      "Nimm etwas Kleines. Was noch wehtut, bleibt heute besser bei dir.",
      "Nehmen Sie etwas Kleines. Was noch wehtut, bleibt heute besser bei Ihnen.",
      "Choose something small. What still hurts is better kept to yourself today.",
    ),
    optOut: w(
      "Lies den erfundenen Fall. Schreib auf, was daran bekannt vorkommt.",
      "Lesen Sie den erfundenen Fall. Schreiben Sie auf, was daran bekannt vorkommt.",
      "Read the fictional case. Write down what feels familiar.",
    ),
    evidence: same(
      "Keine eigene Studie: Die Übung sammelt Stoff für alles Weitere. Grenze: Was hier steht, ist eine Auswahl dessen, was jemand zeigen wollte.",
      "No study of its own: the activity gathers material for what follows. Limit: what is here is what people chose to show.",
    ),
    sources: [],
    privateLines: [],
    minutes: 7,
    // Two minutes to read a dozen cards responsibly; sorting them has no place in half an hour.
    phaseMinutes: { write: 3, review: 2, reveal: 2 },
    sizes: [
      {
        minutes: 7,
        phaseMinutes: { write: 3, review: 2, reveal: 2 },
        settings: { itemLimit: 1, dots: 0 },
      },
      {
        minutes: 8,
        phaseMinutes: { write: 3, review: 2, reveal: 2, cluster: 1 },
        settings: { itemLimit: 1, dots: 0 },
      },
      {
        minutes: 10,
        phaseMinutes: { write: 4, review: 2, reveal: 2, cluster: 2 },
        settings: { itemLimit: 2, dots: 0 },
      },
      {
        minutes: 12,
        phaseMinutes: { write: 4, review: 3, reveal: 2, cluster: 1, vote: 2 },
        settings: { itemLimit: 2, dots: 3 },
      },
    ],
    script: {
      phases: {
        write: {
          say: w(
            "Schreibt jetzt, jede Person für sich, eine Karte: ein Nein, das klein genug für diese Runde ist. Auch Schweigen ist ein Nein. Keine Namen, keine Firmen. Darunter entscheidet ihr: Darf die Gruppe damit arbeiten? Darf es zitiert werden? Beides ist zunächst aus. Danach lese ich alle Karten gemischt, dann sehen wir sie zusammen.",
            "Schreiben Sie jetzt, jede Person für sich, eine Karte: ein Nein, das klein genug für diese Runde ist. Auch Schweigen ist ein Nein. Keine Namen, keine Firmen. Darunter entscheiden Sie: Darf die Gruppe damit arbeiten? Darf es zitiert werden? Beides ist zunächst aus. Danach lese ich alle Karten gemischt, dann sehen wir sie zusammen.",
            "Now write one card, each on your own: a no that is small enough for this group. Silence is a no as well. No names, no companies. Below it you decide: may the group work with it? May it be quoted? Both are off at first. Then I read all cards shuffled, and after that we see them together.",
          ),
          watchFor: same(
            "Wer lange nichts schreibt, braucht vielleicht nur Zeit. Niemandem aufs Gerät schauen, auch nicht aus Versehen.",
            "Whoever writes nothing for long may only need time. Look at nobody’s device, not even by accident.",
          ),
        },
        review: {
          say: w(
            "Jetzt lese ich die Karten, gemischt und ohne Absender; das dauert etwa zwei Minuten. Sprecht so lange zu zweit: Woran merkt ihr, dass ihr auf eine Antwort wartet? Von eurer Karte müsst ihr nichts erzählen.",
            "Jetzt lese ich die Karten, gemischt und ohne Absender; das dauert etwa zwei Minuten. Sprechen Sie so lange zu zweit: Woran merken Sie, dass Sie auf eine Antwort warten? Von Ihrer Karte müssen Sie nichts erzählen.",
            "Now I read the cards, shuffled and without senders; it takes about two minutes. Meanwhile talk in pairs: how do you notice that you are waiting for a reply? You don’t have to tell anything of your card.",
          ),
          watchFor: same(
            "Namen, Firmen, erkennbare Orte: zurückhalten. Diskriminierung, Gewalt, Mobbing, Trauer: nicht zum Fall machen, die Hilfe allen zeigen, ansprechbar bleiben.",
            "Names, companies, places one would recognise: hold. Discrimination, violence, bullying, bereavement: never make it a case, show the help contacts to everyone, stay within reach.",
          ),
        },
        reveal: {
          say: w(
            "Hier sind die Karten, gemischt. Lest in Ruhe, vorn oder auf eurem Gerät. Wir rätseln nicht, von wem eine ist, und geben keinen Rat. Danach frage ich: Was seht ihr mehr als einmal?",
            "Hier sind die Karten, gemischt. Lesen Sie in Ruhe, vorn oder auf Ihrem Gerät. Wir rätseln nicht, von wem eine ist, und geben keinen Rat. Danach frage ich: Was sehen Sie mehr als einmal?",
            "Here are the cards, shuffled. Read them calmly, at the front or on your device. We don’t guess whose they are, and we give no advice. Then I will ask: what do you see more than once?",
          ),
          watchFor: same(
            "Gelächter über eine Karte sofort ruhig beenden. Keine einzelne Karte bewerten, auch nicht freundlich.",
            "If a card is laughed at, end that at once and calmly. Judge no single card, not even kindly.",
          ),
        },
        cluster: {
          say: w(
            "Ich ordne jetzt, was zusammengehört. Sagt mir, was ich übersehe; zwei oder drei Themen genügen.",
            "Ich ordne jetzt, was zusammengehört. Sagen Sie mir, was ich übersehe; zwei oder drei Themen genügen.",
            "I now sort what belongs together. Tell me what I miss; two or three themes are enough.",
          ),
          watchFor: same(
            "Zeigt die Uhr dafür keine Zeit: höchstens eine Minute, sonst gleich weiter. Ein Thema beschreibt eine Lage, nie Menschen.",
            "If the clock has no time for this: a minute at most, or move on at once. A theme describes a situation, never people.",
          ),
        },
        vote: {
          say: w(
            "Drei Punkte für jede Person: Welche Themen sind am wichtigsten? Ihr könnt sie verteilen oder auf eines legen. Keinen zu vergeben ist auch eine Antwort. Bis zum Schluss sieht niemand einen Zwischenstand, ich auch nicht.",
            "Drei Punkte für jede Person: Welche Themen sind am wichtigsten? Sie können sie verteilen oder auf eines legen. Keinen zu vergeben ist auch eine Antwort. Bis zum Schluss sieht niemand einen Zwischenstand, ich auch nicht.",
            "Three dots for each person: which themes matter most? You can spread them or put them on one. Giving none is an answer as well. Until it closes nobody sees a tally, neither do I.",
          ),
          watchFor: same(
            "Für kein Thema werben. Wichtig heißt nicht häufig: Auch ein Thema mit einer Karte darf gewinnen.",
            "Speak up for no theme. What matters is not what is frequent: a theme with one card may win.",
          ),
        },
        show: {
          say: w(
            "So liegen die Punkte. Mit dem ersten Thema machen wir weiter; die anderen bleiben stehen. Was fällt euch auf?",
            "So liegen die Punkte. Mit dem ersten Thema machen wir weiter; die anderen bleiben stehen. Was fällt Ihnen auf?",
            "This is where the dots went. We go on with the first theme; the others stay. What do you notice?",
          ),
          watchFor: same(
            "Ein Thema ohne Punkte ist nicht unwichtig. Niemanden fragen, wohin die eigenen Punkte gingen.",
            "A theme without dots is not unimportant. Ask nobody where their own dots went.",
          ),
        },
      },
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
        "Sprecht zu zweit oder zu dritt, zwei Minuten je Person: Welches kleine Nein habt ihr zuletzt bekommen? Ohne Namen; es darf ein anderes sein als auf der Karte. Wer zuhört, gibt keinen Rat und sagt am Ende nur: Danke fürs Erzählen. Danach sammeln wir, welche Arten von Nein es gab, ohne die Geschichten.",
        "Sprechen Sie zu zweit oder zu dritt, zwei Minuten je Person: Welches kleine Nein haben Sie zuletzt bekommen? Ohne Namen; es darf ein anderes sein als auf der Karte. Wer zuhört, gibt keinen Rat und sagt am Ende nur: Danke fürs Erzählen. Danach sammeln wir, welche Arten von Nein es gab, ohne die Geschichten.",
        "Talk in twos or threes, two minutes each: what small no did you get lately? No names; it may be another one than on your card. The listener gives no advice and only says at the end: thank you for telling me. Then we collect what kinds of no there were, without the stories.",
      ),
    },
    settings: {
      caseFirst: null,
      fictional: givenCases[0]?.text ?? null,
      columns: [],
      columnLimit: 2,
      cardLabel: null,
      dotsQuestion: null,
      ask: null,
      characterLimit: 200,
      // Two each would be up to 28 cards, which nobody reads in two minutes; longer sizes have two.
      itemLimit: 1,
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
  },
};
