import { createTranslator } from "use-intl/core";
import type { Locale } from "@/lib/i18n/locale";
import { messagesFor } from "@/lib/i18n/messages";
import type { LinkPurpose } from "@/server/auth/links";
import type { Letter } from "@/server/mail/mail";

/** The letter that carries a link, in the language of its account. */
export function letterFor(
  purpose: LinkPurpose,
  { to, name, language, url }: { to: string; name: string; language: Locale; url: string },
): Letter {
  const t = createTranslator({ locale: language, messages: messagesFor(language, "du") });
  const paragraphs = [
    t("mail.greeting", { name }),
    t(`mail.${purpose}Text`),
    url,
    t("mail.once"),
    t("mail.notYou"),
  ];
  return { to, subject: t(`mail.${purpose}Subject`), text: `${paragraphs.join("\n\n")}\n` };
}
