import { isObject, type Upcast } from "@/lib/upcast";

/** What each kind rested on, whatever an activity of it was about. */
const ofKind: Readonly<Record<string, readonly string[]>> = {
  scale: [
    "Kross & Ayduk (2017). Self-distancing: theory, research, and current directions. Advances in Experimental Social Psychology 55. doi:10.1016/bs.aesp.2016.10.002",
  ],
  reframe: [
    "Perry, Stupnisky, Hall, Chipperfield & Weiner (2010). Bad starts and better finishes. Journal of Social and Clinical Psychology 29(6). doi:10.1521/jscp.2010.29.6.668",
    "Bruehlman-Senecal & Ayduk (2015). This too shall pass. Journal of Personality and Social Psychology 108(2). doi:10.1037/a0038324",
    "Breines & Chen (2012). Self-compassion increases self-improvement motivation. Personality and Social Psychology Bulletin 38(9). doi:10.1177/0146167212445599",
    "Wood, Perunovic & Lee (2009). Positive self-statements: power for some, peril for others. Psychological Science 20. doi:10.1111/j.1467-9280.2009.02370.x",
  ],
  commit: [
    "Gollwitzer & Sheeran (2006). Implementation intentions and goal achievement. Advances in Experimental Social Psychology 38",
  ],
};

/** Publications stood with the kind, not with the activity. */
export const sourcesOfTheirKind: Upcast = (plan) =>
  Array.isArray(plan.activities)
    ? {
        ...plan,
        activities: plan.activities.map((each) =>
          isObject(each) ? { ...each, sources: sourcesFor(each.kind) } : each,
        ),
      }
    : plan;

const sourcesFor = (kind: unknown): readonly string[] =>
  typeof kind === "string" && Object.hasOwn(ofKind, kind) ? (ofKind[kind] ?? []) : [];
