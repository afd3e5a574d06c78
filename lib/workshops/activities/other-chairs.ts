import { same, w } from "@/lib/words";
import { givenCases } from "@/lib/workshops/parts/cases";
import { otherSides } from "@/lib/workshops/parts/roles";
import { eyal2018, krossGrossmann2012 } from "@/lib/workshops/parts/sources";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";

/** Rounds of five minutes and of six: read, speak, swap. Nobody swaps after the last one, and speaks longer. */
const fives = {
  ...{ brief1: 1, play1: 3, swap1: 1 },
  ...{ brief2: 1, play2: 3, swap2: 1 },
  ...{ brief3: 1, play3: 4 },
};
const sixes = {
  ...{ brief1: 1, play1: 4, swap1: 1 },
  ...{ brief2: 1, play2: 4, swap2: 1 },
  ...{ brief3: 1, play3: 5 },
};

/** By the minutes of the whole. Choosing a case and preparing groups take none of the room's. */
const phaseMinutes = {
  30: {
    ...{ case: 3, gather: 2, ...fives, deRole: 2 },
    ...{ otherChair: 2, surprises: 1, guessKnowAsk: 3, takeAlong: 2 },
  },
  32: {
    ...{ case: 3, gather: 2, ...fives, deRole: 2 },
    ...{ otherChair: 2, surprises: 2, guessKnowAsk: 4, takeAlong: 2 },
  },
  36: {
    ...{ case: 3, gather: 3, ...sixes, deRole: 2 },
    ...{ otherChair: 2, surprises: 2, guessKnowAsk: 4, takeAlong: 2 },
  },
  40: {
    ...{ case: 4, gather: 3, ...sixes, deRole: 3 },
    ...{ otherChair: 3, surprises: 2, guessKnowAsk: 5, takeAlong: 2 },
  },
};

