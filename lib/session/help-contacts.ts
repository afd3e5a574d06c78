import * as z from "zod/mini";
import { same, words } from "@/lib/words";

/** One place to turn to. An installation may change the list; a session needs at least one. */
export const helpContact = z.object({
  key: z.string(),
  /** ISO 3166-1 alpha-2, or EU for what works in all of the European Union. */
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  label: words,
  /** When it can be reached and for what; null when the label says it all. */
  note: z.nullable(words),
  /** As printed, in readable groups. */
  phone: z.string(),
  /** As dialled, for a `tel:` link. */
  dial: z.string(),
  /** ISO date on which somebody read the provider's page; null: not checked yet. */
  lastChecked: z.nullable(z.iso.date()),
});

/** More would not be read by anybody who needs one. */
export const HELP_CONTACTS_MAX = 30;

/** The whole list of an installation. */
export const helpContacts = z.array(helpContact).check(z.maxLength(HELP_CONTACTS_MAX));

export type HelpContact = z.infer<typeof helpContact>;

const aroundTheClock = same("rund um die Uhr", "around the clock");
const telefonSeelsorge = same("TelefonSeelsorge", "TelefonSeelsorge (crisis line)");

/**
 * What an installation starts with. Nothing is marked as checked: whoever runs the installation
 * verifies the numbers and sets the date. Where each was seen stands in docs/sources.md.
 */
export const seedHelpContacts: readonly HelpContact[] = [
  {
    key: "de-telefonseelsorge-1",
    country: "DE",
    label: telefonSeelsorge,
    note: aroundTheClock,
    phone: "0800\u00a01110111",
    dial: "08001110111",
    lastChecked: null,
  },
  {
    key: "de-telefonseelsorge-2",
    country: "DE",
    label: telefonSeelsorge,
    note: aroundTheClock,
    phone: "0800\u00a01110222",
    dial: "08001110222",
    lastChecked: null,
  },
  {
    key: "de-telefonseelsorge-3",
    country: "DE",
    label: telefonSeelsorge,
    note: aroundTheClock,
    phone: "116\u00a0123",
    dial: "116123",
    lastChecked: null,
  },
  {
    key: "de-discrimination",
    country: "DE",
    label: same(
      "Antidiskriminierungsstelle des Bundes",
      "Federal Anti-Discrimination Agency (advice)",
    ),
    note: same(
      "Beratung bei Diskriminierung, Montag bis Donnerstag 9 bis 15\u00a0Uhr",
      "when treated unfairly, Monday to Thursday 9 to 15",
    ),
    phone: "0800\u00a05465465",
    dial: "08005465465",
    lastChecked: null,
  },
  {
    key: "at-telefonseelsorge",
    country: "AT",
    label: same("Telefonseelsorge", "Telefonseelsorge (crisis line)"),
    note: aroundTheClock,
    phone: "142",
    dial: "142",
    lastChecked: null,
  },
  {
    key: "at-discrimination",
    country: "AT",
    label: same("Gleichbehandlungsanwaltschaft", "Ombud for Equal Treatment (advice)"),
    note: same(
      "Beratung bei Diskriminierung, Montag bis Donnerstag 9 bis 15\u00a0Uhr, Freitag 9 bis 12\u00a0Uhr",
      "when treated unfairly, Monday to Thursday 9 to 15, Friday 9 to 12",
    ),
    phone: "0800\u00a0206119",
    dial: "0800206119",
    lastChecked: null,
  },
  {
    key: "ch-dargebotene-hand",
    country: "CH",
    label: same("Die Dargebotene Hand", "Die Dargebotene Hand (crisis line)"),
    note: aroundTheClock,
    phone: "143",
    dial: "143",
    lastChecked: null,
  },
  {
    key: "eu-emergency",
    country: "EU",
    label: same("Notruf", "Emergency"),
    note: same("bei Gefahr für Leib und Leben", "when a life is in danger"),
    phone: "112",
    dial: "112",
    lastChecked: null,
  },
];
