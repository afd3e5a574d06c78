import type { CardPlace } from "@/lib/activities/card-places";
import { copiesFor, type PrintPage } from "@/lib/print-pack/pages";
import type { PrintWording } from "@/lib/print-pack/wording";

/** What fits on a card of an eighth of a sheet, in handwriting. */
const CHARACTERS_ON_AN_EIGHTH = 90;

/** Blank cards for everybody who would rather write on paper; a facilitator types them in. */
export function blankCards(
  {
    prompt,
    characterLimit,
    itemLimit,
    places,
  }: {
    prompt: string;
    characterLimit: number;
    /** Cards of one person. */
    itemLimit: number;
    places: readonly CardPlace[];
  },
  { people, wording: { t, words } }: { people: number; wording: PrintWording },
): PrintPage {
  const perSheet = characterLimit <= CHARACTERS_ON_AN_EIGHTH ? 8 : 4;
  return {
    name: t("blanks"),
    copies: copiesFor(people * itemLimit, perSheet),
    layout: {
      is: "blanks",
      perSheet,
      prompt,
      // A single place needs no tick.
      places: places.length > 1 ? places.map(({ name }) => words(name)) : [],
      note: t("noNames"),
    },
  };
}
