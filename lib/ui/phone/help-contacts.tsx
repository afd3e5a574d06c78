"use client";

import { useTranslations } from "next-intl";
import { useWords } from "@/lib/client/use-words";
import { useHelpContacts } from "@/lib/ui/phone/help-contacts-provider";

/** Whom to call. Every number can be tapped. `titled`: not where what is around it is called so. */
export function HelpContacts({ titled = true }: { titled?: boolean }) {
  const t = useTranslations("help");
  const words = useWords();
  return (
    <section className="flex flex-col gap-1">
      {titled ? <h3 className="font-semibold">{t("contacts")}</h3> : null}
      <p className="text-base text-ink-2">{t("notCrisis")}</p>
      <ul className="flex flex-col">
        {useHelpContacts().map((contact) => (
          <li className="border-line border-b last:border-b-0" key={contact.key}>
            <a
              className="flex min-h-12 items-baseline justify-between gap-x-4 py-2"
              href={`tel:${contact.dial}`}
            >
              <span className="min-w-0">
                {/* Bound to the name: a country alone in a line says nothing. */}
                {words(contact.label)}
                {"\u00a0"}
                <span className="text-base text-ink-2">{contact.country}</span>
                {contact.note ? (
                  <span className="block text-base text-ink-2">{words(contact.note)}</span>
                ) : null}
              </span>
              <span className="tabular shrink-0 whitespace-nowrap font-semibold text-accent">
                {contact.phone}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
