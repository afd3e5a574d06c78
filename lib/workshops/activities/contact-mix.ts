import { same, w } from "@/lib/words";
import { liebermanSchroeder2020, roghanizadBohns2017 } from "@/lib/workshops/parts/sources";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";

export const contactMix: ReadyActivity = {
  strategy: 12,
  depth: "light",
  doing: same(
    "Schätzen, wie viele von zehn Kontakten am Bildschirm laufen und wie viele es sein sollen.",
    "Guess how many of ten contacts are on a screen, and how many should be.",
  ),
  seen: same(
    "Jetzt und Gewünscht übereinander, und wie viel davon gerade möglich ist.",
    "Now and wanted over each other, and how much of it is possible right now.",
  ),
  remains: same(
    "Für alle Mitte und Streuung der Antworten; auf jedem Gerät ein Kontakt, der einen anderen Weg bekommt.",
    "For everybody the middle and spread of the answers; on each device one contact that gets another way.",
  ),
  activity: {
    key: "contact-mix",
    kind: "scale",
    title: same("Mein Kontaktmix", "My contact mix"),
    prompt: w(
      "Denk an zehn Kontakte der letzten vier Wochen: Wie viele liefen am Bildschirm?",
      "Denken Sie an zehn Kontakte der letzten vier Wochen: Wie viele liefen am Bildschirm?",
      "Think of ten contacts of the past four weeks: how many were on a screen?",
    ),
    hint: same(
      "Am Bildschirm: Nachricht, Plattform, Video. Im Gespräch: im selben Raum oder am Telefon. Schätzen genügt.",
      "On a screen: message, platform, video. In conversation: in the same room or by phone. A guess will do.",
    ),
    contentNote: same(
      "Treffen kosten Zeit, Geld und Kraft. Was gerade nicht geht, geht gerade nicht.",
      "Meeting people costs time, money and strength. What isn’t possible right now isn’t possible right now.",
    ),
    optOut: w(
      "Schätz für jemanden, der von zu Hause arbeitet und Kontakte sucht.",
      "Schätzen Sie für jemanden, der von zu Hause arbeitet und Kontakte sucht.",
      "Guess for somebody who works from home and is looking for contacts.",
    ),
    evidence: same(
      "Ein ideales Verhältnis ist nicht bekannt. Lieberman und Schroeder (2020): Online lassen sich neue und lose Kontakte leichter knüpfen, dafür sieht und hört man weniger voneinander. Roghanizad und Bohns (2017): Bitten an Fremde gelangen im Gespräch besser als per E-Mail. Grenze: Überblick und kleine Studien, kein Maß für einen guten Mix.",
      "No ideal ratio is known. Lieberman and Schroeder (2020): online it is easier to form new and loose ties, while people see and hear less of each other. Roghanizad and Bohns (2017): requests to strangers worked better in person than by e-mail. Limit: an overview and small studies, no measure of a good mix.",
    ),
    sources: [liebermanSchroeder2020, roghanizadBohns2017],
    privateLines: [
      {
        key: "one-contact",
        phase: "line",
        prompt: same(
          "Welcher eine Kontakt bekommt bis wann einen anderen Weg?",
          "Which one contact gets another way, by when?",
        ),
        placeholder: null,
        input: "line",
      },
    ],
    minutes: 12,
    phaseMinutes: { ask: 4, show: 3, pairs: 3, line: 2 },
    sizes: [{ minutes: 12, phaseMinutes: { ask: 4, show: 3, pairs: 3, line: 2 }, settings: {} }],
    script: {
      phases: {
        ask: {
          say: w(
            "Denkt an zehn Kontakte aus den letzten vier Wochen, grob geschätzt. Wie viele liefen am Bildschirm, wie viele im Gespräch? Und wie hättet ihr es gern? Ein richtiges Verhältnis kennt niemand. Es geht darum, nicht an einem einzigen Weg zu hängen.",
            "Denken Sie an zehn Kontakte aus den letzten vier Wochen, grob geschätzt. Wie viele liefen am Bildschirm, wie viele im Gespräch? Und wie hätten Sie es gern? Ein richtiges Verhältnis kennt niemand. Es geht darum, nicht an einem einzigen Weg zu hängen.",
            "Think of ten contacts of the past four weeks, roughly. How many were on a screen, how many in conversation? And how would you like it? Nobody knows a right ratio. The point is not to depend on one single way.",
          ),
          watchFor: same(
            "Wertungen wie „Online zählt nicht“.",
            "Judgements such as “online doesn’t count”.",
          ),
        },
        show: {
          say: same(
            "Oben steht, wie es jetzt ist, unten, wie es sein soll. Ein richtiges Verhältnis kennt niemand. Wie weit liegen beide auseinander? Danach die dritte Frage: Was davon ist gerade möglich?",
            "Above is how it is now, below how it should be. Nobody knows a right ratio. How far apart are the two? Then the third question: what of it is possible right now?",
          ),
          watchFor: same(
            "Keine Zahl deuten und keine einer Person zuordnen.",
            "Interpret no number, and give none to a person.",
          ),
        },
        pairs: {
          say: w(
            "Sprecht zu zweit: Was fällt euch leicht, was möchtet ihr öfter? Drei Satzanfänge stehen auf eurem Gerät. Hört zu und ratet nicht.",
            "Sprechen Sie zu zweit: Was fällt Ihnen leicht, was möchten Sie öfter? Drei Satzanfänge stehen auf Ihrem Gerät. Hören Sie zu und raten Sie nicht.",
            "Talk in pairs: what comes easily to you, what would you like more often? Three beginnings are on your device. Listen, and give no advice.",
          ),
          watchFor: same(
            "Wer wegen Pflege, Geld, Angst oder Wegen am Bildschirm bleibt, muss das nicht erklären.",
            "Whoever stays on screen because of care work, money, fear or distance need not explain.",
          ),
        },
        line: {
          say: w(
            "Jetzt jede Person für sich: Sucht einen Kontakt aus, bei dem ihr den Weg wechselt, und schreibt dazu, bis wann. Das bleibt auf eurem Gerät.",
            "Jetzt jede Person für sich: Suchen Sie einen Kontakt aus, bei dem Sie den Weg wechseln, und schreiben Sie dazu, bis wann. Das bleibt auf Ihrem Gerät.",
            "Now each on your own: choose one contact and change the way, and add by when. It stays on your device.",
          ),
          watchFor: same(
            "Niemand liest die eigene Zeile vor. Nicht nach Namen fragen.",
            "Nobody reads their line aloud. Don’t ask for names.",
          ),
        },
      },
      ifItStalls: same(
        "Statt zu zählen, fragen: Was war der letzte Kontakt? Und der davor? Fünf genügen.",
        "Instead of counting ask: what was the latest contact? And the one before? Five are enough.",
      ),
      debrief: [
        same(
          "Wie weit liegen Jetzt und Gewünscht auseinander?",
          "How far apart are now and wanted?",
        ),
        same(
          "Was wird leichter, wenn ein Nein nicht den einzigen Weg trifft?",
          "What gets easier if a no doesn’t hit the only way?",
        ),
        w(
          "Was bräuchtet ihr, um einen Kontakt anders zu pflegen?",
          "Was bräuchten Sie, um einen Kontakt anders zu pflegen?",
          "What would you need to keep one contact in another way?",
        ),
      ],
      talkInstead: w(
        "Stellt euch zehn Kontakte als zehn Finger vor. Zeigt einer Person: So viele laufen bei mir am Bildschirm. Dann: So viele sollen es sein. Redet zwei Minuten darüber, was leichtfällt und was gerade nicht geht. Sagt zum Schluss, bei welchem einen Kontakt ihr den Weg wechselt. Der Name bleibt bei euch.",
        "Stellen Sie sich zehn Kontakte als zehn Finger vor. Zeigen Sie einer Person: So viele laufen bei mir am Bildschirm. Dann: So viele sollen es sein. Reden Sie zwei Minuten darüber, was leichtfällt und was gerade nicht geht. Sagen Sie zum Schluss, bei welcher Art von Kontakt Sie den Weg wechseln. Der Name bleibt bei Ihnen.",
        "Picture ten contacts as ten fingers. Show one person: so many of mine are on a screen. Then: so many I’d like. Talk for two minutes about what comes easily and what isn’t possible right now. At the end say with which kind of contact you’ll change the way. The name stays with you.",
      ),
    },
    settings: {
      items: [
        {
          key: "now",
          prompt: same(
            "Jetzt: Wie viele von zehn laufen am Bildschirm?",
            "Now: how many of ten are on a screen?",
          ),
          low: same("alle im Gespräch", "all in conversation"),
          high: same("alle am Bildschirm", "all on a screen"),
          none: null,
        },
        {
          key: "wanted",
          prompt: same(
            "Gewünscht: Wie viele von zehn sollen es sein?",
            "Wanted: how many of ten should it be?",
          ),
          low: same("alle im Gespräch", "all in conversation"),
          high: same("alle am Bildschirm", "all on a screen"),
          none: null,
        },
        {
          key: "possible",
          prompt: w(
            "Wie viel von dieser Änderung ist dir gerade möglich?",
            "Wie viel von dieser Änderung ist Ihnen gerade möglich?",
            "How much of that change is possible for you right now?",
          ),
          low: same("gerade nichts", "nothing right now"),
          high: same("alles", "all of it"),
          none: null,
        },
      ],
      overlay: { captions: [same("Jetzt", "Now"), same("Gewünscht", "Wanted")], wide: null },
      note: same("Ein richtiges Verhältnis ist nicht bekannt.", "No right ratio is known."),
      starters: [
        same("Leicht fällt mir\u00a0…", "What comes easily to me is\u00a0…"),
        same("Öfter möchte ich\u00a0…", "I would like to\u00a0… more often"),
        same("Einem Kontakt könnte ich\u00a0…", "With one contact I could\u00a0…"),
      ],
      afterwards: ["pairs", "line"],
      pairWith: null,
      reminder: null,
      series: null,
      summary: "aggregate",
    },
  },
};
