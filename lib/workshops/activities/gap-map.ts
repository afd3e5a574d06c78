import { same, w } from "@/lib/words";
import { granovetter1973, rajkumar2022 } from "@/lib/workshops/parts/sources";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";

export const gapMap: ReadyActivity = {
  strategy: 13,
  depth: "light",
  doing: same(
    "Drei bis acht Kontakte auf eine Karte legen: mein Feld oder ein anderes, eng oder lose.",
    "Put three to eight contacts on a map: my field or another, close or loose.",
  ),
  seen: same(
    "Auf wie vielen Karten eine Ecke leer ist, nie wer darauf steht.",
    "On how many maps a corner is empty, never who is on them.",
  ),
  remains: same(
    "Wie oft jede Ecke leer war; Initialen nur auf dem eigenen Gerät.",
    "How often each corner was empty; initials on one’s own device only.",
  ),
  activity: {
    key: "gap-map",
    kind: "sort",
    title: same("Lückenkarte", "Gap map"),
    prompt: w(
      "Leg drei bis acht Kontakte auf die Karte. Wo häufen sie sich, was bleibt leer?",
      "Legen Sie drei bis acht Kontakte auf die Karte. Wo häufen sie sich, was bleibt leer?",
      "Put three to eight contacts on the map. Where do they gather, what stays empty?",
    ),
    hint: same(
      "Initialen genügen und bleiben hier. Auch Nachbarn, Verein, Kurs und frühere Arbeit zählen.",
      "Initials will do and stay here. Neighbours, clubs, courses and former work count, too.",
    ),
    contentNote: same(
      "Netze sind verschieden groß, aus vielen Gründen. Drei Kontakte genügen, und gezählt wird nicht.",
      "Networks differ in size, for many reasons. Three contacts are enough, and nobody counts.",
    ),
    optOut: w(
      "Leg die erfundenen Kontakte auf die Karte, die hier stehen.",
      "Legen Sie die erfundenen Kontakte auf die Karte, die hier stehen.",
      "Put the fictional contacts shown here on the map.",
    ),
    evidence: same(
      "Granovetter (1973): Lose Bekannte verbinden Kreise, die sonst nichts voneinander wissen. Rajkumar und andere (2022): Auf LinkedIn halfen mäßig lose Bekanntschaften am meisten bei neuen Stellen; in weniger digitalen Branchen halfen enge mehr. Grenze: eine Plattform; kein Maß dafür, wie ein Netz aussehen soll.",
      "Granovetter (1973): loose acquaintances link circles that otherwise know nothing of each other. Rajkumar and others (2022): on LinkedIn moderately weak ties helped most with new jobs; in less digital industries close ones helped more. Limit: one platform; no measure of what a network should look like.",
    ),
    sources: [granovetter1973, rajkumar2022],
    privateLines: [
      {
        key: "gap",
        phase: "discuss",
        prompt: w(
          "Wer oder was führt dich in eine leere Ecke?",
          "Wer oder was führt Sie in eine leere Ecke?",
          "Who or what leads you to an empty corner?",
        ),
        placeholder: null,
        input: "line",
      },
    ],
    minutes: 14,
    phaseMinutes: { items: 3, place: 4, show: 2, discuss: 5 },
    sizes: [
      { minutes: 14, phaseMinutes: { items: 3, place: 4, show: 2, discuss: 5 }, settings: {} },
    ],
    script: {
      phases: {
        items: {
          say: w(
            "Denkt an drei bis acht Menschen, die ihr ansprechen könntet, auch Nachbarn, Leute aus dem Verein oder von früher. Initialen oder ein Zeichen genügen, sie bleiben auf eurem Gerät. Drei sind genug; gezählt wird nicht.",
            "Denken Sie an drei bis acht Menschen, die Sie ansprechen könnten, auch Nachbarn, Leute aus dem Verein oder von früher. Initialen oder ein Zeichen genügen, sie bleiben auf Ihrem Gerät. Drei sind genug; gezählt wird nicht.",
            "Think of three to eight people you could speak to, including neighbours, people from a club or from earlier times. Initials or a sign will do; they stay on your device. Three are enough; nobody counts.",
          ),
          watchFor: same(
            "Wer nur ein oder zwei Kontakte findet, wird still: den erfundenen Kontakten Raum geben. Prahlen mit Namen und Titeln. Der Schluss „Enge Freunde nützen nichts“ ist falsch.",
            "Whoever finds only one or two contacts goes quiet: make room for the fictional ones. Showing off with names and titles. The conclusion “close friends are no use” is wrong.",
          ),
        },
        place: {
          say: w(
            "Legt sie jetzt auf die Karte: links mein Feld, rechts ein anderes, oben eng, unten lose. Wir sehen nur, welche Ecken oft leer sind. Leer heißt nicht schlecht, sondern: Dort ist Platz.",
            "Legen Sie sie jetzt auf die Karte: links mein Feld, rechts ein anderes, oben eng, unten lose. Wir sehen nur, welche Ecken oft leer sind. Leer heißt nicht schlecht, sondern: Dort ist Platz.",
            "Now put them on the map: left my field, right another, top close, bottom loose. We only see which corners are often empty. Empty doesn’t mean bad, it means: there is room.",
          ),
          watchFor: same(
            "Was ein anderes Feld ist, entscheidet jede Person selbst. Auf kein Gerät schauen.",
            "What another field is, each person decides. Look at nobody’s device.",
          ),
        },
        show: {
          say: w(
            "So oft ist jede Ecke leer. Wie viele Kontakte jemand hat, steht nirgends. Schaut kurz für euch: Welche Ecke ist bei euch leer, und wozu könnte sie gut sein?",
            "So oft ist jede Ecke leer. Wie viele Kontakte jemand hat, steht nirgends. Schauen Sie kurz für sich: Welche Ecke ist bei Ihnen leer, und wozu könnte sie gut sein?",
            "This is how often each corner is empty. How many contacts anybody has is written nowhere. Look for yourself: which corner of yours is empty, and what could it be good for?",
          ),
          watchFor: same(
            "Eine volle Karte ist keine bessere. Enge Kontakte helfen in vielen Berufen am meisten.",
            "A full map is not a better one. Close contacts help most in many trades.",
          ),
        },
        discuss: {
          say: w(
            "Fragt einander zu zweit oder zu dritt: Wer kennt jemanden, der dort steht? Wer oder was könnte hinführen? Namen braucht es dafür nicht. Schreibt dann einen Schritt auf; er bleibt auf eurem Gerät.",
            "Fragen Sie einander zu zweit oder zu dritt: Wer kennt jemanden, der dort steht? Wer oder was könnte hinführen? Namen braucht es dafür nicht. Schreiben Sie dann einen Schritt auf; er bleibt auf Ihrem Gerät.",
            "Ask each other in twos or threes: who knows somebody standing there? Who or what could lead there? Names are not needed for that. Then write down one step; it stays on your device.",
          ),
          watchFor: same(
            "Aus Fragen wird leicht Vermitteln auf Zuruf: freiwillig lassen, nach der Übung.",
            "Asking easily turns into matchmaking on the spot: keep it voluntary, after the activity.",
          ),
        },
      },
      ifItStalls: same(
        "Lebensbereiche nennen: Wohnort, Schule der Kinder, Sport, Glaube, frühere Arbeit, Kurs. Zu jedem einen Menschen suchen.",
        "Name areas of life: neighbourhood, children’s school, sport, faith, former work, a course. Find one person for each.",
      ),
      debrief: [
        same(
          "Welche Ecke ist oft leer, und wozu könnte sie gut sein?",
          "Which corner is often empty, and what could it be good for?",
        ),
        same("Wer kennt jemanden, der dort steht?", "Who knows somebody standing there?"),
        w(
          "Welchen einen Schritt macht ihr in eine leere Ecke?",
          "Welchen einen Schritt machen Sie in eine leere Ecke?",
          "Which one step will you take into an empty corner?",
        ),
      ],
      talkInstead: w(
        "Zieht auf einem Blatt ein Kreuz: links mein Feld, rechts ein anderes, oben eng, unten lose. Setzt für drei bis acht Menschen einen Punkt, ohne Namen. Zeigt einer Person nur die leere Ecke. Fragt einander: Wer oder was könnte dorthin führen? Schreibt einen Schritt daneben.",
        "Ziehen Sie auf einem Blatt ein Kreuz: links mein Feld, rechts ein anderes, oben eng, unten lose. Setzen Sie für drei bis acht Menschen einen Punkt, ohne Namen. Zeigen Sie einer Person nur die leere Ecke. Fragen Sie einander: Wer oder was könnte dorthin führen? Schreiben Sie einen Schritt daneben.",
        "Draw a cross on a sheet: left my field, right another, top close, bottom loose. Make a dot for three to eight people, no names. Show one person only the empty corner. Ask each other: who or what could lead there? Write one step beside it.",
      ),
    },
    settings: {
      layout: {
        type: "grid",
        across: {
          low: same("mein Feld", "my field"),
          high: same("ein anderes Feld", "another field"),
        },
        up: { low: same("lose", "loose"), high: same("eng", "close") },
      },
      source: {
        type: "own",
        least: 3,
        most: 8,
        label: same("Initialen oder ein Zeichen", "Initials or a sign"),
      },
      tells: "empty",
      decisions: null,
      nudges: [],
      emptyText: same("Leer heißt: Dort ist Platz.", "Empty means: there is room."),
      handIn: same("Karte abgeben", "Hand in the map"),
      note: same("Leer heißt: Dort ist Platz.", "Empty means: there is room."),
      fictional: [
        same("Nachbarin, Pflege", "Neighbour, care work"),
        same("Früherer Kollege", "Former colleague"),
        same("Trainerin im Verein", "Coach at the club"),
        same("Ansprechperson beim Amt", "Contact at the authority"),
        same("Bekannter, Lager", "Acquaintance, warehouse"),
      ],
      starters: [
        same("Viele kenne ich aus\u00a0…", "Many I know from\u00a0…"),
        same("Leer ist bei mir\u00a0…", "What is empty on mine is\u00a0…"),
        same("Dorthin führen könnte mich\u00a0…", "What could lead me there is\u00a0…"),
      ],
      summary: "aggregate",
    },
  },
};
