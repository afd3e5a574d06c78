import type { ActivityTemplate } from "@/lib/session/plan-template";
import { type AllWords, lines, same, w } from "@/lib/words";

const base: Omit<ActivityTemplate, "key" | "prompt" | "minutes" | "phaseMinutes" | "script"> = {
  kind: "pause",
  title: same("Pause", "Break"),
  hint: null,
  contentNote: null,
  optOut: null,
  evidence: null,
  sources: [],
  privateLines: [],
  sizes: [],
  settings: { text: same("", ""), acknowledge: null, role: "break", steps: [], breath: false },
};

interface Said {
  /** In whole words: "Five minutes’ break." */
  prompt: AllWords;
  /** What stands below it. */
  text: AllWords;
  say: AllWords;
  watchFor: AllWords;
}

/** A break: when it is over stands on all screens. The key tells it from others of the same plan. */
const breakOf = (
  key: string,
  minutes: number,
  { prompt, text, say, watchFor }: Said,
): ActivityTemplate => ({
  ...base,
  key,
  prompt,
  minutes,
  phaseMinutes: { show: minutes },
  script: {
    phases: { show: { say, watchFor } },
    ifItStalls: same(
      "Wer nicht raus mag, bleibt sitzen. Die Zeit lässt sich verlängern oder kürzen.",
      "Whoever would rather not go out stays. The time can be made longer or shorter.",
    ),
    debrief: [
      same("Was hat gutgetan?", "What did you good?"),
      w(
        "Was braucht ihr für den nächsten Teil?",
        "Was brauchen Sie für den nächsten Teil?",
        "What do you need for the next part?",
      ),
      same(
        "Ist etwas offen, das vorher geklärt werden soll?",
        "Is anything open that should be settled first?",
      ),
    ],
    talkInstead: lines(prompt, text),
  },
  settings: { ...base.settings, text },
});

const SHORT = {
  4: same("Vier\u00a0Minuten Pause.", "Four\u00a0minutes’ break."),
  5: same("Fünf\u00a0Minuten Pause.", "Five\u00a0minutes’ break."),
};

/** To stand up and let air in. */
export const shortBreak = (key: string, minutes: keyof typeof SHORT): ActivityTemplate =>
  breakOf(key, minutes, {
    prompt: SHORT[minutes],
    text: same("Fenster auf, Handy weglegen.", "Open a window, put the phone down."),
    say: w(
      "Kurze Pause. Macht ein Fenster auf, steht auf, legt das Handy weg. Vorn steht, wann es weitergeht.",
      "Kurze Pause. Machen Sie ein Fenster auf, stehen Sie auf, legen Sie das Handy weg. Vorn steht, wann es weitergeht.",
      "A short break. Open a window, stand up, put the phone down. At the front it says when we go on.",
    ),
    watchFor: same(
      "Pünktlich weitermachen. Wer fehlt, steigt später ein.",
      "Go on in time. Whoever is missing joins later.",
    ),
  });

/** With time to eat, and to talk to the facilitator. */
export const longBreak = (key: string): ActivityTemplate =>
  breakOf(key, 15, {
    prompt: same("Fünfzehn\u00a0Minuten Pause.", "Fifteen\u00a0minutes’ break."),
    text: same(
      "Die Leitung ist vorn, wenn jemand reden möchte.",
      "The facilitator is at the front in case somebody wants to talk.",
    ),
    say: w(
      "Wir machen eine Viertelstunde Pause. Geht raus, esst etwas, trinkt etwas. Ich bin vorn, wenn jemand reden möchte. Wann es weitergeht, steht auf der Leinwand und auf eurem Gerät.",
      "Wir machen eine Viertelstunde Pause. Gehen Sie raus, essen Sie etwas, trinken Sie etwas. Ich bin vorn, wenn jemand reden möchte. Wann es weitergeht, steht auf der Leinwand und auf Ihrem Gerät.",
      "We take a quarter of an hour. Go out, eat and drink something. I am at the front in case somebody wants to talk. When we go on is on the screen and on your device.",
    ),
    watchFor: same(
      "Vorn bleiben und ansprechbar sein. Wer aufgewühlt wirkt: hingehen, nichts fragen, Zeit anbieten.",
      "Stay at the front, to be spoken to. If somebody seems shaken: go over, ask nothing, offer time.",
    ),
  });
