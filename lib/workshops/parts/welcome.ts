import type { ActivityTemplate } from "@/lib/session/plan-template";
import { type AllWords, lines, same, w } from "@/lib/words";
import { groundRules, learningFormat, spokenRule } from "@/lib/workshops/parts/ground-rules";
import { saying } from "@/lib/workshops/parts/saying";

export const welcome: ActivityTemplate = {
  key: "welcome",
  kind: "pause",
  title: same("Willkommen und Regeln", "Welcome and rules"),
  prompt: same("Vier Regeln für diese Runde", "Four rules for this session"),
  hint: same(
    "Mit dem Dazukommen gelten sie für alle; hier stehen sie zum Nachlesen.",
    "By joining, everyone has agreed to them; here they are to look up.",
  ),
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
          "Willkommen. Wir schauen heute auf ein kleines Nein aus dem Netzwerken: erst auf Erlebtes, dann auf andere Sichtweisen, am Ende auf euren nächsten Schritt. Große Themen lösen wir nicht. Alles ist freiwillig, und was ihr schreibt, trägt keinen Namen. Lest die vier Regeln. Fehlt euch etwas, sagt es jetzt.",
          "Willkommen. Wir schauen heute auf ein kleines Nein aus dem Netzwerken: erst auf Erlebtes, dann auf andere Sichtweisen, am Ende auf Ihren nächsten Schritt. Große Themen lösen wir nicht. Alles ist freiwillig, und was Sie schreiben, trägt keinen Namen. Lesen Sie die vier Regeln. Fehlt Ihnen etwas, sagen Sie es jetzt.",
          "Welcome. Today we look at a small no from networking: first at what happened, then at other views of it, at the end at your next step. We won’t solve anything big. Everything is voluntary, and what you write carries no name. Read the four rules. If something is missing, say so now.",
        ),
        watchFor: same(
          "Dazusagen, wer die Zusammenfassung bekommt und wer nicht. Wer wirkt hergeschickt statt eingeladen? Laut sagen: Zuschauen ist erlaubt, und niemand muss es begründen.",
          "Add who gets the summary and who does not. Does anyone seem sent rather than invited? Say aloud: watching is fine, and nobody has to explain.",
        ),
      },
    },
    ifItStalls: same(
      "Klemmt ein Gerät: Regeln vorlesen und beginnen. Wer später dazukommt, steigt einfach ein.",
      "If a device is stuck: read the rules aloud and begin. Whoever joins later simply steps in.",
    ),
    debrief: [
      w(
        "Was braucht ihr noch, um hier offen zu schreiben?",
        "Was brauchen Sie noch, um hier offen zu schreiben?",
        "What else do you need to write openly here?",
      ),
      w(
        "Welche Regel ist euch heute am wichtigsten?",
        "Welche Regel ist Ihnen heute am wichtigsten?",
        "Which rule matters most to you today?",
      ),
      same(
        "Was ist unklar an dem, was gespeichert wird?",
        "What is unclear about what gets stored?",
      ),
    ],
    talkInstead: w(
      "Ich lese die vier Regeln vor. Danach habt ihr eine Minute zu zweit: Was braucht ihr, damit es hier gut geht? Niemand muss berichten. Wer mit einer Regel nicht leben kann, sagt es mir jetzt oder nachher unter vier Augen.",
      "Ich lese die vier Regeln vor. Danach haben Sie eine Minute zu zweit: Was brauchen Sie, damit es hier gut geht? Niemand muss berichten. Wer mit einer Regel nicht leben kann, sagt es mir jetzt oder nachher unter vier Augen.",
      "I will read the four rules aloud. Then you have one minute in pairs: what do you need for this to go well? Nobody has to report back. If you cannot live with a rule, tell me now or in private later.",
    ),
  },
  settings: {
    text: lines(...groundRules, same("", ""), learningFormat),
    // Whoever is in has said so on the join screen; nobody is asked twice.
    acknowledge: null,
    role: "rules",
    steps: [],
    breath: false,
  },
};

/** The welcome of a workshop: as long as it is there, and with what is said at its beginning. */
export const welcomeOf = (minutes: number, say: AllWords): ActivityTemplate => ({
  ...welcome,
  minutes,
  phaseMinutes: { show: minutes },
  script: saying(welcome.script, "show", say),
});

/** The same where people talk in groups. */
export function spokenWelcomeOf(minutes: number, say: AllWords): ActivityTemplate {
  const spoken = welcomeOf(minutes, say);
  const text = lines(...groundRules, same("", ""), spokenRule, learningFormat);
  return { ...spoken, settings: { ...spoken.settings, text } };
}
