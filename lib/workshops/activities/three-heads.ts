import type { PhaseScript } from "@/lib/session/plan-template";
import { same, w } from "@/lib/words";
import { askerAndAdvisers } from "@/lib/workshops/parts/roles";
import { tietze2010 } from "@/lib/workshops/parts/sources";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";

/** Whose turn it is, as the script names them. */
const TURNS = [
  { de: "erste", en: "first" },
  { de: "zweite", en: "second" },
  { de: "dritte", en: "third" },
] as const;

type Turn = (typeof TURNS)[number];

/** The four steps of a turn, with their minutes: tell, ask, help, take along. */
const STEPS: readonly { name: string; minutes: number; said(turn: Turn): PhaseScript }[] = [
  {
    name: "tell",
    minutes: 1,
    said: ({ de, en }) => ({
      say: same(
        `Die ${de} Person erzählt, eine Minute lang und ohne Namen: Wobei hilft ein zweiter Blick? Und was soll es sein: Zuhören, Fragen oder Ideen?`,
        `The ${en} person tells, for one minute and without names: where would a second look help? And what should it be: listening, questions or ideas?`,
      ),
      watchFor: same(
        "Etwas Großes kommt auf den Tisch: hingehen, kürzen, Hilfe anbieten.",
        "Something big comes up: go there, shorten it, offer help.",
      ),
    }),
  },
  {
    name: "ask",
    minutes: 1,
    said: ({ de, en }) => ({
      say: same(
        `Rückfragen an die ${de} Person, nur zum Verstehen. Ratschläge warten noch.`,
        `Questions to the ${en} person, only to understand. Advice has to wait.`,
      ),
      watchFor: same(
        "Fragen, in denen ein Ratschlag steckt: „Schon einmal versucht,\u00a0…?“",
        "Questions that hide advice: “Have you tried\u00a0…?”",
      ),
    }),
  },
  {
    name: "help",
    minutes: 3,
    said: ({ de, en }) => ({
      say: same(
        `Jetzt beraten die anderen, drei Minuten lang, und die ${de} Person hört nur zu. Wer zuhört, darf sich wegdrehen.`,
        `Now the others confer, for three minutes, and the ${en} person only listens. Whoever listens may turn away.`,
      ),
      watchFor: same(
        "Schnelle Ratschläge, obwohl Zuhören gewählt war. Jemand rechtfertigt sich, statt zuzuhören.",
        "Quick advice although listening was chosen. Somebody justifies themselves instead of listening.",
      ),
    }),
  },
  {
    name: "take",
    minutes: 1,
    said: ({ de, en }) => ({
      say: same(
        `Die ${de} Person sagt, was sie mitnimmt. Ein Satz, ohne Begründung.`,
        `The ${en} person says what they take along. One sentence, no reasons.`,
      ),
      watchFor: same("Kein Nachfassen. Danach gleich weiter.", "No follow-up. Then straight on."),
    }),
  },
];

/** One entry for each step of each turn. */
const inTurns = <Value>(value: (step: (typeof STEPS)[number], turn: Turn) => Value) =>
  Object.fromEntries(
    TURNS.flatMap((turn, at) =>
      STEPS.map((step) => [`${step.name}${at + 1}`, value(step, turn)] as const),
    ),
  );

const phaseMinutes = { intro: 1, gather: 2, ...inTurns(({ minutes }) => minutes), helped: 3 };

