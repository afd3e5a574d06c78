const TRANSLITERATED: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
/** Long enough for every title, short enough for every file system and mail program. */
const FILE_NAME_MAX = 60;

/** The name of a file about something with this title, without an extension: lower case, ASCII, with what it is at its end. */
export function fileNameOf(title: string, ending: string): string {
  const slug = title
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => TRANSLITERATED[letter] ?? "")
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, FILE_NAME_MAX)
    .replace(/^-+|-+$/g, "");
  return `aufwind-${slug === "" ? "workshop" : slug}-${ending}`;
}
