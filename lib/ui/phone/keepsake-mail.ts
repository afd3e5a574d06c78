import { base64Of } from "@/lib/client/base64";

const LINE = "\r\n";

/** Characters of a line of base64 (RFC 2045). */
const LINE_CHARACTERS = 76;

/** UTF-8 bytes of one encoded word: in base64, behind the header's name, within the 76 characters of RFC 2047. */
const WORD_BYTES = 39;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * A mail to oneself, as the file that mail programs open as a draft: nobody sends it but its owner, and no server sees it.
 * Without a sender, an address or a date: the program knows them, and equal content gives equal bytes.
 */
export function mailOf(subject: string, text: string): string {
  const body = base64Of(utf8(text.replaceAll("\n", LINE)));
  const lines = body.match(new RegExp(`.{1,${LINE_CHARACTERS}}`, "g")) ?? [];
  return [
    "MIME-Version: 1.0",
    // What programs know a draft by.
    "X-Unsent: 1",
    `Subject: ${encodedWords(subject).join(`${LINE} `)}`,
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    ...lines,
    "",
  ].join(LINE);
}

/** A header's text in pieces that each hold whole characters. A line break in it would begin a header of its own. */
function encodedWords(text: string): string[] {
  const words: string[] = [""];
  for (const character of text.replaceAll(/\s+/g, " ")) {
    const longer = `${words.at(-1)}${character}`;
    if (utf8(longer).length > WORD_BYTES) words.push(character);
    else words[words.length - 1] = longer;
  }
  return words.map((word) => `=?utf-8?B?${base64Of(utf8(word))}?=`);
}
