"use client";

import { createContext, type ReactNode, useContext } from "react";
import { type HelpContact, seedHelpContacts } from "@/lib/session/help-contacts";

const Contacts = createContext<readonly HelpContact[]>(seedHelpContacts);

/** Whom phones of this installation name for help. */
export const useHelpContacts = (): readonly HelpContact[] => useContext(Contacts);

/**
 * Gives the phone the numbers of this installation. Apart from what shows them: that comes once a phone is in, and this with
 * the page.
 */
export function HelpContactsProvider({
  contacts,
  children,
}: {
  contacts: readonly HelpContact[];
  children: ReactNode;
}) {
  return <Contacts value={contacts}>{children}</Contacts>;
}
