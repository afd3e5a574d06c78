import { same, w } from "@/lib/words";
import { harkin2016 } from "@/lib/workshops/parts/sources";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";

export const planReview: ReadyActivity = {
  strategy: null,
  depth: "light",
  doing: same(
    "Mit einem Fingertipp sagen, was aus dem Plan vom letzten Mal wurde.",
    "Say with one tap what became of the plan from last time.",
  ),
  seen: same(
    "Wie viele getan, halb getan oder noch nicht angefangen haben.",
    "How many have done it, done part of it or not started yet.",
  ),
  remains: same(
    "Die Zahlen der Runde, ohne Namen und ohne Pläne.",
    "The numbers of the room, without names and without plans.",
  ),
  activity: {
    key: "plan-review",
    kind: "sort",
    title: same("Was wurde daraus?", "What became of it?"),
    prompt: w(
      "Nimm deinen Plan vom letzten Mal. Was wurde daraus?",
      "Nehmen Sie Ihren Plan vom letzten Mal. Was wurde daraus?",
      "Take your plan from last time. What became of it?",
    ),
    hint: same(
      "Jede Antwort ist brauchbar. Wer neu ist oder den Plan nicht mehr hat, wählt das letzte Feld.",
      "Every answer is useful. If you are new or no longer have the plan, choose the last field.",
    ),
    contentNote: same(
      "Ein Plan, aus dem nichts wurde, sagt nichts über den Menschen dahinter. Auch „noch nicht“ hilft weiter.",
      "A plan that came to nothing says nothing about the person behind it. “Not yet” is useful, too.",
    ),
    optOut: w(
      "Wähl das letzte Feld. Es steht allen offen, auch mit Plan.",
      "Wählen Sie das letzte Feld. Es steht allen offen, auch mit Plan.",
      "Choose the last field. It is open to everybody, with a plan or without.",
    ),
    evidence: same(
      "Harkin und andere (2016): Fortschritt zu beobachten half beim Erreichen von Zielen (138 Studien, d = 0,40). Grenze: meist Gesundheitsziele; hier ist es eine Frage an alle, keine Messung.",
      "Harkin and others (2016): monitoring progress helped people reach goals (138 studies, d = 0.40). Limit: mostly health goals; here it is one question to everybody, not a measurement.",
    ),
    sources: [harkin2016],
    privateLines: [],
    minutes: 7,
    phaseMinutes: { place: 2, show: 1, discuss: 4 },
    sizes: [
      { minutes: 6, phaseMinutes: { place: 2, show: 1, discuss: 3 }, settings: {} },
      { minutes: 7, phaseMinutes: { place: 2, show: 1, discuss: 4 }, settings: {} },
      { minutes: 8, phaseMinutes: { place: 2, show: 2, discuss: 4 }, settings: {} },
    ],
    script: {
      phases: {
        place: {
          say: w(
            "Nehmt euren Plan vom letzten Mal, auf Papier oder im Kalender. Was wurde daraus? Ein Fingertipp genügt, niemand sieht, wer was wählt. Es gibt kein Lob und keinen Tadel. Wer keinen Plan hat, nimmt das letzte Feld.",
            "Nehmen Sie Ihren Plan vom letzten Mal, auf Papier oder im Kalender. Was wurde daraus? Ein Fingertipp genügt, niemand sieht, wer was wählt. Es gibt kein Lob und keinen Tadel. Wer keinen Plan hat, nimmt das letzte Feld.",
            "Take your plan from last time, on paper or in your calendar. What became of it? One tap is enough; nobody sees who chooses what. There is no praise and no blame. Whoever has no plan takes the last field.",
          ),
          watchFor: same(
            "Entschuldigungen und Rechtfertigungen freundlich abkürzen. Nie nach einzelnen Plänen fragen.",
            "Cut apologies and justifications short, kindly. Never ask about single plans.",
          ),
        },
        show: {
          say: w(
            "So steht es in der Runde. Keine Antwort ist besser als die andere: Auch aus „noch nicht“ lässt sich etwas lernen. Schaut kurz hin, dann reden wir.",
            "So steht es in der Runde. Keine Antwort ist besser als die andere: Auch aus „noch nicht“ lässt sich etwas lernen. Schauen Sie kurz hin, dann reden wir.",
            "This is how it stands in the room. No answer is better than another: there is something to learn from “not yet”, too. Have a short look, then we talk.",
          ),
          watchFor: same(
            "Zahlen nicht mit dem letzten Mal vergleichen. Kein „schon so viele“, kein „nur so wenige“.",
            "Don’t compare the numbers with last time. No “so many already”, no “only so few”.",
          ),
        },
        discuss: {
          say: w(
            "Sprecht zu zweit: Was hat geholfen, was kam dazwischen? Vom Plan selbst müsst ihr nichts erzählen. Wer keinen Plan hat, fragt und macht heute einen neuen.",
            "Sprechen Sie zu zweit: Was hat geholfen, was kam dazwischen? Vom Plan selbst müssen Sie nichts erzählen. Wer keinen Plan hat, fragt und macht heute einen neuen.",
            "Talk in pairs: what helped, what got in the way? You don’t have to tell anything of the plan itself. Whoever has no plan asks, and makes a new one today.",
          ),
          watchFor: same(
            "Geht ein Paar in Rechtfertigungen unter: die Frage wiederholen, was geholfen hat.",
            "If a pair drowns in justifications: repeat the question of what helped.",
          ),
        },
      },
      ifItStalls: same(
        "Den Plan hat kaum jemand dabei: kurz erinnern lassen, dann tippen. Sonst die Felder einmal laut vorlesen.",
        "Hardly anybody has the plan with them: give a moment to remember, then tap. Or read the fields aloud once.",
      ),
      debrief: [
        same("Was hat geholfen?", "What helped?"),
        w(
          "Was kam dazwischen, und liegt das bei euch?",
          "Was kam dazwischen, und liegt das bei Ihnen?",
          "What got in the way, and is that up to you?",
        ),
        w(
          "Was macht ihr beim nächsten Plan kleiner oder anders?",
          "Was machen Sie beim nächsten Plan kleiner oder anders?",
          "What will you make smaller or do differently in the next plan?",
        ),
      ],
      talkInstead: w(
        "Nehmt euren Plan vom letzten Mal zur Hand oder erinnert euch daran. Sagt einer Person einen Satz: getan, ein Stück davon, etwas anderes oder noch nicht. Mehr müsst ihr nicht erzählen. Die andere fragt nur: Was hat geholfen, was kam dazwischen? Dann wechselt ihr. Wer keinen Plan hat, fragt zuerst.",
        "Nehmen Sie Ihren Plan vom letzten Mal zur Hand oder erinnern Sie sich daran. Sagen Sie einer Person einen Satz: getan, ein Stück davon, etwas anderes oder noch nicht. Mehr müssen Sie nicht erzählen. Die andere fragt nur: Was hat geholfen, was kam dazwischen? Dann wechseln Sie. Wer keinen Plan hat, fragt zuerst.",
        "Take your plan from last time, or remember it. Tell one person one sentence: done, part of it, something else, or not yet. You don’t have to tell more. The other only asks: what helped, what got in the way? Then you swap. Whoever has no plan asks first.",
      ),
    },
    settings: {
      layout: {
        type: "buckets",
        buckets: [
          { key: "done", name: same("Getan", "Done"), detail: null },
          { key: "part", name: same("Ein Stück davon", "Part of it"), detail: null },
          {
            key: "something-else",
            name: same("Etwas anderes getan", "Did something else"),
            detail: null,
          },
          { key: "not-yet", name: same("Noch nicht", "Not yet"), detail: null },
          { key: "no-plan", name: same("Kein Plan dabei", "No plan with me"), detail: null },
        ],
      },
      source: { type: "points", count: 1 },
      tells: "counts",
      decisions: null,
      nudges: [],
      emptyText: null,
      handIn: same("Antwort abgeben", "Hand in the answer"),
      note: same(
        "So steht es in der Runde. Kein Lob, kein Tadel.",
        "How it stands in the room. No praise, no blame.",
      ),
      fictional: [],
      starters: [],
      summary: "aggregate",
    },
  },
};
