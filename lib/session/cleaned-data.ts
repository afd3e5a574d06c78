import { cleanText } from "@/lib/text";
import { isObject } from "@/lib/upcast";

/** Bytes of one thing as JSON in UTF-8 that a facilitator prepares. Our longest plan takes a third of it. */
export const PREPARED_BYTES_MAX = 600_000;

/** Characters of any text in it: a page of a book, and far more than a phone shows. */
const TEXT_UNITS_MAX = 4_000;

/** How deep it is nested, with room to spare: plans have ten levels. */
const DEPTH_MAX = 24;

/** What a key may be: names of settings, phases, wordings, roles. */
const KEY = /^[\w-]{1,60}$/;

const utf8 = new TextEncoder();

const REFUSED = Symbol("no data that we take in");

/**
 * What a page sent of something that a facilitator prepares, as it may be stored: each text is cleaned (decision 0017).
 * Undefined for what no page of ours sends: no JSON, nested too deeply, strange keys, or more than is kept. A schema has to
 * read it next.
 */
export function cleanedData(raw: unknown): unknown {
  const cleaned = cleanedAt(raw, DEPTH_MAX);
  if (cleaned === REFUSED || cleaned === undefined) return undefined;
  const { byteLength } = utf8.encode(JSON.stringify(cleaned));
  return byteLength > PREPARED_BYTES_MAX ? undefined : cleaned;
}

function cleanedAt(raw: unknown, depth: number): unknown {
  if (typeof raw === "string") {
    const text = cleanText(raw);
    return text.length > TEXT_UNITS_MAX ? REFUSED : text;
  }
  if (raw === null || raw === undefined || typeof raw === "boolean") return raw;
  if (typeof raw === "number") return Number.isFinite(raw) ? raw : REFUSED;
  if (depth === 0) return REFUSED;
  if (Array.isArray(raw)) {
    const list = raw.map((each) => cleanedAt(each, depth - 1));
    return list.includes(REFUSED) ? REFUSED : list;
  }
  if (!isObject(raw)) return REFUSED;
  const entries = Object.entries(raw).map(
    ([key, value]) => [key, cleanedAt(value, depth - 1)] as const,
  );
  const isRefused = entries.some(
    ([key, value]) => value === REFUSED || !KEY.test(key) || key === "__proto__",
  );
  return isRefused ? REFUSED : Object.fromEntries(entries);
}
