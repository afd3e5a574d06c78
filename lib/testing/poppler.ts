import { spawnSync } from "node:child_process";

/** Poppler reads what we wrote; it is there on most machines that develop, and on no server. */
export const hasPoppler = spawnSync("pdftotext", ["-v"]).status === 0;

const OUTPUT_BYTES_MAX = 1 << 26;

/** What one of its programs says of a PDF. */
export const poppler = (program: string, args: readonly string[], pdf: Uint8Array): string =>
  spawnSync(program, args, { input: pdf, encoding: "utf8", maxBuffer: OUTPUT_BYTES_MAX }).stdout;

/** All that stands in a PDF, as `unbroken` compares it. */
export const wordsOfPdf = (pdf: Uint8Array): string =>
  unbroken(poppler("pdftotext", ["-raw", "-", "-"], pdf));

/** A text without spaces, ends of lines and the hyphens at which words are broken. */
export const unbroken = (text: string): string =>
  text.replace(/[\u00ad-]?\s+/g, "").replaceAll("-", "");
