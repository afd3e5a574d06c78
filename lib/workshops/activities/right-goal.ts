import { same, w } from "@/lib/words";
import { barlow2020, harkin2016 } from "@/lib/workshops/parts/sources";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";

export const rightGoal: ReadyActivity = {
  strategy: 9,
  depth: "light",
  doing: same(
    "Eigene Netzwerkziele nach Wichtigkeit und Einfluss legen und über jedes entscheiden.",
    "Place one’s own networking goals by importance and influence, and decide on each.",
  ),
  seen: same(
    "Wo sich die Punkte häufen und wie entschieden wurde, nie die Ziele.",
    "Where the dots gather and what was decided, never the goals.",
  ),
  remains: same(
    "Die Summen der Runde; Ziele, Entscheidung und Datum nur auf dem eigenen Gerät.",
    "The sums of the room; goals, decision and date on one’s own device only.",
  ),
  activity: {
    key: "right-goal",
    kind: "sort",
    title: same("Passt das Ziel noch?", "Still the right goal?"),
    prompt: w(
      "Leg deine Netzwerkziele ins Feld: Wie wichtig, und wie viel liegt bei dir?",
      "Legen Sie Ihre Netzwerkziele ins Feld: Wie wichtig, und wie viel liegt bei Ihnen?",
      "Place your networking goals: how important, and how much is up to you?",
    ),
    hint: same(
      "Ziele im Netzwerken, nicht im Leben: „zwei Menschen aus der Pflege kennenlernen“. Eines genügt.",
      "Goals in networking, not in life: “get to know two people in nursing”. One is enough.",
    ),
    contentNote: w(
      "Ein Ziel ruhen zu lassen ist kein Scheitern. Vorgaben von anderen musst du hier nicht ändern.",
      "Ein Ziel ruhen zu lassen ist kein Scheitern. Vorgaben von anderen müssen Sie hier nicht ändern.",
      "Letting a goal rest is not failing. You need not change what others require of you.",
    ),
    optOut: w(
      "Sortier die drei erfundenen Ziele, die hier stehen.",
      "Sortieren Sie die drei erfundenen Ziele, die hier stehen.",
      "Sort the three fictional goals shown here.",
    ),
    evidence: same(
      "Barlow und andere (2020): Wer sich neue Ziele sucht, dem geht es etwas besser (r = 0,19); Loslassen allein hängt kaum damit zusammen (r = 0,08). Harkin und andere (2016): Fortschritt zu beobachten half beim Erreichen von Zielen (138 Studien, d = 0,40). Grenze: Zusammenhänge und meist Gesundheitsziele; kein Beleg für diese Übung.",
      "Barlow and others (2020): people who take up new goals fare somewhat better (r = 0.19); letting go alone is hardly related (r = 0.08). Harkin and others (2016): monitoring progress helped people reach goals (138 studies, d = 0.40). Limit: correlations, and mostly health goals; no proof of this activity.",
    ),
    sources: [barlow2020, harkin2016],
    privateLines: [],
    minutes: 12,
    phaseMinutes: { items: 3, place: 3, show: 2, discuss: 4 },
    sizes: [
      { minutes: 12, phaseMinutes: { items: 3, place: 3, show: 2, discuss: 4 }, settings: {} },
      { minutes: 15, phaseMinutes: { items: 3, place: 4, show: 2, discuss: 6 }, settings: {} },
    ],
    script: {
      phases: {
        items: {
          say: w(
            "Ziele altern. Schreibt ein bis drei Netzwerkziele auf, nur für euch: im Netzwerken, nicht im Leben. Eines genügt. Die Ziele selbst bleiben auf eurem Gerät; niemand sonst liest sie.",
            "Ziele altern. Schreiben Sie ein bis drei Netzwerkziele auf, nur für sich: im Netzwerken, nicht im Leben. Eines genügt. Die Ziele selbst bleiben auf Ihrem Gerät; niemand sonst liest sie.",
            "Goals age. Write down one to three networking goals, just for yourself: in networking, not in life. One is enough. The goals themselves stay on your device; nobody else reads them.",
          ),
          watchFor: same(
            "Wer keines hat, nimmt die erfundenen. Vorgaben von anderen sind hier nicht das Thema.",
            "Whoever has none takes the fictional ones. What others require is not the topic here.",
          ),
        },
        place: {
          say: w(
            "Legt jedes Ziel ins Feld: Wie wichtig ist es heute? Wie viel davon liegt bei euch? Dann entscheidet: behalten, verkleinern, tauschen oder ruhen lassen bis zu einem Datum. Gezeigt wird nur, wo sich die Punkte häufen.",
            "Legen Sie jedes Ziel ins Feld: Wie wichtig ist es heute? Wie viel davon liegt bei Ihnen? Dann entscheiden Sie: behalten, verkleinern, tauschen oder ruhen lassen bis zu einem Datum. Gezeigt wird nur, wo sich die Punkte häufen.",
            "Place each goal: how important is it today? How much of it is up to you? Then decide: keep, shrink, swap, or let it rest until a date. Only where the dots gather is shown.",
          ),
          watchFor: same(
            "Ergebnisziele („eine Stelle bekommen“): nach dem Teil fragen, der in der eigenen Hand liegt. Wer alles loslassen will: nach einem Ersatz fragen und nachher ansprechbar sein.",
            "Outcome goals (“get a job”): ask for the part that is up to oneself. If somebody wants to let go of everything: ask for a replacement and stay within reach afterwards.",
          ),
        },
        show: {
          say: w(
            "Hier liegen die Ziele der Runde, ohne Namen und ohne Text. Schaut zuerst nur hin. Danach blättere ich zu den Entscheidungen. Was häuft sich, was überrascht euch?",
            "Hier liegen die Ziele der Runde, ohne Namen und ohne Text. Schauen Sie zuerst nur hin. Danach blättere ich zu den Entscheidungen. Was häuft sich, was überrascht Sie?",
            "Here are the goals of the room, without names and without text. First just look. Then I turn to the decisions. What gathers, what surprises you?",
          ),
          watchFor: same(
            "Keine Ecke ist die falsche. Ruhen lassen ist eine Entscheidung, kein Scheitern.",
            "No corner is the wrong one. Letting a goal rest is a decision, not a failure.",
          ),
        },
        discuss: {
          say: w(
            "Sprecht zu zweit: Wie wird aus etwas, das kaum bei euch liegt, ein Schritt, der bei euch liegt? Das Ziel dahinter müsst ihr nicht nennen. Legt einen Tag fest, an dem ihr wieder hinschaut.",
            "Sprechen Sie zu zweit: Wie wird aus etwas, das kaum bei Ihnen liegt, ein Schritt, der bei Ihnen liegt? Das Ziel dahinter müssen Sie nicht nennen. Legen Sie einen Tag fest, an dem Sie wieder hinschauen.",
            "Talk in pairs: how does something hardly up to you become a step that is up to you? You don’t have to name the goal behind it. Set a day on which you look again.",
          ),
          watchFor: same(
            "Niemand muss ein Ziel verraten. Wird eines bewertet: nach dem nächsten kleinen Schritt fragen.",
            "Nobody has to give a goal away. If one is judged: ask for the next small step.",
          ),
        },
      },
      ifItStalls: same(
        "Die drei erfundenen Ziele gemeinsam legen. Oder fragen: Was war vor einem Jahr das Ziel, und ist es das noch?",
        "Place the three fictional goals together. Or ask: what was the aim a year ago, and is it still?",
      ),
      debrief: [
        same(
          "Wo häufen sich die Punkte, und was heißt das?",
          "Where do the dots gather, and what does that mean?",
        ),
        same(
          "Wie wird aus „liegt kaum bei mir“ ein Schritt, der bei mir liegt?",
          "How does “hardly up to me” become a step that is up to me?",
        ),
        w(
          "Wann schaut ihr das nächste Mal auf dieses Ziel?",
          "Wann schauen Sie das nächste Mal auf dieses Ziel?",
          "When will you look at this goal again?",
        ),
      ],
      talkInstead: w(
        "Nehmt ein Blatt, zieht ein Kreuz: oben wichtig, rechts liegt bei mir. Schreibt ein Ziel auf und setzt einen Punkt. Erzählt einer Person nur, wo der Punkt liegt. Die fragt: behalten, verkleinern, tauschen oder ruhen lassen? Schreibt die Antwort dazu und ein Datum, an dem ihr wieder hinschaut.",
        "Nehmen Sie ein Blatt, ziehen Sie ein Kreuz: oben wichtig, rechts liegt bei mir. Schreiben Sie ein Ziel auf und setzen Sie einen Punkt. Erzählen Sie einer Person nur, wo der Punkt liegt. Die fragt: behalten, verkleinern, tauschen oder ruhen lassen? Schreiben Sie die Antwort dazu und ein Datum, an dem Sie wieder hinschauen.",
        "Take a sheet and draw a cross: up is important, right is up to me. Write down a goal and make a dot. Tell one person only where the dot is. They ask: keep, shrink, swap or let rest? Write down the answer and a date on which you look again.",
      ),
    },
    settings: {
      layout: {
        type: "grid",
        across: {
          low: same("liegt kaum bei mir", "hardly up to me"),
          high: same("liegt bei mir", "up to me"),
        },
        up: {
          low: same("weniger wichtig", "less important"),
          high: same("sehr wichtig", "very important"),
        },
      },
      source: {
        type: "own",
        least: 1,
        most: 3,
        label: same("Ein Ziel, das nur hier steht", "A goal that stays here"),
      },
      tells: "counts",
      decisions: [
        { key: "keep", label: same("Behalten", "Keep"), asksDate: false },
        { key: "shrink", label: same("Verkleinern", "Shrink"), asksDate: false },
        { key: "swap", label: same("Tauschen", "Swap"), asksDate: false },
        {
          key: "rest",
          label: same("Ruhen lassen bis\u00a0…", "Let rest until\u00a0…"),
          asksDate: true,
        },
      ],
      nudges: [
        {
          cells: ["upper-left"],
          least: 1,
          text: same(
            "Was daran liegt doch in der eigenen Hand? Vielleicht ein kleineres Ziel.",
            "What part of it is up to you after all? Perhaps a smaller goal.",
          ),
        },
      ],
      emptyText: null,
      handIn: same("Positionen abgeben", "Hand in the positions"),
      note: same(
        "Die Ziele selbst bleiben auf den Geräten.",
        "The goals themselves stay on the devices.",
      ),
      fictional: [
        same("Zum Branchentreff gehen", "Go to the industry meet-up"),
        same("Von der Chefin entdeckt werden", "Be discovered by the boss"),
        same("Jeden Monat jemanden anschreiben", "Write to somebody every month"),
      ],
      starters: [
        same("Kennenlernen möchte ich\u00a0…", "I want to get to know\u00a0…"),
        same("Kleiner wäre es, wenn\u00a0…", "It would be smaller if\u00a0…"),
        same("Stattdessen könnte ich\u00a0…", "Instead I could\u00a0…"),
      ],
      summary: "aggregate",
    },
  },
};