export const otherChairs: ReadyActivity = {
  strategy: 7,
  depth: "deep",
  doing: same(
    "Zu dritt oder zu viert im Sitzen die Seite wechseln: wer Nein sagt, wer gefragt hat, wer zuschaut.",
    "Change sides in threes or fours, sitting down: who says no, who asked, who watches.",
  ),
  seen: same(
    "Der Fall, die Gruppen mit ihren Plätzen, die Uhr jeder Runde; mögliche Gründe, nicht die Wahrheit.",
    "The case, the groups and their places, the clock of each round; possible reasons, not the truth.",
  ),
  remains: same(
    "Im Gespräch nichts; im stillen Modus freigegebene Zeilen je Rolle.",
    "Of talking nothing; in silent mode released lines by role.",
  ),
  activity: {
    key: "other-chairs",
    kind: "roleplay",
    title: same("Andere Stühle", "Other chairs"),
    prompt: w(
      "Du sitzt jetzt auf der anderen Seite. Was war an dem Tag bei dir los?",
      "Sie sitzen jetzt auf der anderen Seite. Was war an dem Tag bei Ihnen los?",
      "You are on the other side now. What was going on for you that day?",
    ),
    hint: w(
      "Sprich aus der Rolle, in der Ich-Form, im Sitzen. Niemand spielt vor.",
      "Sprechen Sie aus der Rolle, in der Ich-Form, im Sitzen. Niemand spielt vor.",
      "Speak from the role, as “I”, sitting down. Nobody performs.",
    ),
    contentNote: same(
      "Es geht darum, was möglich war, nicht darum, jemanden zu entschuldigen. War es unfair, nehmen wir einen anderen Fall.",
      "This is about what was possible, not about excusing anyone. If it was unfair, we take another case.",
    ),
    optOut: w(
      "Nimm die Rolle der Kamera: zuschauen und am Ende sagen, was zu sehen war.",
      "Nehmen Sie die Rolle der Kamera: zuschauen und am Ende sagen, was zu sehen war.",
      "Take the camera’s role: watch, and say at the end what could be seen.",
    ),
    evidence: same(
      "Kross und Grossmann (2012): Wer mit innerem Abstand über die eigenen Berufsaussichten nachdachte, urteilte überlegter. Eyal und andere (2018): Sich hineinzuversetzen macht Vermutungen nicht treffender, fragen schon (25 Experimente). Grenze: Geprüft wurden Abstand und Treffsicherheit, nicht der Tausch von Rollen nach einer Absage.",
      "Kross and Grossmann (2012): people who thought about their own career prospects from a distance reasoned more wisely. Eyal and others (2018): imagining the other side doesn’t make guesses more accurate, asking does (25 experiments). Limit: distance and accuracy were tested, not swapping roles after a rejection.",
    ),
    sources: [krossGrossmann2012, eyal2018],
    privateLines: [],
    minutes: 32,
    phaseMinutes: phaseMinutes[32],
    sizes: [
      { minutes: 30, phaseMinutes: phaseMinutes[30], settings: {} },
      { minutes: 32, phaseMinutes: phaseMinutes[32], settings: {} },
      { minutes: 36, phaseMinutes: phaseMinutes[36], settings: {} },
      { minutes: 40, phaseMinutes: phaseMinutes[40], settings: {} },
    ],
    script: {
      phases: {
        choose: {
          say: w(
            "Gleich kommt ein Fall: eine Karte, die jemand dafür freigegeben hat, oder ein erfundener. Ich wähle ihn in Ruhe aus; ihr müsst dafür nichts tun.",
            "Gleich kommt ein Fall: eine Karte, die jemand dafür freigegeben hat, oder ein erfundener. Ich wähle ihn in Ruhe aus; Sie müssen dafür nichts tun.",
            "A case is coming: a card that someone cleared for this, or a fictional one. I take a moment to choose; you don’t have to do anything.",
          ),
          watchFor: same(
            "Kein Fall mit Diskriminierung, Gewalt, Mobbing oder Trauer, und keiner, an dem man jemanden erkennt. Im Zweifel einen erfundenen nehmen.",
            "No case with discrimination, violence, bullying or bereavement, and none that identifies anyone. If in doubt, take a fictional one.",
          ),
        },
        case: {
          say: w(
            "Zuerst der Fall, vielleicht aus diesem Raum, vielleicht erfunden. Ich lese ihn vor, lest mit. Es geht darum, was möglich war, nicht darum, jemanden zu entschuldigen. War es unfair, nehmen wir einen anderen. Niemand fragt, von wem er ist.",
            "Zuerst der Fall, vielleicht aus diesem Raum, vielleicht erfunden. Ich lese ihn vor, lesen Sie mit. Es geht darum, was möglich war, nicht darum, jemanden zu entschuldigen. War es unfair, nehmen wir einen anderen. Niemand fragt, von wem er ist.",
            "First the case, perhaps from this room, perhaps made up. I read it aloud, read along. This is about what was possible, not about excusing anyone. If it was unfair, we take another one. Nobody asks whose it is.",
          ),
          watchFor: same(
            "Niemand erklärt, von wem der Fall ist, auch nicht, wer ihn selbst geschrieben hat. Wem er zu nah geht, darf einen anderen vorschlagen.",
            "Nobody explains whose case it is, not even whoever wrote it. Whoever it touches too closely may ask for another one.",
          ),
        },
        assign: {
          say: w(
            "Wir tauschen Stühle, zu dritt oder zu viert, im Sitzen. Ihr bekommt einen Fall und eine Rolle mit einer Frage. Sprecht drei Minuten aus der Rolle, dann wechseln die Rollen, drei Runden lang. Niemand spielt vor, und wer will, nimmt ohne Grund eine andere Rolle. Danach legen wir die Rollen ab und trennen: Was vermuten wir, was wissen wir?",
            "Wir tauschen Stühle, zu dritt oder zu viert, im Sitzen. Sie bekommen einen Fall und eine Rolle mit einer Frage. Sprechen Sie drei Minuten aus der Rolle, dann wechseln die Rollen, drei Runden lang. Niemand spielt vor, und wer will, nimmt ohne Grund eine andere Rolle. Danach legen wir die Rollen ab und trennen: Was vermuten wir, was wissen wir?",
            "We swap chairs, in threes or fours, sitting down. You get a case and a role with one question. Speak from the role for three minutes, then the roles change, for three rounds. Nobody performs, and you can take another role without a reason. Then we put the roles down and separate: what do we guess, what do we know?",
          ),
          watchFor: same(
            "Ruhig verteilen; nur Plätze sind zu sehen, niemals Personen. Wer mit wem sitzt, hat der Zufall entschieden, und das darf so gesagt werden.",
            "Take your time; only places are shown, never people. Who sits with whom was decided by chance, and you may say so.",
          ),
        },
        gather: {
          say: w(
            "Auf eurem Handy steht jetzt eure Gruppe mit einem Zeichen. Haltet es hoch, findet euch und setzt euch so, dass alle sich hören. Wer per Video dabei ist, bleibt, wo der eigene Bildschirm ist.",
            "Auf Ihrem Handy steht jetzt Ihre Gruppe mit einem Zeichen. Halten Sie es hoch, finden Sie sich und setzen Sie sich so, dass alle sich hören. Wer per Video dabei ist, bleibt, wo der eigene Bildschirm ist.",
            "Your phone now shows your group with a sign. Hold it up, find each other and sit so that all can hear. Whoever takes part by video stays where their own screen is.",
          ),
          watchFor: same(
            "Steht jemand allein: hingehen und einen Stuhl dazustellen. Wer ohne Handy da ist, bekommt die Rolle, die in der Gruppe übrig ist.",
            "If somebody stands alone: go there and add a chair. Whoever has no phone takes the role that is left in the group.",
          ),
        },
        brief1: {
          say: w(
            "Runde eins, hinter der Tür: Was war los? Lest still eure Rolle und ihre Frage. Noch spricht niemand. Passt eine Rolle nicht, nehmt eine andere; einen Grund braucht es nicht.",
            "Runde eins, hinter der Tür: Was war los? Lesen Sie still Ihre Rolle und ihre Frage. Noch spricht niemand. Passt eine Rolle nicht, nehmen Sie eine andere; einen Grund braucht es nicht.",
            "Round one, behind the door: what was going on? Read your role and its question in silence. Nobody speaks yet. If a role doesn’t suit you, take another; no reason needed.",
          ),
          watchFor: same(
            "Jemand erkennt den eigenen Fall: Rolle tauschen lassen, nachher ansprechen.",
            "Somebody recognises their own case: let them swap, speak to them later.",
          ),
        },
        play1: {
          say: w(
            "Jetzt sprecht aus der Rolle, in der Ich-Form, im Sitzen. Die Frage auf der Karte hilft beim Anfangen. Wer die Kamera ist, hört zu und sagt zum Schluss, was zu sehen war.",
            "Jetzt sprechen Sie aus der Rolle, in der Ich-Form, im Sitzen. Die Frage auf der Karte hilft beim Anfangen. Wer die Kamera ist, hört zu und sagt zum Schluss, was zu sehen war.",
            "Now speak from the role, as “I”, sitting down. The question on the card helps to begin. Whoever is the camera listens and says at the end what could be seen.",
          ),
          watchFor: same(
            "Spott über die andere Seite, Karikaturen, Dialekt: freundlich zurück zur Frage auf der Karte.",
            "Mocking the other side, caricatures, accents: kindly back to the question on the card.",
          ),
        },
        swap1: {
          say: w(
            "Die Rollen wandern weiter. Tauscht die Stühle und lest, wer ihr jetzt seid. Was eben gesagt wurde, gehört zur Rolle, nicht zum Menschen.",
            "Die Rollen wandern weiter. Tauschen Sie die Stühle und lesen Sie, wer Sie jetzt sind. Was eben gesagt wurde, gehört zur Rolle, nicht zum Menschen.",
            "The roles move on. Swap chairs and read who you are now. What was just said belongs to the role, not to the person.",
          ),
          watchFor: same(
            "Wer sitzen bleiben muss, bleibt sitzen; die Rolle wandert trotzdem.",
            "Whoever has to stay seated stays; the role moves on all the same.",
          ),
        },
        brief2: {
          say: w(
            "Runde zwei, vom Balkon: Was ist von oben zu sehen? Lest die neue Rolle. Stellt euch vor, ihr schaut auf beide hinunter, ohne Ton.",
            "Runde zwei, vom Balkon: Was ist von oben zu sehen? Lesen Sie die neue Rolle. Stellen Sie sich vor, Sie schauen auf beide hinunter, ohne Ton.",
            "Round two, from the balcony: what can be seen from above? Read the new role. Imagine looking down on both of them, without sound.",
          ),
          watchFor: same(
            "War eine Gruppe in Runde eins laut oder still geblieben: kurz hingehen, nichts fragen.",
            "If a group was loud or silent in round one: go there for a moment, ask nothing.",
          ),
        },
        play2: {
          say: w(
            "Sprecht wieder aus der Rolle, diesmal mit Abstand: Was ist zu sehen, wenn niemand recht haben muss?",
            "Sprechen Sie wieder aus der Rolle, diesmal mit Abstand: Was ist zu sehen, wenn niemand recht haben muss?",
            "Speak from the role again, this time from a distance: what can be seen if nobody has to be right?",
          ),
          watchFor: same(
            "Die andere Seite klingt dumm oder böse: nach dem fragen, was sie schützen musste.",
            "The other side sounds stupid or mean: ask what they had to protect.",
          ),
        },
        swap2: {
          say: w(
            "Noch ein Wechsel, der letzte. Steht kurz auf, atmet durch, nehmt den nächsten Stuhl.",
            "Noch ein Wechsel, der letzte. Stehen Sie kurz auf, atmen Sie durch, nehmen Sie den nächsten Stuhl.",
            "One more swap, the last one. Stand up for a moment, breathe, take the next chair.",
          ),
          watchFor: same(
            "Wer dazukommt oder gehen möchte: Jetzt ist der Moment dafür.",
            "Whoever joins or wants to leave: this is the moment for it.",
          ),
        },
        brief3: {
          say: w(
            "Runde drei, in einem Jahr: Was ist daraus geworden? Lest still. Manche haben jetzt eine Rolle, die es vorher nicht gab.",
            "Runde drei, in einem Jahr: Was ist daraus geworden? Lesen Sie still. Manche haben jetzt eine Rolle, die es vorher nicht gab.",
            "Round three, in a year: what became of it? Read in silence. Some now have a role that was not there before.",
          ),
          watchFor: same(
            "Niemand muss ein gutes Ende erfinden.",
            "Nobody has to invent a happy end.",
          ),
        },
        play3: {
          say: w(
            "Sprecht aus dem Jahr danach: Was ist geworden, was war am Ende nicht so wichtig? Es muss nicht gut ausgegangen sein.",
            "Sprechen Sie aus dem Jahr danach: Was ist geworden, was war am Ende nicht so wichtig? Es muss nicht gut ausgegangen sein.",
            "Speak from a year later: what became of it, what turned out not to matter much? It need not have ended well.",
          ),
          watchFor: same(
            "Ratschläge an eine Person im Raum: zurück in die Rolle, sie erinnert sich nur.",
            "Advice to a person in the room: back into the role, it only remembers.",
          ),
        },
        deRole: {
          say: w(
            "Jetzt legen wir die Rollen ab, alle zusammen. Handy weg, aufstehen, Platz wechseln. Dann sagt jede Person in der Gruppe einen Unterschied zwischen sich und der Rolle. Erst danach reden wir darüber.",
            "Jetzt legen wir die Rollen ab, alle zusammen. Handy weg, aufstehen, Platz wechseln. Dann sagt jede Person in der Gruppe einen Unterschied zwischen sich und der Rolle. Erst danach sprechen wir darüber.",
            "Now we step out of the roles, all together. Phone down, stand up, change seats. Then each person in the group names one difference between themselves and the role. Only after that we talk about it.",
          ),
          watchFor: same(
            "Diesen Schritt nicht kürzen. Wer noch in der Rolle redet, sagt den Unterschied laut.",
            "Don’t shorten this step. Whoever still talks from the role says the difference aloud.",
          ),
        },
        otherChair: {
          say: w(
            "Zuerst reihum in der Gruppe, dann wer mag laut: Wie war es auf dem anderen Stuhl? Erzählt vom Sitzen dort, noch nicht vom Fall.",
            "Zuerst reihum in der Gruppe, dann wer mag laut: Wie war es auf dem anderen Stuhl? Erzählen Sie vom Sitzen dort, noch nicht vom Fall.",
            "First round the group, then aloud if you like: what was it like in the other chair? Tell of sitting there, not of the case yet.",
          ),
          watchFor: same(
            "Wer noch in der Rolle redet, sagt zuerst einen Unterschied laut.",
            "Whoever still talks from the role first names a difference aloud.",
          ),
        },
        surprises: {
          say: same(
            "Und was hat überrascht? Etwas, das jemand gesagt hat, oder etwas, das auf einmal im eigenen Mund war.",
            "And what was surprising? Something that somebody said, or something that was suddenly in one’s own mouth.",
          ),
          watchFor: same(
            "Überraschung ist kein Beweis: Nicht klären, wie es wirklich war.",
            "Surprise proves nothing: don’t settle what really happened.",
          ),
        },
        guessKnowAsk: {
          say: w(
            "Jetzt trennen wir: Was vermuten wir nur? Was wissen wir? Und was ließe sich fragen? Schreibt es zusammen auf das Blatt eurer Gruppe, mit Fragen, die man wirklich stellen könnte. Ich lese alle Blätter und zeige ein paar Zeilen davon.",
            "Jetzt trennen wir: Was vermuten wir nur? Was wissen wir? Und was ließe sich fragen? Schreiben Sie es zusammen auf das Blatt Ihrer Gruppe, mit Fragen, die man wirklich stellen könnte. Ich lese alle Blätter und zeige ein paar Zeilen davon.",
            "Now we separate: what do we only guess? What do we know? And what could one ask? Write it together on your group’s sheet, with questions that one could really ask. I read all sheets and show a few lines of them.",
          ),
          watchFor: same(
            "Die Reihenfolge halten: vermuten, wissen, fragen. Das letzte Wort hat die Frage. Niemanden fragen, von wem der Fall ist.",
            "Keep the order: guess, know, ask. The last word is a question. Don’t ask whose case it is.",
          ),
        },
        takeAlong: {
          say: w(
            "Zuletzt jede Person für sich: Was nehmt ihr für eure nächste Anfrage mit? Ein Wort genügt, und es darf bei euch bleiben.",
            "Zuletzt jede Person für sich: Was nehmen Sie für Ihre nächste Anfrage mit? Ein Wort genügt, und es darf bei Ihnen bleiben.",
            "Last, each on your own: what do you take along for your next request? One word is enough, and you may keep it to yourself.",
          ),
          watchFor: same(
            "Keine neue Geschichte öffnen. Danach folgt eine Pause oder etwas Leichtes.",
            "Open no new story. A break or something light comes next.",
          ),
        },
      },
      ifItStalls: same(
        "Die Frage der Rolle vorlesen und zwanzig Sekunden Stille geben. Oder auf „still“ umstellen: eine Zeile schreiben statt sprechen.",
        "Read out the role’s question and give twenty seconds of silence. Or switch to silent mode: write one line instead of speaking.",
      ),
      debrief: [
        same(
          "Wie war es auf dem anderen Stuhl? Was hat überrascht?",
          "What was it like in the other chair? What was surprising?",
        ),
        same(
          "Was vermuten wir, was wissen wir, was ließe sich fragen?",
          "What do we guess, what do we know, what could one ask?",
        ),
        w(
          "Was nehmt ihr für eure nächste Anfrage mit?",
          "Was nehmen Sie für Ihre nächste Anfrage mit?",
          "What do you take along for your next request?",
        ),
      ],
      talkInstead: same(
        "Ich lese einen erfundenen Fall vor und stelle zwei leere Stühle hin: wer gefragt hat, wer Nein gesagt hat. Wer mag, setzt sich und sagt einen Satz aus diesem Stuhl. Danach aufstehen, den Stuhl loslassen. Zum Schluss sammeln wir: Was war vermutet, was wissen wir, was hätte man fragen können?",
        "I read out a fictional case and put out two empty chairs: the one who asked, the one who said no. Sit down if you like and say one sentence from that chair. Then stand up and leave it behind. At the end we collect: what was guessed, what do we know, what could one have asked?",
      ),
    },
    settings: {
      source: { from: "earlier", activity: "small-no", givenCases },
      roleSet: otherSides,
      size: 4,
      rounds: [
        same("Hinter der Tür: Was war los?", "Behind the door: what was going on?"),
        same(
          "Vom Balkon: Was ist von oben zu sehen?",
          "From the balcony: what can be seen from above?",
        ),
        same("In einem Jahr: Was ist daraus geworden?", "In a year: what became of it?"),
      ],
      steps: [
        {
          key: "brief",
          text: same("Rolle und Frage still lesen.", "Read role and question in silence."),
          byRole: {},
          isBetween: false,
        },
        {
          key: "play",
          text: same(
            "Aus der Rolle sprechen, in der Ich-Form, im Sitzen. Niemand spielt vor.",
            "Speak from the role, as “I”, sitting down. Nobody performs.",
          ),
          byRole: {},
          isBetween: false,
        },
        {
          key: "swap",
          text: same(
            "Stühle tauschen. Die Rollen wandern weiter.",
            "Swap chairs. The roles move on.",
          ),
          byRole: {},
          isBetween: true,
        },
      ],
      mode: "spoken",
      runs: false,
      linesEach: 1,
      characterLimit: 140,
      deRole: [
        same("Handy weglegen.", "Put the phone down."),
        same("Aufstehen und den Platz wechseln.", "Stand up and change seats."),
        w(
          "Einen Unterschied sagen zwischen dir und der Rolle.",
          "Einen Unterschied sagen zwischen sich und der Rolle.",
          "Name one difference between you and the role.",
        ),
      ],
      debrief: [
        {
          key: "otherChair",
          text: same("Wie war es auf dem anderen Stuhl?", "What was it like in the other chair?"),
        },
        { key: "surprises", text: same("Was hat überrascht?", "What was surprising?") },
        {
          key: "guessKnowAsk",
          text: same(
            "Was vermuten wir, was wissen wir, was ließe sich fragen?",
            "What do we guess, what do we know, what could one ask?",
          ),
        },
        {
          key: "takeAlong",
          text: w(
            "Was nehmt ihr für eure nächste Anfrage mit?",
            "Was nehmen Sie für Ihre nächste Anfrage mit?",
            "What do you take along for your next request?",
          ),
        },
      ],
      label: same("Mögliche Gründe, nicht die Wahrheit", "Possible reasons, not the truth"),
      starters: [
        same("An dem Tag lag bei mir\u00a0…", "On that day I had\u00a0…"),
        same(
          "Was die andere Person nicht sehen konnte:\u00a0…",
          "What the other person could not see:\u00a0…",
        ),
        same("Gefreut hätte mich, wenn\u00a0…", "I would have been glad if\u00a0…"),
      ],
      summary: "approved",
    },
  },
};

/** The same in a plan where nobody has written a card that could become a case. */
export const withGivenCases = ({ activity, ...rest }: ReadyActivity): ReadyActivity => ({
  ...rest,
  activity: {
    ...activity,
    settings: { ...activity.settings, source: { from: "given", givenCases } },
  },
});
