import { same, w } from "@/lib/words";
import { boothbyBohns2021, klugerDeNisi1996 } from "@/lib/workshops/parts/sources";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";

export const specificallySeen: ReadyActivity = {
  strategy: 11,
  depth: "middle",
  doing: same(
    "Handlungen aufschreiben, die heute hier geholfen haben; danach eine Frage an jemanden vorbereiten.",
    "Write down actions that helped here today; then prepare one question to somebody.",
  ),
  seen: same(
    "Bis zu zehn Notizen je Feld, gemischt und nach Feldern geordnet.",
    "Up to ten notes for each field, shuffled and sorted by field.",
  ),
  remains: same(
    "Erlaubte Notizen; auf jedem Gerät die eigene Frage.",
    "Permitted notes; on each device one’s own question.",
  ),
  activity: {
    key: "specifically-seen",
    kind: "board",
    title: same("Konkret gesehen", "Specifically seen"),
    prompt: w(
      "Welche Handlung von jemandem hier hat dir heute geholfen? Ohne Namen.",
      "Welche Handlung von jemandem hier hat Ihnen heute geholfen? Ohne Namen.",
      "Which action of somebody here helped you today? No names.",
    ),
    hint: same(
      "Was war zu sehen oder zu hören, und was hat es bewirkt? „Jemand fragte nach. Da wurde es mir klarer.“",
      "What could be seen or heard, and what did it do? “Somebody asked again. That made it clearer to me.”",
    ),
    contentNote: w(
      "Vielleicht ist keine Notiz für dich dabei. Das sagt nichts über dich: Gesammelt werden Handlungen, keine Menschen.",
      "Vielleicht ist keine Notiz für Sie dabei. Das sagt nichts über Sie: Gesammelt werden Handlungen, keine Menschen.",
      "Perhaps no note is about you. That says nothing about you: we collect actions, not people.",
    ),
    optOut: w(
      "Schreib auf, welche Handlung dir außerhalb dieses Raums zuletzt geholfen hat.",
      "Schreiben Sie auf, welche Handlung Ihnen außerhalb dieses Raums zuletzt geholfen hat.",
      "Write down which action outside this room helped you lately.",
    ),
    evidence: same(
      "Kluger und DeNisi (1996): Rückmeldung half im Mittel (d = 0,41), doch mehr als ein Drittel verschlechterte die Leistung, vor allem, wenn sie auf die Person zielte. Boothby und Bohns (2021): Anerkennung freut mehr, als die Gebenden erwarten. Grenze: Leistungsaufgaben und Alltagsbegegnungen, nicht die Zeit nach einer Absage.",
      "Kluger and DeNisi (1996): feedback helped on average (d = 0.41), yet more than a third of it lowered performance, above all when aimed at the self. Boothby and Bohns (2021): appreciation pleases more than its givers expect. Limit: performance tasks and everyday encounters, not the time after a rejection.",
    ),
    sources: [klugerDeNisi1996, boothbyBohns2021],
    privateLines: [
      {
        key: "ask",
        phase: "ask",
        prompt: w(
          "Wen fragst du, und was genau?",
          "Wen fragen Sie, und was genau?",
          "Whom will you ask, and what exactly?",
        ),
        placeholder: w(
          "Wobei hast du mich zuletzt gut arbeiten sehen? Nenn mir eine Situation.",
          "Wobei haben Sie mich zuletzt gut arbeiten sehen? Nennen Sie mir eine Situation.",
          "When did you last see me do good work? Name one situation.",
        ),
        input: "line",
      },
    ],
    sharedBefore: 45,
    minutes: 12,
    phaseMinutes: { add: 4, review: 2, show: 2, group: 1, ask: 3 },
    sizes: [
      {
        minutes: 12,
        phaseMinutes: { add: 4, review: 2, show: 2, group: 1, ask: 3 },
        settings: {},
      },
    ],
    script: {
      phases: {
        add: {
          say: w(
            "Rückmeldung hilft, wenn sie eine Handlung beschreibt. Schreibt auf, was euch heute hier geholfen hat: Was war zu sehen oder zu hören, und was hat es bewirkt? Wählt dazu ein Feld. Keine Namen, keine Eigenschaften.",
            "Rückmeldung hilft, wenn sie eine Handlung beschreibt. Schreiben Sie auf, was Ihnen heute hier geholfen hat: Was war zu sehen oder zu hören, und was hat es bewirkt? Wählen Sie dazu ein Feld. Keine Namen, keine Eigenschaften.",
            "Feedback helps when it describes an action. Write down what helped you here today: what could be seen or heard, and what did it do? Choose a field for it. No names, no qualities.",
          ),
          watchFor: same(
            "Wem nichts einfällt: an den Anfang des Treffens zurückgehen und Schritt für Schritt fragen, was ihn leichter machte.",
            "If nothing comes to mind: go back to the beginning and ask step by step what made it easier.",
          ),
        },
        review: {
          say: w(
            "Jetzt lese ich die Notizen, gemischt und ohne Absender. Sprecht so lange zu zweit: Was hat jemand zuletzt getan, das euch die Arbeit leichter machte?",
            "Jetzt lese ich die Notizen, gemischt und ohne Absender. Sprechen Sie so lange zu zweit: Was hat jemand zuletzt getan, das Ihnen die Arbeit leichter machte?",
            "Now I read the notes, shuffled and without senders. Meanwhile talk in pairs: what did somebody do lately that made your work easier?",
          ),
          watchFor: same(
            "Lob für Personen („ein toller Mensch“) und für die Leitung: in eine Handlung umformulieren lassen oder zurückhalten.",
            "Praise for persons (“a great person”) and for the facilitator: have it turned into an action, or hold it.",
          ),
        },
        show: {
          say: w(
            "Hier sind die Notizen, gemischt und nach Feldern. Lest in Ruhe, vorn oder auf eurem Gerät. Wir rätseln nicht, von wem eine ist und wer gemeint war. Was davon lässt sich morgen wiederholen?",
            "Hier sind die Notizen, gemischt und nach Feldern. Lesen Sie in Ruhe, vorn oder auf Ihrem Gerät. Wir rätseln nicht, von wem eine ist und wer gemeint war. Was davon lässt sich morgen wiederholen?",
            "Here are the notes, shuffled and by field. Read them calmly, at the front or on your device. We don’t guess whose they are and who was meant. What of it can be repeated tomorrow?",
          ),
          watchFor: same(
            "Wer leer ausgeht, merkt es: selbst zwei stille Beiträge nennen.",
            "Whoever gets nothing notices: name two quiet contributions yourself.",
          ),
        },
        group: {
          say: w(
            "Ich lege zusammen, was sich ähnelt. Sagt mir, was ich übersehe: Welche Handlungen kamen öfter vor?",
            "Ich lege zusammen, was sich ähnelt. Sagen Sie mir, was ich übersehe: Welche Handlungen kamen öfter vor?",
            "I put together what is alike. Tell me what I miss: which actions came up more than once?",
          ),
          watchFor: same(
            "Eine Gruppe heißt nach einer Handlung, „nachgefragt“, nie nach Menschen. Eine Minute genügt.",
            "A group is named after an action, “asked again”, never after people. A minute is enough.",
          ),
        },
        ask: {
          say: w(
            "Zum Schluss bereitet jede Person eine Frage vor, an jemanden, dem ihr vertraut. Zum Beispiel: Wobei hast du mich zuletzt gut arbeiten sehen? Die Frage bleibt auf eurem Gerät und steht am Ende bei dem, was ihr mitnehmt. Vorlesen muss sie niemand.",
            "Zum Schluss bereitet jede Person eine Frage vor, an jemanden, dem Sie vertrauen. Zum Beispiel: Wobei haben Sie mich zuletzt gut arbeiten sehen? Die Frage bleibt auf Ihrem Gerät und steht am Ende bei dem, was Sie mitnehmen. Vorlesen muss sie niemand.",
            "To close, each of you prepares one question to somebody you trust. For example: when did you last see me do good work? The question stays on your device and is among what you take with you. Nobody has to read it out.",
          ),
          watchFor: same(
            "Gemeint ist jemand, der es gut meint und genau hinsieht: aus der Nachbarschaft, aus einem Kurs, von einer früheren Stelle. Niemanden fragen, an wen.",
            "Meant is somebody who means well and looks closely: a neighbour, somebody from a course or a former job. Ask nobody whom they chose.",
          ),
        },
      },
      ifItStalls: same(
        "Zwei Minuten zurückblättern: Was haben wir heute getan? Zu jedem Schritt eine Handlung suchen, die ihn leichter machte.",
        "Leaf back for two minutes: what did we do today? For each step find an action that made it easier.",
      ),
      debrief: [
        same("Welche Handlungen kamen öfter vor?", "Which actions came up more than once?"),
        same("Was davon lässt sich morgen wiederholen?", "What of it can be repeated tomorrow?"),
        w(
          "Wen fragt ihr bis wann nach einer Rückmeldung?",
          "Wen fragen Sie bis wann nach einer Rückmeldung?",
          "Whom will you ask for feedback, and by when?",
        ),
      ],
      talkInstead: w(
        "Geht zu zweit zusammen. Sagt einander eine Handlung von heute, die euch geholfen hat, und was sie bewirkt hat. Wer hört, sagt nur: Danke. Danach überlegt jede Person für sich: Wen frage ich in den nächsten Tagen, und was genau? Einen Satz aufschreiben. Vorlesen muss ihn niemand.",
        "Gehen Sie zu zweit zusammen. Sagen Sie einander eine Handlung von heute, die Ihnen geholfen hat, und was sie bewirkt hat. Wer hört, sagt nur: Danke. Danach überlegt jede Person für sich: Wen frage ich in den nächsten Tagen, und was genau? Einen Satz aufschreiben. Vorlesen muss ihn niemand.",
        "Get together in pairs. Tell each other one action of today that helped you, and what it did. The listener only says: thank you. Then each for themselves: whom will I ask in the next few days, and what exactly? Write down one sentence. Nobody has to read it out.",
      ),
    },
    settings: {
      zones: [
        { key: "listened", name: same("Zugehört", "Listened") },
        { key: "asked", name: same("Gefragt", "Asked") },
        { key: "said-or-did", name: same("Gesagt oder getan", "Said or done") },
      ],
      // Both may be about the same kind of action.
      zoneLimit: 2,
      ask: w(
        "Bereite eine Frage an jemanden vor, dem du vertraust.",
        "Bereiten Sie eine Frage an jemanden vor, dem Sie vertrauen.",
        "Prepare one question to somebody you trust.",
      ),
      characterLimit: 120,
      itemLimit: 2,
      bridge: w(
        "Sprecht zu zweit: Was hat jemand zuletzt getan, das euch die Arbeit leichter machte?",
        "Sprechen Sie zu zweit: Was hat jemand zuletzt getan, das Ihnen die Arbeit leichter machte?",
        "Talk in pairs: what did somebody do lately that made your work easier?",
      ),
      starters: [
        same("Als jemand\u00a0…, wurde mir\u00a0…", "When somebody\u00a0…, I\u00a0…"),
        same("Geholfen hat die Frage, ob\u00a0…", "What helped was the question whether\u00a0…"),
        same("Gut war, dass jemand\u00a0…", "It was good that somebody\u00a0…"),
      ],
      quoteConsent: true,
      summary: "approved",
    },
  },
};
