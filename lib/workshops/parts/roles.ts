import type { Role, RoleSet } from "@/lib/activities/roleplay/role-set";
import { same, w } from "@/lib/words";

const decliner: Role = {
  key: "decliner",
  family: "otherSide",
  name: same("Wer Nein sagt", "The one who says no"),
  stance: w(
    "Du hast Nein gesagt oder geschwiegen. Du hattest Gründe, gute und weniger gute.",
    "Sie haben Nein gesagt oder geschwiegen. Sie hatten Gründe, gute und weniger gute.",
    "You said no, or nothing at all. You had reasons, good ones and less good ones.",
  ),
  question: same("Was lag an dem Tag auf meinem Tisch?", "What was on my desk that day?"),
};

const gatekeeper: Role = {
  key: "gatekeeper",
  family: "otherSide",
  name: same("Wer an der Tür steht", "The one at the door"),
  stance: w(
    "Du entscheidest, wer durchkommt. Du kennst die Regeln und die lange Liste.",
    "Sie entscheiden, wer durchkommt. Sie kennen die Regeln und die lange Liste.",
    "You decide who gets through. You know the rules and the long list.",
  ),
  question: same("Was muss ich schützen?", "What must I protect?"),
};

const standin: Role = {
  key: "standin",
  family: "asking",
  name: same("Wer gefragt hat", "The one who asked"),
  stance: w(
    "Du sprichst für die Person, die gefragt hat. Es ist nicht deine Geschichte.",
    "Sie sprechen für die Person, die gefragt hat. Es ist nicht Ihre Geschichte.",
    "You speak for the person who asked. It is not your own story.",
  ),
  question: same("Was habe ich mir erhofft?", "What did I hope for?"),
};

const observer: Role = {
  key: "observer",
  family: "around",
  name: same("Kamera", "Camera"),
  stance: w(
    "Du siehst und hörst, mehr nicht. Deutungen lässt du weg.",
    "Sie sehen und hören, mehr nicht. Deutungen lassen Sie weg.",
    "You see and hear, nothing more. Leave interpretations out.",
  ),
  question: same("Was wäre auf dem Film zu sehen?", "What would the film show?"),
};

const mentor: Role = {
  key: "mentor",
  family: "around",
  name: same("Wer das schon kennt", "The one who has seen this before"),
  stance: w(
    "Du hast so etwas oft erlebt, auf beiden Seiten. Du gibst keinen Rat, du erinnerst dich.",
    "Sie haben so etwas oft erlebt, auf beiden Seiten. Sie geben keinen Rat, Sie erinnern sich.",
    "You have been through this often, on both sides. You give no advice, you remember.",
  ),
  question: same(
    "Was habe ich schon einmal so ausgehen sehen?",
    "What have I seen go like this before?",
  ),
};

const friend: Role = {
  key: "friend",
  family: "asking",
  name: same("Vertraute Person", "Friend"),
  stance: w(
    "Du magst die Person, die gefragt hat. Du beschönigst nichts.",
    "Sie mögen die Person, die gefragt hat. Sie beschönigen nichts.",
    "You like the person who asked. You don’t sugar-coat.",
  ),
  question: same("Was ist wahr und freundlich zugleich?", "What is both true and kind?"),
};

const future: Role = {
  key: "future",
  family: "around",
  name: same("In einem Jahr", "A year from now"),
  stance: w(
    "Du schaust aus einem Jahr zurück. Das Nein liegt hinter dir.",
    "Sie schauen aus einem Jahr zurück. Das Nein liegt hinter Ihnen.",
    "You look back from a year ahead. The no is behind you.",
  ),
  question: same("Was ist daraus geworden?", "What became of it?"),
};

/** The sides of one refusal. In the last round friend and future look at it instead of camera and mentor. */
export const otherSides: RoleSet = {
  roles: [decliner, standin, gatekeeper, observer, mentor, friend, future],
  bySize: {
    2: ["decliner", "friend"],
    3: ["decliner", "standin", "observer"],
    4: ["decliner", "standin", "gatekeeper", "observer"],
    5: ["decliner", "standin", "gatekeeper", "observer", "mentor"],
  },
  inLastRound: { observer: "friend", mentor: "future" },
  watcher: "observer",
  alone: [
    {
      role: "standin",
      task: w(
        "Schreib der Person, die Nein gesagt hat. Drei Sätze. Das bleibt auf diesem Gerät.",
        "Schreiben Sie der Person, die Nein gesagt hat. Drei Sätze. Das bleibt auf diesem Gerät.",
        "Write to the person who said no. Three sentences. Stays on this device.",
      ),
    },
    {
      role: "decliner",
      task: w(
        "Antworte als diese Person.",
        "Antworten Sie als diese Person.",
        "Answer as that person.",
      ),
    },
    {
      role: "friend",
      task: same("Was sagt jemand dazu, der beide mag?", "What does somebody say who likes both?"),
    },
  ],
};

const asker: Role = {
  key: "asker",
  family: "asking",
  name: same("Wer fragt", "The one who asks"),
  stance: w(
    "Du erzählst eine Minute lang. Danach hörst du nur zu.",
    "Sie erzählen eine Minute lang. Danach hören Sie nur zu.",
    "You tell for one minute. After that you only listen.",
  ),
  question: same("Wobei hilft mir ein zweiter Blick?", "Where would a second look help me?"),
};

const adviser: Role = {
  key: "adviser",
  family: "around",
  name: same("Wer mitdenkt", "Adviser"),
  stance: w(
    "Du fragst nach und denkst laut mit. Es geht um die Frage, nicht um den Menschen.",
    "Sie fragen nach und denken laut mit. Es geht um die Frage, nicht um den Menschen.",
    "You ask and think aloud. It is about the question, not about the person.",
  ),
  question: same("Was höre ich heraus?", "What do I hear in it?"),
};

/** One asks, the others confer: whoever is fourth advises in every round. */
export const askerAndAdvisers: RoleSet = {
  roles: [asker, adviser],
  bySize: {
    2: ["asker", "adviser"],
    3: ["asker", "adviser", "adviser"],
    4: ["asker", "adviser", "adviser", "adviser"],
    5: ["asker", "adviser", "adviser", "adviser", "adviser"],
  },
  inLastRound: {},
  watcher: "adviser",
  alone: [],
};
