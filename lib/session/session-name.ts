import { freeText } from "@/lib/text";

/** Fits one line of the list on a laptop; far more than "Jobcenter Mitte, second group" needs. */
export const SESSION_NAME_CHARACTERS_MAX = 80;

/** What a facilitator calls a session, for themselves; empty where they don't. */
export const sessionName = freeText(SESSION_NAME_CHARACTERS_MAX);
