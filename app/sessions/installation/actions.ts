"use server";

import { revalidatePath } from "next/cache";
import * as z from "zod";
import { facilitatorHere, requireAdmin } from "@/app/sessions/facilitator";
import { HELP_CONTACTS_MAX, type HelpContact, helpContact } from "@/lib/session/help-contacts";
import { cleanText } from "@/lib/text";
import { same } from "@/lib/words";
import { running } from "@/server/running-server";

/** Long enough for the full name of a service; more would not fit a phone. */
const TEXT_MAX = 120;

const text = z.string().overwrite(cleanText).trim().max(TEXT_MAX);

/** One number as it is entered. German addresses nobody here, so du and Sie share it. */
const entered = z.object({
  key: text,
  country: text.toUpperCase().regex(/^[A-Z]{2}$/),
  nameDe: text.min(1),
  nameEn: text.min(1),
  noteDe: text,
  noteEn: text,
  // Digits in readable groups; three of them make the shortest emergency number. In two steps: one
  // pattern for both would try every way to choose the three.
  phone: text.regex(/^\+?[\d\s()/-]+$/).refine((phone) => phone.replace(/\D/g, "").length >= 3),
  lastChecked: z.union([z.literal(""), z.iso.date()]),
});

export type EnteredContact = z.infer<typeof entered>;
export type SaveAnswer = "saved" | "problem" | "signedOut";

function contactOf(one: EnteredContact): HelpContact {
  const { noteDe, noteEn } = one;
  return helpContact.parse({
    key: one.key,
    country: one.country,
    label: same(one.nameDe, one.nameEn),
    // Where only one language was entered, the other one's readers are shown that, and told so.
    note: noteDe || noteEn ? { de: noteDe || undefined, en: noteEn || undefined } : null,
    phone: one.phone,
    dial: one.phone.replace(/[^\d+]/g, ""),
    lastChecked: one.lastChecked || null,
  });
}

/** Replaces the list of numbers that every phone of this installation shows. */
export async function saveHelpContacts(list: unknown): Promise<SaveAnswer> {
  if (!(await facilitatorHere())) return "signedOut";
  await requireAdmin();
  const parsed = z.array(entered).max(HELP_CONTACTS_MAX).safeParse(list);
  if (!parsed.success) return "problem";
  await running().installation.saveHelpContacts(parsed.data.map(contactOf));
  revalidatePath("/sessions/installation");
  return "saved";
}
