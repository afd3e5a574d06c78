import { readFileSync } from "node:fs";

/** Looks up what the product says, so that tests don't break with each better wording. */
export type Texts = (key: string) => string;

function read(name: string): unknown {
  return JSON.parse(
    readFileSync(new URL(`../lib/i18n/messages/${name}.json`, import.meta.url), "utf8"),
  );
}

/** The messages of one language: `texts("de")("auth.signIn")`. German addresses with du. */
export function texts(locale: string): Texts {
  const messages = read(locale.startsWith("en") ? "en" : "de");
  return (key) => {
    let found: unknown = messages;
    for (const part of key.split(".")) {
      found = typeof found === "object" && found !== null ? Reflect.get(found, part) : undefined;
    }
    if (typeof found !== "string") throw new Error(`There is no message ${key} in ${locale}.`);
    return found;
  };
}
