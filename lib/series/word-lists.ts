import { type SeriesWords, WORDS_KEPT } from "@/lib/series/series-words";
import { type Language, language } from "@/lib/words";

/*
 * Every word is made of two, as German makes them anyway: 108 by 72 are 7776. They are friendly, easily told apart when
 * read aloud, and a list of two hundred parts instead of 7776 words is all that a phone loads, once it needs them.
 */
const firstParts: Readonly<Record<Language, readonly string[]>> = {
  de: "Abend Ahorn Amsel Anker April Atlas Auen Basalt Beeren Berg Bernstein Birken Blatt Blumen Brot Buchen Deich Distel Eichen Eis Erlen Eulen Falken Farn Feder Feld Feuer Fichten Finken Fluss Forellen Frost Garten Glas Gold Granit Gras Hafen Hagel Hasel Heide Herbst Himmel Holunder Holz Honig Igel Insel Kamin Kastanien Kiefern Kiesel Klee Kupfer Lampen Laub Lavendel Lerchen Linden Luft Mai Mandel Marmor Meer Mohn Mond Moos Morgen Nebel Nordwind Nuss Oktober Orgel Papier Pappel Park Perlen Pfeffer Quarz Quellen Regen Rosen Sand Schatten Schiefer Schnee Segel Seiden Silber Sommer Sonnen Stein Stern Strand Tal Tannen Tau Turm Ufer Wald Wasser Weiden Wiesen Wind Winter Wolken Ziegel Zimt".split(
    " ",
  ),
  en: "acorn amber anchor apple april autumn badger barley basalt beach berry birch blue bramble brass breeze button canyon cedar chalk cherry chestnut clay cliff cloud clover coast copper coral cotton crane creek crystal dawn desert dune eagle elm ember fern finch flint forest fox frost garden glass gold granite grass green harbour hazel heather hill holly honey juniper lake lantern lark lavender leaf lemon lilac linen maple marble meadow mint moon morning moss mountain nutmeg oak ocean october olive orchard otter paper pearl pebble pepper pine plum poppy quartz rain river robin rose saffron sand silver snow spring star stone summer timber valley velvet violet water willow winter".split(
    " ",
  ),
};
const lastParts: Readonly<Record<Language, readonly string[]>> = {
  de: "allee bach baum becher bild bogen boot brief brunnen buch bucht burg dorf duft faden fahne farbe fenster flasche gasse glocke graben hain halle haus hof jacke kanne karte kasten kessel kette kiste klang korb kranz kreis krug lampe laterne leiter licht lied markt mauer muster nest pfad platz reise ring ruder schale schirm schlitten spiegel spur steg stuhl tasche teich tisch topf treppe truhe tuch uhr weg zaun zelt zimmer zweig".split(
    " ",
  ),
  en: "alley basket bell boat book bottle box bridge brook cabin canal candle card chair chest circle clock coat corner cottage door feather field gate grove hall hedge horn house jar kettle key kite ladder lamp lane letter light lodge map market mill mirror nest note path picture pier pipe pond ribbon road roof room sail school shelf shore song spoon square step street table thread tower trail train tree tunnel wall wheel window".split(
    " ",
  ),
};

/** So many last parts there are in each language. */
const LAST_PARTS = 72;

/** The word at a place, as one reads it: "Kupferlampe", "copper-lamp". */
export function wordAt(place: number, of: Language): string {
  const first = firstParts[of][Math.floor(place / LAST_PARTS)] ?? "";
  const last = lastParts[of][place % LAST_PARTS] ?? "";
  return of === "de" ? `${first}${last}` : `${first}-${last}`;
}

/** Case, hyphens and blanks inside are the writer's own; umlauts may be written out. */
const bare = (text: string): string =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss")
    .replaceAll(/[^a-z]/g, "");

const bareOf = (parts: Readonly<Record<Language, readonly string[]>>) => ({
  de: parts.de.map(bare),
  en: parts.en.map(bare),
});
const bareFirst = bareOf(firstParts);
const bareLast = bareOf(lastParts);

/** The place of what somebody typed as one word, in this language; null where it is none. */
export function placeOf(text: string, of: Language): number | null {
  const typed = bare(text);
  for (const [first, part] of bareFirst[of].entries()) {
    if (!typed.startsWith(part)) continue;
    const last = bareLast[of].indexOf(typed.slice(part.length));
    if (last >= 0) return first * LAST_PARTS + last;
  }
  return null;
}

/** Whether this is a word of one of the lists, as people type it. */
export const isSeriesWord = (text: string): boolean =>
  language.options.some((of) => placeOf(text, of) !== null);

/** Four words as one writes them down. */
export const wordsShown = ({ language: of, words }: SeriesWords): string[] =>
  words.map((place) => wordAt(place, of));

/** What somebody typed as their four words, whichever language those were drawn in; null where it isn't four. */
export function wordsTyped(texts: readonly string[]): SeriesWords | null {
  for (const of of language.options) {
    const places = texts.map((text) => placeOf(text, of));
    const words = places.flatMap((place) => place ?? []);
    if (words.length === WORDS_KEPT && places.length === WORDS_KEPT) return { language: of, words };
  }
  return null;
}
