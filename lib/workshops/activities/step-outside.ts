import { same, w } from "@/lib/words";
import { aroundStepOutside } from "@/lib/workshops/parts/near";
import { bruehlmanSenecalAyduk2015, krossAyduk2017 } from "@/lib/workshops/parts/sources";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";

const picture = {
  key: "picture",
  text: w(
    "Geh in Gedanken über die Straße. Dreh dich um. Dort stehst du, mit deinem kleinen Nein.",
    "Gehen Sie in Gedanken über die Straße. Drehen Sie sich um. Dort stehen Sie, mit Ihrem kleinen Nein.",
    "Cross the street in your mind. Turn around. There you are, with your small no.",
  ),
  starters: [same("Von hier aus sehe ich\u00a0…", "From here I see\u00a0…")],
};

const quiet = {
  key: "quiet",
  text: same(
    "Zwei Minuten Stille. Das Handy darf liegen bleiben.",
    "Two minutes of silence. The phone can stay on the table.",
  ),
  starters: [],
};

const move = {
  key: "move",
  text: w(
    "Steh auf, streck dich, geh ein paar Schritte. Such etwas Grünes.",
    "Stehen Sie auf, strecken Sie sich, gehen Sie ein paar Schritte. Suchen Sie etwas Grünes.",
    "Stand up, stretch, walk a few steps. Look for something green.",
  ),
  starters: [],
};

const exchange = {
  key: "exchange",
  text: same(
    "Zu zweit, ein Satz. Wer lieber schweigt, schweigt.",
    "In pairs, one sentence. If you’d rather be silent, be silent.",
  ),
  starters: [
    same("Von hier aus sehe ich\u00a0…", "From here I see\u00a0…"),
    same("Bis heute Abend lege ich\u00a0… weg", "Until tonight I put\u00a0… aside"),
  ],
};

const year = {
  key: "year",
  text: same(
    "Derselbe Ort, ein Jahr später. Was zählt davon noch?",
    "The same place, a year later. What of it still counts?",
  ),
  starters: [
    same("In einem Jahr zählt davon\u00a0…", "In a year, what counts of it is\u00a0…"),
    same("Bis heute Abend lege ich\u00a0… weg", "Until tonight I put\u00a0… aside"),
  ],
};

