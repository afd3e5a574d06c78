import { same, w } from "@/lib/words";
import { bandura1997, cohenSherman2014 } from "@/lib/workshops/parts/sources";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";

export const wentWellElsewhere: ReadyActivity = {
  strategy: 10,
  depth: "light",
  doing: same(
    "Etwas aufschreiben, das anderswo gelungen ist, nur für sich, und ein bis zwei Stärken antippen.",
    "Write down something that went well elsewhere, for oneself only, and tap one or two strengths.",
  ),
  seen: same(
    "Welche Stärken im Raum sind, als Balken; keine Geschichte.",
    "Which strengths are in the room, as bars; no story.",
  ),
  remains: same(
    "Für alle die Balken; auf jedem Gerät die eigene Geschichte zum Mitnehmen.",
    "The bars for everybody; on each device one’s own story to take along.",
  ),
  activity: {
    key: "went-well-elsewhere",
    kind: "commit",
    title: same("Anderswo gelungen", "Went well elsewhere"),
    prompt: w(
      "Was ist dir zuletzt anderswo gelungen, und was hast du dafür getan?",
      "Was ist Ihnen zuletzt anderswo gelungen, und was haben Sie dafür getan?",
      "What went well for you elsewhere lately, and what did you do for it?",
    ),
    hint: same(
      "Es darf klein sein: etwas repariert, jemandem geholfen, drangeblieben. Die Geschichte bleibt auf diesem Gerät.",
      "Small is fine: something repaired, somebody helped, kept at it. The story stays on this device.",
    ),
    contentNote: w(
      "An manchen Tagen fällt einem nichts ein. Nimm dann etwas von früher oder aus der Familie.",
      "An manchen Tagen fällt einem nichts ein. Nehmen Sie dann etwas von früher oder aus der Familie.",
      "On some days nothing comes to mind. Then take something from earlier or from family life.",
    ),
    optOut: w(
      "Denk an jemanden, dessen Art du schätzt. Welche Stärke ist das?",
      "Denken Sie an jemanden, dessen Art Sie schätzen. Welche Stärke ist das?",
      "Think of somebody whose way you value. Which strength is that?",
    ),
    evidence: same(
      "Cohen und Sherman (2014): Sich an anderes Wichtiges im eigenen Leben zu erinnern, kann eine Bedrohung kleiner machen. Bandura (1997): Eigene gelungene Handlungen sind die stärkste Quelle von Zuversicht. Grenze: Studien meist zu Werten, in Schule und Gesundheit; Zuversicht überträgt sich nicht von selbst auf ein anderes Feld.",
      "Cohen and Sherman (2014): recalling other things that matter in one’s life can make a threat smaller. Bandura (1997): having mastered something oneself is the strongest source of confidence. Limit: studies mostly on values, in schools and health; confidence doesn’t carry over to another field by itself.",
    ),
    sources: [cohenSherman2014, bandura1997],
    privateLines: [],
    minutes: 10,
    phaseMinutes: { fill: 5, check: 3, keep: 2 },
    sizes: [{ minutes: 10, phaseMinutes: { fill: 5, check: 3, keep: 2 }, settings: {} }],
    script: {
      phases: {
        fill: {
          say: w(
            "Ein Nein trifft einen Bereich, nicht alle. Sucht etwas, das euch anderswo gelungen ist, zu Hause, im Verein, im Kurs. Klein genügt. Schreibt auf, was ihr dafür getan habt; das bleibt auf eurem Gerät. Wer mag, tippt ein oder zwei Stärken an; gezählt wird nur, wie oft.",
            "Ein Nein trifft einen Bereich, nicht alle. Suchen Sie etwas, das Ihnen anderswo gelungen ist, zu Hause, im Verein, im Kurs. Klein genügt. Schreiben Sie auf, was Sie dafür getan haben; das bleibt auf Ihrem Gerät. Wer mag, tippt ein oder zwei Stärken an; gezählt wird nur, wie oft.",
            "A no hits one area, not all of them. Find something that went well elsewhere: at home, in a club, on a course. Small is enough. Write down what you did for it; that stays on your device. If you like, tap one or two strengths; only how often is counted.",
          ),
          watchFor: same(
            "Vergleiche („Das kann doch jeder“) und große Auftritte: beides zurück auf eine Handlung führen. Wer nichts findet, bekommt Zeit, keine Beispiele für ihn.",
            "Comparing (“anyone can do that”) and big performances: lead both back to one action. Whoever finds nothing gets time, not examples made for them.",
          ),
        },
        check: {
          say: w(
            "Jetzt zu zweit. Sagt einander nur die Stärke, nicht die Geschichte. Die andere Person fragt: Wo brauchst du das als Nächstes? Nach einer Minute wechselt ihr.",
            "Jetzt zu zweit. Sagen Sie einander nur die Stärke, nicht die Geschichte. Die andere Person fragt: Wo brauchen Sie das als Nächstes? Nach einer Minute wechseln Sie.",
            "Now in pairs. Tell each other only the strength, not the story. The other asks: where will you need it next? After a minute you swap.",
          ),
          watchFor: same(
            "Wer nichts aufgeschrieben hat, hört zu und fragt. Geschichten nicht nacherzählen lassen.",
            "Whoever wrote nothing listens and asks. Don’t have stories retold.",
          ),
        },
        keep: {
          say: w(
            "Was ihr geschrieben habt, könnt ihr jetzt mitnehmen: ausgedruckt, als Bild oder als Text. Hier bleibt nichts davon. Vorn seht ihr, welche Stärken dieser Raum mitbringt.",
            "Was Sie geschrieben haben, können Sie jetzt mitnehmen: ausgedruckt, als Bild oder als Text. Hier bleibt nichts davon. Vorn sehen Sie, welche Stärken dieser Raum mitbringt.",
            "You can take along now what you wrote: printed, as a picture or as text. Nothing of it stays here. At the front you see which strengths this room brings along.",
          ),
          watchFor: same(
            "Die Balken sind keine Rangliste. Eine Stärke, die fehlt, kann trotzdem da sein.",
            "The bars are no ranking. A strength that is missing may be here all the same.",
          ),
        },
      },
      ifItStalls: same(
        "Nach Tätigkeiten fragen statt nach Erfolgen: Wem wurde zuletzt etwas erklärt? Was läuft wieder, weil jemand drangeblieben ist?",
        "Ask for doings instead of successes: who was given an explanation lately? What works again because somebody kept at it?",
      ),
      debrief: [
        same("Was bringt dieser Raum mit?", "What does this room bring along?"),
        same("Welche Stärke überrascht hier?", "Which strength is a surprise here?"),
        w(
          "Wo braucht ihr eure Stärke als Nächstes?",
          "Wo brauchen Sie Ihre Stärke als Nächstes?",
          "Where will you need your strength next?",
        ),
      ],
      talkInstead: w(
        "Sprecht zu zweit. Erzählt eine Minute von etwas, das anderswo gelungen ist, klein genügt. Die andere Person hört zu und nennt eine Handlung, die sie herausgehört hat: Du bist drangeblieben. Dann fragt sie: Wo hilft das beim nächsten Kontakt? Danach tauschen. In der Runde nennen wir nur die Stärken.",
        "Sprechen Sie zu zweit. Erzählen Sie eine Minute von etwas, das anderswo gelungen ist, klein genügt. Die andere Person hört zu und nennt eine Handlung, die herauszuhören war, etwa: nicht aufgegeben. Dann die Frage: Wo hilft das beim nächsten Kontakt? Danach tauschen. In der Runde nennen wir nur die Stärken.",
        "Talk in pairs. Tell for one minute about something that went well elsewhere; small is enough. The other listens and names one action they heard: you kept at it. Then they ask: where does that help with the next contact? Then swap. In the round we name only the strengths.",
      ),
    },
    settings: {
      fields: [
        {
          key: "what",
          label: same("Was ist gelungen?", "What went well?"),
          placeholder: same("Gelungen ist mir\u00a0…", "What went well was\u00a0…"),
          input: "long",
          required: true,
          offers: [],
          daysAhead: null,
        },
        {
          key: "how",
          label: w(
            "Was hast du dafür getan?",
            "Was haben Sie dafür getan?",
            "What did you do for it?",
          ),
          placeholder: same("Dafür habe ich\u00a0…", "For that I\u00a0…"),
          input: "long",
          required: false,
          offers: [],
          daysAhead: null,
        },
        {
          key: "use",
          label: same(
            "Wo hilft das beim nächsten Kontakt?",
            "Where does this help with the next contact?",
          ),
          placeholder: same(
            "Beim nächsten Kontakt hilft mir das, wenn\u00a0…",
            "With the next contact this helps me when\u00a0…",
          ),
          input: "text",
          required: false,
          offers: [],
          daysAhead: null,
        },
      ],
      sentence: null,
      examples: [],
      starters: [
        same("Gelungen ist mir\u00a0…", "What went well was\u00a0…"),
        same("Dafür habe ich\u00a0…", "For that I\u00a0…"),
        same(
          "Beim nächsten Kontakt hilft mir das, wenn\u00a0…",
          "With the next contact this helps me when\u00a0…",
        ),
      ],
      checks: [],
      pairTask: w(
        "Sagt einander nur die Stärke, nicht die Geschichte. Die andere Person fragt: Wo brauchst du das als Nächstes?",
        "Sagen Sie einander nur die Stärke, nicht die Geschichte. Die andere Person fragt: Wo brauchen Sie das als Nächstes?",
        "Tell each other only the strength, not the story. The other asks: where will you need it next?",
      ),
      genericSteps: [
        { key: "kept-at-it", label: same("drangeblieben", "kept at it") },
        { key: "listened", label: same("zugehört", "listened") },
        { key: "put-in-order", label: same("geordnet", "put in order") },
        { key: "asked", label: same("gefragt", "asked") },
        { key: "helped", label: same("geholfen", "helped") },
        { key: "explained", label: same("erklärt", "explained") },
        { key: "tried-out", label: same("ausprobiert", "tried out") },
        { key: "repaired", label: same("repariert", "repaired") },
        { key: "mediated", label: same("vermittelt", "mediated") },
        { key: "decided", label: same("entschieden", "decided") },
        { key: "stayed-calm", label: same("Ruhe bewahrt", "stayed calm") },
        { key: "kept-humour", label: same("Humor behalten", "kept a sense of humour") },
      ],
      ticksMax: 2,
      sharedField: null,
      weeks: 1,
      button: same("Fertig", "Done"),
      ticksLabel: same(
        "Als Zahl mitteilen, freiwillig, höchstens zwei",
        "Share as a number, optional, two at most",
      ),
      stageCaption: same("Was dieser Raum mitbringt", "What this room brings along"),
      finishedLabel: same("Fertig", "Done"),
    },
  },
};
