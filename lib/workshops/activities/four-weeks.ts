import { same, w } from "@/lib/words";
import { wanberg2020 } from "@/lib/workshops/parts/sources";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";

export const fourWeeks: ReadyActivity = {
  strategy: 14,
  depth: "light",
  doing: same(
    "Eine kleine Fertigkeit wählen und vier Wochen Übung planen, nur auf dem eigenen Gerät.",
    "Choose one small skill and plan four weeks of practice, on one’s own device only.",
  ),
  seen: same(
    "Wie viele fertig sind und welche Fertigkeiten oft gewählt wurden.",
    "How many are done and which skills were chosen often.",
  ),
  remains: same(
    "Für alle die Zahlen; auf jedem Gerät der eigene Plan mit vier Kalendereinträgen.",
    "The numbers for everybody; on each device one’s own plan with four calendar entries.",
  ),
  activity: {
    key: "four-weeks",
    kind: "commit",
    title: same("Vier Wochen üben", "Four-week practice"),
    prompt: w(
      "Welche eine Fertigkeit übst du, wann, mit wem, und woran merkst du es?",
      "Welche eine Fertigkeit üben Sie, wann, mit wem, und woran merken Sie es?",
      "Which one skill will you practise, when, with whom, and how will you notice?",
    ),
    hint: same(
      "Zehn Minuten in der Woche genügen. Lieber eine kleine Fertigkeit viermal als vier einmal.",
      "Ten minutes a week are enough. Better one small skill four times than four skills once.",
    ),
    contentNote: w(
      "Üben heißt, dass es anfangs holpert. Such etwas, bei dem Holpern nichts kostet.",
      "Üben heißt, dass es anfangs holpert. Suchen Sie etwas, bei dem Holpern nichts kostet.",
      "Practising means it is bumpy at first. Choose something where bumps cost nothing.",
    ),
    optOut: w(
      "Wähl etwas, das du schon kannst, und plane, es jemandem zu zeigen.",
      "Wählen Sie etwas, das Sie schon können, und planen Sie, es jemandem zu zeigen.",
      "Choose something you can do already, and plan to show it to somebody.",
    ),
    evidence: same(
      "Wanberg und andere (2020): Ein Onlinetraining im Netzwerken half 491 Arbeitsuchenden, öfter und zuversichtlicher auf andere zuzugehen, und führte über die Zuversicht zu besseren Stellen. Grenze: ein ganzes Training in den USA; diese Karte ist nur ein Anfang.",
      "Wanberg and others (2020): an online training in networking helped 491 job seekers approach others more often and with more confidence, and by that confidence led to better jobs. Limit: a whole training in the USA; this card is only a beginning.",
    ),
    sources: [wanberg2020],
    privateLines: [],
    minutes: 12,
    phaseMinutes: { fill: 6, check: 4, keep: 2 },
    sizes: [{ minutes: 12, phaseMinutes: { fill: 6, check: 4, keep: 2 }, settings: {} }],
    script: {
      phases: {
        fill: {
          say: w(
            "Zum Üben braucht es keinen Kurs, nur eine kleine Fertigkeit und einen festen Moment. Wählt eine aus oder nehmt eine eigene. Legt fest: wann jede Woche, mit wem, woran merkt ihr, dass es leichter wird. Zehn Minuten genügen. Der Plan bleibt auf eurem Gerät.",
            "Zum Üben braucht es keinen Kurs, nur eine kleine Fertigkeit und einen festen Moment. Wählen Sie eine aus oder nehmen Sie eine eigene. Legen Sie fest: wann jede Woche, mit wem, woran merken Sie, dass es leichter wird. Zehn Minuten genügen. Der Plan bleibt auf Ihrem Gerät.",
            "Practising takes no course, only one small skill and a fixed moment. Choose one or take one of your own. Set: when every week, with whom, how you’ll notice that it gets easier. Ten minutes are enough. The plan stays on your device.",
          ),
          watchFor: same(
            "Vorhaben wie „selbstbewusster auftreten“: fragen, was eine Kamera sehen würde. Wer vier Fertigkeiten wählt, streicht drei.",
            "Plans such as “be more confident”: ask what a camera would see. Whoever chooses four skills drops three.",
          ),
        },
        check: {
          say: w(
            "Jetzt zu zweit. Fragt einander: Was würde eine Kamera sehen? Ist es klein genug? Wenn Zeit bleibt, probiert es einmal aus, eine Minute lang. Den Plan selbst müsst ihr nicht zeigen.",
            "Jetzt zu zweit. Fragen Sie einander: Was würde eine Kamera sehen? Ist es klein genug? Wenn Zeit bleibt, probieren Sie es einmal aus, eine Minute lang. Den Plan selbst müssen Sie nicht zeigen.",
            "Now in pairs. Ask each other: what would a camera see? Is it small enough? If there is time, try it once, for a minute. You need not show the plan itself.",
          ),
          watchFor: same(
            "Paare, die ins Erzählen kommen: zurück zu den Fragen. Niemand muss die Fertigkeit nennen.",
            "Pairs that begin to tell stories: back to the questions. Nobody has to name the skill.",
          ),
        },
        keep: {
          say: w(
            "Legt euch jetzt vier Termine in den Kalender, einen in jeder Woche. Der Plan lässt sich auch drucken oder kopieren. Fällt eine Woche aus, geht es in der nächsten weiter; nachholen müsst ihr nichts.",
            "Legen Sie sich jetzt vier Termine in den Kalender, einen in jeder Woche. Der Plan lässt sich auch drucken oder kopieren. Fällt eine Woche aus, geht es in der nächsten weiter; nachholen müssen Sie nichts.",
            "Put four dates into your calendar now, one in each week. The plan can be printed or copied, too. If a week is missed, go on in the next one; there is nothing to make up for.",
          ),
          watchFor: same(
            "Nicht nach Inhalten fragen. Wer kein Gerät hat, schreibt vier Daten auf Papier.",
            "Don’t ask about content. Whoever has no device writes four dates on paper.",
          ),
        },
      },
      ifItStalls: same(
        "Eine der sechs Fertigkeiten gleich ausprobieren: sich zu zweit in zwei Sätzen vorstellen, dann wechseln.",
        "Try one of the six skills right now: introduce yourselves in two sentences, in pairs, then swap.",
      ),
      debrief: [
        same("Was macht eine Fertigkeit klein genug?", "What makes a skill small enough?"),
        w(
          "Mit wem übt ihr, ohne dass viel davon abhängt?",
          "Mit wem üben Sie, ohne dass viel davon abhängt?",
          "With whom can you practise without much depending on it?",
        ),
        w(
          "Was tut ihr, wenn eine Woche ausfällt?",
          "Was tun Sie, wenn eine Woche ausfällt?",
          "What do you do if a week is missed?",
        ),
      ],
      talkInstead: w(
        "Sprecht zu zweit. Jede Person nennt eine kleine Fertigkeit, die sie vier Wochen üben will, und wann. Die andere fragt: Was würde eine Kamera sehen? Ist es klein genug? Probiert es einmal gleich hier aus, eine Minute. Schreibt den Plan auf und einen Tag in vier Wochen dazu.",
        "Sprechen Sie zu zweit. Jede Person nennt eine kleine Fertigkeit, die sie vier Wochen üben will, und wann. Die andere fragt: Was würde eine Kamera sehen? Ist es klein genug? Probieren Sie es einmal gleich hier aus, eine Minute. Schreiben Sie den Plan auf und einen Tag in vier Wochen dazu.",
        "Talk in pairs. Each names one small skill to practise for four weeks, and when. The other asks: what would a camera see? Is it small enough? Try it once right here, for one minute. Write down the plan and a day in four weeks.",
      ),
    },
    settings: {
      fields: [
        {
          key: "skill",
          label: w("Was übst du?", "Was üben Sie?", "What will you practise?"),
          placeholder: same("wie ich um Rat frage", "how I ask for advice"),
          input: "choice",
          required: true,
          offers: [
            {
              key: "introduce",
              label: same("sich in zwei Sätzen vorstellen", "introduce oneself in two sentences"),
            },
            {
              key: "small-request",
              label: same("um etwas Kleines bitten", "ask for something small"),
            },
            {
              key: "follow-up",
              label: same("nach zwei Wochen nachfassen", "follow up after two weeks"),
            },
            { key: "good-question", label: same("eine gute Frage stellen", "ask a good question") },
            {
              key: "kind-ending",
              label: same("ein Gespräch freundlich beenden", "end a conversation kindly"),
            },
            {
              key: "thank-for-no",
              label: same("auf ein Nein mit Dank antworten", "answer a no with thanks"),
            },
          ],
          daysAhead: null,
        },
        {
          key: "when",
          label: same("Wann, jede Woche?", "When, every week?"),
          placeholder: same(
            "jeden Dienstag nach der Teamrunde",
            "every Tuesday after the team round",
          ),
          input: "text",
          required: true,
          offers: [],
          daysAhead: null,
        },
        {
          key: "with",
          label: same("Mit wem?", "With whom?"),
          placeholder: same("jemandem aus dem Kurs", "somebody from the course"),
          input: "text",
          required: false,
          offers: [],
          daysAhead: null,
        },
        {
          key: "notice",
          label: w(
            "Woran merkst du, dass es leichter wird?",
            "Woran merken Sie, dass es leichter wird?",
            "How will you notice that it gets easier?",
          ),
          placeholder: same(
            "ich fange an, ohne lange zu überlegen",
            "I begin without thinking it over for long",
          ),
          input: "text",
          required: false,
          offers: [],
          daysAhead: null,
        },
        {
          key: "by",
          label: same("Bis wann?", "Until when?"),
          placeholder: null,
          input: "date",
          required: true,
          offers: [],
          daysAhead: 28,
        },
      ],
      sentence: same(
        "Bis {by} übe ich eines: {skill}, {when}[, mit {with}].[ Ich merke es daran: {notice}.]",
        "Until {by} I practise one thing: {skill}, {when}[, with {with}].[ I will notice: {notice}.]",
      ),
      examples: [],
      starters: [
        same("Üben will ich, wie ich\u00a0…", "I want to practise how I\u00a0…"),
        same("Jeden\u00a0… nach\u00a0…", "Every\u00a0… after\u00a0…"),
        same("Ich merke es daran, dass\u00a0…", "I will notice when\u00a0…"),
      ],
      checks: [
        same("Was würde eine Kamera sehen?", "What would a camera see?"),
        same("Ist es klein genug?", "Is it small enough?"),
        same(
          "Kostet es nichts, wenn es anfangs holpert?",
          "Does it cost nothing if it is bumpy at first?",
        ),
      ],
      pairTask: w(
        "Fragt einander nur das. Den Plan selbst müsst ihr nicht zeigen.",
        "Fragen Sie einander nur das. Den Plan selbst müssen Sie nicht zeigen.",
        "Ask each other only this. You need not show the plan itself.",
      ),
      genericSteps: [],
      ticksMax: 1,
      sharedField: "skill",
      weeks: 4,
      button: null,
      ticksLabel: same(
        "Die gewählte Fertigkeit als Zahl mitteilen, freiwillig",
        "Share the chosen skill as a number, optional",
      ),
      stageCaption: same("Was dieser Raum übt", "What this room practises"),
      finishedLabel: null,
    },
  },
};
