import { same, w } from "@/lib/words";
import { givenCases } from "@/lib/workshops/parts/cases";
import {
  breinesChen2012,
  bruehlmanSenecalAyduk2015,
  perry2010,
  wood2009,
} from "@/lib/workshops/parts/sources";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";

export const otherReadings: ReadyActivity = {
  strategy: null,
  depth: "deep",
  doing: same(
    "Zu einem Fall aufschreiben, was noch dahinterstecken könnte, und abstimmen.",
    "Write what else could be behind a case, and vote.",
  ),
  seen: same(
    "Der Fall und die drei Sichtweisen, die am meisten halfen.",
    "The case and the three views that helped most.",
  ),
  remains: same("Je Fall die drei ersten Sichtweisen.", "The top three views of each case."),
  activity: {
    key: "other-readings",
    kind: "reframe",
    title: same("Andere Sichtweisen", "Other views"),
    prompt: same("Was könnte noch dahinterstecken?", "What else could be behind it?"),
    hint: same(
      "Ein Satz, der möglich ist. Kein Trost, kein Rat, kein Schönreden.",
      "One sentence that could be true. No comfort, no advice, no sugar-coating.",
    ),
    contentNote: null,
    optOut: null,
    evidence: same(
      "Perry und andere (2010): Studierende mit schwachem oder mittlerem Start verbesserten sich, nachdem sie gelernt hatten, nach veränderbaren Ursachen zu suchen. Bruehlman-Senecal und Ayduk (2015): Der Blick aus ferner Zukunft verringerte Belastung (sieben Studien). Breines und Chen (2012): Wer nach einem Fehler freundlich mit sich war, wollte sich eher verbessern. Wood und andere (2009): Schöne Sätze, die man nicht glaubt, können schaden. Grenze: Untersucht sind einzelne Fragen, nicht diese Runde mit Karten und Stimmen.",
      "Perry and others (2010): students with a weak or average start improved after learning to look for causes they can change. Bruehlman-Senecal and Ayduk (2015): the view from the far future lowered distress (seven studies). Breines and Chen (2012): people who were kind to themselves after a mistake wanted to improve more. Wood and others (2009): kind sentences one doesn’t believe can do harm. Limit: single questions were studied, not this round with cards and votes.",
    ),
    sources: [perry2010, bruehlmanSenecalAyduk2015, breinesChen2012, wood2009],
    privateLines: [],
    minutes: 8,
    phaseMinutes: { case: 1, write: 2, review: 2, vote: 1, show: 2 },
    sizes: [
      {
        minutes: 8,
        phaseMinutes: { case: 1, write: 2, review: 2, vote: 1, show: 2 },
        settings: {},
      },
      {
        minutes: 14,
        phaseMinutes: { case: 2, write: 4, review: 3, vote: 2, show: 3 },
        settings: {},
      },
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
            "Keine Karte mit Diskriminierung, Gewalt, Mobbing oder Trauer, und keine, an der man jemanden erkennt. Im Zweifel einen erfundenen Fall nehmen.",
            "No card with discrimination, violence, bullying or bereavement, and none that identifies anyone. If in doubt, take a fictional case.",
          ),
        },
        case: {
          say: w(
            "Hier ist ein Fall, vielleicht aus diesem Raum, vielleicht erfunden. Lest ihn in Ruhe; ich lese ihn auch vor. Warum es so kam, wissen wir nicht. Niemand fragt, von wem er ist.",
            "Hier ist ein Fall, vielleicht aus diesem Raum, vielleicht erfunden. Lesen Sie ihn in Ruhe; ich lese ihn auch vor. Warum es so kam, wissen wir nicht. Niemand fragt, von wem er ist.",
            "Here is a case, perhaps from this room, perhaps made up. Read it calmly; I will read it aloud, too. Why it went that way, we don’t know. Nobody asks whose it is.",
          ),
          watchFor: same(
            "Niemand erklärt, von wem der Fall ist, auch nicht, wer ihn selbst geschrieben hat.",
            "Nobody explains whose case it is, not even whoever wrote it.",
          ),
        },
        write: {
          say: w(
            "Schreibt jetzt eine andere Sichtweise in einem Satz. Vier Fragen auf eurem Gerät helfen dabei. Redet nichts schön; war es unfair, bleibt es unfair. Nachher habt ihr drei Stimmen für das, was glaubwürdig und hilfreich ist.",
            "Schreiben Sie jetzt eine andere Sichtweise in einem Satz. Vier Fragen auf Ihrem Gerät helfen dabei. Reden Sie nichts schön; war es unfair, bleibt es unfair. Nachher haben Sie drei Stimmen für das, was glaubwürdig und hilfreich ist.",
            "Now write one other view in one sentence. Four questions on your device help. Don’t sugar-coat; if it was unfair, it stays unfair. Afterwards you have three votes for what is believable and helpful.",
          ),
          watchFor: same(
            "Ratschläge, Trost, Gedankenlesen: zurück zur Frage, was möglich wäre. War es unfair, bleibt es unfair: nicht umdeuten.",
            "Advice, comfort, mind-reading: back to what could be true. If it was unfair, it stays unfair: don’t reinterpret it.",
          ),
        },
        review: {
          say: w(
            "Jetzt lese ich die Sichtweisen, gemischt und ohne Absender. Sprecht so lange zu zweit: Welche Erklärung kam euch zuerst? Was spricht gegen sie?",
            "Jetzt lese ich die Sichtweisen, gemischt und ohne Absender. Sprechen Sie so lange zu zweit: Welche Erklärung kam Ihnen zuerst? Was spricht gegen sie?",
            "Now I read the views, shuffled and without senders. Meanwhile talk in pairs: which explanation came first? What speaks against it?",
          ),
          watchFor: same(
            "Spott und alles, woran man jemanden erkennt: zurückhalten. Rat und Trost dürfen stehen bleiben; nachher fragen, was davon möglich wäre.",
            "Mockery and anything that identifies someone: hold. Advice and comfort may stay; ask later what of it could be true.",
          ),
        },
        vote: {
          say: w(
            "Wählt jetzt, jede Person für sich: bis zu drei Stimmen für das, was glaubwürdig und hilfreich ist. Keine Stimme zu geben ist auch eine Antwort. Bis zum Schluss sieht niemand einen Zwischenstand, ich auch nicht.",
            "Wählen Sie jetzt, jede Person für sich: bis zu drei Stimmen für das, was glaubwürdig und hilfreich ist. Keine Stimme zu geben ist auch eine Antwort. Bis zum Schluss sieht niemand einen Zwischenstand, ich auch nicht.",
            "Choose now, each on your own: up to three votes for what is believable and helpful. Giving no vote is an answer as well. Until it closes nobody sees a tally, neither do I.",
          ),
          watchFor: same(
            "Niemanden überreden und keine Sichtweise hervorheben. Die Reihenfolge ist auf jedem Gerät eine andere.",
            "Persuade nobody and point out no view. The order differs on each device.",
          ),
        },
        show: {
          say: w(
            "Das hat die Runde gewählt: mögliche Gründe, nicht die Wahrheit. Sprecht zu zweit: Was raten wir, was wissen wir, was ließe sich fragen? Wer den Fall geschrieben hat, kann Sichtweisen für sich merken; das sieht niemand.",
            "Das hat die Runde gewählt: mögliche Gründe, nicht die Wahrheit. Sprechen Sie zu zweit: Was raten wir, was wissen wir, was ließe sich fragen? Wer den Fall geschrieben hat, kann Sichtweisen für sich merken; das sieht niemand.",
            "This is what the room chose: possible reasons, not the truth. Talk in pairs: what do we guess, what do we know, what could one ask? Whoever wrote the case can keep views for themselves; nobody sees that.",
          ),
          watchFor: same(
            "Nicht klären, was wirklich war, und niemanden fragen, von wem der Fall ist. Was keine Stimmen bekam, bleibt unerwähnt.",
            "Don’t settle what really happened, and don’t ask whose case it is. What got no votes is not mentioned.",
          ),
        },
      },
      ifItStalls: same(
        "Einen Blickwinkel für alle vorgeben: „Was könnte an diesem Tag auf der anderen Seite los gewesen sein?“ Oder zu zweit einen Satz suchen.",
        "Give everyone the same lens: “What may have been going on for the other side that day?” Or find one sentence in pairs.",
      ),
      debrief: [
        same("Was macht eine Sichtweise glaubwürdig?", "What makes a view believable?"),
        same(
          "Was raten wir, was wissen wir, was ließe sich fragen?",
          "What do we guess, what do we know, what could one ask?",
        ),
        w(
          "Welche Sichtweise hilft euch bei eurem eigenen Nein?",
          "Welche Sichtweise hilft Ihnen bei Ihrem eigenen Nein?",
          "Which view helps you with your own no?",
        ),
      ],
      talkInstead: w(
        "Der Fall wird zweimal vorgelesen. Bildet Paare oder ein Trio. Eine Person sagt die strengste Erklärung, die ihr einfällt. Eine andere antwortet: „Es könnte auch sein, dass\u00a0…“ Dann wechselt ihr, drei Runden lang. Danach hören wir aus jeder Gruppe den Satz, den alle dort glauben.",
        "Der Fall wird zweimal vorgelesen. Bilden Sie Paare oder ein Trio. Eine Person sagt die strengste Erklärung, die sich anbietet. Eine andere antwortet: „Es könnte auch sein, dass\u00a0…“ Dann wechseln Sie, drei Runden lang. Danach hören wir aus jeder Gruppe den Satz, den alle dort glauben.",
        "The case is read aloud twice. Form pairs or a trio. One person says the strictest explanation they can think of. Another replies: “It could also be that\u00a0…” Then you swap, for three rounds. Afterwards we hear from each group the sentence all of them believe.",
      ),
    },
    settings: {
      source: {
        from: "earlier",
        activity: "small-no",
        givenCases,
        // Eight minutes carry one case: a second ballot would cost the conversation.
        caseLimit: 1,
      },
      lenses: [
        {
          key: "circumstance",
          label: same("Umstände", "Circumstances"),
          help: same(
            "Was könnte auf der anderen Seite los gewesen sein?",
            "What may have been going on for the other side?",
          ),
        },
        {
          key: "time",
          label: same("Zeit", "Time"),
          help: same("Was zählt davon in einem Jahr?", "What of this will matter in a year?"),
        },
        {
          key: "friend",
          label: same("Vertraute Person", "Friend"),
          help: w(
            "Was würdest du jemandem sagen, den du magst?",
            "Was würden Sie jemandem sagen, den Sie mögen?",
            "What would you say to someone you like?",
          ),
        },
        {
          key: "learning",
          label: same("Lernen", "Learning"),
          help: same(
            "Was ließe sich beim nächsten Mal anders machen?",
            "What could be done differently next time?",
          ),
        },
      ],
      starters: [],
      readingLimit: 2,
      characterLimit: 200,
      votes: 3,
      ballotLimit: 8,
      criterion: same("glaubwürdig und hilfreich", "believable and helpful"),
      bridge: w(
        "Sprecht zu zweit: Welche Erklärung kam euch zuerst? Was spricht gegen sie?",
        "Sprechen Sie zu zweit: Welche Erklärung kam Ihnen zuerst? Was spricht gegen sie?",
        "Talk in pairs: which explanation came first? What speaks against it?",
      ),
    },
  },
};
