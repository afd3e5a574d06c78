import { same, w } from "@/lib/words";
import { breinesChen2012, wood2009 } from "@/lib/workshops/parts/sources";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";

export const talkToYourself: ReadyActivity = {
  strategy: 4,
  depth: "deep",
  doing: same(
    "Auf einen strengen Satz, den niemand sonst liest, so antworten wie jemandem, den man mag.",
    "Answer a strict line that nobody else reads as one would somebody one likes.",
  ),
  seen: same(
    "Die Antworten, gemischt; die drei, die sich auch an einem schlechten Tag glauben lassen.",
    "The answers, shuffled; the three that can be believed even on a bad day.",
  ),
  remains: same(
    "Drei Antworten, wenn sie zitiert werden dürfen; auf jedem Gerät der eigene Satz.",
    "Three answers, if they may be quoted; on each device one’s own line.",
  ),
  activity: {
    key: "talk-to-yourself",
    kind: "reframe",
    title: w("Dein Ton mit dir", "Ihr Ton mit sich selbst", "How you talk to yourself"),
    prompt: w(
      "Schreib einen strengen Satz, den du nach einer Absage kennst. Was antwortest du darauf?",
      "Schreiben Sie einen strengen Satz, den Sie nach einer Absage kennen. Was antworten Sie darauf?",
      "Write a strict line you know from after a rejection. What do you answer?",
    ),
    hint: w(
      "Antworte wie jemandem, den du magst: wahr und freundlich. Der strenge Satz bleibt auf deinem Gerät.",
      "Antworten Sie wie jemandem, den Sie mögen: wahr und freundlich. Der strenge Satz bleibt auf Ihrem Gerät.",
      "Answer as you would somebody you like: true and kind. The strict line stays on your device.",
    ),
    contentNote: w(
      "Strenge Sätze können nachklingen. Nimm einen, der nur halb so laut ist wie der lauteste.",
      "Strenge Sätze können nachklingen. Nehmen Sie einen, der nur halb so laut ist wie der lauteste.",
      "Strict lines can echo. Take one that is half as loud as the loudest.",
    ),
    optOut: w(
      "Antworte auf diesen Satz: „Bei anderen klappt es doch auch.“",
      "Antworten Sie auf diesen Satz: „Bei anderen klappt es doch auch.“",
      "Answer the line shown here: “It works for everyone else.”",
    ),
    evidence: same(
      "Breines und Chen (2012): Wer nach einem Fehler freundlich mit sich umging, wollte danach mehr verbessern (vier Experimente). Wood und andere (2009): Wer wenig von sich hielt und sich einen Lobsatz vorsagte, fühlte sich danach schlechter. Grenze: kurze Laborstudien, kein Nachweis über Wochen.",
      "Breines and Chen (2012): people who were kind to themselves after a mistake wanted to improve more (four experiments). Wood and others (2009): people who thought little of themselves felt worse after repeating a sentence of self-praise. Limit: short laboratory studies, nothing shown over weeks.",
    ),
    sources: [breinesChen2012, wood2009],
    privateLines: [],
    sharedBefore: 60,
    minutes: 12,
    phaseMinutes: { case: 2, write: 4, review: 2, vote: 2, show: 2 },
    sizes: [
      {
        minutes: 12,
        phaseMinutes: { case: 2, write: 4, review: 2, vote: 2, show: 2 },
        settings: {},
      },
    ],
    script: {
      phases: {
        case: {
          say: w(
            "Nach einer Absage reden viele strenger mit sich als mit allen anderen. Schreibt einen solchen Satz auf, den ihr kennt: nicht den lautesten, einen leiseren. Er bleibt auf eurem Gerät, niemand sonst liest ihn, auch ich nicht.",
            "Nach einer Absage reden viele strenger mit sich als mit allen anderen. Schreiben Sie einen solchen Satz auf, den Sie kennen: nicht den lautesten, einen leiseren. Er bleibt auf Ihrem Gerät, niemand sonst liest ihn, auch ich nicht.",
            "After a rejection many people talk to themselves more strictly than to anyone else. Write down one such line that you know: not the loudest, a quieter one. It stays on your device; nobody else reads it, neither do I.",
          ),
          watchFor: same(
            "Wer lange auf den Bildschirm schaut und nicht schreibt: die Gruppe kurz in Bewegung bringen, nicht vor allen ansprechen.",
            "If somebody stares at the screen without writing: get the group moving for a moment, don’t address the person in front of others.",
          ),
        },
        write: {
          say: w(
            "Antwortet jetzt auf euren Satz wie jemandem, den ihr mögt. Es muss nicht schön klingen, nur wahr sein. Drei Fragen auf eurem Gerät helfen dabei. Nur die Antwort gebt ihr ab; der strenge Satz bleibt, wo er ist.",
            "Antworten Sie jetzt auf Ihren Satz wie jemandem, den Sie mögen. Es muss nicht schön klingen, nur wahr sein. Drei Fragen auf Ihrem Gerät helfen dabei. Nur die Antwort geben Sie ab; der strenge Satz bleibt, wo er ist.",
            "Now answer your line as you would somebody you like. It needn’t sound nice, only be true. Three questions on your device help. You hand in the answer alone; the strict line stays where it is.",
          ),
          watchFor: same(
            "Nach dem strengen Satz fragt niemand. Wer keinen aufschreiben will, antwortet auf „Bei anderen klappt es doch auch“.",
            "Nobody asks for the strict line. Whoever would rather write none answers “It works for everyone else”.",
          ),
        },
        review: {
          say: w(
            "Jetzt lese ich die Antworten, gemischt und ohne Absender. Sprecht so lange zu zweit: Wer redet gut mit euch, wenn etwas schiefgeht? Wie klingt das?",
            "Jetzt lese ich die Antworten, gemischt und ohne Absender. Sprechen Sie so lange zu zweit: Wer redet gut mit Ihnen, wenn etwas schiefgeht? Wie klingt das?",
            "Now I read the answers, shuffled and without senders. Meanwhile talk in pairs: who speaks well to you when something goes wrong? What does it sound like?",
          ),
          watchFor: same(
            "Alles, woran man jemanden erkennt, zurückhalten. Kalendersprüche dürfen stehen bleiben; nachher fragen, ob man sie an einem schlechten Tag glaubt.",
            "Hold anything that identifies someone. Slogans may stay; ask later whether one would believe them on a bad day.",
          ),
        },
        vote: {
          say: w(
            "Wählt jetzt, jede Person für sich: bis zu drei Antworten, die man auch an einem schlechten Tag glauben kann. Keine zu wählen ist auch eine Antwort. Bis zum Schluss sieht niemand einen Zwischenstand, ich auch nicht.",
            "Wählen Sie jetzt, jede Person für sich: bis zu drei Antworten, die man auch an einem schlechten Tag glauben kann. Keine zu wählen ist auch eine Antwort. Bis zum Schluss sieht niemand einen Zwischenstand, ich auch nicht.",
            "Choose now, each on your own: up to three answers that one can believe even on a bad day. Choosing none is an answer as well. Until it closes nobody sees a tally, neither do I.",
          ),
          watchFor: same(
            "Niemanden überreden und keine Antwort hervorheben. Die Reihenfolge ist auf jedem Gerät eine andere.",
            "Persuade nobody and point out no answer. The order differs on each device.",
          ),
        },
        show: {
          say: w(
            "Das hat die Runde gewählt. Auf eurem Gerät könnt ihr einen Satz für den Geldbeutel merken, auch einen, der hier nicht steht. Sprecht zu zweit: Wann in dieser Woche könntet ihr so einen Satz brauchen?",
            "Das hat die Runde gewählt. Auf Ihrem Gerät können Sie einen Satz für den Geldbeutel merken, auch einen, der hier nicht steht. Sprechen Sie zu zweit: Wann in dieser Woche könnten Sie so einen Satz brauchen?",
            "This is what the room chose. On your device you can keep one line for your wallet, also one that isn’t shown here. Talk in pairs: when this week could you use such a line?",
          ),
          watchFor: same(
            "Kalendersprüche und Selbstlob: fragen, ob man das an einem schlechten Tag glaubt. Was keine Stimmen bekam, bleibt unerwähnt.",
            "Slogans and self-praise: ask whether one would believe it on a bad day. What got no votes is not mentioned.",
          ),
        },
      },
      ifItStalls: same(
        "Den Satz „Bei anderen klappt es doch auch“ gemeinsam beantworten. Oder fragen: Was würde eine Person antworten, die es gut meint und nicht lügt?",
        "Answer the line “It works for everyone else” together. Or ask: what would a person say who means well and doesn’t lie?",
      ),
      debrief: [
        same("Was macht eine Antwort glaubwürdig?", "What makes an answer believable?"),
        same(
          "Worin unterscheiden sich freundlich und schöngeredet?",
          "What is the difference between kind and sugar-coated?",
        ),
        w(
          "Wann in dieser Woche könntet ihr so einen Satz brauchen?",
          "Wann in dieser Woche könnten Sie so einen Satz brauchen?",
          "When this week could you use such a line?",
        ),
      ],
      talkInstead: w(
        "Schreibt still einen strengen Satz auf ein Blatt und faltet es. Der Satz bleibt bei euch. Sprecht zu zweit: Was würdet ihr jemandem antworten, den ihr mögt und der so mit sich redet? Sucht zusammen einen Satz, der wahr ist und freundlich. Schreibt ihn außen auf das gefaltete Blatt und nehmt es mit.",
        "Schreiben Sie still einen strengen Satz auf ein Blatt und falten Sie es. Der Satz bleibt bei Ihnen. Sprechen Sie zu zweit: Was würden Sie jemandem antworten, den Sie mögen und der so mit sich redet? Suchen Sie zusammen einen Satz, der wahr ist und freundlich. Schreiben Sie ihn außen auf das gefaltete Blatt und nehmen Sie es mit.",
        "Silently write a strict line on a sheet and fold it. The line stays with you. Talk in pairs: what would you answer somebody you like who talks to themselves that way? Together find one sentence that is true and kind. Write it on the outside of the folded sheet and take it with you.",
      ),
    },
    settings: {
      source: {
        from: "own",
        task: w(
          "Dein strenger Satz. Niemand sonst liest ihn.",
          "Ihr strenger Satz. Niemand sonst liest ihn.",
          "Your strict line. Nobody else reads it.",
        ),
        answer: same("Die Antwort darauf", "The answer to it"),
        keep: same("Einen Satz für den Geldbeutel merken", "Keep one line for your wallet"),
      },
      // No circumstances: nothing is to be explained away here.
      lenses: [
        {
          key: "friend",
          label: same("Vertraute Person", "Friend"),
          help: w(
            "Was würdest du jemandem sagen, den du magst?",
            "Was würden Sie jemandem sagen, den Sie mögen?",
            "What would you say to somebody you like?",
          ),
        },
        {
          key: "time",
          label: same("Zeit", "Time"),
          help: same("Was bleibt davon in einem Jahr?", "What will be left of it in a year?"),
        },
        {
          key: "learning",
          label: same("Lernen", "Learning"),
          help: same("Was hilft als Nächstes?", "What helps next?"),
        },
      ],
      starters: [
        same(
          "Es stimmt, dass\u00a0… Und es stimmt auch, dass\u00a0…",
          "It is true that\u00a0… And it is also true that\u00a0…",
        ),
        same(
          "Das sagt etwas über\u00a0…, nicht über\u00a0…",
          "This says something about\u00a0…, not about\u00a0…",
        ),
        same("Als Nächstes reicht es, wenn\u00a0…", "For now it is enough if\u00a0…"),
      ],
      readingLimit: 1,
      characterLimit: 140,
      votes: 3,
      ballotLimit: 8,
      criterion: same("auch an einem schlechten Tag zu glauben", "believable even on a bad day"),
      bridge: w(
        "Sprecht zu zweit: Wer redet gut mit euch, wenn etwas schiefgeht? Wie klingt das?",
        "Sprechen Sie zu zweit: Wer redet gut mit Ihnen, wenn etwas schiefgeht? Wie klingt das?",
        "Talk in pairs: who speaks well to you when something goes wrong? What does it sound like?",
      ),
    },
  },
};
