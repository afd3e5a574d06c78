/**
 * Whether a text has what is looked for. Case and accents make no difference, and words may stand apart: "mail absage"
 * finds "Absage per Mail".
 */
export function hasText(text: string, wanted: string): boolean {
  const within = plain(text);
  return plain(wanted)
    .split(/\s+/)
    .every((word) => within.includes(word));
}

const plain = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase().replace(/ß/g, "ss").trim();
