import { same, w } from "@/lib/words";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";

export const whatStays: ReadyActivity = {
  strategy: null,
  depth: "light",
  doing: same(
    "In drei Feldern festhalten, was geholfen hat, was nicht und was bleibt.",
    "Note in three fields what helped, what didn’t and what stays.",
  ),
  seen: same(
    "Alle Notizen gemischt, nach Feldern geordnet.",
    "All notes shuffled, sorted by field.",
  ),
  remains: same(
    "Notizen, wenn Schreibende und Leitung zustimmen.",
    "Notes, if writer and facilitator agree.",
  ),
  activity: {
    key: "what-stays",
    kind: "board",
    title: same("Was bleibt", "What stays"),
    prompt: same("Was davon bleibt nach zwölf Wochen?", "What of it stays after twelve weeks?"),
    hint: same(
      "Eine Notiz je Feld genügt. Auch „das war nichts für mich“ hilft.",
      "One note per field is enough. “That was not for me” helps, too.",
    ),
    contentNote: null,
    optOut: w(
      "Lies mit und such dir etwas aus, das du von anderen ausprobieren willst.",
      "Lesen Sie mit und suchen Sie sich etwas aus, das Sie von anderen ausprobieren wollen.",
      "Read along and choose something of others that you want to try.",
    ),
    evidence: same(
      "Keine eigene Studie: Die Runde hält fest, was sie selbst erprobt hat. Grenze: Höflichkeit färbt die Antworten, und wer weggeblieben ist, fehlt.",
      "No study of its own: the room notes what it has tried itself. Limit: politeness colours the answers, and those who stayed away are missing.",
    ),
    sources: [],
    privateLines: [],
    minutes: 8,
    phaseMinutes: { add: 4, review: 2, show: 2 },
    sizes: [
      { minutes: 8, phaseMinutes: { add: 4, review: 2, show: 2 }, settings: {} },
      { minutes: 10, phaseMinutes: { add: 4, review: 3, show: 2, group: 1 }, settings: {} },
    ],
    script: {
      phases: {
        add: {
          say: w(
            "Zwölf Wochen liegen hinter uns. Schreibt auf, was davon bleibt: was geholfen hat, was nichts für euch war, was ihr weitermacht. Eine Notiz je Feld genügt, ohne Namen. Danach lesen wir alles gemischt.",
            "Zwölf Wochen liegen hinter uns. Schreiben Sie auf, was davon bleibt: was geholfen hat, was nichts für Sie war, was Sie weitermachen. Eine Notiz je Feld genügt, ohne Namen. Danach lesen wir alles gemischt.",
            "Twelve weeks lie behind us. Write down what stays: what helped, what was not for you, what you’ll keep doing. One note per field is enough, no names. Then we read everything shuffled.",
          ),
          watchFor: same(
            "Höflichkeit gegenüber der Leitung: ausdrücklich nach dem fragen, was nichts war.",
            "Politeness towards the facilitator: ask expressly for what didn’t help.",
          ),
        },
        review: {
          say: w(
            "Jetzt lese ich die Notizen, gemischt und ohne Absender. Sprecht so lange zu zweit: Was hat euch in den zwölf Wochen überrascht?",
            "Jetzt lese ich die Notizen, gemischt und ohne Absender. Sprechen Sie so lange zu zweit: Was hat Sie in den zwölf Wochen überrascht?",
            "Now I read the notes, shuffled and without senders. Meanwhile talk in pairs: what surprised you in the twelve weeks?",
          ),
          watchFor: same(
            "Nur Namen und Erkennbares zurückhalten. Kritik bleibt stehen, auch an der Leitung.",
            "Hold names and what identifies someone, nothing else. Criticism stays, also of the facilitator.",
          ),
        },
        show: {
          say: w(
            "Hier ist, was bleibt, gemischt und nach Feldern. Lest in Ruhe, vorn oder auf eurem Gerät. Nehmt mit, was ihr von anderen ausprobieren wollt.",
            "Hier ist, was bleibt, gemischt und nach Feldern. Lesen Sie in Ruhe, vorn oder auf Ihrem Gerät. Nehmen Sie mit, was Sie von anderen ausprobieren wollen.",
            "Here is what stays, shuffled and by field. Read calmly, at the front or on your device. Take along what you want to try from others.",
          ),
          watchFor: same(
            "Nichts verteidigen. Was für niemanden etwas war, ist so nützlich wie das, was geholfen hat.",
            "Defend nothing. What was for nobody is as useful as what helped.",
          ),
        },
        group: {
          say: w(
            "Ich lege zusammen, was sich ähnelt. Sagt mir, was ich übersehe.",
            "Ich lege zusammen, was sich ähnelt. Sagen Sie mir, was ich übersehe.",
            "I put together what is alike. Tell me what I miss.",
          ),
          watchFor: same(
            "Zeigt die Uhr dafür keine Zeit: gleich weiter. Die Felder ordnen schon genug.",
            "If the clock has no time for this: move on at once. The fields are order enough.",
          ),
        },
      },
      ifItStalls: same(
        "Die Übungen der vier Treffen laut nennen, nach jeder kurz still sein. Ein einziges Wort je Feld genügt.",
        "Name the activities of the four meetings aloud, with a moment’s silence after each. A single word per field is enough.",
      ),
      debrief: [
        same("Was hat mehr als einmal geholfen?", "What helped more than once?"),
        same(
          "Was war für viele nichts, und woran könnte das liegen?",
          "What was not for many, and why might that be?",
        ),
        w(
          "Was probiert ihr von anderen aus, und wann?",
          "Was probieren Sie von anderen aus, und wann?",
          "What will you try from others, and when?",
        ),
      ],
      talkInstead: w(
        "Sprecht zu zweit, zwei Minuten je Person: Was hat in den zwölf Wochen geholfen, was war nichts für euch, was macht ihr weiter? Wer zuhört, fragt nur nach. Danach sagt aus jedem Paar eine Person etwas, das sie vom anderen ausprobieren will. Ohne Namen und ohne Begründung.",
        "Sprechen Sie zu zweit, zwei Minuten je Person: Was hat in den zwölf Wochen geholfen, was war nichts für Sie, was machen Sie weiter? Wer zuhört, fragt nur nach. Danach sagt aus jedem Paar eine Person etwas, das sie vom anderen ausprobieren will. Ohne Namen und ohne Begründung.",
        "Talk in pairs, two minutes each: what helped in the twelve weeks, what was not for you, what will you keep doing? The listener only asks. Then one of each pair names something of the other’s that they want to try. No names and no reasons.",
      ),
    },
    settings: {
      zones: [
        { key: "helped", name: same("Hat geholfen", "Helped") },
        { key: "not-for-me", name: same("War nichts für mich", "Was not for me") },
        { key: "keep-doing", name: same("Mache ich weiter", "Will keep doing") },
      ],
      // One for each field: nobody fills one field alone.
      zoneLimit: 1,
      ask: null,
      characterLimit: 120,
      itemLimit: 3,
      bridge: w(
        "Sprecht zu zweit: Was hat euch in den zwölf Wochen überrascht?",
        "Sprechen Sie zu zweit: Was hat Sie in den zwölf Wochen überrascht?",
        "Talk in pairs: what surprised you in the twelve weeks?",
      ),
      starters: [],
      quoteConsent: true,
      summary: "approved",
    },
  },
};
