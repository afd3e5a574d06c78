import compile from "icu-minify/compile";
import { _createCache, _createIntlFormatters } from "use-intl/core";
import parsed from "use-intl/format-message";
import compiled from "use-intl/format-message/format-only";
import { expect, it } from "vitest";
import { LOCALES } from "@/lib/i18n/locale";
import { messagesFor } from "@/lib/i18n/messages";
import { type MessageTree, overlay } from "@/lib/i18n/overlay";
import { sie } from "@/lib/i18n/sie";

/** What Next's bundle shows was parsed while building; everywhere else texts are parsed where they are shown. */

const textsIn = (tree: MessageTree): string[] =>
  Object.values(tree).flatMap((each) => (typeof each === "string" ? [each] : textsIn(each)));

/** For each argument and tag of a text something to put there; `at` chooses among numbers and branches. */
function valuesFor(text: string, at: number) {
  const chosen = <Value>(all: readonly Value[]) => all[at % all.length];
  const args = [...text.matchAll(/\{(\w+)(?=[,}])(?:, (\w+))?/g)].map(([, name = "", type]) => {
    if (type === "select") {
      const branches = text.slice(text.indexOf(`{${name}, select`)).matchAll(/(\w+) \{/g);
      return [name, chosen([...branches].map(([, branch]) => branch))];
    }
    return [name, type ? chosen([0, 1, 2, 1_234]) : chosen(["Ada", "3", 7, 1_234])];
  });
  const tags = [...text.matchAll(/<(\w+)>/g)].map(([, name]) => [
    name,
    (inner: unknown) => `[${String(inner)}]`,
  ]);
  return Object.fromEntries([...args, ...tags]);
}

it("says the same when it was parsed while building", () => {
  const cache = _createCache();
  const formatters = _createIntlFormatters(cache);
  let withArguments = 0;
  for (const locale of LOCALES) {
    const texts = textsIn(messagesFor(locale, "du")).concat(locale === "de" ? textsIn(sie) : []);
    const options = { cache, formatters, locale, timeZone: "Europe/Berlin" };
    for (const text of texts) {
      if (/[{<]/.test(text)) withArguments += 1;
      for (const at of [0, 1, 2, 3]) {
        const values = valuesFor(text, at);
        const now = compiled("text", compile(text), values, options);
        expect([text, now]).toEqual([text, parsed("text", text, values, options)]);
      }
    }
  }
  expect(withArguments).toBeGreaterThan(500);
});

it("lays a text over another as a whole, also where it was parsed", () => {
  const list = compile("{n, plural, one {ein Wort} other {# Worte}}");
  const tree = (message: unknown): MessageTree => JSON.parse(JSON.stringify({ in: { message } }));
  expect(overlay(tree(compile("{name} geht")), tree(list))).toEqual(tree(list));
});
