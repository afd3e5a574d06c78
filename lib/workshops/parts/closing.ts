import type { ActivityTemplate } from "@/lib/session/plan-template";
import { type AllWords, lines, same, w } from "@/lib/words";
import { saying } from "@/lib/workshops/parts/saying";

export const close: ActivityTemplate = {
  key: "close",
  kind: "pause",
  title: same("Abschluss", "Close"),
  prompt: w("Was nimmst du mit?", "Was nehmen Sie mit?", "What do you take with you?"),
  hint: same("Ein Wort genügt. Schweigen auch.", "One word is enough. So is silence."),
  contentNote: null,
  optOut: null,
  evidence: null,
  sources: [],
  privateLines: [],
  minutes: 3,
  phaseMinutes: { show: 3 },
  sizes: [],
  script: {
    phases: {
      show: {
        say: w(
          "Zum Schluss ein Wort, keine Geschichte: Was nehmt ihr mit? Wer mag, sagt es laut. Auf eurem Gerät stehen euer Plan, eure Karten und Nummern für Hilfe. Könnt ihr so gehen? Wenn noch nicht: Ich bin noch zehn Minuten da, und ihr müsst nichts erklären.",
          "Zum Schluss ein Wort, keine Geschichte: Was nehmen Sie mit? Wer mag, sagt es laut. Auf Ihrem Gerät stehen Ihr Plan, Ihre Karten und Nummern für Hilfe. Können Sie so gehen? Wenn noch nicht: Ich bin noch zehn Minuten da, und Sie müssen nichts erklären.",
          "To close, one word, not a story: what do you take with you? Say it aloud if you like. On your device are your plan, your cards and numbers for help. Are you settled enough to leave? If not yet: I am here for ten more minutes, and you don’t have to explain anything.",
        ),
        watchFor: same(
          "Keine neue Geschichte öffnen. Auf „noch nicht“ achten und Zeit anbieten, ohne jemanden vor allen anzusprechen.",
          "Open no new story. Look out for “not yet” and offer time, without singling anyone out.",
        ),
      },
    },
    ifItStalls: same(
      "Stille aushalten. Dann selbst ein Wort sagen und die Runde offen lassen.",
      "Let the silence be. Then say one word yourself and leave it open.",
    ),
    debrief: [
      w(
        "Welches Wort nehmt ihr mit?",
        "Welches Wort nehmen Sie mit?",
        "Which word do you take with you?",
      ),
      same("Was war heute brauchbar?", "What was useful today?"),
      same("Was sollte beim nächsten Mal anders sein?", "What should be different next time?"),
    ],
    talkInstead: w(
      "Wir gehen einmal reihum. Jede Person sagt ein Wort oder gibt weiter. Ich schreibe nichts mit. Danach bin ich noch zehn Minuten da, falls ihr reden möchtet. Die Nummern für Hilfe lese ich jetzt vor.",
      "Wir gehen einmal reihum. Jede Person sagt ein Wort oder gibt weiter. Ich schreibe nichts mit. Danach bin ich noch zehn Minuten da, falls Sie reden möchten. Die Nummern für Hilfe lese ich jetzt vor.",
      "We go round once. Each person says one word or passes. I take no notes. Afterwards I am here for ten more minutes in case you want to talk. I will now read out the numbers for help.",
    ),
  },
  settings: {
    text: lines(
      w(
        "Dein Plan liegt nur auf deinem Gerät. Leg ihn in den Kalender oder druck ihn aus.",
        "Ihr Plan liegt nur auf Ihrem Gerät. Legen Sie ihn in den Kalender oder drucken Sie ihn aus.",
        "Your plan is on your device only. Put it in your calendar or print it.",
      ),
      w(
        "Beschäftigt dich noch etwas? Die Leitung bleibt da, und unter „Hilfe“ stehen Nummern.",
        "Beschäftigt Sie noch etwas? Die Leitung bleibt da, und unter „Hilfe“ stehen Nummern.",
        "Is something still on your mind? The facilitator stays, and there are numbers under “Help”.",
      ),
    ),
    acknowledge: null,
    role: "closing",
    steps: [],
    breath: false,
  },
};

/** The closing of a workshop: as long as it is there, and with what is asked and said at its end. */
export const closingOf = (minutes: number, prompt: AllWords, say: AllWords): ActivityTemplate => ({
  ...close,
  prompt,
  minutes,
  phaseMinutes: { show: minutes },
  script: saying(close.script, "show", say),
});