export const stepOutside: ReadyActivity = {
  strategy: 8,
  depth: "middle",
  doing: same(
    "Ein kleines Nein von außen und von später ansehen, still sein, sich bewegen.",
    "Look at a small no from outside and from later, be silent, move.",
  ),
  seen: same(
    "Schritt für Schritt ein Satz; einzeln gehalten auch, wie sich die Nähe verändert.",
    "A sentence, step by step; held alone also how closeness changes.",
  ),
  remains: same(
    "Für alle Titel und Minuten; auf jedem Gerät, was beim nächsten Mal hilft.",
    "For everybody title and minutes; on each device what will help next time.",
  ),
  around: aroundStepOutside,
  activity: {
    key: "step-outside",
    kind: "pause",
    title: same("Kurz raus", "Step outside"),
    prompt: w(
      "Sieh die Szene von der anderen Straßenseite. Was siehst du, was hörst du nicht mehr?",
      "Sehen Sie die Szene von der anderen Straßenseite. Was sehen Sie, was hören Sie nicht mehr?",
      "Watch the scene from across the street. What do you see, what can’t you hear any more?",
    ),
    hint: same(
      "Augen offen, Blick auf einen ruhigen Punkt. Abschweifen ist erlaubt.",
      "Eyes open, rest them on a quiet spot. Drifting off is fine.",
    ),
    contentNote: w(
      "Stille ist nicht für alle ruhig. Steh auf oder geh kurz vor die Tür, wenn du magst.",
      "Stille ist nicht für alle ruhig. Stehen Sie auf oder gehen Sie kurz vor die Tür, wenn Sie mögen.",
      "Silence isn’t calm for everyone. Stand up or step outside if you like.",
    ),
    optOut: w(
      "Schau aus dem Fenster und zähl fünf Dinge, die sich bewegen.",
      "Schauen Sie aus dem Fenster und zählen Sie fünf Dinge, die sich bewegen.",
      "Look out of the window and count five things that move.",
    ),
    evidence: same(
      "Kross und Ayduk (2017): Wer ein belastendes Erlebnis von außen betrachtet, regt sich darüber weniger auf. Bruehlman-Senecal und Ayduk (2015): Der Blick aus der fernen Zukunft senkte die Belastung (sieben Studien). Grenze: meist gleich danach gemessen; schwere Erlebnisse gehören nicht in einen Workshop.",
      "Kross and Ayduk (2017): looking at an upsetting event from outside makes it less upsetting. Bruehlman-Senecal and Ayduk (2015): the view from the far future lowered distress (seven studies). Limit: mostly measured straight afterwards; severe events don’t belong in a workshop.",
    ),
    sources: [krossAyduk2017, bruehlmanSenecalAyduk2015],
    privateLines: [
      {
        key: "next-time",
        phase: "year",
        prompt: w(
          "Was hilft dir beim nächsten Mal, kurz rauszukommen?",
          "Was hilft Ihnen beim nächsten Mal, kurz rauszukommen?",
          "What will help you step outside next time?",
        ),
        placeholder: null,
        input: "line",
      },
    ],
    minutes: 5,
    phaseMinutes: { picture: 1, quiet: 2, move: 1, year: 1 },
    sizes: [
      {
        minutes: 5,
        phaseMinutes: { picture: 1, quiet: 2, move: 1, year: 1 },
        settings: { steps: [picture, quiet, move, year] },
      },
      {
        minutes: 10,
        phaseMinutes: { picture: 2, quiet: 2, move: 2, exchange: 2, year: 2 },
        settings: { steps: [picture, quiet, move, exchange, year] },
      },
    ],
    script: {
      phases: {
        picture: {
          say: w(
            "Wir gehen kurz raus, erst in Gedanken, dann mit den Füßen. Lasst die Augen offen. Seht euer kleines Nein von der anderen Straßenseite, wie einen Film ohne Ton.",
            "Wir gehen kurz raus, erst in Gedanken, dann mit den Füßen. Lassen Sie die Augen offen. Sehen Sie Ihr kleines Nein von der anderen Straßenseite, wie einen Film ohne Ton.",
            "We step outside, first in our minds, then on our feet. Keep your eyes open. Watch your small no from across the street, like a film without sound.",
          ),
          watchFor: same(
            "Kichern in der ersten Minute ist normal.",
            "Giggling in the first minute is normal.",
          ),
        },
        quiet: {
          say: same(
            "Jetzt zwei\u00a0Minuten Stille. Wer unruhig wird, steht auf oder geht vor die Tür, das gehört dazu. Ich sage, wenn es vorbei ist.",
            "Now two\u00a0minutes of silence. If you get restless, stand up or step out; that is part of it. I’ll say when it is over.",
          ),
          watchFor: same(
            "Wer weint oder erstarrt: ruhig hingehen, Wasser anbieten, nichts fragen. Die Stille nicht verlängern.",
            "If somebody cries or freezes: go over quietly, offer water, ask nothing. Don’t extend the silence.",
          ),
        },
        move: {
          say: w(
            "Jetzt mit den Füßen: Steht auf, streckt euch, geht ein paar Schritte und sucht etwas Grünes. Wer nicht aufstehen mag oder kann, streckt sich im Sitzen.",
            "Jetzt mit den Füßen: Stehen Sie auf, strecken Sie sich, gehen Sie ein paar Schritte und suchen Sie etwas Grünes. Wer nicht aufstehen mag oder kann, streckt sich im Sitzen.",
            "Now on our feet: stand up, stretch, walk a few steps and look for something green. If you’d rather not or can’t stand up, stretch where you sit.",
          ),
          watchFor: same(
            "Raum und Hausregeln vorher prüfen. Niemand muss aufstehen.",
            "Check the room and the building’s rules first. Nobody has to stand up.",
          ),
        },
        exchange: {
          say: w(
            "Sprecht zu zweit, ein Satz genügt: Was war von drüben anders? Wer lieber schweigt, schweigt.",
            "Sprechen Sie zu zweit, ein Satz genügt: Was war von drüben anders? Wer lieber schweigt, schweigt.",
            "Talk in pairs, one sentence is enough: what was different from over there? If you’d rather be silent, be silent.",
          ),
          watchFor: same("Wer schweigt, wird nicht gefragt.", "Don’t ask anyone who stays silent."),
        },
        year: {
          say: same(
            "Zum Schluss die Frage: Was zählt davon in einem Jahr? Wer mag, schreibt dazu auf, was beim nächsten Mal hilft, kurz rauszukommen. Das bleibt auf dem eigenen Gerät.",
            "At the end the question: what of it counts in a year? If you like, also write down what will help you step outside next time. It stays on your own device.",
          ),
          watchFor: same("Niemand liest die eigene Zeile vor.", "Nobody reads their line aloud."),
        },
      },
      ifItStalls: same(
        "Gleich mit der Bewegung beginnen und die Stille auf eine Minute kürzen. Abstand kommt auch vom Fenster.",
        "Start with the movement and cut the silence to one minute. Distance also comes from a window.",
      ),
      debrief: aroundStepOutside.after.script.debrief,
      talkInstead: w(
        "Legt alles weg und steht auf. Geht ans Fenster und sucht etwas, das weit weg ist. Stellt euch vor, euer kleines Nein passiert dort drüben. Eine Minute, ohne zu reden. Dann sagt einer Person neben euch einen Satz: In einem Jahr zählt davon\u00a0… Wer lieber schweigt, schweigt.",
        "Legen Sie alles weg und stehen Sie auf. Gehen Sie ans Fenster und suchen Sie etwas, das weit weg ist. Stellen Sie sich vor, Ihr kleines Nein passiert dort drüben. Eine Minute, ohne zu reden. Dann sagen Sie einer Person neben sich einen Satz: In einem Jahr zählt davon\u00a0… Wer lieber schweigt, schweigt.",
        "Put everything down and stand up. Go to the window and look for something far away. Imagine your small no is happening over there. One minute without talking. Then say one sentence to the person next to you: in a year, what counts of it is\u00a0… If you’d rather be silent, be silent.",
      ),
    },
    settings: {
      text: null,
      acknowledge: null,
      role: "break",
      steps: [picture, quiet, move, year],
      breath: false,
    },
  },
};
