import { withAttributes, withoutTags } from "@/lib/activities/card-upcasts";
import type { KindUpcasts, ScriptsBefore } from "@/lib/activities/contract";
import { chosen, noGuessing, reading, voting } from "@/lib/activities/script-upcasts";
import type { Upcast } from "@/lib/upcast";
import { same, w } from "@/lib/words";

/** For plans from before scripts had phases: what fits any activity of the kind in these. */
const scripts: ScriptsBefore = {
  work: "write",
  lines: {
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
};

/** Before cards had columns there were none of these, and nothing came before writing or after the themes. */
const plainCards: Upcast = (settings) => ({
  ...{ caseFirst: null, fictional: null, columns: [], columnLimit: 10 },
  ...{ cardLabel: null, dotsQuestion: null, ask: null },
  ...settings,
});

/** From version to version of what is stored of this kind. */
export const collectUpcasts: KindUpcasts = {
  settings: [plainCards],
  events: [withoutTags, withAttributes()],
  scripts,
};
