import type { MessageKeys, NamespaceKeys, NestedKeyOf } from "use-intl/core";
import { kindsEnglish, kindsGerman } from "@/lib/activities/words-registry";
import type { Locale } from "@/lib/i18n/locale";
import deShared from "@/lib/i18n/messages/de.json";
import enShared from "@/lib/i18n/messages/en.json";
import { type MessageTree, overlay } from "@/lib/i18n/overlay";
import { sie } from "@/lib/i18n/sie";
import type { Address } from "@/lib/words";

/** What several places say, and below `kinds` what each kind of activity says on its screens. */
const de = { ...deShared, kinds: kindsGerman };
const en = { ...enShared, kinds: kindsEnglish };

/** The catalogue as the compiler knows it: German has every text. */
export type Catalogue = typeof de;

/** Where texts that belong together stand: `phases.write` holds `phases.write.said` and others. */
export type Namespace = NamespaceKeys<Catalogue, NestedKeyOf<Catalogue>>;

/** Where one text stands. */
export type MessageKey = MessageKeys<Catalogue, NestedKeyOf<Catalogue>>;

/** The whole catalogue of one language, in the form of address that the plan chose. */
export function messagesFor(locale: Locale, address: Address) {
  if (locale === "en") return en;
  return address === "sie" ? overlay(de, sie) : de;
}

/** Texts that nothing in a browser shows: the long ones of public pages, and letters. */
const NOT_SENT = ["mail", "pages"] as const;
/** Texts that only facilitators' own pages and the ways to them show; what a phone loads is weighed (docs/decisions/0056). */
const OF_FACILITATORS = [
  "account",
  "agenda",
  "auth",
  "catalogue",
  "console",
  "exports",
  "followUp",
  "installation",
  "plans",
  "print",
  "sessions",
  "settings",
  "summary",
] as const;
/** What screens of a session say with a word of the summary. */
const OF_THE_SUMMARY_EVERYWHERE = ["other", "shift"] as const;
/** Texts of the stage, which consoles show in small, too. */
const OF_STAGE = ["stage"] as const;
/** What is said around the paper of a summary. */
const OF_SUMMARIES = ["exports", "summary"] as const;
const OF_FOLLOW_UPS = ["followUp"] as const;
/** What only facilitators' pages show of the words of each kind of activity. */
const OF_FACILITATORS_IN_KINDS = ["catalogue", "console", "print", "settings", "summary"] as const;

/** What every page is sent, and what the stage and facilitators' pages are sent beside it, to be laid over that. */
export function sentMessages(messages: Catalogue): {
  everywhere: MessageTree;
  ofStage: MessageTree;
  ofFacilitators: MessageTree;
  /** What a summary is shown with, to whoever has a link to one. */
  ofSummaries: MessageTree;
  /** What a follow-up asks whoever has its link. */
  ofFollowUps: MessageTree;
} {
  const only = (tree: MessageTree, isWanted: (key: string) => boolean): MessageTree =>
    Object.fromEntries(Object.entries(tree).filter(([key]) => isWanted(key)));
  const isIn = (names: readonly string[]) => (key: string) => names.includes(key);
  const isNotSent = isIn(NOT_SENT);
  const isOfStage = isIn(OF_STAGE);
  const isOfFacilitators = isIn([...OF_FACILITATORS, ...OF_STAGE]);
  const isOfFacilitatorsInKinds = isIn([...OF_FACILITATORS_IN_KINDS, ...OF_STAGE]);
  const ofKinds = (isWanted: (key: string) => boolean): MessageTree =>
    Object.fromEntries(
      Object.entries(messages.kinds).map(([kind, words]) => [kind, only(words, isWanted)]),
    );
  return {
    everywhere: {
      ...only(messages, (key) => !isNotSent(key) && !isOfFacilitators(key)),
      summary: only(messages.summary, isIn(OF_THE_SUMMARY_EVERYWHERE)),
      kinds: ofKinds((key) => !isOfFacilitatorsInKinds(key)),
    },
    ofStage: { ...only(messages, isOfStage), kinds: ofKinds(isOfStage) },
    ofFollowUps: only(messages, isIn(OF_FOLLOW_UPS)),
    ofSummaries: only(messages, isIn(OF_SUMMARIES)),
    ofFacilitators: {
      ...only(messages, isOfFacilitators),
      kinds: ofKinds(isOfFacilitatorsInKinds),
    },
  };
}
