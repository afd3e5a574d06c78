/** Long enough for every title, short enough for every file system and mail program. */
const FILE_NAME_MAX = 60;

const TRANSLITERATED: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** A text as a part of a file's name: ASCII letters and digits, so that a header holds it as it is. May be empty. */
export function inFileName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => TRANSLITERATED[letter] ?? "")
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, FILE_NAME_MAX)
    .replace(/^-+|-+$/g, "");
}

/** Name of a file without its extension: from whom, what of, and what kind or which day. */
export function fileNameOf(title: string, ending: string): string {
  const slug = inFileName(title);
  return `aufwind-${slug === "" ? "workshop" : slug}-${ending}`;
}
