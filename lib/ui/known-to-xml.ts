/** A text without what XML does not know: a single control character would make a whole image unreadable. */
export const knownToXml = (content: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that must go
  content.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, "");
