import { same, type Words, w } from "@/lib/plans/words";
import { isObject, type Upcast } from "@/lib/session/upcast";

interface Line {
  say: Words;
  watchFor: Words;
}

const keepBack = same(
  "Namen, Firmen, erkennbare Orte: zurückhalten.",
  "Names, companies, places one would recognise: hold.",
);
const noGuessing = same(
  "Gelächter und Rätseln sofort ruhig beenden.",
  "End laughter and guessing at once and calmly.",
);
const noPersuading = same(
  "Niemanden überreden. Einen Zwischenstand gibt es für niemanden.",
  "Persuade nobody. There is no tally for anybody.",
);
const nobodysNumber = same(
  "Keine Zahl deuten und keine einer Person zuordnen.",
  "Interpret no number, and give none to a person.",
);
const reading: Line = {
  say: w(
    "Ich lese jetzt alles, gemischt und ohne Absender. Sprecht so lange zu zweit über die Frage, die vorn steht.",
    "Ich lese jetzt alles, gemischt und ohne Absender. Sprechen Sie so lange zu zweit über die Frage, die vorn steht.",
    "I now read everything, shuffled and without senders. Meanwhile talk in pairs about the question at the front.",
  ),
  watchFor: keepBack,
};
const voting: Line = {
  say: w(
    "Wählt jetzt, jede Person für sich. Bis zum Schluss sieht niemand einen Zwischenstand.",
    "Wählen Sie jetzt, jede Person für sich. Bis zum Schluss sieht niemand einen Zwischenstand.",
    "Choose now, each on your own. Until it closes nobody sees a tally.",
  ),
  watchFor: noPersuading,
};
const chosen: Line = {
  say: w(
    "Das hat die Runde gewählt. Was fällt euch auf?",
    "Das hat die Runde gewählt. Was fällt Ihnen auf?",
    "This is what the room chose. What do you notice?",
  ),
  watchFor: noGuessing,
};

/** For plans from before scripts had phases: what fits any activity of the kind in these phases. */
const linesOf: ReadonlyMap<unknown, Readonly<Record<string, Line>>> = new Map(
  Object.entries<Readonly<Record<string, Line>>>({
    collect: {
      review: reading,
      reveal: {
        say: w(
          "Hier sind die Karten, gemischt. Lest in Ruhe. Wir rätseln nicht, von wem eine ist.",
          "Hier sind die Karten, gemischt. Lesen Sie in Ruhe. Wir rätseln nicht, von wem eine ist.",
          "Here are the cards, shuffled. Read them calmly. We don’t guess whose they are.",
        ),
        watchFor: noGuessing,
      },
      cluster: {
        say: w(
          "Ich ordne, was zusammengehört. Sagt mir, was ich übersehe.",
          "Ich ordne, was zusammengehört. Sagen Sie mir, was ich übersehe.",
          "I sort what belongs together. Tell me what I miss.",
        ),
        watchFor: same(
          "Ein Thema beschreibt eine Lage, nie Menschen.",
          "A theme describes a situation, never people.",
        ),
      },
      vote: voting,
      show: chosen,
    },
    scale: {
      show: {
        say: w(
          "So sieht es in der Runde aus. Was fällt euch auf?",
          "So sieht es in der Runde aus. Was fällt Ihnen auf?",
          "This is how it looks for the group. What do you notice?",
        ),
        watchFor: nobodysNumber,
      },
    },
    reframe: {
      choose: {
        say: w(
          "Gleich kommt ein Fall. Ich wähle ihn aus; ihr müsst dafür nichts tun.",
          "Gleich kommt ein Fall. Ich wähle ihn aus; Sie müssen dafür nichts tun.",
          "A case is coming. I am choosing it; you don’t have to do anything.",
        ),
        watchFor: same(
          "Kein Fall mit Diskriminierung, Gewalt, Mobbing oder Trauer.",
          "No case with discrimination, violence, bullying or bereavement.",
        ),
      },
      case: {
        say: w(
          "Hier ist ein Fall. Lest ihn in Ruhe. Niemand fragt, von wem er ist.",
          "Hier ist ein Fall. Lesen Sie ihn in Ruhe. Niemand fragt, von wem er ist.",
          "Here is a case. Read it calmly. Nobody asks whose it is.",
        ),
        watchFor: noGuessing,
      },
      review: reading,
      vote: voting,
      show: chosen,
    },
    commit: {
      check: {
        say: w(
          "Prüft euren Plan: Kommt der Auslöser sicher? Ist der Schritt klein genug?",
          "Prüfen Sie Ihren Plan: Kommt der Auslöser sicher? Ist der Schritt klein genug?",
          "Check your plan: is the trigger sure to come? Is the step small enough?",
        ),
        watchFor: same("Niemand liest den eigenen Plan vor.", "Nobody reads their plan aloud."),
      },
      keep: {
        say: w(
          "Nehmt euren Plan jetzt mit: in den Kalender, ausgedruckt oder als Text.",
          "Nehmen Sie Ihren Plan jetzt mit: in den Kalender, ausgedruckt oder als Text.",
          "Take your plan along now: into your calendar, printed or as text.",
        ),
        watchFor: same("Nicht nach Inhalten fragen.", "Don’t ask about content."),
      },
    },
  }),
);

/** The phase that the one line of an older script was written for. */
const workPhases: ReadonlyMap<unknown, string> = new Map([
  ["pause", "show"],
  ["collect", "write"],
  ["scale", "ask"],
  ["reframe", "write"],
  ["commit", "fill"],
]);

/** A script had one line for all phases of its activity; it is kept for the one it was meant for. */
export const scriptByPhase: Upcast = (plan) =>
  Array.isArray(plan.activities) ? { ...plan, activities: plan.activities.map(withPhases) } : plan;

function withPhases(activity: unknown): unknown {
  if (!isObject(activity) || !isObject(activity.script)) return activity;
  const work = workPhases.get(activity.kind);
  if (work === undefined) return activity;
  const { say, watchFor, ...script } = activity.script;
  const phases = { ...linesOf.get(activity.kind), [work]: { say, watchFor } };
  return { ...activity, script: { ...script, phases } };
}
