"use client";

import type { ReactNode } from "react";
import { useLiveView } from "@/lib/client/live-provider";
import { usePlanWords } from "@/lib/i18n/plan-words";
import type { Words } from "@/lib/words";
import type { Wording } from "@/lib/words-for";

/** Shows a plan's words in this device's language and the plan's form of address. */
export const useWords = (): ((words: Words) => ReactNode) => useOwnWords().words;

/** The same where only text can stand: a label, a sentence around it, what is read aloud. */
export const useWordsText = (): ((words: Words) => string) => useOwnWords().textOf;

/** The same, bare: for what somebody takes over into words of their own, or a screen divides into lines. */
export const useWording = (): ((words: Words) => Wording) => useOwnWords().wordingOf;

const useOwnWords = () => usePlanWords(useLiveView(({ session }) => session.address) ?? "du");
