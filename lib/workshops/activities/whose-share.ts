import { same, w } from "@/lib/words";
import { perry2010, weiner1985 } from "@/lib/workshops/parts/sources";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";

export const whoseShare: ReadyActivity = {
  strategy: 2,
  depth: "middle",
  doing: same(
    "Zehn Punkte auf das verteilen, was bei einem kleinen Nein mitgespielt haben könnte.",
    "Share out ten points over what may have played a part in a small no.",
  ),
  seen: same(
    "Wie die ganze Runde verteilt hat, als ein Balken.",
    "How the whole room shared them out, as one bar.",
  ),
  remains: same(
    "Die Summen der Runde; was sich ändern lässt, nur auf dem eigenen Gerät.",
    "The sums of the room; what can be changed, on one’s own device only.",
  ),
  activity: {
    key: "whose-share",
    kind: "sort",
    title: same("Wessen Anteil?", "Whose share?"),
    prompt: w(
      "Verteil zehn Punkte: Was könnte bei deinem kleinen Nein mitgespielt haben?",
      "Verteilen Sie zehn Punkte: Was könnte bei Ihrem kleinen Nein mitgespielt haben?",
      "Share out ten points: what may have played a part in your small no?",
    ),
    hint: w(
      "Fang bei den anderen Feldern an, dein Vorgehen kommt zuletzt. Auch was niemand weiß, bekommt Punkte.",
      "Fangen Sie bei den anderen Feldern an, Ihr Vorgehen kommt zuletzt. Auch was niemand weiß, bekommt Punkte.",
      "Start with the other fields; your approach comes last. What nobody knows gets points, too.",
    ),
    contentNote: same(
      "Die Frage nach dem eigenen Anteil kann nach Schuld klingen. Gemeint ist nur, was sich ändern lässt.",
      "Asking about one’s own part can sound like blame. It only means what can be changed.",
    ),
    optOut: w(
      "Verteil die Punkte für den erfundenen Fall, der hier steht.",
      "Verteilen Sie die Punkte für den erfundenen Fall, der hier steht.",
      "Share out the points for the fictional case shown here.",
    ),
    evidence: same(
      "Weiner (1985): Wie Menschen sich einen Misserfolg erklären, prägt Gefühl und nächsten Versuch. Perry und andere (2010): Studierende mit schwachem oder mittlerem Start wurden besser, nachdem sie gelernt hatten, nach veränderbaren Ursachen zu suchen. Grenze: Prüfungen an der Hochschule, keine reine Zufallsverteilung; eine Absage liegt seltener in der eigenen Hand.",
      "Weiner (1985): how people explain a failure shapes what they feel and try next. Perry and others (2010): students with a weak or average start improved after learning to look for causes they can change. Limit: university exams, not fully randomised; a rejection is less often in one’s own hands.",
    ),
    sources: [weiner1985, perry2010],
    privateLines: [
      {
        key: "change",
        phase: "discuss",
        prompt: w(
          "Was davon kannst du ändern?",
          "Was davon können Sie ändern?",
          "What of it can you change?",
        ),
        placeholder: null,
        input: "line",
      },
    ],
    minutes: 10,
    phaseMinutes: { items: 1, place: 3, show: 2, discuss: 4 },
    sizes: [
      { minutes: 8, phaseMinutes: { items: 1, place: 3, show: 1, discuss: 3 }, settings: {} },
      { minutes: 10, phaseMinutes: { items: 1, place: 3, show: 2, discuss: 4 }, settings: {} },
      { minutes: 12, phaseMinutes: { items: 2, place: 3, show: 2, discuss: 5 }, settings: {} },
    ],
    script: {
      phases: {
        items: {
          say: w(
            "Denkt an euer kleines Nein. Niemand sieht, woran ihr denkt. Lest in Ruhe die fünf Felder: Umstände, die andere Seite, Unfaires, Unbekanntes, und zuletzt euer eigenes Vorgehen. Es geht ums Abwägen, nicht um ein Urteil.",
            "Denken Sie an Ihr kleines Nein. Niemand sieht, woran Sie denken. Lesen Sie in Ruhe die fünf Felder: Umstände, die andere Seite, Unfaires, Unbekanntes, und zuletzt Ihr eigenes Vorgehen. Es geht ums Abwägen, nicht um ein Urteil.",
            "Think of your small no. Nobody sees what you think of. Read the five fields in peace: circumstances, the other side, unfairness, the unknown, and your own approach last. This is about weighing, not about a verdict.",
          ),
          watchFor: same(
            "Fällt jemandem nichts Kleines ein: Der erfundene Fall auf dem Gerät tut es auch.",
            "If nothing small comes to mind: the fictional case on the device will do as well.",
          ),
        },
        place: {
          say: w(
            "Ihr habt zehn Punkte. Verteilt sie auf das, was mitgespielt haben könnte; euer eigenes Vorgehen kommt zuletzt. Auch was niemand weiß, bekommt Punkte. Gezeigt wird nur, wie die ganze Runde verteilt hat.",
            "Sie haben zehn Punkte. Verteilen Sie sie auf das, was mitgespielt haben könnte; Ihr eigenes Vorgehen kommt zuletzt. Auch was niemand weiß, bekommt Punkte. Gezeigt wird nur, wie die ganze Runde verteilt hat.",
            "You have ten points. Share them out over what may have played a part; your own approach comes last. What nobody knows gets points, too. Only the shares of the whole room are shown.",
          ),
          watchFor: same(
            "Alles oder nichts auf „Mein Vorgehen“: beides kommt vor, nicht verbessern. „Unfair“ nicht wegreden; geht es um Diskriminierung, die Hilfe allen zeigen und nachher ansprechbar sein.",
            "All or nothing on “my approach”: both happen, don’t correct it. Don’t talk “unfair” away; if it is about discrimination, show the help contacts to everyone and stay within reach afterwards.",
          ),
        },
        show: {
          say: w(
            "So hat die Runde verteilt. Es sind Vermutungen, keine Urteile. Schaut eine halbe Minute, ohne zu reden: Was fällt euch auf, und was überrascht euch?",
            "So hat die Runde verteilt. Es sind Vermutungen, keine Urteile. Schauen Sie eine halbe Minute, ohne zu reden: Was fällt Ihnen auf, und was überrascht Sie?",
            "This is how the room shared them out. These are guesses, not verdicts. Look for half a minute without talking: what do you notice, and what surprises you?",
          ),
          watchFor: same(
            "Niemanden nach den eigenen Punkten fragen. Kein Feld ist das richtige.",
            "Ask nobody about their own points. No field is the right one.",
          ),
        },
        discuss: {
          say: w(
            "Sprecht zu zweit, ohne die Geschichte zu erzählen: Was hattet ihr zuerst nicht bedacht? Danach schreibt jede Person für sich auf, was sich ändern lässt. Diese Zeile bleibt auf dem Gerät.",
            "Sprechen Sie zu zweit, ohne die Geschichte zu erzählen: Was hatten Sie zuerst nicht bedacht? Danach schreibt jede Person für sich auf, was sich ändern lässt. Diese Zeile bleibt auf dem Gerät.",
            "Talk in pairs, without telling the story: what had you not thought of at first? Then each person writes down for themselves what can be changed. That line stays on the device.",
          ),
          watchFor: same(
            "Wird aus dem Gespräch ein Rat: zurück zur Frage, was sich wissen lässt. Wer schweigt, schreibt vielleicht.",
            "If talk turns into advice: back to the question of what can be known. Whoever is silent may be writing.",
          ),
        },
      },
      ifItStalls: same(
        "Einen erfundenen Fall gemeinsam verteilen, laut, Punkt für Punkt. Oder fragen: Was hätte dort anders sein müssen, damit dieselbe Anfrage ein Ja bekommt?",
        "Share out a fictional case together, aloud, point by point. Or ask: what would have had to be different there for the same request to get a yes?",
      ),
      debrief: [
        w(
          "Was hattet ihr zuerst nicht bedacht?",
          "Was hatten Sie zuerst nicht bedacht?",
          "What had you not thought of at first?",
        ),
        same(
          "Wie viel davon wissen wir, wie viel vermuten wir?",
          "How much of it do we know, how much do we guess?",
        ),
        w(
          "Was an eurem Vorgehen lässt sich bis nächste Woche ändern?",
          "Was an Ihrem Vorgehen lässt sich bis nächste Woche ändern?",
          "What in your approach can change by next week?",
        ),
      ],
      talkInstead: w(
        "Nehmt zehn Münzen oder Papierschnipsel und fünf Zettel: Umstände, die andere Seite, unfair, unbekannt, mein Vorgehen. Denkt an euer kleines Nein und legt die Schnipsel auf die Zettel, das eigene Vorgehen zuletzt. Zeigt einer Person nur die Verteilung, nicht die Geschichte. Sagt dazu einen Satz: Ändern kann ich\u00a0…",
        "Nehmen Sie zehn Münzen oder Papierschnipsel und fünf Zettel: Umstände, die andere Seite, unfair, unbekannt, mein Vorgehen. Denken Sie an Ihr kleines Nein und legen Sie die Schnipsel auf die Zettel, das eigene Vorgehen zuletzt. Zeigen Sie einer Person nur die Verteilung, nicht die Geschichte. Sagen Sie dazu einen Satz: Ändern kann ich\u00a0…",
        "Take ten coins or scraps of paper and five slips: circumstances, the other side, unfair, unknown, my approach. Think of your small no and put the scraps on the slips, your own approach last. Show one person only the shares, not the story. Add one sentence: I can change\u00a0…",
      ),
    },
    settings: {
      layout: {
        type: "buckets",
        buckets: [
          {
            key: "circumstances",
            name: same("Umstände", "Circumstances"),
            detail: same(
              "Zeitpunkt, Geld, Zufall, zu viele Anfragen",
              "Timing, money, chance, too many requests",
            ),
          },
          {
            key: "their-side",
            name: same("Die andere Seite", "The other side"),
            detail: same(
              "Was dort wichtig, schwierig oder nicht erlaubt war",
              "What was important, difficult or not allowed there",
            ),
          },
          {
            key: "unfair",
            name: same("Unfair", "Unfair"),
            detail: same(
              "Vorurteil, gebrochene Zusage, ungleiche Behandlung",
              "Prejudice, a broken promise, unequal treatment",
            ),
          },
          {
            key: "unknown",
            name: same("Unbekannt", "Unknown"),
            detail: same("Dafür fehlt jeder Anhaltspunkt", "Nothing points either way"),
          },
          {
            key: "my-approach",
            name: same("Mein Vorgehen", "My approach"),
            detail: same(
              "Was beim nächsten Mal anders gehen kann",
              "What can go differently next time",
            ),
          },
        ],
      },
      source: { type: "points", count: 10 },
      tells: "counts",
      decisions: null,
      nudges: [
        {
          cells: ["unfair"],
          least: 3,
          text: same(
            "Unfair bleibt unfair und muss nicht umgedeutet werden. Unter „Hilfe“ stehen Stellen, die unterstützen.",
            "Unfair stays unfair and needs no other view. Under “Help” there are places that support people.",
          ),
        },
      ],
      emptyText: null,
      handIn: same("Verteilung abgeben", "Hand in the shares"),
      note: same(
        "So hat die Runde verteilt. Vermutungen, keine Urteile.",
        "How the room shared it out. Guesses, not verdicts.",
      ),
      fictional: [
        same(
          "Beim Probearbeiten lief es gut. „Wir rufen bis Freitag an“, sagte die Teamleitung. Freitag kam kein Anruf. Am Montag hieß es am Telefon: „Die Stelle ist besetzt.“",
          "The trial day went well. “We’ll call by Friday,” the team lead said. No call on Friday. On Monday I was told on the phone: “The position is filled.”",
        ),
      ],
      starters: [
        same(
          "Mitgespielt hat vielleicht, dass\u00a0…",
          "What may have played a part is that\u00a0…",
        ),
        same("Wissen kann ich nicht, ob\u00a0…", "I can’t know whether\u00a0…"),
        same("Ändern kann ich\u00a0…", "I can change\u00a0…"),
      ],
      summary: "aggregate",
    },
  },
};
