import { createTranslator } from "use-intl/core";
import type { Locale } from "@/lib/i18n/locale";
import { messagesFor, type Namespace } from "@/lib/i18n/messages";
import type { MessageTree } from "@/lib/i18n/overlay";
import type { Address, Words } from "@/lib/words";
import { textFor } from "@/lib/words-for";

/** Where kinds keep the words of their pages, and those that screens say as well. */
type KindPrint = Extract<Namespace, `kinds.${string}.${"print" | "common"}`>;

/** A phase of a round is called after its step: `play2` is *play* for the second time. */
const IN_ROUNDS = /^([a-z]+)(\d+)$/i;

/** Turns a plan's words into text for paper, in one language and form of address. */
export function printWordingOf(language: Locale, address: Address) {
  const messages = messagesFor(language, address);
  const catalogue = { locale: language, messages };
  const common = createTranslator({ ...catalogue, namespace: "common" });
  const nameOf = (kind: string, phase: string): string | null =>
    textAt(messages, ["kinds", kind, "phases", phase, "name"]) ??
    textAt(messages, ["phases", phase, "name"]);
  return {
    language,
    /** What all sheets share. */
    t: createTranslator({ ...catalogue, namespace: "print" }),
    /** What one kind says on its sheets, by its place in the catalogue. */
    ofKind: <const Place extends KindPrint>(namespace: Place) =>
      createTranslator({ ...catalogue, namespace }),
    words: (text: Words): string => textFor(text, language, address, common("inOtherLanguage")),
    /** What screens call a phase; of a round with its number. */
    phase(kind: string, phase: string): string {
      const [, step = phase, round] = IN_ROUNDS.exec(phase) ?? [];
      const name = nameOf(kind, step) ?? step;
      return round === undefined ? name : `${name} ${round}`;
    },
  };
}

export type PrintWording = ReturnType<typeof printWordingOf>;

/** The text at a place that is put together, where there is one. */
function textAt(tree: MessageTree, path: readonly string[]): string | null {
  let found: MessageTree | string | undefined = tree;
  for (const step of path) {
    if (found === undefined || typeof found === "string") return null;
    found = Object.hasOwn(found, step) ? found[step] : undefined;
  }
  return typeof found === "string" ? found : null;
}
