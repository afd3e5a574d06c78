import { readFileSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";

/** Looks up what the product says, so that tests don't break with each better wording. */
export type Texts = (key: string, values?: Record<string, string | number>) => string;

function read(name: string): unknown {
  return JSON.parse(
    readFileSync(new URL(`../lib/i18n/messages/${name}.json`, import.meta.url), "utf8"),
  );
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
  const messages = read(language);
  const formal = language === "de" && address === "sie" ? read("de-sie") : {};
  return (key, values) => {
    const found = textAt(formal, key) ?? textAt(messages, key);
    if (typeof found !== "string") throw new Error(`There is no message ${key} in ${locale}.`);
    return values ? String(new IntlMessageFormat(found, language).format(values)) : found;
  };
}
