import { same, w } from "@/lib/words";
import { givenCases } from "@/lib/workshops/parts/cases";
import { tannenbaumCerasoli2013 } from "@/lib/workshops/parts/sources";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";

export const blamelessLookBack: ReadyActivity = {
  strategy: 3,
  depth: "middle",
  doing: same(
    "Einen erfundenen Fall zu dritt ansehen; dann eine Karte: was beim nächsten Mal anders wird.",
    "Look at a fictional case in threes; then one card: what will be different next time.",
  ),
  seen: same(
    "Die nächsten Versuche, gemischt und nach Themen; welche einen Versuch wert sind.",
    "The next attempts, shuffled and by theme; which are worth a try.",
  ),
  remains: same(
    "Themen nach Punkten und erlaubte Zitate; auf jedem Gerät, was geplant war und was geschah.",
    "Themes by dots and permitted quotes; on each device what was planned and what happened.",
  ),
  activity: {
    key: "blameless-look-back",
    kind: "collect",
    title: same("Rückblick ohne Schuld", "Blameless look-back"),
    prompt: w(
      "Was machst du beim nächsten Mal anders?",
      "Was machen Sie beim nächsten Mal anders?",
      "What will you do differently next time?",
    ),
    hint: same(
      "Zuerst nur für sich: Was war geplant? Was geschah? Auf die Karte kommt allein der nächste Versuch.",
      "First for yourself: what was planned, what happened? Only the next attempt goes on the card.",
    ),
    contentNote: w(
      "Ein Rückblick kann Selbstvorwürfe wecken. Such etwas, das kleiner ist als dein Ärger darüber.",
      "Ein Rückblick kann Selbstvorwürfe wecken. Suchen Sie etwas, das kleiner ist als Ihr Ärger darüber.",
      "Looking back can stir self-reproach. Choose something smaller than your annoyance about it.",
    ),
    optOut: w(
      "Schreib die Karte für den erfundenen Fall.",
      "Schreiben Sie die Karte für den erfundenen Fall.",
      "Write the card for the fictional case.",
    ),
    evidence: same(
      "Tannenbaum und Cerasoli (2013): Angeleitete Rückblicke verbesserten die Leistung im Mittel deutlich (46 Stichproben, d = 0,67). Grenze: untersucht in Trainings und bei Arbeitsaufgaben; nach einer Absage fehlt oft die Rückmeldung, woran es lag.",
      "Tannenbaum and Cerasoli (2013): guided debriefs improved performance clearly on average (46 samples, d = 0.67). Limit: studied in training and work tasks; after a rejection one often isn’t told what the reason was.",
    ),
    sources: [tannenbaumCerasoli2013],
    privateLines: [
      {
        key: "planned",
        phase: "write",
        prompt: same("Geplant war\u00a0…", "Planned was\u00a0…"),
        placeholder: null,
        input: "line",
      },
      {
        key: "happened",
        phase: "write",
        prompt: same("Geschehen ist\u00a0…", "What happened\u00a0…"),
        placeholder: null,
        input: "line",
      },
    ],
    minutes: 15,
    phaseMinutes: { case: 4, write: 4, review: 2, reveal: 2, cluster: 1, vote: 2 },
    sizes: [
      {
        minutes: 15,
        phaseMinutes: { case: 4, write: 4, review: 2, reveal: 2, cluster: 1, vote: 2 },
        settings: {},
      },
      {
        minutes: 18,
        phaseMinutes: { case: 5, write: 5, review: 2, reveal: 2, cluster: 2, vote: 2 },
        settings: {},
      },
    ],
    script: {
      phases: {
        case: {
          say: w(
            "Wir schauen zurück, ohne Schuldige zu suchen. Zuerst ein erfundener Fall; ich lese ihn vor. Sprecht zu dritt: Was war geplant, was geschah, was sprach damals dafür? Das eigene Nein kommt danach, jede Person für sich.",
            "Wir schauen zurück, ohne Schuldige zu suchen. Zuerst ein erfundener Fall; ich lese ihn vor. Sprechen Sie zu dritt: Was war geplant, was geschah, was sprach damals dafür? Das eigene Nein kommt danach, jede Person für sich.",
            "We look back without looking for somebody to blame. First a fictional case; I read it aloud. Talk in threes: what was planned, what happened, what spoke for it at the time? Your own no comes afterwards, each on your own.",
          ),
          watchFor: same(
            "Sätze mit „hätte“ und „müsste“: in „beim nächsten Mal“ übersetzen. Wer vorgeht wie in diesem Fall, hatte Gründe: danach fragen.",
            "Sentences with “should have”: turn them into “next time”. Whoever acts as in this case had reasons: ask for them.",
          ),
        },
        write: {
          say: w(
            "Jetzt jede Person für sich, mit einem eigenen kleinen Nein. Die ersten beiden Antworten, was geplant war und was geschah, bleiben auf eurem Gerät. Auf die Karte kommt nur, was ihr beim nächsten Mal anders macht oder beibehaltet.",
            "Jetzt jede Person für sich, mit einem eigenen kleinen Nein. Die ersten beiden Antworten, was geplant war und was geschah, bleiben auf Ihrem Gerät. Auf die Karte kommt nur, was Sie beim nächsten Mal anders machen oder beibehalten.",
            "Now each on your own, with a small no of yours. The first two answers, what was planned and what happened, stay on your device. Only what you will do differently or keep goes on the card.",
          ),
          watchFor: same(
            "Wer sich selbst beschimpft, bekommt die Frage: Was sprach damals dafür? War es unfair, gibt es nichts zu lernen, nur Unterstützung.",
            "If people scold themselves, ask: what spoke for it at the time? If it was unfair there is nothing to learn, only support to find.",
          ),
        },
        review: {
          say: w(
            "Jetzt lese ich die Karten, gemischt und ohne Absender. Sprecht so lange zu zweit: Was lief bei eurem letzten Versuch gut genug, um es zu behalten?",
            "Jetzt lese ich die Karten, gemischt und ohne Absender. Sprechen Sie so lange zu zweit: Was lief bei Ihrem letzten Versuch gut genug, um es zu behalten?",
            "Now I read the cards, shuffled and without senders. Meanwhile talk in pairs: what in your last attempt went well enough to keep?",
          ),
          watchFor: same(
            "Namen, Firmen, erkennbare Orte: zurückhalten. Ebenso Vorwürfe, gegen sich selbst oder andere: Auf die Karte gehört ein Versuch.",
            "Names, companies, places one would recognise: hold. Reproaches as well, of oneself or others: a card holds an attempt.",
          ),
        },
        reveal: {
          say: w(
            "Hier sind die nächsten Versuche, gemischt. Lest in Ruhe, vorn oder auf eurem Gerät. Wir rätseln nicht, von wem einer ist. Sucht einen, den ihr selbst ausprobieren würdet.",
            "Hier sind die nächsten Versuche, gemischt. Lesen Sie in Ruhe, vorn oder auf Ihrem Gerät. Wir rätseln nicht, von wem einer ist. Suchen Sie einen, den Sie selbst ausprobieren würden.",
            "Here are the next attempts, shuffled. Read them calmly, at the front or on your device. We don’t guess whose they are. Look for one that you would try yourself.",
          ),
          watchFor: same(
            "Gelächter und Rätseln sofort ruhig beenden. Keinen Versuch bewerten, auch nicht freundlich.",
            "End laughter and guessing at once and calmly. Judge no attempt, not even kindly.",
          ),
        },
        cluster: {
          say: w(
            "Ich ordne jetzt, was zusammengehört. Sagt mir, was ich übersehe; zwei oder drei Themen genügen.",
            "Ich ordne jetzt, was zusammengehört. Sagen Sie mir, was ich übersehe; zwei oder drei Themen genügen.",
            "I now sort what belongs together. Tell me what I miss; two or three themes are enough.",
          ),
          watchFor: same(
            "Ein Thema sagt, was sich tun lässt: „früher nachfragen“, nicht „zu spät gefragt“.",
            "A theme says what can be done: “ask sooner”, not “asked too late”.",
          ),
        },
        vote: {
          say: w(
            "Drei Punkte für jede Person: Was ist einen Versuch wert? Ihr könnt sie verteilen oder auf ein Thema legen. Keinen zu vergeben ist auch eine Antwort. Bis zum Schluss sieht niemand einen Zwischenstand, ich auch nicht.",
            "Drei Punkte für jede Person: Was ist einen Versuch wert? Sie können sie verteilen oder auf ein Thema legen. Keinen zu vergeben ist auch eine Antwort. Bis zum Schluss sieht niemand einen Zwischenstand, ich auch nicht.",
            "Three dots for each person: what is worth a try? You can spread them or put them on one theme. Giving none is an answer as well. Until it closes nobody sees a tally, neither do I.",
          ),
          watchFor: same(
            "Für kein Thema werben. Gemeint ist: für mich einen Versuch wert, nicht: am klügsten.",
            "Speak up for no theme. Meant is: worth a try for me, not: the cleverest.",
          ),
        },
        show: {
          say: w(
            "Das ist der Runde einen Versuch wert. Sprecht zu zweit: Welche Karte lässt sich noch diese Woche ausprobieren?",
            "Das ist der Runde einen Versuch wert. Sprechen Sie zu zweit: Welche Karte lässt sich noch diese Woche ausprobieren?",
            "This is what the room finds worth a try. Talk in pairs: which card can be tried this week?",
          ),
          watchFor: same(
            "Ein Thema ohne Punkte ist nicht falsch. Niemanden auffordern, das eigene Vorhaben zu nennen.",
            "A theme without dots is not wrong. Ask nobody to name what they intend.",
          ),
        },
      },
      ifItStalls: same(
        "Mit dem beginnen, was gut lief: Was bleibt? Oder den Fall kleiner machen: nur die erste Minute, nur den ersten Satz der Nachricht ansehen.",
        "Start with what went well: what stays? Or make it smaller: look at the first minute only, at the first sentence of the message only.",
      ),
      debrief: [
        same(
          "Welche Karte lässt sich noch diese Woche ausprobieren?",
          "Which card can be tried this week?",
        ),
        same(
          "Was davon lag in der eigenen Hand, was nicht?",
          "What of it was in one’s own hands, what was not?",
        ),
        w(
          "Woran merkt ihr, dass der neue Versuch besser war?",
          "Woran merken Sie, dass der neue Versuch besser war?",
          "How will you notice that the new attempt went better?",
        ),
      ],
      talkInstead: w(
        "Bildet Dreiergruppen. Ich lese einen Fall vor. Fragt zuerst: Was war geplant, was geschah, was sprach damals dafür? Dann sagt jede Person einen Satz zu sich selbst: Beim nächsten Mal\u00a0… Die anderen hören zu und sagen, was sie davon ausprobieren würden. Die eigene Geschichte darf dabei ungesagt bleiben.",
        "Bilden Sie Dreiergruppen. Ich lese einen Fall vor. Fragen Sie zuerst: Was war geplant, was geschah, was sprach damals dafür? Dann sagt jede Person einen Satz zu sich selbst: Beim nächsten Mal\u00a0… Die anderen hören zu und sagen, was sie davon ausprobieren würden. Die eigene Geschichte darf dabei ungesagt bleiben.",
        "Form groups of three. I read out a case. First ask: what was planned, what happened, what spoke for it at the time? Then each person says one sentence about themselves: next time\u00a0… The others listen and say what they would try. Your own story may stay untold.",
      ),
    },
    settings: {
      caseFirst: {
        cases: givenCases,
        questions: [
          same("Was war geplant?", "What was planned?"),
          same("Was geschah?", "What happened?"),
          same(
            "Was sprach damals für dieses Vorgehen?",
            "What spoke for doing it that way at the time?",
          ),
        ],
      },
      fictional: null,
      columns: [],
      columnLimit: 1,
      cardLabel: same("Der nächste Versuch", "The next attempt"),
      dotsQuestion: same("Was ist einen Versuch wert?", "What is worth a try?"),
      ask: null,
      characterLimit: 160,
      itemLimit: 1,
      dots: 3,
      bridge: w(
        "Sprecht zu zweit: Was lief bei eurem letzten Versuch gut genug, um es zu behalten?",
        "Sprechen Sie zu zweit: Was lief bei Ihrem letzten Versuch gut genug, um es zu behalten?",
        "Talk in pairs: what in your last attempt went well enough to keep?",
      ),
      starters: [
        same("Beim nächsten Mal frage ich zuerst\u00a0…", "Next time I will first ask\u00a0…"),
        same("Weglassen werde ich\u00a0…", "I will leave out\u00a0…"),
        same("Beibehalten werde ich\u00a0…", "I will keep\u00a0…"),
      ],
      caseConsent: false,
      quoteConsent: true,
      summary: "approved",
    },
  },
};
