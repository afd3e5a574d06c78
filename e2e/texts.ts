import { existsSync, readdirSync, readFileSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import type { MessageKey } from "../lib/i18n/messages";

/** Looks up what the product says, so that tests don't break with each better wording. */
export interface Texts {
  (key: MessageKey, values?: Record<string, string | number>): string;
  /** Whether there is a text with this key. */
  has(key: string): key is MessageKey;
}

/** What stands right below this place: `write`, `review` and so on below `phases`. */
export type KeyBelow<Place extends string> = MessageKey extends infer Key
  ? Key extends `${Place}.${infer Name}`
    ? Name
    : never
  : never;

const lib = new URL("../lib/", import.meta.url);

function read(path: string): object {
  const file = new URL(path, lib);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

/** One language as pages get it: what several places say, and below `kinds` each kind's own words. */
function catalogue(language: string): object {
  const folders = readdirSync(new URL("activities/", lib), { withFileTypes: true });
  const kinds = folders.filter((entry) => entry.isDirectory());
  const words = kinds.map(({ name }) => [
    name,
    read(`activities/${name}/messages/${language}.json`),
  ]);
  return {
    ...read(`i18n/messages/${language}.json`),
    kinds: Object.fromEntries(words),
  };
}

function textAt(messages: unknown, key: string): unknown {
  let found = messages;
  for (const part of key.split(".")) {
    found = typeof found === "object" && found !== null ? Reflect.get(found, part) : undefined;
  }
  return found;
}

/** The messages of one language: `texts("de")("auth.signIn")`. German addresses with du or Sie. */
export function texts(locale: string, address: "du" | "sie" = "du"): Texts {
  const language = locale.startsWith("en") ? "en" : "de";
  const messages = catalogue(language);
  const formal = language === "de" && address === "sie" ? catalogue("de-sie") : {};
  const find = (key: string) => textAt(formal, key) ?? textAt(messages, key);
  const text = (key: MessageKey, values?: Record<string, string | number>) => {
    const found = find(key);
    if (typeof found !== "string") throw new Error(`There is no message ${key} in ${locale}.`);
    return values ? String(new IntlMessageFormat(found, language).format(values)) : found;
  };
  return Object.assign(text, {
    has: (key: string): key is MessageKey => typeof find(key) === "string",
  });
}