export const threeHeads: ReadyActivity = {
  strategy: 6,
  depth: "middle",
  doing: same(
    "Zu dritt reihum: eine Person erzählt, zwei beraten, sie hört nur zu.",
    "In threes, by turns: one person tells, two confer, and that person only listens.",
  ),
  seen: same(
    "Die Gruppen mit ihren Plätzen und die Uhr jedes Schritts.",
    "The groups and their places, and the clock of each step.",
  ),
  remains: same(
    "Wie oft welche Hilfe gewünscht war; vom Gespräch nichts.",
    "How often which help was wanted; of the talk nothing.",
  ),
  activity: {
    key: "three-heads",
    kind: "roleplay",
    title: same("Drei Köpfe", "Three heads"),
    prompt: w(
      "Wobei hilft dir ein zweiter Blick? Wähl: Zuhören, Fragen oder Ideen.",
      "Wobei hilft Ihnen ein zweiter Blick? Wählen Sie: Zuhören, Fragen oder Ideen.",
      "Where would a second look help you? Choose: listening, questions or ideas.",
    ),
    hint: same(
      "Klein genug, um es in einer Minute zu erzählen. Ohne Namen. Auch die Frage einer anderen Person geht.",
      "Small enough to tell in one minute. No names. Somebody else’s question is fine, too.",
    ),
    contentNote: w(
      "Im Gespräch bist du nicht anonym. Erzähl nur, was zwei Fremde wissen dürfen.",
      "Im Gespräch sind Sie nicht anonym. Erzählen Sie nur, was zwei Fremde wissen dürfen.",
      "In conversation you are not anonymous. Tell only what two strangers may know.",
    ),
    optOut: w(
      "Berate in allen drei Runden mit. Eine eigene Frage brauchst du nicht.",
      "Beraten Sie in allen drei Runden mit. Eine eigene Frage brauchen Sie nicht.",
      "Advise in all three rounds. You don’t need a question of your own.",
    ),
    evidence: same(
      "Ablauf nach „Troika Consulting“ (Liberating Structures), in Dreiergruppen verkürzt. Tietze (2010): Studien zu kollegialer Beratung berichten überwiegend Positives, meist aus pädagogischen Berufen. Grenze: mit Fremden, einmal und in sechs\u00a0Minuten ist das Format nicht untersucht.",
      "Sequence after “Troika Consulting” (Liberating Structures), shortened. Tietze (2010): studies of peer consultation report mostly good results, largely from educational professions. Limit: with strangers, once and in six\u00a0minutes, the format has not been studied.",
    ),
    sources: [tietze2010],
    privateLines: [],
    minutes: 24,
    phaseMinutes,
    sizes: [{ minutes: 24, phaseMinutes, settings: {} }],
    script: {
      phases: {
        intro: {
          say: w(
            "Geht zu dritt zusammen, am besten mit Leuten, die ihr noch nicht kennt. Reihum erzählt eine Person eine Minute lang, wobei ein zweiter Blick hilft, und sagt, was sie möchte: Zuhören, Fragen oder Ideen. Eine Minute Rückfragen. Dann beraten die beiden drei Minuten, sie hört nur zu. Am Ende ein Satz: Das nehme ich mit.",
            "Gehen Sie zu dritt zusammen, am besten mit Leuten, die Sie noch nicht kennen. Reihum erzählt eine Person eine Minute lang, wobei ein zweiter Blick hilft, und sagt, was sie möchte: Zuhören, Fragen oder Ideen. Eine Minute Rückfragen. Dann beraten die beiden drei Minuten, sie hört nur zu. Am Ende ein Satz: Das nehme ich mit.",
            "Get together in threes, best with people you don’t know yet. In turn, one person tells for a minute where a second look would help, and says what they want: listening, questions or ideas. One minute of questions. Then the others confer for three minutes while that person only listens. At the end one sentence: this I take with me.",
          ),
          watchFor: same(
            "Wer keine eigene Frage hat, berät mit; das muss niemand begründen. Sitzt eine Gruppe zu viert, berät eine Person in jeder Runde.",
            "Whoever has no question of their own advises; nobody has to explain that. In a group of four one person advises in every round.",
          ),
        },
        assign: {
          say: w(
            "Ich stelle jetzt die Gruppen zusammen, zu dritt, wo es geht. Überlegt so lange, was ihr erzählen mögt. Klein genug für eine Minute, und gern auch die Frage einer anderen Person.",
            "Ich stelle jetzt die Gruppen zusammen, zu dritt, wo es geht. Überlegen Sie so lange, was Sie erzählen mögen. Klein genug für eine Minute, und gern auch die Frage einer anderen Person.",
            "I put the groups together now, threes where possible. Meanwhile think about what you would like to tell. Small enough for one minute, and somebody else’s question is welcome, too.",
          ),
          watchFor: same(
            "Vorgesetzte und ihre Leute, Amt und Kundschaft: in verschiedene Gruppen.",
            "Superiors and their staff, officials and clients: into different groups.",
          ),
        },
        gather: {
          say: w(
            "Haltet euer Zeichen hoch, findet euch und rückt zusammen, Knie an Knie, ohne Tisch dazwischen. Wer anfängt, steht auf dem Handy.",
            "Halten Sie Ihr Zeichen hoch, finden Sie sich und rücken Sie zusammen, Knie an Knie, ohne Tisch dazwischen. Wer anfängt, steht auf dem Handy.",
            "Hold up your sign, find each other and move close, knee to knee, without a table between you. Your phone says who begins.",
          ),
          watchFor: same(
            "Ist es laut: Gruppen auseinanderrücken. Wer schlecht hört, bekommt die ruhigste Ecke.",
            "If it is loud: move groups apart. Whoever hears badly gets the quietest corner.",
          ),
        },
        ...inTurns(({ said }, turn) => said(turn)),
        helped: {
          say: w(
            "Danke. Wir sammeln keine Geschichten, nur das Wie: Was hat geholfen, und wen außerhalb dieses Raums könntet ihr so um Hilfe bitten?",
            "Danke. Wir sammeln keine Geschichten, nur das Wie: Was hat geholfen, und wen außerhalb dieses Raums könnten Sie so um Hilfe bitten?",
            "Thank you. We collect no stories, only the how: what helped, and whom outside this room could you ask for help like this?",
          ),
          watchFor: same(
            "Niemand erzählt die Frage einer anderen Person weiter.",
            "Nobody passes on somebody else’s question.",
          ),
        },
      },
      ifItStalls: same(
        "Wer keine Frage hat, nimmt diese: „Wie melde ich mich nach langer Zeit wieder?“ Reden alle durcheinander: an die Uhr erinnern, nicht an den Inhalt.",
        "With no question at hand take this one: “How do I get back in touch after a long time?” If all talk at once, point to the clock, not to the content.",
      ),
      debrief: [
        same(
          "Was hat geholfen: Zuhören, Fragen oder Ideen?",
          "What helped: listening, questions or ideas?",
        ),
        same("Wie war es, nur zuzuhören?", "What was it like only to listen?"),
        w(
          "Wen außerhalb dieses Raums könntet ihr so um Hilfe bitten?",
          "Wen außerhalb dieses Raums könnten Sie so um Hilfe bitten?",
          "Whom outside this room could you ask for help like this?",
        ),
      ],
      talkInstead: same(
        "Das hier ist schon ein Gespräch. Sind wir zu wenige für Dreiergruppen, beraten wir eine Frage gemeinsam: Eine Person erzählt eine Minute, wir fragen eine Minute nach, dann beraten wir drei Minuten, und sie hört nur zu. Zum Schluss sagt sie einen Satz. Wer keine eigene Frage stellen möchte, berät mit.",
        "This is a conversation anyway. If we are too few for threes, we confer on one question together: one person tells for a minute, we ask for a minute, then we confer for three minutes while that person only listens and closes with one sentence. If you’d rather not ask, you advise.",
      ),
    },
    settings: {
      source: {
        from: "own",
        help: [
          {
            key: "listen",
            label: same(
              "Zuhören: keine Ratschläge, nur wiedergeben, was ankam",
              "Listening: no advice, only say what came across",
            ),
          },
          {
            key: "ask",
            label: same(
              "Fragen: nur Fragen, auf die niemand die Antwort kennt",
              "Questions: only ones nobody knows the answer to",
            ),
          },
          {
            key: "ideas",
            label: same(
              "Ideen: laut denken, nichts davon muss passen",
              "Ideas: think aloud, none of it has to fit",
            ),
          },
        ],
      },
      roleSet: askerAndAdvisers,
      size: 3,
      rounds: [null, null, null],
      steps: [
        {
          key: "tell",
          text: same(
            "Eine Person erzählt. Eine Minute, ohne Namen.",
            "One person tells. One minute, no names.",
          ),
          byRole: {
            asker: w(
              "Erzähl. Eine Minute, ohne Namen.",
              "Erzählen Sie. Eine Minute, ohne Namen.",
              "Tell. One minute, no names.",
            ),
          },
          isBetween: false,
        },
        {
          key: "ask",
          text: same("Nachfragen, nur zum Verstehen.", "Ask, only to understand."),
          byRole: {},
          isBetween: false,
        },
        {
          key: "help",
          text: same(
            "Die anderen beraten: über die Frage, nicht über den Menschen.",
            "The others confer: about the question, not about the person.",
          ),
          byRole: {
            asker: w(
              "Hör zu. Wenn du magst, dreh dich weg.",
              "Hören Sie zu. Wenn Sie mögen, drehen Sie sich weg.",
              "Listen. Turn away if you like.",
            ),
            adviser: w(
              "Redet miteinander über die Frage, nicht über den Menschen.",
              "Reden Sie miteinander über die Frage, nicht über den Menschen.",
              "Talk to each other about the question, not about the person.",
            ),
          },
          isBetween: false,
        },
        {
          key: "take",
          text: same("Ein Satz: Das nehme ich mit.", "One sentence: this I take with me."),
          byRole: {
            asker: w(
              "Sag, was du mitnimmst. Ein Satz.",
              "Sagen Sie, was Sie mitnehmen. Ein Satz.",
              "Say what you take with you. One sentence.",
            ),
          },
          isBetween: false,
        },
      ],
      mode: "spoken",
      runs: true,
      linesEach: 1,
      characterLimit: 140,
      deRole: null,
      debrief: [
        {
          key: "helped",
          text: same(
            "Was hat geholfen: Zuhören, Fragen oder Ideen?",
            "What helped: listening, questions or ideas?",
          ),
        },
      ],
      label: null,
      starters: [
        same("Ich überlege gerade, ob\u00a0…", "I am wondering whether\u00a0…"),
        same("Am meisten hilft mir, wenn\u00a0…", "What helps me most is if\u00a0…"),
        same("Noch nicht versucht habe ich\u00a0…", "What I haven’t tried yet is\u00a0…"),
      ],
      summary: "approved",
    },
  },
};
