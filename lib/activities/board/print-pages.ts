import type { BoardSettings } from "@/lib/activities/board/schema";
import { blankCards } from "@/lib/activities/card-print-pages";
import type { PrintInput } from "@/lib/activities/contract";
import type { PrintPage } from "@/lib/print-pack/pages";

/** Cards to write on, with the zones to tick. */
export const boardPages = ({
  settings: { characterLimit, itemLimit, zones },
  prompt,
  people,
  wording,
}: PrintInput<BoardSettings>): readonly PrintPage[] => [
  blankCards({ prompt, characterLimit, itemLimit, places: zones }, { people, wording }),
];
