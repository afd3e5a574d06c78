import { same, w } from "@/lib/words";
import { gollwitzerSheeran2006, liu2023, sheeran2024 } from "@/lib/workshops/parts/sources";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";

/** Only the longest size has the minutes for two people to ask each other. */
const alone = { pairTask: null };

const pairTask = w(
  "Fragt einander nur das. Den Plan selbst müsst ihr nicht zeigen.",
  "Fragen Sie einander nur das. Den Plan selbst müssen Sie nicht zeigen.",
  "Ask each other only this. You need not show the plan itself.",
);

export const ifThen: ReadyActivity = {
  strategy: 5,
  depth: "light",
  doing: same(
    "Einen Schritt mit Auslöser und Datum planen, nur auf dem eigenen Gerät.",
    "Plan one step with a trigger and a date, on one’s own device only.",
  ),
  seen: same(
    "Wie viele fertig sind und welche Schritte oft gewählt wurden.",
    "How many are done and which steps were picked often.",
  ),
  remains: same(
    "Für alle die Zahlen; auf jedem Gerät der eigene Plan mit Kalendereintrag.",
    "The numbers for everybody; for each person their plan with a calendar entry.",
  ),
  activity: {
    key: "if-then",
    kind: "commit",
    title: same("Wenn–dann", "If–then"),
    prompt: w(
      "Plane einen kleinen Schritt: Wenn\u00a0…, dann melde ich mich bei\u00a0… bis\u00a0…",
      "Planen Sie einen kleinen Schritt: Wenn\u00a0…, dann melde ich mich bei\u00a0… bis\u00a0…",
      "Plan one small step: If\u00a0…, then I’ll contact\u00a0… by\u00a0…",
    ),
    hint: w(
      "Ein Auslöser, der sicher kommt. Ein Schritt, der keine zehn Minuten dauert. Namen sind hier erlaubt: Nur dein Gerät kennt sie.",
      "Ein Auslöser, der sicher kommt. Ein Schritt, der keine zehn Minuten dauert. Namen sind hier erlaubt: Nur Ihr Gerät kennt sie.",
      "A trigger that is sure to come. A step that takes less than ten minutes. Names are fine here: only your device knows them.",
    ),
    contentNote: w(
      "Plane nur, was du von dir aus tun kannst. Ob jemand antwortet, gehört nicht in den Plan.",
      "Planen Sie nur, was Sie von sich aus tun können. Ob jemand antwortet, gehört nicht in den Plan.",
      "Plan only what you can do yourself. Whether somebody replies is not part of the plan.",
    ),
    optOut: w(
      "Plane etwas, das dir nach einem Nein guttut, und wann.",
      "Planen Sie etwas, das Ihnen nach einem Nein guttut, und wann.",
      "Plan something that does you good after a no, and when.",
    ),
    evidence: same(
      "Gollwitzer und Sheeran (2006): Wenn-dann-Pläne halfen, Vorsätze umzusetzen (94 Tests, d = 0,65); eine neuere Übersicht (Sheeran und andere 2024, 642 Tests) findet d = 0,27 bis 0,66. Liu und andere (2023): Ein unerwartetes Lebenszeichen freut mehr, als man denkt. Grenze: selten im Netzwerken untersucht; der Plan hilft nur, wenn man das Ziel wirklich will.",
      "Gollwitzer and Sheeran (2006): if-then plans helped people act on intentions (94 tests, d = 0.65); a newer review (Sheeran and others 2024, 642 tests) finds d = 0.27 to 0.66. Liu and others (2023): an unexpected sign of life is welcomed more than one thinks. Limit: rarely studied in networking; a plan helps only if the goal is wanted.",
    ),
    sources: [gollwitzerSheeran2006, sheeran2024, liu2023],
    privateLines: [],
    minutes: 5,
    phaseMinutes: { fill: 3, check: 1, keep: 1 },
    sizes: [
      { minutes: 5, phaseMinutes: { fill: 3, check: 1, keep: 1 }, settings: alone },
      { minutes: 6, phaseMinutes: { fill: 4, check: 1, keep: 1 }, settings: alone },
      { minutes: 7, phaseMinutes: { fill: 4, check: 2, keep: 1 }, settings: alone },
      { minutes: 8, phaseMinutes: { fill: 5, check: 2, keep: 1 }, settings: alone },
      { minutes: 9, phaseMinutes: { fill: 5, check: 2, keep: 2 }, settings: alone },
      { minutes: 12, phaseMinutes: { fill: 6, check: 4, keep: 2 }, settings: { pairTask } },
    ],
    script: {
      phases: {
        fill: {
          say: w(
            "Ein Vorsatz mit Auslöser gelingt eher als ein guter Vorsatz. Schreibt: Wenn das passiert, dann melde ich mich bei dieser Person, bis zu diesem Tag. Nehmt etwas, das keine zehn Minuten dauert und nur von euch abhängt. Der Plan bleibt auf eurem Gerät; ich sehe nur, wie viele fertig sind. Danach könnt ihr ihn in den Kalender legen.",
            "Ein Vorsatz mit Auslöser gelingt eher als ein guter Vorsatz. Schreiben Sie: Wenn das passiert, dann melde ich mich bei dieser Person, bis zu diesem Tag. Nehmen Sie etwas, das keine zehn Minuten dauert und nur von Ihnen abhängt. Der Plan bleibt auf Ihrem Gerät; ich sehe nur, wie viele fertig sind. Danach können Sie ihn in den Kalender legen.",
            "A plan with a trigger works better than a good intention. Write: if this happens, then I’ll contact this person, by this day. Choose something that takes under ten minutes and depends on you alone. The plan stays on your device; I only see how many are done. Afterwards you can put it in your calendar.",
          ),
          watchFor: same(
            "Große Vorhaben wie „mehr netzwerken“: auf einen Schritt mit Datum verkleinern. Nicht nach Inhalten fragen, auch nicht freundlich.",
            "Big intentions such as “network more”: shrink them to one step with a date. Don’t ask about content, not even kindly.",
          ),
        },
        check: {
          say: w(
            "Prüft euren Plan mit drei Fragen: Kommt der Auslöser sicher? Dauert der Schritt weniger als zehn Minuten? Hängt er nur von euch ab? Was nicht passt, macht ihr kleiner.",
            "Prüfen Sie Ihren Plan mit drei Fragen: Kommt der Auslöser sicher? Dauert der Schritt weniger als zehn Minuten? Hängt er nur von Ihnen ab? Was nicht passt, machen Sie kleiner.",
            "Check your plan with three questions: is the trigger sure to come? Does the step take less than ten minutes? Does it depend on you alone? Make smaller what doesn’t fit.",
          ),
          watchFor: same(
            "Niemand liest den eigenen Plan vor. Er ist keine Verabredung, weder mit der Leitung noch mit einer Behörde.",
            "Nobody reads their plan aloud. It is no agreement, neither with the facilitator nor with an office.",
          ),
        },
        keep: {
          say: w(
            "Nehmt euren Plan jetzt mit: in den Kalender, ausgedruckt oder als Text. Er liegt nur auf eurem Gerät, hier bleibt nichts davon. Überlegt kurz: Wer darf euch fragen, ob es geklappt hat?",
            "Nehmen Sie Ihren Plan jetzt mit: in den Kalender, ausgedruckt oder als Text. Er liegt nur auf Ihrem Gerät, hier bleibt nichts davon. Überlegen Sie kurz: Wer darf Sie fragen, ob es geklappt hat?",
            "Take your plan along now: into your calendar, printed or as text. It is on your device only; nothing of it stays here. Think for a moment: who may ask you whether it worked?",
          ),
          watchFor: same(
            "Wer kein Gerät hat, schreibt den Satz auf Papier. Nicht nach Inhalten fragen.",
            "Whoever has no device writes the sentence on paper. Don’t ask about content.",
          ),
        },
      },
      ifItStalls: same(
        "Auslöser nennen: der erste Kaffee am Montag, der Heimweg, das Ende einer Besprechung. Dann den Schritt halbieren.",
        "Name triggers: Monday’s first coffee, the way home, the end of a meeting. Then cut the step in half.",
      ),
      debrief: [
        w(
          "Woran merkt ihr, dass der Auslöser da ist?",
          "Woran merken Sie, dass der Auslöser da ist?",
          "How will you notice that the trigger is there?",
        ),
        same(
          "Was könnte dazwischenkommen, und was dann?",
          "What could get in the way, and what then?",
        ),
        w(
          "Wer darf euch fragen, ob es geklappt hat?",
          "Wer darf Sie fragen, ob es geklappt hat?",
          "Who may ask you whether it worked?",
        ),
      ],
      talkInstead: w(
        "Sprecht zu zweit. Jede Person sagt einen Satz: „Wenn\u00a0…, dann melde ich mich bei\u00a0… bis\u00a0…“ Namen könnt ihr weglassen. Die andere fragt nur zweierlei: Kommt der Auslöser sicher? Ist der Schritt klein genug? Dann schreibt ihr den Satz auf Papier und nehmt ihn mit.",
        "Sprechen Sie zu zweit. Jede Person sagt einen Satz: „Wenn\u00a0…, dann melde ich mich bei\u00a0… bis\u00a0…“ Namen können Sie weglassen. Die andere fragt nur zweierlei: Kommt der Auslöser sicher? Ist der Schritt klein genug? Dann schreiben Sie den Satz auf Papier und nehmen ihn mit.",
        "Talk in pairs. Each person says one sentence: “If\u00a0…, then I’ll contact\u00a0… by\u00a0…” You can leave out names. The other asks just two things: is the trigger sure to come? Is the step small enough? Then you write the sentence on paper and take it with you.",
      ),
    },
    settings: {
      fields: [
        {
          key: "when",
          label: same("Wenn", "If"),
          placeholder: same(
            "ich am Montag den ersten Kaffee hole",
            "I get my first coffee on Monday",
          ),
          input: "text",
          required: true,
          offers: [],
          daysAhead: null,
        },
        {
          key: "then",
          label: same("dann", "then"),
          placeholder: same(
            "schreibe ich der Person vom Messestand zwei Sätze",
            "I’ll write two sentences to the person from the trade fair",
          ),
          input: "text",
          required: true,
          offers: [],
          daysAhead: null,
        },
        {
          key: "by",
          label: same("bis", "by"),
          placeholder: null,
          input: "date",
          required: true,
          offers: [],
          daysAhead: null,
        },
      ],
      sentence: same("Wenn {when}, dann {then}.[ Bis {by}.]", "If {when}, then {then}.[ By {by}.]"),
      examples: [
        [
          {
            field: "when",
            text: same("ich am Sonntag die Woche plane", "I plan my week on Sunday"),
          },
          {
            field: "then",
            text: same(
              "schreibe ich jemandem, von dem ich lange nichts gehört habe, drei Zeilen",
              "I’ll write three lines to somebody I haven’t heard from for long",
            ),
          },
        ],
        [
          { field: "when", text: same("ich im Zug nach Hause sitze", "I am on the train home") },
          {
            field: "then",
            text: same(
              "frage ich kurz nach, ob meine Nachricht angekommen ist",
              "I’ll ask briefly whether my message arrived",
            ),
          },
        ],
        [
          {
            field: "when",
            text: same("die Teambesprechung zu Ende ist", "the team meeting is over"),
          },
          {
            field: "then",
            text: same(
              "bitte ich eine Person um eine Rückmeldung zu meiner Vorstellung",
              "I’ll ask one person for feedback on how I introduce myself",
            ),
          },
        ],
        [
          { field: "when", text: same("wieder eine Absage kommt", "another rejection comes") },
          {
            field: "then",
            text: same(
              "bedanke ich mich und schreibe am selben Tag einer anderen Person",
              "I’ll say thank you and write to someone else the same day",
            ),
          },
        ],
      ],
      starters: [
        same(
          "Wenn ich im Zug nach Hause sitze, dann\u00a0…",
          "If I am on the train home, then\u00a0…",
        ),
        same(
          "Wenn die nächste Absage kommt, dann\u00a0…",
          "If the next rejection comes, then\u00a0…",
        ),
        same(
          "Wenn ich am Freitag den Rechner zuklappe, dann\u00a0…",
          "If I close my laptop on Friday, then\u00a0…",
        ),
      ],
      checks: [
        same("Kommt der Auslöser sicher?", "Is the trigger sure to come?"),
        same(
          "Dauert der Schritt weniger als zehn\u00a0Minuten?",
          "Does the step take less than ten\u00a0minutes?",
        ),
        w("Hängt er nur von dir ab?", "Hängt er nur von Ihnen ab?", "Does it depend on you alone?"),
      ],
      pairTask: null,
      genericSteps: [
        {
          key: "follow-up",
          label: same("Bei einer offenen Anfrage nachfassen", "Follow up on an open request"),
        },
        {
          key: "reconnect",
          label: same("Einen alten Kontakt auffrischen", "Get back in touch with an old contact"),
        },
        {
          key: "short-talk",
          label: same("Um ein kurzes Gespräch bitten", "Ask for a short conversation"),
        },
        { key: "feedback", label: same("Um Rückmeldung bitten", "Ask for feedback") },
        { key: "thank", label: same("Danke sagen", "Say thank you") },
        { key: "event", label: same("Zu einem Treffen anmelden", "Sign up for an event") },
      ],
      ticksMax: 6,
      sharedField: null,
      weeks: 1,
      button: null,
      ticksLabel: null,
      stageCaption: null,
      finishedLabel: null,
    },
  },
};
