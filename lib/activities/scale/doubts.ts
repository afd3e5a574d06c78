import { isSame } from "@/lib/activities/ballots";
import type { PlaceInPlan } from "@/lib/activities/contract";
import { askingOf } from "@/lib/activities/scale/asking";
import type { ScaleItem, ScaleSettings } from "@/lib/activities/scale/schema";
import type { Doubt } from "@/lib/activities/settings-form-contract";

/**
 * What is wrong with one of two askings without the other as it was: a first one after which nothing is asked again, and a
 * second one of other questions, whose answers nobody could compare.
 */
export function doubtsOfScale(
  settings: ScaleSettings,
  place: PlaceInPlan<ScaleSettings>,
): Doubt<ScaleSettings>[] {
  const { pairWith, reminder, items } = settings;
  const asking = askingOf(place);
  if (asking === "once" && reminder !== null) {
    return [
      {
        ...{ short: `${WORDS}.onceShort`, says: `${WORDS}.once`, about: null },
        mend: {
          label: `${WORDS}.onceMend`,
          settings: { ...settings, reminder: null },
          texts: true,
        },
      },
    ];
  }
  const first = place.ofItsKind.find(({ key }) => key === pairWith)?.settings;
  if (asking !== "second" || !first || isSame(asked(items), asked(first.items))) return [];
  const keys = first.items.map(({ key }) => key);
  // Only whole pairs leave a phone: one question too many, and none does.
  const isUncounted = items.some(({ key }) => !keys.includes(key));
  return [
    {
      short: `${WORDS}.otherShort`,
      says: isUncounted ? `${WORDS}.uncounted` : `${WORDS}.other`,
      about: pairWith,
      mend: {
        label: `${WORDS}.otherMend`,
        settings: { ...settings, items: first.items },
        texts: false,
      },
    },
  ];
}

const WORDS = "kinds.scale.settings.doubts";

/** What has to be the same both times, in whatever order it is asked. */
const asked = (items: readonly ScaleItem[]) =>
  items
    .map(({ key, prompt, low, high }) => ({ key, prompt, low, high }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
