import { blankCards } from "@/lib/activities/card-print-pages";
import type { PrintInput } from "@/lib/activities/contract";
import type { ReframeSettings } from "@/lib/activities/reframe/schema";
import type { PrintPage } from "@/lib/print-pack/pages";

/** Cards to write other readings on; a case that everybody keeps to themselves is asked for on none. */
export const reframePages = ({
  settings: { characterLimit, readingLimit },
  prompt,
  people,
  wording,
}: PrintInput<ReframeSettings>): readonly PrintPage[] => [
  blankCards({ prompt, characterLimit, itemLimit: readingLimit, places: [] }, { people, wording }),
];
